import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAward } from '../../../src/domain/evaluation/check-award.ts';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import { add, compare, type Exact, exact, multiply, sum, toFractionText, ZERO } from '../../../src/domain/number.ts';
import type { EvaluationInput } from '../../../src/domain/scoring/input.ts';
import { caseOf } from '../../support/case.ts';

/** A tender of up to four lots and four bids, with groups of lots, sizes and capacities, discounts, and a lot that is fixed. */
const tender = fc
  .record({
    lots: fc.integer({ min: 1, max: 4 }),
    bids: fc.integer({ min: 1, max: 4 }),
    seed: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 60, maxLength: 60 }),
    grouped: fc.boolean(),
    sized: fc.boolean(),
    discounted: fc.boolean(),
    maximum: fc.integer({ min: 1, max: 4 }),
    fixed: fc.boolean(),
  })
  .map(({ lots, bids, seed, grouped, sized, discounted, maximum, fixed }) => {
    let at = 0;
    const next = (): number => seed[at++ % seed.length]!;
    const names = Array.from({ length: lots }, (_, place) => `L${place}`);
    const bidders = Array.from({ length: bids }, (_, place) => `b${place}`);
    const most = Math.min(maximum, lots);
    const halves = [names.slice(0, 2), names.slice(2)].filter((group) => group.length > 0);
    return {
      rules: {
        service: 'other',
        lots: names.map((name) => ({ name, size: next() + 1 })),
        price: { method: 'lowest-price', motivation: 'Omdat.' },
        award: {
          maximumLotsPerBidder: most,
          ...(grouped
            ? { lotGroups: halves.map((group, place) => ({ name: `G${place}`, lots: group, maximumLots: 1 })) }
            : {}),
          ...(sized ? { capacity: { name: 'omzet', unit: 'ton', factor: 0.5 } } : {}),
          ...(discounted ? { discounts: true } : {}),
        },
      },
      bids: bidders.map((bidder) => ({
        bidder,
        lots: names.map((lot) => ({ lot, price: 10 + next() })),
        ...(sized ? { capacity: 40 + 2 * next() } : {}),
        ...(discounted && lots >= 2 && most >= 2 && !grouped
          ? { discounts: [{ lots: names.slice(0, 2), percentage: 5 * next() }] }
          : {}),
      })),
      ...(fixed ? { fixedLots: [{ lot: names[0]!, bid: bidders[0]! }] } : {}),
    };
  });

/** The most lots and then the lowest sum over every way to give lots out, worked out without the product. */
function bestOf({ rules, bids, prices = [], fixedLots = [] }: EvaluationInput): string | null {
  const lots = rules.lots.map(({ id }) => id);
  const amountOf = (bid: string, lot: string): Exact =>
    exact(prices.find((one) => one.bid === bid && one.lot === lot)!.amount!);
  const fixed = new Map(fixedLots.map(({ lot, bid }) => [lot, bid]));
  let best: { count: number; total: Exact } | undefined;
  const visit = (place: number, holders: (string | null)[]): void => {
    if (place === lots.length) {
      if (!isAllowed(holders)) return;
      const count = holders.filter((one) => one !== null).length;
      const total = totalOf(holders);
      if (!best || count > best.count || (count === best.count && compare(total, best.total) < 0))
        best = { count, total };
      return;
    }
    const held = fixed.get(lots[place]!);
    for (const bid of held === undefined ? [null, ...bids.map(({ id }) => id)] : [held])
      visit(place + 1, [...holders, bid]);
  };
  const isAllowed = (holders: readonly (string | null)[]): boolean =>
    bids.every(({ id, capacity }) => {
      const own = lots.filter((_, place) => holders[place] === id);
      const stays = own.filter((lot) => fixed.has(lot));
      const room = capacity === undefined ? null : multiply(exact(capacity), exact(rules.award.capacity!.factor!));
      const size = (of: readonly string[]): Exact =>
        sum(of.map((lot) => exact(rules.lots.find((one) => one.id === lot)!.size!)));
      return (
        own.length <= Math.max(rules.award.maximumLotsPerBidder, stays.length) &&
        (room === null || compare(size(own), compare(room, size(stays)) < 0 ? size(stays) : room) <= 0) &&
        (rules.award.lotGroups ?? []).every(
          (group) =>
            own.filter((lot) => group.lots.includes(lot)).length <=
            Math.max(group.maximumLots, stays.filter((lot) => group.lots.includes(lot)).length),
        )
      );
    });
  const totalOf = (holders: readonly (string | null)[]): Exact =>
    bids.reduce((total, { id, discounts = [] }) => {
      const own = lots.filter((lot, place) => holders[place] === id && !fixed.has(lot));
      const [discount] = discounts.filter((one) => one.lots.every((lot) => own.includes(lot)));
      const left = (lot: string): Exact =>
        discount?.lots.includes(lot) ? exact(`${100 - Number(discount.percentage)}/100`) : exact('1');
      return add(total, sum(own.map((lot) => multiply(amountOf(id, lot), left(lot)))));
    }, ZERO);
  visit(0, []);
  return best ? `${best.count} ${toFractionText(best.total)}` : null;
}

describe('regions, capacities, discounts and fixed lots', () => {
  it('the award is that of every way to give lots out, and its proof holds', () => {
    fc.assert(
      fc.property(tender, (file) => {
        const input = caseOf(file);
        const outcome = evaluate(input);
        expect(`${outcome.award.lotsAwarded} ${outcome.award.total}`).toBe(bestOf(input));
        expect(checkAward(input, outcome)).toBe(null);
      }),
      { numRuns: 300 },
    );
  });

  it('a division that breaks a limit is not accepted with the proof of another', () => {
    const file = {
      rules: {
        service: 'other',
        lots: ['L0', 'L1'],
        price: { method: 'lowest-price', motivation: 'Omdat.' },
        award: { lotGroups: [{ name: 'G', lots: ['L0', 'L1'], maximumLots: 1 }] },
      },
      bids: [
        { bidder: 'a', price: 10 },
        { bidder: 'b', price: 20 },
      ],
    };
    const input = caseOf({
      ...file,
      bids: [
        {
          bidder: 'a',
          lots: [
            { lot: 'L0', price: 10 },
            { lot: 'L1', price: 11 },
          ],
        },
        file.bids[1],
      ],
    });
    const outcome = evaluate(input);
    expect(outcome.award.total).toBe('30');
    const cheated = {
      ...outcome,
      award: {
        ...outcome.award,
        total: '21',
        lots: outcome.award.lots.map((lot) => ({ ...lot, winner: 'a' })),
      },
    };
    expect(checkAward(input, cheated)).toBe('cap-exceeded');
  });
});
