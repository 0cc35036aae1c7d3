import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditTender } from '../../src/actions/tenders.ts';
import { projectRoot } from '../../src/config.ts';
import { readDossierFile } from '../../src/exchange/dossier-file.ts';

const golden = join(projectRoot(), 'data', 'golden');

/** Dossiers that must re-run identically for ever. A file is added for each engine, and never changed. */
describe('golden dossiers', () => {
  const files = readdirSync(golden).filter((name) => name.endsWith('.dossier.json'));

  it('are there', () => expect(files).toContain('gon-2027-engine-1.dossier.json'));

  it.each(files)('%s re-runs to the last digit', (name) => {
    const { dossier, events } = readDossierFile(readFileSync(join(golden, name)));
    const { reRun } = auditTender(dossier, events);
    expect(reRun!.identical).toBe(true);
    expect(name).toContain(`engine-${reRun!.engine}`);
  });

  it('have the head that was written down when they were made', () => {
    const heads = JSON.parse(readFileSync(join(golden, 'heads.json'), 'utf8')) as Record<string, string>;
    expect(Object.keys(heads).sort()).toEqual([...files].sort());
    for (const name of files) expect(readDossierFile(readFileSync(join(golden, name))).head).toBe(heads[name]);
  });
});

describe('the certificate of a stored award', () => {
  const { dossier, events } = readDossierFile(readFileSync(join(golden, 'gon-2027-engine-2.dossier.json')));
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
