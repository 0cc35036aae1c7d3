import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tenderKind } from '../../src/actions/tenders.ts';
import type { WholeEvent } from '../../src/chain/opened.ts';
import { WHOLE } from '../../src/domain/disclosure/edition.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { dossierFile, readDossierFile, writeDossierFile } from '../../src/exchange/dossier-file.ts';
import { demoDossiers } from '../support/demo.ts';
import { auditTender, goldenBytes, sealAnew, wholeEvents } from '../support/dossiers.ts';

const demo = await demoDossiers();
/** The same tender in both formats: as it was exported when there was one, and as the demo is now. */
const FILES = [
  { format: 1 as const, file: goldenBytes('gon-2027-engine-2.dossier.json') },
  { format: 2 as const, file: Buffer.from(demo.finishedFile, 'utf8') },
];

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    return (error as DomainError).code;
  }
  return 'accepted';
};

describe.each(FILES)('an exported dossier of format $format', ({ format, file }) => {
  const events = wholeEvents(readDossierFile(file).events, tenderKind);

  it('is one JSON document of the published shape', () => {
    const read = dossierFile.parse(JSON.parse(file.toString('utf8')));
    expect(read.format).toBe(`gunwijzer-dossier/${format}`);
    expect(read.events).toHaveLength(events.length);
  });

  it('is written as it was read, byte for byte', () => {
    const { dossier, edition, people, logged, head } = readDossierFile(file);
    expect(writeDossierFile(dossier, edition, people, logged(), head)).toBe(file.toString('utf8'));
  });

  it('reads back, replays, and confirms its outcome', () => {
    const { dossier, events } = readDossierFile(file);
    expect(auditTender(dossier, events).reRun!.identical).toBe(true);
  });

  it('betrays any change of a single byte, anywhere', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const changed = Buffer.from(file);
        changed[place] = changed[place]! ^ flip;
        expect(codeOf(() => readDossierFile(changed))).toMatch(/^(dossier-damaged|chain-broken)$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('betrays a byte changed in the first and the last line, each of them', () => {
    const ends = [file.indexOf(10) + 1, file.length - file.lastIndexOf(10, file.length - 2) - 1];
    for (let place = 0; place < ends[0]!; place++) {
      const changed = Buffer.from(file);
      changed[place] = changed[place]! ^ 1;
      expect(codeOf(() => readDossierFile(changed))).not.toBe('accepted');
    }
    for (let back = 1; back <= ends[1]!; back++) {
      const changed = Buffer.from(file);
      changed[file.length - back] = changed[file.length - back]! ^ 1;
      expect(codeOf(() => readDossierFile(changed))).not.toBe('accepted');
    }
  });

  it('betrays a byte that is missing, and a file that was cut off', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), (place) => {
        const shorter = Buffer.concat([file.subarray(0, place), file.subarray(place + 1)]);
        expect(codeOf(() => readDossierFile(shorter))).not.toBe('accepted');
        expect(codeOf(() => readDossierFile(file.subarray(0, place)))).not.toBe('accepted');
      }),
      { numRuns: 300 },
    );
  });

  /** What a forger with all the code would do: change events and seal the whole chain again. */
  const forge = (change: (events: WholeEvent[]) => WholeEvent[]): Buffer => {
    const { logged, head } = sealAnew(change([...events]), format);
    return Buffer.from(writeDossierFile(events[0]!.dossier, WHOLE, [], logged, head));
  };
  const audit = (bytes: Buffer) => {
    const { dossier, events } = readDossierFile(bytes);
    return auditTender(dossier, events);
  };

  describe('a log that was forged and sealed again', () => {
    it('is refused when a consensus score was changed after the award', () => {
      const forged = forge((events) =>
        events.map((event) => {
          const payload = event.payload as { readonly bid: string; readonly scores: readonly object[] };
          if (payload.bid !== 'grutto') return event;
          // What assessors gave as well: a score beyond all of theirs would need a second person.
          if (event.type === 'assessment-submitted') {
            return {
              ...event,
              payload: { ...payload, scores: payload.scores.map((one) => ({ ...one, score: '10' })) },
            };
          }
          return event.type === 'consensus-recorded' ? { ...event, payload: { ...payload, score: '10' } } : event;
        }),
      );
      expect(audit(forged).reRun!.identical).toBe(false);
    });

    it('is refused when an assessment was slipped in after the consensus round opened', () => {
      const forged = forge((events) => {
        const late = events.find((event) => event.type === 'assessment-submitted')!;
        const opened = events.findIndex((event) => event.type === 'consensus-opened');
        return [...events.slice(0, opened + 1), { ...late, at: events[opened]!.at }, ...events.slice(opened + 1)];
      });
      expect(codeOf(() => audit(forged))).toBe('event-not-allowed');
    });

    it('is refused when an assessment was taken out', () => {
      const forged = forge((events) => {
        const place = events.findIndex((event) => event.type === 'assessment-submitted');
        return events.filter((_, index) => index !== place);
      });
      expect(codeOf(() => audit(forged))).toBe('event-not-allowed');
    });

    it('is refused when somebody else than the chair recorded a score', () => {
      const forged = forge((events) =>
        events.map((event) => (event.type === 'consensus-recorded' ? { ...event, actor: 'beoordelaar-1' } : event)),
      );
      expect(codeOf(() => audit(forged))).toBe('event-not-allowed');
    });

    it('is refused when an event has a payload of another shape', () => {
      const forged = forge((events) =>
        events.map((event) => (event.type === 'quality-closed' ? { ...event, payload: { note: 'x' } } : event)),
      );
      expect(codeOf(() => audit(forged))).toBe('event-invalid');
    });

    it('has another head, which the printed report betrays', () => {
      const forged = forge((events) => events.map((event) => ({ ...event, at: '2026-01-01T00:00:00.000Z' })));
      expect(readDossierFile(forged).head).not.toBe(readDossierFile(file).head);
    });
  });
});

describe('a file that is no dossier', () => {
  it.each([
    ['empty', ''],
    ['rules', '{"kind":"tender-rules","id":"x"}\n'],
    ['a picture', '\u0089PNG\r\n\u001a\n'],
    ['JSON in another layout', '[\n1\n]\n'],
  ])('is called that, not damaged: %s', (_, text) => {
    expect(() => readDossierFile(Buffer.from(text, 'latin1'))).toThrow('not-a-dossier');
  });
});
