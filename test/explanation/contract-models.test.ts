import { describe, expect, it } from 'vitest';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import type { PublishedMatrix } from '../../src/domain/decision-matrix/rules.ts';
import { modelsInWords } from '../../src/explanation/contract-models.ts';
import { optionsInWords } from '../../src/explanation/instruments.ts';
import { conclusionInWords } from '../../src/explanation/matrix-conclusion.ts';
import { countsInWords, itemsInWords } from '../../src/explanation/neighbourhood-teams.ts';
import { sourceLine } from '../../src/explanation/sources.ts';
import { en } from '../../src/messages/en.ts';
import { nl } from '../../src/messages/nl.ts';
import { projectRoot } from '../support/http.ts';

const ruleSets = loadRuleSets(`${projectRoot()}/criteria`);
const { rules } = ruleSets.matrices.get('contract-models-2013.v2')!;
const teams = ruleSets.comparisons.get('neighbourhood-teams-2016.v2')!.rules;
const instruments = ruleSets.options.get('demand-led-instruments-2013.v1')!.rules;
const model = (id: string) => modelsInWords(nl, rules).find((one) => one.id === id)!;

/** The same matrix with other scores for one model. */
const rescored = (id: string, scores: Readonly<Record<string, string>>): PublishedMatrix => ({
  ...rules,
  alternatives: rules.alternatives.map((one) =>
    one.id === id ? { ...one, scores: { ...one.scores, ...scores } } : one,
  ),
});

describe('a contract model in words', () => {
  it('has a score on every criterion: symbol, word, meaning and how good it is', () => {
    const { scores } = model('bestuurlijk');
    expect(scores.map(({ criterion }) => criterion)).toEqual(rules.criteria.map(({ name }) => name.nl));
    expect(scores.map(({ symbol, word, tone }) => [symbol, word, tone])).toEqual([
      ['+', 'voldoet', 'best'],
      ['+', 'voldoet', 'best'],
      ['+/-', 'deels', 'middle'],
      ['+/-', 'deels', 'middle'],
      ['+', 'voldoet', 'best'],
    ]);
    expect(scores[2]!.meaning).toBe('Voldoet gedeeltelijk aan het criterium');
  });

  it('is counted, none included', () => {
    expect(model('bestuurlijk').countsText).toBe('3 keer +, 2 keer +/- en geen -');
    expect(model('bcf').countsText).toBe('4 keer +, geen +/- en 1 keer -');
    expect(modelsInWords(en, rules).find(({ id }) => id === 'bcf')!.countsText).toBe('4 times +, no +/- and one -');
  });

  it('says which models are at least as good in everything, and that no weighting makes it the only first', () => {
    expect(model('klassieke-subsidie').standing).toEqual([
      'Bij tellen: gedeelde rang 5 van 13, met 1 keer +, geen +/- en 4 keer -.',
      '“Beleidsgestuurde contractfinanciering (BCF)” scoort op elk criterium minstens even goed, en op ten minste één criterium beter.',
      nl.choose.contractModels.neverFirst,
    ]);
    expect(model('dialoog').standing).toContain(nl.choose.contractModels.neverFirst);
  });

  it('can come first when it is one of the three that no other dominates', () => {
    const first = modelsInWords(nl, rules).filter(({ standing }) =>
      standing.includes(nl.choose.contractModels.canBeFirst),
    );
    expect(first.map(({ id }) => id)).toEqual(['zeeuws', 'bestuurlijk', 'bcf']);
  });

  it('has its procedure with who decides, and its lead time, where the source gives them', () => {
    const { procedure, leadTime } = model('bestuurlijk');
    expect(procedure!.steps).toHaveLength(9);
    expect(procedure!.steps.filter(({ decides }) => decides !== null).map(({ name }) => name)).toEqual([
      'Eerste besluit',
      'Tweede besluit',
    ]);
    expect(leadTime!.months).toBe('2 tot 12 maanden');
    expect(model('bcf').leadTime!.months).toBe('6 maanden');
  });

  it('names every source of what is said of it, also from another chapter', () => {
    expect(model('bestuurlijk').source).toMatch(/Contractering, 3\.1.*Vervoer, bijlage 1/);
  });

  it('says plainly what the source does not give', () => {
    const { pros, cons, notes, fits, leadTime, procedure } = model('veiling');
    expect([pros, cons, notes, fits].map(({ items, none }) => [items, none])).toEqual([
      [[], 'De bron noemt geen voordelen.'],
      [[], 'De bron noemt geen nadelen.'],
      [[], 'De bron noemt geen aandachtspunten.'],
      [[], 'De bron zegt niet waar dit model past.'],
    ]);
    expect([leadTime, procedure]).toEqual([null, null]);
  });
});

