import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/config.ts';
import { loadRuleSets } from '../../../src/criteria/rule-sets.ts';
import { whoDecides } from '../../../src/domain/contract/access-table.ts';
import { holdAdvice } from '../../../src/domain/contract/advice-list.ts';
import { type BudgetInput, type BudgetSetting, computeBudget } from '../../../src/domain/contract/budget.ts';
import { agree, compareCounts, countColumns, keyFigures } from '../../../src/domain/contract/counted-figures.ts';
import { followGrowthPath } from '../../../src/domain/contract/growth-path.ts';
import type { ContractRules } from '../../../src/domain/contract/rules/contract-rules.ts';
import { awardedInTime, followTerm } from '../../../src/domain/contract/term.ts';
import { DomainError } from '../../../src/domain/errors.ts';
import {
  add,
  type Exact,
  equals,
  exact,
  multiply,
  ratio,
  sum,
  toDecimalText,
  toPlainText,
} from '../../../src/domain/number.ts';

// Every figure of the sources that a rule set of contracts holds, by calculation.

const { contracts } = loadRuleSets(join(projectRoot(), 'criteria'));
const gon2027 = contracts.get('gon-2027.v1')!.rules;
const gon2019 = contracts.get('gon-2019.v1')!.rules;
const transport = contracts.get('transport-2013.v1')!.rules;
const haren = contracts.get('haren-2013.v1')!.rules;

const plain = (value: Exact | null): string | null => value && toPlainText(value);

const setting = (given: Partial<BudgetSetting>): BudgetSetting => ({
  chosen: [],
  firstYear: 2027,
  catchUp: 'ratio',
  keys: [],
  figures: [],
  volumes: [],
  savings: [],
  agreements: [],
  available: [],
  ...given,
});

const budgetOf = (
  { budget, areas }: ContractRules,
  given: Partial<BudgetSetting>,
  other: Partial<BudgetInput> = {},
): ReturnType<typeof computeBudget> =>
  computeBudget({
    rules: budget!,
    areas,
    setting: setting(given),
    lastYear: (given.firstYear ?? 2027) + 3,
    indexes: [],
    asOf: '2027-03-01',
    range: null,
    ...other,
  });

describe('the budget of GON 2027 (Koersnota 2025, 3.3)', () => {
  const inMillions = (given: Partial<BudgetSetting>) => plain(budgetOf(gon2027, given, { lastYear: 2027 }).sum);

  it('is 17.3 million with social activation, and 16.8 without it', () => {
    const { components, sum: total } = budgetOf(gon2027, {});
    const named = components.filter(({ is }) => is === 'in' || is === 'out').map(({ euro }) => euro);
    expect(plain(sum(named))).toBe('17300000');
    expect(plain(total)).toBe('16800000');
    expect(components.map(({ id, is }) => [id, is])).toEqual([
      ['groningen', 'in'],
      ['haren', 'in'],
      ['social-activation', 'out'],
      ['personal-budgets', 'not-chosen'],
    ]);
  });

  it.each([
    ['1900000', '18700000'],
    ['950000', '17750000'],
    ['0', '16800000'],
  ])('with %s euro for fewer personal budgets is %s', (euro, total) => {
    expect(inMillions({ chosen: [{ component: 'personal-budgets', euro }] })).toBe(total);
  });

  it.each([
    ['more than the 1.9 million', { component: 'personal-budgets', euro: '1900000.01' }, 'component-above-maximum'],
    ['social activation', { component: 'social-activation', euro: '1' }, 'component-not-a-choice'],
  ])('takes no %s in', (_, chosen, code) => {
    expect(() => inMillions({ chosen: [chosen] })).toThrow(code);
  });

  it('is 4.2 million for each area by equal shares, at the price level of 2025', () => {
    const indexes = [2026, 2027].map((year) => ({
      year,
      percentage: '0',
      status: 'final' as const,
      publishedOn: '2026-06-01',
      source: 'fictional',
    }));
    const { years } = budgetOf(gon2027, { keys: [{ key: 'equal', weight: '1' }] }, { indexes, lastYear: 2027 });
    expect(years[0]!.shares.map(({ id, euro }) => [id, plain(euro)])).toEqual([
      ['centrum-oude-wijken', '4200000'],
      ['west', '4200000'],
      ['oost-ten-boer', '4200000'],
      ['zuid-haren', '4200000'],
    ]);
  });

  it('is not known in any year while no percentage is recorded: the source gives none', () => {
    const { years, missing } = budgetOf(gon2027, {});
    expect(missing).toEqual([2026, 2027, 2028, 2029, 2030]);
    expect(years.map(({ euro }) => euro)).toEqual([null, null, null, null]);
    expect(gon2027.budget!.priceLevel).toBe(2025);
    expect(gon2027.budget!.indexing!.adviser.nl).toContain('VNG');
  });

  it('has three agreements without a percentage', () => {
    const { agreements } = gon2027.budget!;
    expect(agreements.map(({ kind }) => kind)).toEqual(['risk-sharing', 'policy-valve', 'profit-limit']);
    for (const { description } of agreements) {
      expect(description!.nl).not.toMatch(/%/);
    }
  });
});

