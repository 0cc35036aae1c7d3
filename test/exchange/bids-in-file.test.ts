import { describe, expect, it } from 'vitest';
import { caseOf, outcomeOf, pointsOf, quality, totalsIn, winnersIn } from '../support/case.ts';
import { errorOf } from '../support/refusal.ts';

const scale = { maximum: 10, decimals: 2 };
const proportional = { kind: 'proportional' };

describe('weights', () => {
  it('three equal sub-criteria of 15 points: no weight anywhere below', () => {
    const outcome = outcomeOf({
      rules: {
        scale,
        weightsTotal: 45,
        criteria: [{ name: 'Plan', weight: 45, children: [{ name: 'A' }, { name: 'B' }, { name: 'C' }] }],
      },
      bids: [{ bidder: 'x', scores: { A: 10, B: 5, C: 0 } }],
    });
    expect(pointsOf(outcome, 'x')).toEqual({ plan: '22.5', a: '15', b: '7.5', c: '0' });
  });

  it('thirds of a hundred are exact, and three perfect scores are all points', () => {
    const criteria = [{ name: 'A' }, { name: 'B' }, { name: 'C' }];
    const outcome = outcomeOf({
      rules: { scale, criteria },
      bids: [{ bidder: 'x', scores: { A: 10, B: 10, C: 10 } }],
    });
    expect(totalsIn(outcome)).toEqual(['x 100']);
    expect(outcome.lots[0]!.ranking[0]!.lines.map(({ weight }) => weight)).toEqual(['100/3', '100/3', '100/3']);
  });

  it('points below the top, and a share of the whole', () => {
    const outcome = outcomeOf({
      rules: {
        scale,
        criteria: [
          {
            name: 'Q',
            share: '3/5',
            weightsIn: 'points',
            children: [
              { name: 'A', weight: 25 },
              { name: 'B', weight: 20 },
              { name: 'C', weight: 15 },
            ],
          },
        ],
        price: { weight: 40, points: proportional },
        onWithdrawal: 're-rank',
      },
      bids: [{ bidder: 'x', scores: { A: 8, B: 5, C: 10 }, price: 100 }],
    });
    expect(pointsOf(outcome, 'x')).toEqual({ q: '45', a: '20', b: '10', c: '15' });
    expect(totalsIn(outcome)).toEqual(['x 85']);
  });
});

describe('a scale of its own', () => {
  it('marks above the weight are converted: 123 of 150 on 80 points', () => {
    const outcome = outcomeOf({
      rules: {
        criteria: [{ name: 'Q', weight: 80, scale: { maximum: 150 } }],
        weightsTotal: 80,
      },
      bids: [{ bidder: 'x', scores: { Q: 123 } }],
    });
    expect(totalsIn(outcome)).toEqual(['x 65.6']);
  });

  it('yes or no, and a knock-out that scores nothing', () => {
    const file = (iso: number) => ({
      rules: {
        criteria: [
          { name: 'Keurmerk', weight: 100, scale: 'yes-no' },
          { name: 'ISO', knockOut: true },
        ],
      },
      bids: [
        { bidder: 'x', scores: { Keurmerk: 1, ISO: iso } },
        { bidder: 'y', scores: { Keurmerk: 0, ISO: 1 } },
      ],
    });
    expect(totalsIn(outcomeOf(file(1)))).toEqual(['x 100', 'y 0']);
    const knockedOut = outcomeOf(file(0));
    expect(totalsIn(knockedOut)).toEqual(['y 0']);
    expect(knockedOut.lots[0]!.setAside).toMatchObject([
      { bid: 'x', belowMinimum: [{ criterion: 'iso', score: '0', minimum: '1' }] },
    ]);
  });

  it('names the scale when a score lies outside it', () => {
    const file = {
      rules: { criteria: [{ name: 'Q', weight: 100, scale: { minimum: 1, maximum: 10 } }] },
      bids: [{ bidder: 'x', scores: { Q: 0 } }],
    };
    expect(errorOf(() => caseOf(file))).toMatchObject({
      code: 'score-below-minimum',
      details: { minimum: '1', maximum: '10' },
    });
  });
});

