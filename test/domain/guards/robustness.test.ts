import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AwardProblem } from '../../../src/domain/award/proof/problem.ts';
import { robustness, smallestChange } from '../../../src/domain/guards/robustness.ts';
import {
  add,
  compare,
  denominator,
  divide,
  type Exact,
  exact,
  leastCommonMultiple,
  minimum,
  multiply,
  numerator,
  ratio,
  subtract,
  sum,
} from '../../../src/domain/number.ts';
import { scoredCriteria } from '../../../src/domain/rules/criteria-tree.ts';
import type { EvaluationInput } from '../../../src/domain/scoring/input.ts';
import { tryAll } from '../../support/award-problems.ts';
import { basis, clip, pricedInput, pricedRules, weighted } from '../../support/priced.ts';
import { criterion, sample, singleBid, smallInput, smallRules } from '../../support/tender.ts';
import {
  holdersOf,
  pointsTender,
  priceAndQuality,
  relativeTender,
  smallTender,
  treeTender,
  withScore,
} from './support.ts';

function scoresOn({ rules }: EvaluationInput, criterion: string): readonly string[] {
  const { scoring } = scoredCriteria(rules).find((node) => node.criterion.id === criterion)!.criterion;
  return scoring?.kind === 'points'
    ? Array.from({ length: 31 }, (_, points) => String(points))
    : rules.scale!.map(({ value }) => value);
}

/** The size of the smallest single change of a score that changes each lot, over all of them; absent when none does. */
function smallestByForce(input: EvaluationInput): Map<string, number> {
  const before = holdersOf(input);
  const smallest = new Map<string, number>();
  for (const { bid, lot, criterion, score } of input.consensus) {
    for (const to of scoresOn(input, criterion)) {
      if (to === score) continue;
      const size = Math.abs(Number(to) - Number(score));
      for (const [changed, holder] of holdersOf(withScore(input, { bid, lot, criterion, to }))) {
        if (holder !== before.get(changed)) smallest.set(changed, Math.min(size, smallest.get(changed) ?? Infinity));
      }
    }
  }
  return smallest;
}

describe('the smallest change of all', () => {
  it('is the smallest of those of every lot', () => {
    for (const input of [sample(), priceAndQuality()]) {
      const found = robustness(input).scores.flatMap(({ lot, change }) => (change ? [{ lot, change }] : []));
      const size = ({ change }: (typeof found)[number]): number => Math.abs(Number(change.to) - Number(change.from));
      const first = smallestChange(input)!;
      expect(found).toContainEqual(first);
      expect(size(first)).toBe(Math.min(...found.map(size)));
    }
  });
});