describe('the budget of 2019 (Raadsbrief 2020, Kostenbeheersing)', () => {
  const volumes = gon2019.areas.map(({ id }, place) => ({ area: id, euro: `${4000000 + place * 500000}` }));
  const given = { firstYear: 2019, volumes };

  it('decreases: the saving is 1.5 million a year from the fourth year on', () => {
    const { base, years } = budgetOf(gon2019, given, { lastYear: 2026 });
    expect(plain(base)).toBe('19000000');
    expect(years.map(({ year, saving }) => [year, plain(saving)])).toEqual([
      ...[2019, 2020, 2021].map((year) => [year, '0']),
      ...[2022, 2023, 2024, 2025, 2026].map((year) => [year, '1500000']),
    ]);
    expect(plain(years.at(-1)!.euro)).toBe('17500000');
  });

  it('does not save less once the saving is structural, in the third year', () => {
    const savings = [
      { year: 2021, euro: '1000000' },
      { year: 2022, euro: '900000' },
    ];
    expect(plain(budgetOf(gon2019, { ...given, savings }).years[2]!.saving)).toBe('1000000');
    expect(gon2019.budget!.path).toMatchObject({ structuralFrom: 3, fullFrom: 4 });
  });

  it('has no volumes of its own: the letter gives none', () => {
    expect(gon2019.budget!.components).toEqual([]);
    expect(() => budgetOf(gon2019, { firstYear: 2019 })).toThrow('volume-missing');
  });
});

describe('the transport arithmetic (Bijlagenboek 2013, Vervoer, 6)', () => {
  const outcome = budgetOf(transport, { firstYear: 2015 });

  it('is 2,800 clients at 3,136 euro, halved, less a quarter', () => {
    expect(plain(outcome.base)).toBe('8780800');
    expect(outcome.steps.map(({ after }) => plain(after))).toEqual(['4390400', '3292800']);
    expect(plain(outcome.sum)).toBe('3292800');
  });

  it('stays the same every year, and is not divided', () => {
    expect(outcome.years.map(({ euro }) => plain(euro))).toEqual(['3292800', '3292800', '3292800', '3292800']);
    expect(outcome.years.flatMap(({ shares }) => shares)).toEqual([]);
  });
});

describe('the transport advice (Bijlagenboek 2013, Vervoer, 7)', () => {
  const held = (...notPossible: string[]): string[] =>
    holdAdvice(transport.advice!, new Set(notPossible)).map(({ is }) => is);
  const before = ['experiments', 'other-transport', 'continuity'];

  it('stands in the order of the source', () => {
    expect(transport.advice!.pieces.map(({ number }) => number)).toEqual(['1a', '1b', '2', '3', '4']);
  });

  it('joins the running contracts only where 1a, 1b and 2 are not possible', () => {
    expect(held()).toEqual(['holds', 'holds', 'holds', 'not-yet', 'holds']);
    expect(held(...before)).toEqual(['not-possible', 'not-possible', 'not-possible', 'holds', 'holds']);
    for (const still of before) {
      expect(held(...before.filter((one) => one !== still))[3]).toBe('not-yet');
    }
  });
});

describe('the lists of the transport chapter', () => {
  const rowsOf = (id: string) =>
    transport.lists!.find((list) => list.id === id)!.rows.map((row) => row.map(({ en }) => en));

  it('give the extension of each of the six contracts', () => {
    expect(rowsOf('extensions')).toEqual([
      ['Noord-Groningen', '3 years'],
      ['Oost-Groningen', '1 year'],
      ['Zuidwest Groningen', '3 years'],
      ['Noord Drenthe en Haren', '1 year'],
      ['Zuidoost Drenthe', '3 years'],
      ['Zuidwest Drenthe', '2 years, with an option to 3 years'],
    ]);
  });

  it('give the end of the contracts and the time windows', () => {
    expect(rowsOf('ends')).toEqual([
      ['Wmo transport', '31 December 2014'],
      ['Pupil transport', '1 August 2015'],
    ]);
    expect(rowsOf('time-windows')).toEqual([
      ['Pupils', 'to 8:30'],
      ['Day activities', 'to 9:30'],
      ['Wmo', 'after 9:30'],
      ['In the afternoon', '15:00 to 16:00'],
    ]);
  });
});