describe('the mean or the median of assessors', () => {
  const file = (scoreFrom: unknown, scores: readonly number[]) => ({
    rules: { scale: { maximum: 10 }, criteria: [{ name: 'Q', weight: 100, scoreFrom }] },
    bids: [{ bidder: 'x', scores: { Q: scores } }],
  });

  it('is exact: of 7, 8 and 8 the mean is 23/3', () => {
    const outcome = outcomeOf(file('mean', [7, 8, 8]));
    expect(outcome.lots[0]!.ranking[0]).toMatchObject({ exactTotal: '230/3', lines: [{ score: '23/3' }] });
  });

  it('is rounded where that was announced, half up', () => {
    expect(totalsIn(outcomeOf(file({ kind: 'mean', decimals: 1 }, [7, 8, 8])))).toEqual(['x 77']);
    expect(totalsIn(outcomeOf(file('median', [2, 9, 7])))).toEqual(['x 70']);
    expect(totalsIn(outcomeOf(file('median', [2, 9, 7, 8])))).toEqual(['x 75']);
  });
});

describe('a criterion that is measured', () => {
  const measured = (points: object, better: 'lower' | 'higher', values: Readonly<Record<string, number>>, rest = {}) =>
    outcomeOf({
      rules: {
        criteria: [{ name: 'Waarde', weight: 100, measured: { unit: 'dagen', better, points, ...rest } }],
        onWithdrawal: 're-rank',
      },
      bids: Object.entries(values).map(([bidder, value]) => ({ bidder, values: { Waarde: value } })),
    });

  it.each([
    ['lowest / own', proportional, 'lower', { a: 10, b: 20 }, ['a 100', 'b 50']],
    ['own / highest', proportional, 'higher', { a: 20, b: 15 }, ['a 100', 'b 75']],
    ['between bounds', { kind: 'bounds', floor: 10, ceiling: 50 }, 'lower', { a: 10, b: 20 }, ['a 100', 'b 75']],
    ['between bounds', { kind: 'bounds', floor: 10, ceiling: 50 }, 'higher', { a: 40, b: 20 }, ['a 75', 'b 25']],
    ['between the ends', { kind: 'bounds' }, 'higher', { a: 40, b: 20, c: 10 }, ['a 100', 'b 100/3', 'c 0']],
    ['per step', { kind: 'steps', step: 5, points: 10 }, 'lower', { a: 10, b: 20 }, ['a 100', 'b 80']],
    ['per step', { kind: 'steps', step: 5, points: 10 }, 'higher', { a: 20, b: 10 }, ['a 100', 'b 80']],
    ['capped rule of three', { ...proportional, reference: 20 }, 'lower', { a: 10, b: 40 }, ['a 100', 'b 50']],
    ['capped rule of three', { ...proportional, reference: 20 }, 'higher', { a: 40, b: 5 }, ['a 100', 'b 25']],
    ['straight line', { kind: 'linear', zeroAt: 50 }, 'higher', { a: 20, b: 15 }, ['a 100', 'b 50']],
    ['saving', { kind: 'saving', reference: 10 }, 'higher', { a: 30, b: 15 }, ['a 100', 'b 25']],
    ['logarithmic', { kind: 'logarithmic', zeroAt: 4, decimals: 2 }, 'higher', { a: 40, b: 20 }, ['a 100', 'b 50']],
    [
      'own formula',
      { kind: 'formula', expression: 'weight * price / highest' },
      'higher',
      { a: 40, b: 10 },
      ['a 100', 'b 25'],
    ],
    [
      'brackets',
      {
        kind: 'brackets',
        brackets: [
          { upTo: 10, points: 100 },
          { upTo: 20, points: 40 },
        ],
      },
      'lower',
      { a: 10, b: 20, c: 20.01 },
      ['a 100', 'b 40', 'c 0'],
    ],
    [
      'brackets',
      {
        kind: 'brackets',
        brackets: [
          { from: 30, points: 100 },
          { from: 20, points: 40 },
        ],
        beyond: 5,
      },
      'higher',
      { a: 30, b: 29.99, c: 19 },
      ['a 100', 'b 40', 'c 5'],
    ],
  ] as const)('%s', (_, points, better, values, totals) => {
    expect(totalsIn(measured(points, better, values))).toEqual(totals);
  });

  it('outside its bounds a bid is set aside, and measures nobody', () => {
    const outcome = measured(proportional, 'lower', { a: 5, b: 20, c: 40 }, { minimum: 10 });
    expect(totalsIn(outcome)).toEqual(['b 100', 'c 50']);
    expect(outcome.lots[0]!.setAside).toMatchObject([
      { bid: 'a', outsideMeasures: [{ criterion: 'waarde', value: '5', bound: 'minimum', limit: '10' }] },
    ]);
  });

  it('stays sealed with the price where that was announced', () => {
    const file = {
      rules: {
        scale,
        criteria: [
          { name: 'Q', weight: 50 },
          { name: 'CO2', weight: 10, measured: { unit: 'kg', better: 'lower', points: proportional, sealed: true } },
        ],
        price: { weight: 40, points: proportional },
        onWithdrawal: 're-rank',
      },
      bids: [
        { bidder: 'a', scores: { Q: 10 }, values: { CO2: '100 kg' }, price: 80 },
        { bidder: 'b', scores: { Q: 8 }, values: { CO2: 50 }, price: 100 },
      ],
    };
    expect(caseOf(file).prices).toMatchObject([{ values: [{ criterion: 'co2', value: '100' }] }, {}]);
    expect(totalsIn(outcomeOf(file))).toEqual(['a 95', 'b 82']);
  });

  it('refuses a figure that is missing or in another unit', () => {
    const file = (values: object) => ({
      rules: {
        criteria: [
          {
            name: 'Tijd',
            weight: 100,
            measured: { unit: 'dagen', better: 'lower', points: { kind: 'bounds', floor: 0, ceiling: 10 } },
          },
        ],
      },
      bids: [{ bidder: 'x', values }],
    });
    expect(errorOf(() => caseOf(file({})))).toMatchObject({ code: 'value-missing' });
    expect(errorOf(() => caseOf(file({ Tijd: '3 weken' })))).toMatchObject({ code: 'unit-differs' });
    expect(caseOf(file({ Tijd: '3 dagen' })).bids[0]!.lots[0]!.values).toEqual([{ criterion: 'tijd', value: '3' }]);
  });
});

