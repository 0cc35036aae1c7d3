import { describe, expect, it } from 'vitest';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import { analyse } from '../../src/domain/decision/analyse.ts';
import { startWeighing, type Weighing } from '../../src/domain/decision/weighing.ts';
import { expandMatrix, OWN_WEIGHING } from '../../src/domain/decision-matrix/own-matrix.ts';
import { type MatrixRules, matrixOf, type PublishedMatrix } from '../../src/domain/decision-matrix/rules.ts';
import { modelsInWords } from '../../src/explanation/contract-models.ts';
import { decisionInWords } from '../../src/explanation/decision.ts';
import { conclusionInWords } from '../../src/explanation/matrix-conclusion.ts';
import { sourceLine } from '../../src/explanation/sources.ts';
import type { Language } from '../../src/messages/language.ts';
import { forMatrix, messagesIn } from '../../src/messages/messages.ts';
import { projectRoot } from '../support/http.ts';
import { faultsOf, ODD_NAMES, textsIn } from '../support/language.ts';

const ruleSets = loadRuleSets(`${projectRoot()}/criteria`);
const published = ruleSets.matrices.get('contract-models-2013.v1')!.rules;

const both = (text: string) => ({ nl: text, en: text });
const oddName = (index: number): string => `${ODD_NAMES[index % ODD_NAMES.length]} M${index} B.V.`;

/** The published matrix with odd names for its models and criteria; what the sources say is left out, as it is not ours. */
const odd: PublishedMatrix = {
  ...published,
  alternatives: published.alternatives.map((one, index) => ({
    ...one,
    name: both(oddName(index)),
    description: both('Zie het plan'),
    pros: [],
    cons: [],
    notes: [],
    fits: [],
    leadTime: undefined,
    procedure: undefined,
  })),
  criteria: published.criteria.map((one, index) => ({
    ...one,
    name: both(oddName(50 + index)),
    question: both('Wat is de vraag?'),
  })),
  purchaseKinds: published.purchaseKinds.map((one) => ({ ...one, name: both('Vervoer'), advice: both('Kies X B.V.') })),
};
const [first, second] = odd.criteria;
const [model] = odd.alternatives;

const own = expandMatrix({
  title: oddName(90),
  scale: ['10', { symbol: '+', value: '7.5', meaning: 'Goed' }, '0'],
  criteria: [oddName(60), { name: oddName(61), question: 'Wat is de vraag?' }, oddName(62)],
  alternatives: Array.from({ length: 7 }, (_, index) => ({
    name: oddName(index),
    scores: ['10', '+', '0'].map((_, at, all) => all[(index * (at + 1)) % 3]!),
  })),
});

const start = (rules: MatrixRules): Weighing => startWeighing(matrixOf(rules), 1);
const weighings: Readonly<Record<string, (rules: MatrixRules) => Weighing>> = {
  'all criteria alike': start,
  'one criterion alone': (rules) => ({
    ...start(rules),
    weights: Object.fromEntries(rules.criteria.map(({ id }, index) => [id, index === 0 ? '1' : '0'])),
  }),
  'an order of criteria and levels without values': (rules) => ({
    ...start(rules),
    values: 'ordinal',
    ordering: [{ heavier: rules.criteria[0]!.id, lighter: rules.criteria[1]!.id }],
  }),
  'weights that are no whole number, and a kind of purchase': (rules) => ({
    ...start(rules),
    weights: Object.fromEntries(rules.criteria.map(({ id }, index) => [id, ['2.5', '1', '0.3'][index % 3]!])),
    purchaseKind: rules.purchaseKinds[0]?.id ?? null,
  }),
};
const other = odd.alternatives[1]!.scores[first!.id] === '+' ? '-' : '+';
const departures: Weighing['adjustments'] = [
  { kind: 'exclude', alternative: model!.id, reason: 'Past niet bij Zorg B.V.' },
  {
    kind: 'change-score',
    alternative: odd.alternatives[1]!.id,
    criterion: first!.id,
    symbol: other,
    reason: 'Ervaring',
  },
  { kind: 'minimum', criterion: second!.id, symbol: '+/-' },
];

