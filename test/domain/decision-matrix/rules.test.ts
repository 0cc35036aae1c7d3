import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { symbolAt } from '../../../src/domain/decision-matrix/matrix.ts';
import {
  type ComparisonRules,
  countItems,
  type DecisionRules,
  matrixOf,
  type OptionRules,
  type PublishedMatrix,
  readDecisionRules,
} from '../../../src/domain/decision-matrix/rules.ts';
import { DomainError } from '../../../src/domain/errors.ts';

const folder = new URL('../../../criteria/contract-models/', import.meta.url);
const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const read = (file: string): DecisionRules => readDecisionRules(json(file), file);

const MODELS = 'contract-models-2013.v2.json';
const TEAMS = 'neighbourhood-teams-2016.v2.json';
const INSTRUMENTS = 'demand-led-instruments-2013.v1.json';

/** The details of the error after one value of a published file is replaced; a value of undefined removes it. */
function spoilt(file: string, path: string, value: unknown): Readonly<Record<string, unknown>> | null {
  const rules = json(file);
  const keys = path.split('.');
  const last = keys.pop()!;
  const place = keys.reduce((node, key) => node[key] as Node, rules as Node);
  if (value === undefined) delete place[last];
  else place[last] = value;
  try {
    readDecisionRules(rules, file);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'rule-set-invalid') throw error;
    return error.details;
  }
}
type Node = { [key: string]: unknown };

describe('the rule sets of the contract models', () => {
  it('are valid, and each file is named after its id and version', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(files).toEqual(expect.arrayContaining([MODELS, TEAMS, INSTRUMENTS]));
    for (const file of files) {
      const { id, version } = read(file);
      expect(file).toBe(`${id}.v${version}.json`);
    }
  });

  it('hold the 13 x 5 matrix of the Bijlagenboek 2013 (Contractering, 3.2)', () => {
    const rows = {
      zeeuws: '+ +/- + - -',
      'dynamisch-selectie': '- +/- - - -',
      bestuurlijk: '+ + +/- +/- +',
      dialoog: '- - - - +/-',
      catalogus: '- - + - -',
      'een-op-een': '- +/- + - -',
      'per-client': '- - + - -',
      'mini-competitie': '- +/- - - -',
      klassiek: '- +/- - - -',
      veiling: '- +/- - - -',
      bcf: '+ - + + +',
      subsidietender: '- - - +/- -',
      'klassieke-subsidie': '- - - + -',
    };
    const matrix = matrixOf(read(MODELS) as PublishedMatrix);
    const found = matrix.alternatives.map((id) => [
      id,
      matrix.criteria.map((criterion) => symbolAt(matrix, id, criterion)).join(' '),
    ]);
    expect(Object.fromEntries(found)).toEqual(rows);
  });

  it('give the procedures of bestuurlijk aanbesteden (nine steps) and bcf, and the lead times', () => {
    const { alternatives } = read(MODELS) as PublishedMatrix;
    const steps = alternatives.flatMap(({ id, procedure }) => (procedure ? [[id, procedure.length]] : []));
    expect(steps).toEqual([
      ['bestuurlijk', 9],
      ['bcf', 3],
    ]);
    expect(alternatives.find(({ id }) => id === 'bestuurlijk')?.leadTime?.months).toEqual({ minimum: 2, maximum: 12 });
    expect(alternatives.find(({ id }) => id === 'bcf')?.leadTime?.months).toEqual({ minimum: 6, maximum: 6 });
  });

  it('conclude the covenant in step 7 and leave open where the lead time to it ends (Contractering, 3.2 under a)', () => {
    const { alternatives } = read(MODELS) as PublishedMatrix;
    const { procedure, leadTime } = alternatives.find(({ id }) => id === 'bestuurlijk')!;
    expect(leadTime!.until).toEqual([procedure![4]!.id, procedure![7]!.id]);
    expect(leadTime!.description.nl).toContain('De bron zegt niet waar dat eindigt');
    expect(procedure![4]!.description.nl).toContain('kan het convenant worden opgesteld');
    expect(procedure![7]!.description.nl).toContain('wordt het hoofdconvenant gesloten');
    expect(procedure![8]!.description.nl).toContain('op Europees niveau');
    expect(procedure![8]!.description.nl).toContain('als zij het onderschrijven');
  });

  it('tell which model the carriers favour for transport, and advise none (transport chapter)', () => {
    const { purchaseKinds, alternatives } = read(MODELS) as PublishedMatrix;
    const transport = purchaseKinds.find(({ id }) => id === 'simple-stand-alone')!;
    expect(transport.advice.nl).toContain('vervoerders geven bij vervoer zelf de voorkeur aan bestuurlijk aanbesteden');
    expect(transport.sources.some(({ section }) => section.startsWith('Vervoer'))).toBe(true);
    expect(transport.alternatives).toEqual([]);
    const { notes } = alternatives.find(({ id }) => id === 'bestuurlijk')!;
    expect(notes.some(({ text }) => text.nl.startsWith('Regionale vervoerders'))).toBe(true);
  });

  it('hold the table of the Raadsbrief 2016: kind, steering, participation and cooperation per municipality', () => {
    const { items } = read(TEAMS) as ComparisonRules;
    const columns = ['kind', 'influence', 'participation', 'cooperation'];
    const rows = items.map(({ id, facts }) => [id, ...columns.map((column) => facts[column])].join(' '));
    expect(rows).toEqual([
      'arnhem first-line order-statutes supervisors-first-year development-operations',
      'dordrecht first-line subsidy-relation none not-named',
      'eindhoven first-line order-statutes none development-operations',
      'gouda first-line subsidy-relation none not-named',
      'leeuwarden first-line subsidy-relation none not-named',
      's-hertogenbosch first-line-direction direct not-applicable not-named',
      'utrecht first-line-wmo none-named none not-named',
      'zaanstad first-line-wmo contract-management none not-named',
    ]);
  });

  it('mark what the Raadsbrief 2016 leaves unclear', () => {
    const { items } = read(TEAMS) as ComparisonRules;
    const unclear = (id: string) => items.find((item) => item.id === id)!.notes.filter(({ uncertain }) => uncertain);
    expect(unclear('s-hertogenbosch').map(({ text }) => text.nl)).toEqual([expect.stringContaining('lumpsum')]);
    expect(unclear('utrecht')).toEqual([]);
  });

  it.each([TEAMS, 'neighbourhood-teams-2016.v1.json'])(
    'reproduce the counts of the Raadsbrief 2016 from the table of eight municipalities: %s',
    (file) => {
      const teams = read(file) as ComparisonRules;
      expect(teams.items).toHaveLength(8);
      expect(teams.counts.length).toBeGreaterThan(0);
      for (const { attribute, value, count } of teams.counts) {
        expect([attribute, value, countItems(teams, attribute, value)]).toEqual([attribute, value, count]);
      }
    },
  );

  it('name the three variants of the personal budget', () => {
    const { options } = read(INSTRUMENTS) as OptionRules;
    const variants = options.filter(({ variantOf }) => variantOf === 'pgb').map(({ id }) => id);
    expect(variants).toEqual(['trekkingsrecht', 'persoonsvolgend-budget', 'vouchers']);
  });
});