describe('the price', () => {
  const priced = (price: object, offers: Readonly<Record<string, unknown>>, award = {}) =>
    outcomeOf({
      rules: { service: 'other', scale, criteria: [{ name: 'Q', weight: 50 }], price, award, onWithdrawal: 're-rank' },
      bids: Object.entries(offers).map(([bidder, offer]) => ({ bidder, scores: { Q: 10 }, price: offer })),
    });
  const rates = {
    parts: [
      { name: 'Opdrachten', weight: 25, points: proportional },
      { name: 'Uurtarief', weight: 25, points: proportional },
    ],
  };

  it('in parts, each with points of its own: sample jobs 25, hourly rate 25', () => {
    const outcome = priced(rates, {
      a: { parts: { Opdrachten: 1000, Uurtarief: 60 } },
      b: { parts: { Opdrachten: 1250, Uurtarief: 50 } },
    });
    // 25 + 25 x 50 / 60 and 25 x 1000 / 1250 + 25.
    expect(totalsIn(outcome)).toEqual(['a 575/6', 'b 95']);
    expect(outcome.lots[0]!.ranking[0]!.price!.parts).toMatchObject([
      { part: 'opdrachten', compared: '1000', points: '25' },
      { part: 'uurtarief', compared: '60', points: '125/6' },
    ]);
  });

  it('a percentage, lump sums and a discount in one form', () => {
    const price = {
      weight: 50,
      points: proportional,
      lines: [
        { name: 'Uren', unit: 'uur', quantity: 100 },
        { name: 'Opstart' },
        { name: 'Opslag', of: 'lines-above' },
        { name: 'Korting', of: 'lines-above', subtracts: true },
      ],
    };
    // 100 x 50 + 1000 = 6000; + 10 % = 6600; - 5 % of 6600 = 6270.
    const outcome = priced(price, { a: { lines: { Uren: 50, Opstart: 1000, Opslag: 10, Korting: 5 } } });
    expect(outcome.lots[0]!.ranking[0]!.price).toMatchObject({ offered: '6270', compared: '6270' });
  });

  it('refuses a discount that is larger than the sum', () => {
    const price = { weight: 50, points: proportional, lines: [{ name: 'Som' }, { name: 'Korting', subtracts: true }] };
    expect(errorOf(() => priced(price, { a: { lines: { Som: 100, Korting: 100.01 } } }))).toMatchObject({
      code: 'discount-above-sum',
    });
  });

  it('the bidder pays: the highest wins', () => {
    const paid = { weight: 50, bidderPays: true, points: proportional };
    expect(totalsIn(priced(paid, { a: 80, b: 100 }))).toEqual(['b 100', 'a 90']);
    const highest = outcomeOf({
      rules: { service: 'other', price: { method: 'lowest-price', motivation: 'Omdat.', bidderPays: true } },
      bids: [
        { bidder: 'a', price: 80 },
        { bidder: 'b', price: 100 },
      ],
    });
    expect(totalsIn(highest)).toEqual(['b 100', 'a 80']);
    const low = { ...paid, abnormallyLow: { percentageBelow: 50, of: 'mean-of-others' } };
    expect(priced(low, { a: 80, b: 100, c: 200 }).lots[0]!.flags).toMatchObject([
      { bid: 'c', flag: 'abnormally-high', threshold: '135' },
    ]);
  });

  it('lines and amounts are rounded where that was announced: then equal is equal', () => {
    const lines = [{ name: 'Uren', quantity: 3 }];
    const price = { weight: 50, points: proportional, lines };
    const offers = { a: { lines: { Uren: 10.001 } }, b: { lines: { Uren: 10 } } };
    expect(totalsIn(priced(price, offers))).toEqual(['b 100', expect.stringMatching(/^a /)]);
    const rounded = priced({ ...price, rounding: { lines: 2 } }, offers);
    expect(rounded.lots[0]!.ranking.map(({ rank }) => rank)).toEqual([1, 1]);
  });

  it('a ceiling is inclusive, or strict where that was announced', () => {
    const price = (maximumIs: string) => ({ weight: 50, points: proportional, bounds: { maximum: 100, maximumIs } });
    expect(totalsIn(priced(price('inside'), { a: 100 }))).toEqual(['a 100']);
    expect(priced(price('outside'), { a: 100, b: 99.99 }).lots[0]!.setAside).toMatchObject([
      { bid: 'a', outsideBounds: { flag: 'above-maximum' } },
    ]);
  });

  it('abnormally low: "or more", several tests, and from all bids before the set-aside', () => {
    const price = (abnormallyLow: unknown) => ({
      weight: 50,
      points: proportional,
      bounds: { maximum: 150 },
      abnormallyLow,
    });
    const offers = { a: 75, b: 100, c: 100, d: 400 };
    const flags = (test: unknown) =>
      priced(price(test), offers).lots[0]!.flags.map((one) => `${one.bid} ${one.flag} ${'of' in one ? one.of : ''}`);
    const others = { percentageBelow: 25, of: 'mean-of-others' };
    expect(flags(others)).toEqual([]);
    expect(flags({ ...others, when: 'or-more' })).toEqual(['a abnormally-low mean-of-others']);
    expect(flags({ ...others, among: 'all-bids' })).toEqual([
      'a abnormally-low mean-of-others',
      'b abnormally-low mean-of-others',
      'c abnormally-low mean-of-others',
    ]);
    expect(
      flags([
        { ...others, when: 'or-more' },
        { percentageBelow: 20, of: 'estimate', estimate: 100 },
      ]),
    ).toEqual(['a abnormally-low mean-of-others', 'a abnormally-low estimate']);
  });

  it('a tie is broken by one part of the price', () => {
    const outcome = priced(
      { parts: rates.parts.map((part) => ({ ...part, points: { ...proportional, reference: 1000 } })) },
      { a: { parts: { Opdrachten: 900, Uurtarief: 60 } }, b: { parts: { Opdrachten: 800, Uurtarief: 70 } } },
      { tieBreak: [{ rule: 'lower-price', part: 'Uurtarief' }] },
    );
    expect(outcome.lots[0]!.ranking.map(({ bid, rank }) => `${rank} ${bid}`)).toEqual(['1 a', '2 b']);
  });
});