describe('the conclusion of the matrix', () => {
  it('is that of the Bijlagenboek 2013 (Contractering, 3.2), by counting, in one sentence', () => {
    const { sentence, outstanding, rule, ofSource } = conclusionInWords(nl, rules);
    expect(sentence).toBe(
      '“Beleidsgestuurde contractfinanciering (BCF)” en “Bestuurlijk aanbesteden” hebben op meer dan de helft van de criteria een +; de bron kiest dezelfde modellen.',
    );
    expect(outstanding).toEqual([
      'Beleidsgestuurde contractfinanciering (BCF): 4 keer +, geen +/- en 1 keer -.',
      'Bestuurlijk aanbesteden: 3 keer +, 2 keer +/- en geen -.',
    ]);
    expect(rule).toContain(nl.choose.contractModels.ruleIsOurs);
    expect(ofSource!.source).toBe('Bron: Bijlagenboek Keuzenota Sociaal Domein 2013, Contractering, 3.2');
  });

  it('says so when counting gives something else than the source', () => {
    const { sentence } = conclusionInWords(
      nl,
      rescored('bcf', { 'bureaucratic-burden': '-', 'joint-development': '-' }),
    );
    expect(sentence).toBe(
      '“Bestuurlijk aanbesteden” heeft op meer dan de helft van de criteria een +; de bron kiest anders: “Bestuurlijk aanbesteden” en “Beleidsgestuurde contractfinanciering (BCF)”.',
    );
  });
});

describe('a matrix of one’s own, without a conclusion of a source', () => {
  it('is counted by the same rule, and nothing is said of a source', () => {
    const { conclusion: _, ...own } = rules;
    const { sentence, rule, ofSource } = conclusionInWords(nl, own);
    expect(sentence).toBe(
      '“Beleidsgestuurde contractfinanciering (BCF)” en “Bestuurlijk aanbesteden” hebben op meer dan de helft van de criteria een +.',
    );
    expect(rule).not.toContain('bron');
    expect(ofSource).toBeNull();
  });
});

describe('the neighbourhood teams of Raadsbrief 2016', () => {
  it('give the counts of the letter itself', () => {
    const counts = countsInWords(nl, teams);
    expect(counts.map(({ value, inSource, inTable, check }) => [value, inSource, inTable, check])).toEqual([
      ['Uitvoering', 7, 7, 'zoals in de brief'],
      ['Regie', 1, 1, 'zoals in de brief'],
      ['Subsidie', 5, 5, 'zoals in de brief'],
      ['Aanbesteed', 2, 2, 'zoals in de brief'],
      ['De gemeente doet het zelf', 1, 1, 'zoals in de brief'],
      ['Stichting', 3, 3, 'zoals in de brief'],
      ['Coöperatie', 2, 2, 'zoals in de brief'],
      ['BV', 0, 0, 'zoals in de brief'],
    ]);
  });

  it('would show a count that differs', () => {
    const changed = { ...teams, counts: teams.counts.map((count) => ({ ...count, count: count.count + 1 })) };
    expect(countsInWords(nl, changed).every(({ same, check }) => !same && check === 'anders dan in de brief')).toBe(
      true,
    );
  });

  it('say which particulars are uncertain', () => {
    const notes = itemsInWords(nl, teams, { model: 'director' }).flatMap((item) => item.notes);
    expect(notes.map(({ uncertain }) => uncertain)).toEqual([false, false, true]);
  });

  it('are filtered on every attribute that is named', () => {
    const names = (filter: Readonly<Record<string, string>>) => itemsInWords(nl, teams, filter).map(({ name }) => name);
    expect(names({})).toHaveLength(8);
    expect(names({ form: 'foundation' })).toEqual(['Arnhem', 'Eindhoven', 'Utrecht']);
    expect(names({ form: 'foundation', finance: 'purchase' })).toEqual(['Utrecht']);
    expect(names({ form: 'private-company' })).toEqual([]);
  });
});

describe('the demand-led instruments', () => {
  it('stand beside what they can be compared with: the main forms, and the variants of one', () => {
    const { main, variants } = optionsInWords(nl, instruments);
    expect(main.map(({ id }) => id)).toEqual(['pgb', 'zin']);
    expect(variants.map(({ of, options }) => [of.id, options.map(({ id }) => id)])).toEqual([
      ['pgb', ['trekkingsrecht', 'persoonsvolgend-budget', 'vouchers']],
    ]);
  });
});

describe('a line of sources', () => {
  it('names each document and each section once', () => {
    const source = (document: string, section: string) => ({ document, section });
    expect(sourceLine(nl, [source('A', '1'), source('A', '2'), source('B', '3'), source('A', '1')])).toBe(
      'Bron: A, 1 en 2; B, 3',
    );
    expect(sourceLine(nl, [])).toBe('');
  });
});