describe('how little has to be different', () => {
  it('by hand: a step down draws, two steps turn the lot', () => {
    const input = smallInput(smallRules({ lots: 1 }), { 'a lot-1': '10', 'b lot-1': '6' });
    expect(robustness(input).scores).toEqual([
      {
        lot: 'lot-1',
        change: {
          bid: 'a',
          lot: 'lot-1',
          criterion: 'quality',
          from: '10',
          to: '6',
          becomes: { bid: null, draw: true },
        },
      },
    ]);
  });

  it('by hand: where two divisions meet in the weight at which two others do, the turn is not lost', () => {
    // a takes lot 2 and b lot 1 (187.5 - 1.475 z); then b lot 3 (160 - 0.8 z); then a lot 1 (100 + 0.6 z); then b lot 2 (82.5 + 0.975 z).
    // The first and the last meet at z = 300/7, where the second and the third do.
    const rules = smallRules({
      lots: 3,
      maximumLots: 1,
      minimumWinners: 2,
      maximumWinners: 2,
      criteria: [criterion('x', '50'), criterion('y', '30'), criterion('z', '20')],
    });
    const scores = {
      'a lot-1': ['4', '4', '10'],
      'a lot-2': ['10', '10', '2'],
      'a lot-3': ['2', '2', '2'],
      'b lot-1': ['8', '10', '2'],
      'b lot-2': ['2', '8', '8'],
      'b lot-3': ['6', '6', '6'],
    };
    const bids = ['a', 'b'].map((id) => singleBid(id, ['lot-1', 'lot-2', 'lot-3']));
    const consensus = Object.entries(scores).flatMap(([place, own]) => {
      const [bid, lot] = place.split(' ') as [string, string];
      return ['x', 'y', 'z'].map((name, at) => ({ bid, lot, criterion: name, score: own[at]!, motivation: 'Omdat.' }));
    });
    const found = robustness({ rules, bids, consensus }).weights!.find(({ lot }) => lot === 'lot-2')!;
    expect(found.change).toEqual({ criterion: 'z', from: '20', to: '300/7', becomes: { bid: null, draw: false } });
  });

  it('in the documented sample one step in one lot changes both lots', () => {
    const change = { bid: 'kievit', lot: 'noord', criterion: 'punctuality', from: '8', to: '6' };
    expect(robustness(priceAndQuality())).toMatchObject({
      scores: [
        { lot: 'noord', change: { ...change, becomes: { bid: 'scholekster', draw: false } } },
        { lot: 'zuid', change: { ...change, becomes: { bid: 'kievit', draw: false } } },
      ],
      // With d on this weight, first minus second division: Noord 1 + 19 d / 70, Zuid -2/3 + 31 d / 105; together zero at d = -10/17.
      weights: [
        { lot: 'noord', change: { criterion: 'punctuality', from: '30', to: '500/17' } },
        { lot: 'zuid', change: { criterion: 'punctuality', from: '30', to: '500/17' } },
      ],
    });
  });

  it('finds nothing where one bid is alone and has no minimum', () => {
    expect(robustness(smallInput(smallRules({ lots: 1 }), { 'a lot-1': '4' })).scores).toEqual([
      { lot: 'lot-1', change: null },
    ]);
  });

  it('gives no weights where totals are no straight lines in them', () => {
    const bids = { a: ['30', '100'], b: ['40', '120'] } as const;
    const steps = weighted('40', {
      kind: 'steps',
      reference: 'lowest',
      step: '10',
      points: '1',
      perFullStep: true,
      ...clip,
    });
    expect(robustness(pricedInput(pricedRules(steps), bids)).weights).toBeNull();
    const perQuality = pricedRules({ method: 'price-per-quality', divisor: '100', ...basis }, { quality: '100' });
    const criteria = perQuality.criteria.map((one) => ({ ...one, minimumScore: '10' }));
    expect(robustness(pricedInput({ ...perQuality, criteria }, bids)).weights).toBeNull();
  });

  it('answers for price per quality also where a score of zero is possible', () => {
    const perQuality = pricedRules({ method: 'price-per-quality', divisor: '100', ...basis }, { quality: '100' });
    const input = pricedInput(perQuality, { a: ['30', '100'], b: ['40', '120'] });
    expect(robustness(input).scores).toHaveLength(1);
  });

  it('every change that it names for the demo really changes the lot', () => {
    const before = holdersOf(sample());
    for (const { lot, change } of robustness(sample()).scores) {
      const after = holdersOf(withScore(sample(), change!));
      expect(after.get(lot)).not.toBe(before.get(lot));
      expect(change!.becomes).toEqual({ bid: after.get(lot) ?? null, draw: after.get(lot) === undefined });
    }
  });
});

describe('against every single change of a score, one by one', () => {
  it.each([
    ['under every mechanism', smallTender],
    ['with minimums at every height, a tie-break and lots by value', treeTender],
    ['where the committee gives points itself', pointsTender],
    ['with prices relative to the lowest', relativeTender],
  ])(
    'names a change that does it, and none is smaller, %s',
    (_, tender) => {
      fc.assert(
        fc.property(tender, (input) => {
          const before = holdersOf(input);
          const smallest = smallestByForce(input);
          for (const { lot, change } of robustness(input).scores) {
            expect([lot, change && Math.abs(Number(change.to) - Number(change.from))]).toEqual([
              lot,
              smallest.get(lot) ?? null,
            ]);
            if (!change) continue;
            const after = holdersOf(withScore(input, change)).get(lot);
            expect(after).not.toBe(before.get(lot));
            expect(change.becomes).toEqual({ bid: after ?? null, draw: after === undefined });
          }
        }),
        { numRuns: 30 },
      );
    },
    60_000,
  );
});