describe('what a lot has of its own', () => {
  it('other weights, other criteria and its own ceiling', () => {
    const outcome = outcomeOf({
      rules: {
        scale,
        lots: ['Noord', { name: 'Zuid', weights: { Plan: 40 }, price: { weight: 30, maximum: 90 } }],
        criteria: [
          { name: 'Plan', weight: 60 },
          { name: 'Water', weight: 30, lots: ['Zuid'] },
        ],
        price: { weight: 40, points: proportional },
        onWithdrawal: 're-rank',
      },
      bids: [
        {
          bidder: 'a',
          lots: [
            { lot: 'Noord', scores: { Plan: 10 }, price: 100 },
            { lot: 'Zuid', scores: { Plan: 10, Water: 5 }, price: 90 },
          ],
        },
        { bidder: 'b', lots: [{ lot: 'Zuid', scores: { Plan: 5, Water: 10 }, price: 91 }] },
      ],
    });
    expect(totalsIn(outcome, 'noord')).toEqual(['a 100']);
    expect(totalsIn(outcome, 'zuid')).toEqual(['a 85']);
    expect(outcome.lots[1]!.setAside).toMatchObject([{ bid: 'b', outsideBounds: { threshold: '90' } }]);
  });

  it('what is common is scored once, and counted in every lot', () => {
    const file = {
      rules: {
        scale,
        lots: ['Noord', 'Zuid'],
        criteria: [
          { name: 'Organisatie', weight: 40, common: true },
          { name: 'Plan', weight: 60 },
        ],
      },
      bids: [
        {
          bidder: 'a',
          scores: { Organisatie: 5 },
          lots: [
            { lot: 'Noord', scores: { Plan: 10 } },
            { lot: 'Zuid', scores: { Plan: 5 } },
          ],
        },
      ],
    };
    expect(caseOf(file).consensus).toHaveLength(3);
    expect(totalsIn(outcomeOf(file), 'noord')).toEqual(['a 80']);
    expect(totalsIn(outcomeOf(file), 'zuid')).toEqual(['a 50']);
  });

  it('quantities and an estimate of its own', () => {
    const outcome = outcomeOf({
      rules: {
        scale,
        lots: ['Noord', { name: 'Zuid', price: { quantities: { Uren: 10 }, estimate: 1000 } }],
        criteria: [{ name: 'Q', weight: 50 }],
        price: {
          weight: 50,
          points: proportional,
          lines: [{ name: 'Uren', quantity: 100 }],
          abnormallyLow: { percentageBelow: 20, of: 'estimate', estimate: 5000 },
        },
        onWithdrawal: 're-rank',
      },
      bids: [{ bidder: 'a', scores: { Q: 10 }, price: { lines: { Uren: 50 } } }],
    });
    expect(outcome.lots.map(({ ranking }) => ranking[0]!.price!.compared)).toEqual(['5000', '500']);
    expect(outcome.lots.map(({ flags }) => flags.length)).toEqual([0, 1]);
  });

  it('says of a lot whose weights do not sum that they do not', () => {
    const file = {
      rules: {
        scale,
        lots: ['Noord', { name: 'Zuid', weights: { Plan: 90 } }],
        criteria: [{ name: 'Plan', weight: 100 }],
      },
      bids: [{ bidder: 'a', scores: { Plan: 5 } }],
    };
    expect(errorOf(() => caseOf(file))).toMatchObject({
      code: 'weights-do-not-sum',
      details: { inLot: 'Zuid', total: '90' },
      faults: [{ path: ['rules', 'lots', 1] }],
    });
  });
});