const languages: readonly Language[] = ['nl', 'en'];

/** What is wrong with all texts of a value. */
const faultsIn = (words: object, language: Language): string[] => [
  ...new Set(
    textsIn(words)
      .filter(({ text }) => text !== '')
      .flatMap(({ place, text }) => faultsOf(text, language).map((fault) => `${place}: ${fault}: ${text}`)),
  ),
];

describe.each(languages)('every text about a choice in %s', (language) => {
  const m = messagesIn(language);
  const told = (rules: MatrixRules, weighing: Weighing) =>
    decisionInWords(forMatrix(m, rules), rules, weighing, analyse(matrixOf(rules), weighing));

  it.each(Object.keys(weighings))('is sound with %s', (name) => {
    const weighing = weighings[name]!(odd);
    expect(faultsIn(told(odd, weighing), language)).toEqual([]);
  });

  it('is sound with departures from the matrix', () => {
    const words = told(odd, { ...start(odd), adjustments: departures });
    expect(words.adjustments.length).toBeGreaterThan(2);
    expect(faultsIn(words, language)).toEqual([]);
  });

  it.each(Object.keys(weighings))('is sound for a matrix of one’s own, %s', (name) => {
    expect(faultsIn(told(own, weighings[name]!(own)), language)).toEqual([]);
  });

  it('is sound for the models by themselves, and for what counting concludes', () => {
    const words = {
      models: modelsInWords(m, odd),
      conclusion: conclusionInWords(m, { ...odd, conclusion: undefined }),
    };
    // A model of the source may be described in its own words; ours are the counts, the standing and the names.
    const ours = textsIn(words).filter(({ place }) => /countsText|standing|sentence|outstanding|rule$/.test(place));
    expect(ours.length).toBeGreaterThan(10);
    expect(
      ours.flatMap(({ place, text }) => faultsOf(text, language).map((fault) => `${place}: ${fault}: ${text}`)),
    ).toEqual([]);
  });
});

describe('the words for a weighing', () => {
  const nl = messagesIn('nl');
  const words = decisionInWords(nl, published, start(published), analyse(matrixOf(published), start(published)));

  it('give decimals where people read them; the fraction is for the auditor', () => {
    expect(JSON.stringify(words)).not.toMatch(/"[^"+]*\b\d+\/\d+/);
  });

  it('say of a bound that is not included that it is just over or under', () => {
    const bounds = words.stability.flatMap(({ from, to }) => [from, to]);
    expect(bounds.every((bound) => /^(boven |tot )?\d+,\d%$|^–$/.test(bound))).toBe(true);
  });

  it('name the own weighing as a source in the language of the reader', () => {
    const sources = [{ document: OWN_WEIGHING, section: '1' }];
    expect(sourceLine(nl, sources)).toBe('Bron: Eigen afweging, 1');
    expect(sourceLine(messagesIn('en'), sources)).toBe('Source: Own weighing, 1');
  });

  it('call what a matrix of one’s own compares an alternative, never a model', () => {
    for (const [m, word] of [
      [nl, /model/i],
      [messagesIn('en'), /\bmodel/i],
    ] as const) {
      const told = decisionInWords(forMatrix(m, own), own, start(own), analyse(matrixOf(own), start(own)));
      expect(JSON.stringify(told)).not.toMatch(word);
      expect(Object.values(forMatrix(m, own).decision.choose).join()).not.toMatch(word);
    }
  });

  it('draw a sum against the best level of the scale, and leave out a legal title that there is not', () => {
    const told = decisionInWords(nl, own, start(own), analyse(matrixOf(own), start(own)));
    expect(told.full).toBe(10);
    expect(told.rows.every(({ length }) => length <= 10)).toBe(true);
    expect(told.rows.map(({ note }) => note).join()).not.toMatch(/undefined|^ ·/);
    expect(told.adjustmentsTitle).toBe('Afwijkingen van het afwegingskader');
  });
});