describe('against the award under other weights', () => {
  type Weights = Readonly<Record<string, string>>;
  const scored = ['x', 'y', 'z'];

  /** The best division when one weight has changed and the others keep their proportions; undefined when there are several. */
  function divisionWith(
    input: EvaluationInput,
    weights: Weights,
    moved: string,
    weight: Exact,
  ): Map<string, string | null> | undefined {
    const [own, whole] = [exact(weights[moved]!), exact('100')];
    const others = divide(subtract(whole, weight), subtract(whole, own));
    const weightOf = (name: string) => (name === moved ? weight : multiply(exact(weights[name]!), others));
    const { lots, award } = input.rules;
    const places = input.bids.flatMap(({ id }, bid) => lots.map((lot, place) => ({ id, bid, lot: lot.id, place })));
    const amount = (id: string, lot: string) =>
      exact(input.prices!.find((p) => p.bid === id && p.lot === lot)!.amount!);
    const scoreOn = (name: string, id: string, lot: string): Exact => {
      if (name !== 'price') {
        return exact(input.consensus.find((s) => s.bid === id && s.lot === lot && s.criterion === name)!.score);
      }
      const lowest = input.bids.map((bid) => amount(bid.id, lot)).reduce(minimum);
      return divide(multiply(exact('10'), lowest), amount(id, lot));
    };
    const totals = places.map(({ id, lot }) =>
      sum(Object.keys(weights).map((name) => multiply(scoreOn(name, id, lot), weightOf(name)))),
    );
    const common = totals.reduce((so, one) => leastCommonMultiple(so, denominator(one)), 1n);
    const problem: AwardProblem = {
      lots: lots.length,
      offers: places.map(({ bid, place }, index) => ({
        bid,
        lots: [place],
        score: (numerator(totals[index]!) * common) / denominator(totals[index]!),
      })),
      parties: input.bids.map((__, bid) => ({
        bids: [{ bid, maximumLots: award.maximumLotsPerBidder }],
        maximumLots: award.maximumLotsPerBidder,
        oneBid: false,
      })),
      limits: { minimumWinners: award.winners.minimum, maximumWinners: award.winners.maximum },
    };
    const divisions = tryAll(problem)?.divisions ?? [];
    if (divisions.length !== 1) return undefined;
    const holders = new Map<string, string | null>(lots.map(({ id }) => [id, null]));
    for (const place of divisions[0]!) holders.set(places[place]!.lot, places[place]!.id);
    return holders;
  }

  const flat = (tender: fc.Arbitrary<EvaluationInput>, weights: Weights) =>
    tender.map((input): EvaluationInput => {
      const { minimumQuality: _, ...rules } = input.rules;
      const { weighLotsByValue: __, ...award } = rules.award;
      const renamed: Readonly<Record<string, string>> = { plan: 'x', team: 'y', ease: 'z' };
      return {
        ...input,
        rules: {
          ...rules,
          criteria: scored.map((name) => criterion(name, weights[name]!)),
          rounding: { ...rules.rounding, rankOn: 'exact' },
          award: { ...award, tieBreak: [] },
        },
        consensus: input.consensus.map((one) => ({ ...one, criterion: renamed[one.criterion]! })),
      };
    });

  it.each([
    ['with a fixed price', treeTender, { x: '50', y: '30', z: '20' }],
    ['with prices relative to the lowest', relativeTender, { x: '30', y: '20', z: '10', price: '40' }],
  ] as [string, typeof treeTender, Weights][])(
    'names the nearest weight beyond which a lot has another holder, %s',
    (_, tender, weights) => {
      const names = Object.keys(weights);
      fc.assert(
        fc.property(
          flat(tender, weights),
          fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 4, maxLength: 4 }),
          (input, shares) => {
            const before = divisionWith(input, weights, 'x', exact(weights.x!));
            fc.pre(before !== undefined);
            for (const { lot, change } of robustness(input).weights!) {
              const [from, to] = change ? [exact(change.from), exact(change.to)] : [exact('0'), exact('1000')];
              if (change) {
                const beyond = add(to, divide(subtract(to, from), exact('1000000000')));
                const inside = compare(beyond, exact('0')) >= 0 && compare(beyond, exact('100')) <= 0;
                const after = inside ? divisionWith(input, weights, change.criterion ?? 'price', beyond) : undefined;
                if (after) expect([lot, after.get(lot)]).toEqual([lot, change.becomes.bid]);
              }
              // Nothing changes nearer by, whichever weight moves.
              const size = subtract(to, from).abs();
              for (const name of names) {
                for (const [index, share] of shares.entries()) {
                  const step = multiply(multiply(size, ratio(BigInt(share), 1000n)), exact(index % 2 ? '1' : '-1'));
                  const weight = add(exact(weights[name]!), step);
                  if (compare(weight, exact('0')) < 0 || compare(weight, exact('100')) > 0) continue;
                  const near = divisionWith(input, weights, name, weight);
                  if (near) expect([lot, name, near.get(lot)]).toEqual([lot, name, before!.get(lot)]);
                }
              }
            }
          },
        ),
        { numRuns: 75 },
      );
    },
  );
});
