import { describe, expect, it } from 'vitest';
import { auditTender, goldenBytes, goldenFiles, readGolden } from '../support/dossiers.ts';

/** Dossiers that must re-run identically for ever. A file is added for each engine, and never changed. */
describe('golden dossiers', () => {
  const files = goldenFiles();

  it('are there', () => expect(files).toContain('gon-2027-engine-1.dossier.json'));

  it.each(files)('%s re-runs to the last digit', (name) => {
    const { dossier, events } = readGolden(name);
    const { reRun } = auditTender(dossier, events);
    expect(reRun!.identical).toBe(true);
    expect(name).toContain(`engine-${reRun!.engine}`);
  });

  it('have the head that was written down when they were made', () => {
    const heads = JSON.parse(goldenBytes('heads.json').toString('utf8')) as Record<string, string>;
    expect(Object.keys(heads).sort()).toEqual([...files].sort());
    for (const name of files) expect(readGolden(name).head).toBe(heads[name]);
  });
});

describe('the certificate of a stored award', () => {
  const { dossier, events } = readGolden('gon-2027-engine-2.dossier.json');
  const withProof = (change: (certificate: { prices: string[][] }) => void) => {
    const changed = structuredClone(events) as typeof events;
    const award = changed.find(({ type }) => type === 'award-computed')!.payload as unknown as {
      outcome: { award: { proof: { certificate: { prices: string[][] } } } };
    };
    change(award.outcome.award.proof.certificate);
    return () => auditTender(dossier, changed);
  };

  it('is checked as it was stored, also when the hashes were made anew', () => {
    expect(withProof(({ prices }) => (prices[0]![0] = '0'))).toThrow('certificate-wrong');
    expect(withProof((certificate) => (certificate.prices = []))).toThrow('certificate-wrong');
  });

  it('may be told in another way, as long as it proves the division', () => {
    const longer = withProof(({ prices }) => prices.push([...prices[0]!]));
    expect(longer().reRun!.identical).toBe(true);
  });
});

describe('a stored outcome that no engine can have stored', () => {
  const { dossier, events } = readGolden('gon-2027-engine-2.dossier.json');
  const deep = (levels: number): unknown => {
    let proof: unknown = { prices: 0 };
    for (let level = 0; level < levels; level++) proof = { party: 0, wins: proof, loses: { prices: 0 } };
    return proof;
  };
  const storing = (change: (outcome: Record<string, unknown>) => unknown) => {
    const changed = structuredClone(events) as typeof events;
    const payload = changed.find(({ type }) => type === 'award-computed')!.payload as { outcome: unknown };
    payload.outcome = change(payload.outcome as Record<string, unknown>);
    return auditTender(dossier, changed);
  };

  it.each<[string, (outcome: Record<string, unknown>) => unknown]>([
    ['null', () => null],
    ['a number', () => 3],
    ['an empty object', () => ({})],
    ['an empty list', () => []],
    ['of another engine', (outcome) => ({ ...outcome, engine: 1 })],
    ['lots of another type', (outcome) => ({ ...outcome, lots: 'west' })],
    [
      'a total that is no number',
      (outcome) => ({ ...outcome, award: { ...(outcome.award as object), total: 'much' } }),
    ],
    ['a part too many', (outcome) => ({ ...outcome, more: 1 })],
    ['an award of null', (outcome) => ({ ...outcome, award: null })],
  ])('differs: %s', (_, change) => {
    const { reRun } = storing(change);
    expect(reRun).toMatchObject({ identical: false, stored: null });
    expect(reRun!.recomputed.engine).toBe(2);
  });

  it('is refused in one line when its proof is nested thousands of levels deep', () => {
    const proof = { kind: 'optimal', certificate: { denominator: '1', prices: [], proof: deep(3000) } };
    expect(() => storing((outcome) => ({ ...outcome, award: { ...(outcome.award as object), proof } }))).toThrow(
      'event-invalid',
    );
  });

  it('differs where it is read, but says something else', () => {
    const { reRun } = storing((outcome) => ({ ...outcome, best: 'lowest' }));
    expect(reRun!.identical).toBe(false);
    expect(reRun!.stored).not.toBeNull();
  });
});

describe('the version of the procedure that admitted an event', () => {
  const admitted = (engine: number, version: (seq: number, last: number) => number | undefined) => {
    const { dossier, events } = readGolden(`gon-2027-engine-${engine}.dossier.json`);
    const changed = events.map((event) => {
      const admission = version(event.seq, events.length);
      return admission === undefined ? event : { ...event, admission };
    });
    return () => auditTender(dossier, changed);
  };

  it('is the first where none is named', () => {
    expect(admitted(1, () => undefined)().admissions).toEqual([1]);
  });

  it('rises in a dossier that goes on under newer rules, and is told', () => {
    expect(admitted(2, (seq, last) => (seq === last ? 2 : undefined))().admissions).toEqual([1, 2]);
  });

  it('never falls within a dossier', () => {
    expect(admitted(2, (seq) => (seq === 7 ? 2 : undefined))).toThrow('admission-falls');
  });

  it('asks of an event what was asked in its day: an award by the first engine is one of the first day only', () => {
    expect(admitted(1, () => undefined)().reRun!.identical).toBe(true);
    expect(admitted(1, () => 2)).toThrow('engine-superseded');
  });

  it('is refused when it is not known here', () => {
    expect(admitted(2, () => 99)).toThrow('unknown-admission');
  });
});