describe('the terms', () => {
  const run = (rules: ContractRules, extended: number) =>
    followTerm({
      rules: rules.term!,
      start: rules.term!.start!,
      until: null,
      deciding: null,
      decisions: Array.from({ length: extended }, (_, place) => ({
        extension: place + 1,
        extended: true,
        decidedOn: rules.term!.start!,
      })),
      considered: [],
      endedOn: null,
      asOf: rules.term!.start!,
    });

  it('of 2027 are 4 years and three times 3, as an example: to the end of 2039 at most (Koersnota 2025, 3.6)', () => {
    const { periods, sureUntil, latest } = run(gon2027, 0);
    expect(periods.map(({ from, until }) => [from, until])).toEqual([
      ['2027-01-01', '2030-12-31'],
      ['2031-01-01', '2033-12-31'],
      ['2034-01-01', '2036-12-31'],
      ['2037-01-01', '2039-12-31'],
    ]);
    expect([sureUntil, latest]).toEqual(['2030-12-31', '2039-12-31']);
    expect(gon2027.term!.example).toBe(true);
  });

  it('of 2027 ask to consider the growth path before each extension (3.4.1)', () => {
    expect(run(gon2027, 0).periods.map(({ toConsider }) => toConsider)).toEqual([false, true, true, true]);
  });

  it('of 2027 ask for an award by 1 October 2026', () => {
    expect(awardedInTime(gon2027.term!.start!, '2026-10-02')).toEqual({ by: '2026-10-01', holds: false });
  });

  it('of 2019 are 4 years and twice 2: to the end of 2026, where the contracts of today end (Koersnota 2025, 1)', () => {
    const { periods, sureUntil } = run(gon2019, 2);
    expect(periods.map(({ until }) => until)).toEqual(['2022-12-31', '2024-12-31', '2026-12-31']);
    expect(sureUntil).toBe('2026-12-31');
    expect(periods.some(({ toConsider }) => toConsider)).toBe(false);
  });
});

describe('the growth path of 2027 (Koersnota 2025, 3.4.1)', () => {
  const { steps, communityInitiatives, kinds } = gon2027.growthPath!;
  const followed = (figures: [quarter: string, basic: number, additional: number, initiatives: number][]) =>
    followGrowthPath(
      { steps, communityInitiatives: communityInitiatives.minimumPercentage },
      null,
      figures.map(([quarter, basic, additional, initiatives]) => ({
        quarter,
        users: {
          basicVolunteers: initiatives,
          basicProfessionals: basic - initiatives,
          additional,
          communityInitiatives: initiatives,
        },
      })),
      '2031-02-01',
    ).steps;

  it('is met by exactly 15, 30, 50 and 70 of 100 users, and missed by one user less', () => {
    const at = (less: number) =>
      followed([
        ['2027-Q4', 15 - less, 85 + less, 5],
        ['2028-Q4', 30 - less, 70 + less, 5],
        ['2029-Q4', 50 - less, 50 + less, 8],
        ['2030-Q4', 70 - less, 30 + less, 11],
      ]);
    expect(at(0).map(({ status, missing }) => [status, missing])).toEqual(Array(4).fill(['met', 0]));
    expect(at(1).map(({ status, missing }) => [status, missing])).toEqual(Array(4).fill(['missed', 1]));
  });

  it('asks at least 15 of 100 users of basic support in community initiatives', () => {
    const [first] = followed([['2027-Q4', 100, 0, 14]]);
    expect(first!.community).toEqual({ met: false, missing: 1 });
    expect(followed([['2027-Q4', 100, 0, 15]])[0]!.community).toEqual({ met: true, missing: 0 });
  });

  it('knows the three kinds of support, in their order', () => {
    expect(kinds.map(({ kind }) => kind)).toEqual(['basic-volunteers', 'basic-professionals', 'additional']);
  });
});