describe('what limits a bidder', () => {
  const four = (award: object, bids: readonly object[]) =>
    outcomeOf({
      rules: {
        scale,
        lots: ['N1', 'N2', 'Z1', 'Z2'].map((name, place) => ({ name, size: [30, 30, 50, 50][place]! })),
        criteria: [{ name: 'Q', weight: 100 }],
        award,
      },
      bids,
    });
  const everywhere = (bidder: string, score: number, rest = {}) => ({ bidder, scores: { Q: score }, ...rest });

  it('at most one lot of a region', () => {
    const award = {
      lotGroups: [
        { name: 'Noord', lots: ['N1', 'N2'], maximumLots: 1 },
        { name: 'Zuid', lots: ['Z1', 'Z2'], maximumLots: 1 },
      ],
    };
    const outcome = four(award, [everywhere('a', 10), everywhere('b', 8)]);
    expect(outcome.award).toMatchObject({ status: 'draw-needed', total: '360', proof: { kind: 'optimal' } });
    expect(outcome.award.limitCosts.find(({ without }) => without === 'lot-groups')).toMatchObject({ cost: '40' });
    const alone = four(award, [everywhere('a', 10)]);
    expect(alone.award.lotsAwarded).toBe(2);
  });

  it('what it can take on, times the announced factor', () => {
    const award = { capacity: { name: 'omzet', unit: 'ton', factor: 0.5 } };
    const outcome = four(award, [everywhere('a', 10, { capacity: 160 }), everywhere('b', 8, { capacity: 1000 })]);
    // 80 of the sizes 30, 30, 50 and 50: two lots of a at most, whichever.
    expect(outcome.award).toMatchObject({ total: '360', lotsAwarded: 4 });
  });

  it('a discount that holds when a set of lots is won', () => {
    const outcome = outcomeOf({
      rules: {
        service: 'other',
        lots: ['N', 'Z'],
        price: { method: 'lowest-price', motivation: 'Omdat.' },
        award: { discounts: true },
      },
      bids: [
        { bidder: 'a', price: 100, discounts: [{ lots: ['N', 'Z'], percentage: 20 }] },
        {
          bidder: 'b',
          lots: [
            { lot: 'N', price: 70 },
            { lot: 'Z', price: 100 },
          ],
        },
      ],
    });
    // 160 with the discount, 170 without.
    expect(winnersIn(outcome)).toEqual(['n a', 'z a']);
    expect(outcome.award).toMatchObject({ total: '160', lots: [{ discount: '20' }, { discount: '20' }] });
  });
});

