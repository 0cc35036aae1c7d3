import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostileDossiers } from '../../bench/hostile-dossiers.ts';
import { KIND_NAMES, KINDS, kindOf } from '../../src/actions/kinds.ts';
import { projectRoot } from '../../src/config.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { readDossierFile } from '../../src/exchange/dossier-file.ts';
import { describeFaults, messagesIn } from '../../src/messages/messages.ts';
import { publishedRules, readGolden } from '../support/dossiers.ts';

const ruleSets = publishedRules();
const golden = readGolden('gon-2027-engine-2.dossier.json');

describe('the kinds of dossiers', () => {
  it('are told by how an id starts, and one that is not known is refused', () => {
    expect(KIND_NAMES.map((name) => kindOf(`${KINDS[name].prefix}x-1`))).toEqual(KIND_NAMES);
    expect(() => kindOf('contract-x-1')).toThrow('unknown-kind');
  });

  it('give one verdict: the versions of the procedure, the rules, the engine, and whether the outcome is the same', () => {
    expect(KINDS.tender.verify(golden, ruleSets)).toEqual({
      admissions: [1],
      withheld: 0,
      unchecked: [],
      rules: 'published',
      engine: 2,
      outcome: 'confirmed',
      ownPoints: null,
    });
  });

  it('hold rules that name a published hash against the published file', () => {
    const changed = structuredClone(golden.events) as typeof golden.events;
    const first = changed[0]!.payload as { rules: { title: { nl: string } } };
    first.rules.title.nl = 'Iets anders';
    expect(() => KINDS.tender.verify({ ...golden, events: changed }, ruleSets)).toThrow('rules-differ');
  });
});

/** Whole dossiers and editions of format 2, and one that began in format 1. A file is added for each format and engine, and never changed. */
describe('golden dossiers of format 2', () => {
  const folder = join(projectRoot(), 'data/golden/format-2');
  const verdicts = JSON.parse(readFileSync(join(folder, 'verdicts.json'), 'utf8')) as Record<string, object>;
  const files = readdirSync(folder).filter((name) => name.endsWith('.dossier.json'));

  it('are all those that were written down', () => expect(files.sort()).toEqual(Object.keys(verdicts).sort()));

  it.each(files)('%s has the head and the verdict that it had when it was made', (name) => {
    const read = readDossierFile(readFileSync(join(folder, name)));
    const { withheld, admissions, engine, outcome } = KINDS[kindOf(read.dossier)].verify(read, ruleSets);
    const found = { head: read.head, edition: read.edition.of, verdict: outcome, withheld, admissions, engine };
    expect(found).toEqual(verdicts[name]);
  });
});

describe('a dossier that somebody tampered with', () => {
  it('gets a verdict or words, whatever was changed (12,000 of them in bench/hostile-verify.ts)', () => {
    for (const { what, bytes } of hostileDossiers(150, 11)) {
      try {
        const read = readDossierFile(bytes);
        KINDS[kindOf(read.dossier)].verify(read, ruleSets);
      } catch (error) {
        if (!(error instanceof DomainError)) throw new Error(`${what}: ${String(error)}`, { cause: error });
        for (const text of describeFaults(messagesIn('nl'), error)) expect([what, text]).not.toContain('undefined');
      }
    }
  }, 60_000);
});