describe('continuity and evaluation', () => {
  it('compare with the 90% of existing providers of 2019', () => {
    expect(gon2027.continuity!.reference!.contractedPercentage).toBe('90');
    expect(gon2027.continuity!.subjects.map(({ id }) => id)).toEqual([
      'users',
      'subcontractors',
      'basic-support',
      'staff',
    ]);
  });

  it('have the same seven goals, and three levels of contract management', () => {
    const ids = (rules: ContractRules) => rules.evaluation!.goals.map(({ id }) => id);
    expect(ids(gon2027)).toEqual([
      'transformation',
      'participation-and-wmo',
      'area-cooperation',
      'subcontractors',
      'cost-control',
      'grip',
      'user-experience',
    ]);
    expect(ids(gon2019)).toEqual(ids(gon2027));
    expect(new Set(gon2027.evaluation!.goals.map(({ level }) => level)).size).toBe(3);
  });

  it('of 2019 tell of each goal, and of each lead provider by name', () => {
    const { areas, findings, year } = gon2019.evaluation!.past!;
    expect(year).toBe(2019);
    expect(areas.map(({ area, provider }) => [area.nl, provider])).toEqual([
      ['Centrum en Oude Wijken', 'Ben in de buurt'],
      ['Oost en Ten Boer', 'At Home First'],
      ['Zuid', 'Zuid Vooruit'],
      ['West', 'Ben in de buurt'],
    ]);
    const providers = new Set(areas.map(({ provider }) => provider));
    expect(providers.size).toBe(3);
    expect(new Set(findings.flatMap(({ provider }) => provider ?? []))).toEqual(providers);
    expect(new Set(findings.map(({ goal }) => goal))).toEqual(new Set(gon2019.evaluation!.goals.map(({ id }) => id)));
    const count = (name: string) => findings.filter(({ provider }) => provider === name).length;
    expect([count('Ben in de buurt'), count('At Home First'), count('Zuid Vooruit')]).toEqual([7, 4, 4]);
  });

  it.each([
    ['subcontractors', /90%/],
    ['user-experience', /geen officiële klachten/],
    ['user-experience', /uitgesteld/],
    ['cost-control', /binnen hun budget/],
    ['cost-control', /€ 1,5 miljoen per jaar/],
    ['participation-and-wmo', /verwijzingen .* bleef achter/],
    ['area-cooperation', /werkdruk/],
    ['grip', /bestuurlijk, strategisch en operationeel/],
  ])('of 2019 say under %s what the letter says: %s', (goal, words) => {
    const said = gon2019.evaluation!.past!.findings.filter((one) => one.goal === goal);
    expect(said.some(({ finding }) => words.test(finding.nl))).toBe(true);
  });
});

