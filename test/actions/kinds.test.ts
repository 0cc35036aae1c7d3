import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostileDossiers } from '../../bench/hostile-dossiers.ts';
import { KIND_NAMES, KINDS, kindOf } from '../../src/actions/kinds.ts';
import { projectRoot } from '../../src/config.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { checkAward } from '../../src/domain/evaluation/check-award.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { readDossierFile } from '../../src/exchange/dossier-file.ts';
import { readEvaluationInput, writeOutcome } from '../../src/exchange/evaluation-file.ts';
import { describeFaults, messagesIn } from '../../src/messages/messages.ts';
import { publishedRules, readGolden } from '../support/dossiers.ts';

const ruleSets = publishedRules();
const golden = readGolden('gon-2027-engine-2.dossier.json');

describe('the kinds of dossiers', () => {
  it('are told by how an id starts, and one that is not known is refused', () => {
    expect(KIND_NAMES.map((name) => kindOf(`${KINDS[name].prefix}x-1`))).toEqual(KIND_NAMES);
    expect(() => kindOf('bid-x-1')).toThrow('unknown-kind');
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
      follows: [],
    });
  });

  it('hold rules that name a published hash against the published file', () => {
    const changed = structuredClone(golden.events) as typeof golden.events;
    const first = changed[0]!.payload as { rules: { title: { nl: string } } };
    first.rules.title.nl = 'Iets anders';
    expect(() => KINDS.tender.verify({ ...golden, events: changed }, ruleSets)).toThrow('rules-differ');
  });
});

/**
 * Whole dossiers and editions of format 2, one that began in format 1, those of the rules that engine 3 knows, one of procedure 6 in which
 * everything goes back, of procedure 7 in which documents come and go, of procedure 8 in which the rules change, of procedure 9 in which letters go out
 * and a judge is waited for; contracts with the award that they follow from; and a purchase plan in which everything happens. Files are added for each
 * format, engine and procedure, and never changed.
 */
describe.each([
  'format-2',
  'engine-3',
  'procedure-6',
  'procedure-7',
  'procedure-8',
  'procedure-9',
  'contract-1',
  'plan-1',
  'succession-1',
])('golden dossiers of %s', (of) => {
  const folder = join(projectRoot(), 'data/golden', of);
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

/** What procedures do not ask yet, such as lots that stay as they are, and rules in more combinations. */
describe('golden evaluations of engine 3', () => {
  const folder = join(projectRoot(), 'data/golden/engine-3');
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const names = readdirSync(folder).flatMap((name) => /^(.*)\.input\.json$/.exec(name)?.[1] ?? []);

  it('are all those that were written down', () =>
    expect(names.sort()).toEqual([
      'exploitatie-sporthal',
      'regios-en-combinaties',
      'teruggezet',
      'vaste-en-ingetrokken-percelen',
    ]));

  it.each(names)('%s gives the outcome of then, to the byte', (name) => {
    const input = readEvaluationInput(text(`${name}.input.json`));
    expect(writeOutcome(evaluate(input))).toBe(text(`${name}.outcome.json`));
    expect(checkAward(input, evaluate(input))).toBeNull();
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
