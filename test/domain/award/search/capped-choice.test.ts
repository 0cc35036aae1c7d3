import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AwardProblem, Cap, Party } from '../../../../src/domain/award/proof/problem.ts';
import { type Limit, mostWithin } from '../../../../src/domain/award/proof/within-caps.ts';
import { carryOut, noCases } from '../../../../src/domain/award/search/cases.ts';
import { layOut } from '../../../../src/domain/award/search/instance.ts';
import { chooseOffers } from '../../../../src/domain/award/search/party-choice.ts';

interface OneParty extends AwardProblem {
  readonly parties: readonly [Party & { readonly caps: readonly Cap[] }];
}

/** Bidders of one party that bid for every lot; the caps are over the first of them, or over both. */
const oneParty = (
  lots: number,
  bids: number,
  maximumLots: number,
  scores: readonly bigint[],
  caps: readonly Cap[],
): OneParty => ({
  lots,
  offers: Array.from({ length: lots * bids }, (_, place) => ({
    bid: place % bids,
    lots: [Math.floor(place / bids)],
    score: scores[place % scores.length]!,
  })),
  parties: [
    {
      bids: Array.from({ length: bids }, (_, bid) => ({ bid, maximumLots })),
      maximumLots: 2 * maximumLots,
      oneBid: false,
      caps,
    },
  ],
  limits: { minimumWinners: 0, maximumWinners: 1 },
});

/** The answers of the search and of the checker; in `limits` the maxima first, then the caps that can bind. */
function answers(problem: OneParty, prices: readonly number[]) {
  const instance = layOut(problem, false);
  const remainder = carryOut(instance, noCases(instance))!;
  const list = instance.numbers.list(problem.lots);
  for (let lot = 0; lot < problem.lots; lot++) list[lot] = instance.numbers.near(prices[lot % prices.length]!);
  const chooser = chooseOffers(instance, remainder);
  const most = BigInt(chooser.leftover(0, list, false));
  const offers = [...remainder.singles].map((place) => ({ ...problem.offers[place]!, place }));
  const worth = offers.map(({ place, lots }) => BigInt(instance.values[place]!) - BigInt(list[lots[0]!]!));
  const [{ bids, maximumLots, caps }] = problem.parties;
  const limit = (room: bigint, of: (offer: (typeof offers)[number]) => bigint): Limit => ({
    room,
    counts: offers.map(of),
  });
  // What is left out as unable to bind counts a lot once, also where two bids would take it.
  const canBind = (cap: Cap): boolean =>
    layOut({ ...problem, parties: [{ ...problem.parties[0], caps: [cap] }] }, false).caps !== undefined;
  const capLimits = caps
    .filter(canBind)
    .map((cap) => limit(cap.most, ({ bid, lots }) => (cap.bids.includes(bid) ? cap.counts[lots[0]!]! : 0n)));
  const binding = capLimits.filter(({ room, counts }) => counts.reduce((sum, count) => sum + count, 0n) > room);
  const limits = [
    limit(BigInt(Math.min(maximumLots, problem.lots)), () => 1n),
    ...bids.map((one) => limit(BigInt(one.maximumLots), ({ bid }) => (bid === one.bid ? 1n : 0n))),
    ...binding,
  ];
  const checked = mostWithin(worth, limits, binding.length, { steps: 1_000_000 });
  return { most, checked, choice: chooser.choice(0), worth, limits, offers };
}

const anyParty = (lots: number, unit: bigint): fc.Arbitrary<OneParty> =>
  fc.integer({ min: 1, max: 2 }).chain((bids) => {
    const counts = fc.oneof(
      fc.array(fc.bigInt({ min: 0n, max: 1n }), { minLength: lots, maxLength: lots }),
      fc.array(fc.bigInt({ min: 0n, max: 90n }), { minLength: lots, maxLength: lots }),
    );
    const cap = fc
      .record({ bids: fc.constantFrom([0], [...Array(bids).keys()]), counts, parts: fc.bigInt({ min: 1n, max: 9n }) })
      .map(({ bids: of, counts: list, parts }): Cap => {
        const sizes = list.map((one) => one * unit);
        return { bids: of, counts: sizes, most: (sizes.reduce((sum, one) => sum + one, 0n) * parts) / 12n };
      });
    return fc
      .record({
        maximum: fc.integer({ min: 1, max: lots }),
        scores: fc.array(fc.bigInt({ min: 0n, max: 60n }), { minLength: lots * bids, maxLength: lots * bids }),
        caps: fc.array(cap, { minLength: 1, maxLength: 3 }),
      })
      .map(({ maximum, scores, caps }) => oneParty(lots, bids, maximum, scores, caps));
  });

const prices = fc.array(fc.nat(4000), { minLength: 1, maxLength: 9 });

describe('what a party takes within its caps', () => {
  it('by hand: the two that are worth most do not fit together', () => {
    const cap = { bids: [0], counts: [60n, 50n, 40n], most: 100n };
    // Values: 1 + 9 + 8 + 5 = 23 for a lot.
    const { most, choice } = answers(oneParty(3, 1, 3, [9n, 8n, 5n], [cap]), [0]);
    expect([most, choice]).toEqual([60n, [0, 2]]);
  });

  it.each([
    ['small sizes', 1n],
    ['sizes beyond the reach of doubles', 10n ** 30n + 7n],
  ])('is never less than the most, and the checker answers no more: %s', (_, unit) => {
    fc.assert(
      fc.property(anyParty(6, unit), prices, (problem, list) => {
        const { most, checked, choice, worth, limits, offers } = answers(problem, list);
        const at = choice.map((place) => offers.findIndex((offer) => offer.place === place));
        expect(limits.every(({ room, counts }) => at.reduce((sum, one) => sum + counts[one]!, 0n) <= room)).toBe(true);
        const reached = at.reduce((sum, one) => sum + worth[one]!, 0n);
        // So few offers can all be looked at.
        expect([most, checked]).toEqual([reached, reached]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['small sizes', 1n],
    ['sizes beyond the reach of doubles', 10n ** 30n + 7n],
  ])('is bounded no lower than the checker bounds it where there are too many choices: %s', (_, unit) => {
    let open = 0;
    fc.assert(
      fc.property(anyParty(24, unit), prices, (problem, list) => {
        const { most, checked, choice, worth, offers } = answers(problem, list);
        const at = choice.map((place) => offers.findIndex((offer) => offer.place === place));
        const reached = at.reduce((sum, one) => sum + worth[one]!, 0n);
        if (most > reached) open++;
        expect(checked <= most && reached <= checked).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(open).toBeGreaterThan(5);
  });
});