describe('access (Koersnota 2025, 3.5)', () => {
  const { access } = gon2027;
  const decided = (support: string, moment: string, direction: string) => {
    const { decides, evaluation } = whoDecides(access!, { support, moment, direction });
    return { parties: decides.map(({ party }) => party), evaluation: evaluation.en };
  };

  it('lets residents into a community initiative directly', () => {
    expect(decided('initiative', 'new', 'self').parties).toEqual(['resident']);
  });

  it('has WIJ set the goals, and the lead provider decide kind, hours, performer and duration', () => {
    expect(decided('basic', 'new', 'self').parties).toEqual(['wij', 'lead-provider']);
  });

  it('gives WIJ the last word on additional support, before the municipality takes the decision', () => {
    expect(decided('additional', 'new', 'wij').parties).toEqual(['wij', 'lead-provider', 'wij', 'municipality']);
  });

  it('leaves a renewal to the lead provider, who consults WIJ where there is reason to', () => {
    expect(decided('additional', 'renewal', 'self').parties).toEqual(['lead-provider']);
    const { decides } = whoDecides(access!, { support: 'additional', moment: 'renewal-consult', direction: 'self' });
    expect(decides.map(({ on }) => on.en)).toEqual([expect.stringContaining('in consultation with WIJ Groningen')]);
  });

  it('evaluates where the resident cannot direct it: additional support when the decision ends', () => {
    expect(decided('basic', 'new', 'wij').evaluation).toBe('WIJ Groningen takes the initiative to evaluate.');
    expect(decided('additional', 'new', 'wij').evaluation).toContain('the moment the decision ends');
    expect(decided('additional', 'new', 'self').evaluation).toContain('The resident directs it');
  });

  it('has no row that no case comes to', () => {
    const reached = new Set<string>();
    const answers = access!.questions.map((question) => question.answers.map(({ id }) => id));
    for (const support of answers[0]!)
      for (const moment of answers[1]!)
        for (const direction of answers[2]!) reached.add(whoDecides(access!, { support, moment, direction }).id);
    expect(access!.rows.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });

  it('answers no case that is not asked', () => {
    expect(() => whoDecides(access!, { support: 'basic' })).toThrow(DomainError);
  });
});

describe('the figures of Haren (Bijlagenboek 2013, Cliëntgegevens Haren)', () => {
  const figures = haren.figures!;
  const table = (id: string) => figures.tables.find((one) => one.id === id)!;
  const counted = (id: string) => countColumns(table(id)).map((column) => plain(column.counted));
  const compared = (id: string) =>
    compareCounts(figures, figures.comparisons.find((comparison) => comparison.id === id)!);

  it('count 18,721 residents, per village and age', () => {
    expect([...keyFigures(figures, 'population')]).toEqual([
      ['glimmen', '1340'],
      ['haren', '10885'],
      ['noordlaren', '571'],
      ['onnen', '716'],
      ['oosterhaar', '5209'],
    ]);
    expect(counted('population')).toEqual(['18721']);
    expect(counted('population-by-age')).toEqual(['1340', '10885', '571', '716', '5209', '18721']);
    for (const { values } of table('population-by-age').rows) {
      const villages = values.slice(0, -1).map((value) => exact(value!));
      expect(plain(villages.reduce(add))).toBe(values.at(-1));
    }
  });

  it('have the villages as areas, with a key to divide by', () => {
    expect([...keyFigures(figures, 'population').keys()]).toEqual(haren.areas.map(({ id }) => id));
  });

  it('give the Wmo provisions, which do not add up to the unique people', () => {
    expect(table('wmo-provisions').rows.map(({ values }) => values[0])).toEqual(['140', '338', '731', '1152']);
    expect(table('wmo-people').rows[0]!.values).toEqual(['1220']);
    expect(counted('wmo-provisions')).toEqual(['2361']);
    expect(table('wmo-provisions').totals).toBeUndefined();
  });

  it.each(['use-by-age', 'use-by-village'])('count AWBZ 399, ZVW 202, BJZ 176 and Wmo 1,220 in %s', (id) => {
    expect(counted(id)).toEqual(['399', '202', '176', '1220']);
  });

  it('stack 0 to 3 schemes for 17,066, 1,358, 267 and 30 residents, in all and by village', () => {
    expect(table('stacking').rows.map(({ values }) => values[0])).toEqual(['17066', '1358', '267', '30']);
    expect(counted('stacking-by-village')).toEqual(['17066', '1358', '267', '30']);
  });

  it('leave empty what the source leaves empty', () => {
    const empty = figures.tables.flatMap(({ id, rows }) =>
      rows.flatMap((row) => (id !== 'participation' && row.values.includes(null) ? [`${id}/${row.id}`] : [])),
    );
    expect(empty).toEqual(['stacking-by-village/onnen']);
    expect(countColumns(table('stacking-by-village')).map(({ unknown }) => unknown)).toEqual([0, 0, 0, 1]);
  });

  it('count 1,164 in participation, 10.9% of the working population of 10,698', () => {
    expect(counted('participation')[0]).toBe('1164');
    expect(toDecimalText(multiply(ratio(1164n, 10698n), exact('100')), 1)).toBe('10.9');
  });

  it('have no printed total that differs from the count', () => {
    const gaps = figures.tables.flatMap((one) =>
      countColumns(one).flatMap(({ column, gap }) => (gap && !equals(gap, exact('0')) ? [`${one.id}/${column}`] : [])),
    );
    expect(gaps).toEqual([]);
  });

  it('contradict themselves by 15: 1,982 against 1,997', () => {
    const { results, gap } = compared('arrangements');
    expect([...results.map(plain), plain(gap)]).toEqual(['1982', '1997', '15']);
  });

  it('contradict themselves in the working population as well: 10,698 against 9,977 residents of that age', () => {
    const { results, gap } = compared('working-age');
    expect([...results.map(plain), plain(gap)]).toEqual(['10698', '9977', '721']);
  });

  it.each([
    ['pairs', '357'],
    ['residents', '18721'],
    ['wmo-users', '1220'],
  ])('agree on %s: %s', (id, number) => {
    const outcome = compared(id);
    expect(agree(outcome)).toBe(true);
    expect(outcome.results.map(plain)).toEqual([number, number]);
  });

  it('divide any sum of another budget over the villages to the cent', () => {
    const figuresOf = [...keyFigures(figures, 'population')].map(([area, figure]) => ({
      key: 'population' as const,
      area,
      figure,
    }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 190_000_000 }), (cents) => {
        const euro = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const given = {
          firstYear: 2025,
          chosen: [{ component: 'personal-budgets', euro }],
          keys: [{ key: 'population' as const, weight: '1' }],
          figures: figuresOf,
        };
        const [year] = budgetOf(gon2027, given, { areas: haren.areas, lastYear: 2025 }).years;
        expect(plain(sum(year!.shares.map((share) => share.euro)))).toBe(plain(year!.euro));
      }),
      { numRuns: 50 },
    );
  });
});