describe('a rule set that is wrong', () => {
  it.each<[what: string, file: string, path: string, value: unknown, reason: RegExp]>([
    ['a missing cell', MODELS, 'alternatives.3.scores.joint-purchasing', undefined, /missing/],
    ['an unknown symbol', MODELS, 'alternatives.0.scores.joint-development', '++', /unknown symbol \+\+/],
    ['a score on an unknown criterion', MODELS, 'alternatives.0.scores.price', '+', /unknown column/],
    ['a duplicate alternative', MODELS, 'alternatives.5.id', 'zeeuws', /duplicate id zeeuws/],
    ['a duplicate criterion', MODELS, 'criteria.1.id', 'provider-cooperation', /duplicate id/],
    ['an unknown legal title', MODELS, 'alternatives.2.legalTitle', 'handshake', /unknown id handshake/],
    ['advice for an unknown model', MODELS, 'purchaseKinds.0.alternatives', ['lottery'], /unknown id lottery/],
    ['a scale that rises', MODELS, 'scale.1.value', '2', /decrease/],
    ['a value that is not a number', MODELS, 'scale.1.value', 'half', /not a decimal number/],
    ['a lead time that ends before it begins', MODELS, 'alternatives.2.leadTime.months.maximum', 1, /minimum/],
    ['an unknown kind of file', MODELS, 'kind', 'poem', /./],
    ['a lead time until an unknown step', MODELS, 'alternatives.2.leadTime.until', 'signing', /unknown id signing/],
    ['a text in one language', MODELS, 'title.en', undefined, /./],
    ['a statement without a source', MODELS, 'alternatives.2.pros.0.sources', [], /./],
    ['a fact outside the values of its attribute', TEAMS, 'items.2.facts.finance', 'gift', /unknown value gift/],
    ['a missing fact', TEAMS, 'items.7.facts.form', undefined, /missing/],
    ['a variant of itself', INSTRUMENTS, 'options.2.variantOf', 'trekkingsrecht', /unknown id/],
  ])('with %s names file, path and what is wrong', (_, file, path, value, what) => {
    const { fault, ...rest } = spoilt(file, path, value)!;
    expect(rest).toEqual({ file, path });
    expect(JSON.stringify(fault)).toMatch(what);
  });

  it('with an unknown key names the key', () => {
    expect(spoilt(MODELS, 'alternatives.1.rating', 5)).toEqual({
      file: MODELS,
      path: 'alternatives.1',
      fault: { kind: 'unknown-field', field: 'rating' },
    });
  });
});