describe('lots and bids that somebody decided about', () => {
  const two = (rest: object, award = {}) =>
    outcomeOf({
      rules: { scale, lots: ['N', 'Z'], criteria: [{ name: 'Q', weight: 100 }], award },
      bids: [
        { bidder: 'a', scores: { Q: 10 } },
        { bidder: 'b', scores: { Q: 8 } },
      ],
      ...rest,
    });

  it('a fixed lot stays when the other is computed anew, and takes up room', () => {
    const fixed = two({ fixedLots: [{ lot: 'N', bid: 'a' }] }, { maximumLotsPerBidder: 1 });
    expect(winnersIn(fixed)).toEqual(['n a', 'z b']);
    expect(fixed.award).toMatchObject({ lots: [{ fixed: true }, {}], total: '80' });
  });

  it.each(['preferences', 'fixed-order'] as const)('the same by %s', (mechanism) => {
    const order = mechanism === 'fixed-order' ? { lotOrder: ['Z', 'N'] } : {};
    const outcome = outcomeOf({
      rules: {
        scale,
        lots: ['N', 'Z'],
        criteria: [{ name: 'Q', weight: 100 }],
        award: { mechanism, maximumLotsPerBidder: 1, ...order },
      },
      bids: ['a', 'b'].map((bidder, place) => ({
        bidder,
        scores: { Q: 10 - place },
        ...(mechanism === 'preferences' ? { preferences: ['Z', 'N'] } : {}),
      })),
      fixedLots: [{ lot: 'N', bid: 'a' }],
    });
    expect(winnersIn(outcome)).toEqual(['n a', 'z b']);
  });

  it('a lot that was withdrawn is not awarded, and needs no scores', () => {
    const outcome = two({ withdrawnLots: [{ lot: 'Z', reason: 'Geen budget.' }] });
    expect(winnersIn(outcome)).toEqual(['n a', 'z withdrawn']);
  });

  it('a bid that is reinstated counts again', () => {
    const said = [{ bid: 'a', stage: 'excluded' }];
    expect(winnersIn(two({ fallen: said }))).toEqual(['n b', 'z b']);
    expect(winnersIn(two({ fallen: [...said, { bid: 'a', stage: 'reinstated' }] }))).toEqual(['n a', 'z a']);
  });

  it('draws stand beside each other, each for its lots', () => {
    const tied = quality({ a: 8, b: 8 });
    const file = (draws: readonly object[]) => ({
      ...tied,
      rules: { ...tied.rules, lots: ['N', 'Z'] },
      draws,
    });
    const first = outcomeOf(file([{ order: ['a', 'b'], lots: ['N'] }]));
    expect(first.award.status).toBe('draw-needed');
    expect(winnersIn(first)).toEqual(['n a', 'z draw']);
    const both = outcomeOf(
      file([
        { order: ['a', 'b'], lots: ['N'] },
        { order: ['b', 'a'], lots: ['Z'] },
      ]),
    );
    expect(winnersIn(both)).toEqual(['n a', 'z b']);
    const again = { order: ['b', 'a'], lots: ['N'], reason: 'De eerste loting ging niet goed.' };
    expect(winnersIn(outcomeOf(file([{ order: ['a', 'b'] }, again])))).toEqual(['n b', 'z a']);
  });

  it('a draw that leaves out a bid that is still equal is refused; the second engine let it be', () => {
    const tied = { ...quality({ a: 8, b: 8, c: 8 }), draw: ['a', 'b'] };
    expect(errorOf(() => outcomeOf(tied))).toMatchObject({ code: 'draw-incomplete', details: { bid: 'c' } });
    expect(outcomeOf({ ...tied, engine: 2 }).award.status).toBe('draw-needed');
  });
});
