import fc from 'fast-check';
import type { AwardProblem, Cap, Division, Offer, Party } from '../../src/domain/award/proof/problem.ts';

/** How a problem may be composed. */
export interface Composition {
  readonly lots: number;
  readonly bids: number;
  readonly combinations?: boolean;
  readonly affiliates?: boolean;
  /** The highest that the minimum of winners may be; 3 unless told. */
  readonly minimumWinners?: number;
  readonly maximumWinners?: boolean;
  readonly fixed?: boolean;
  readonly score?: fc.Arbitrary<bigint>;
  /** Limits on what some bids of a party hold together; sizes are of this kind where it is not by number of lots. */
  readonly caps?: 'regions' | 'capacities' | 'huge';
}

/** Of every kind, small. */
export const EVERYTHING = { lots: 4, bids: 4, combinations: true, affiliates: true, maximumWinners: true, fixed: true };

/** Small problems of every kind; few different scores, so that many divisions are equally good. */
export const anyProblem = (shape: Composition = EVERYTHING): fc.Arbitrary<AwardProblem> =>
  shape.caps === undefined ? uncapped(shape) : uncapped(shape).chain((problem) => withCaps(problem, shape.caps!));

/** Up to three caps per party, over one of its bids or all; some cannot bind, some leave room for nothing. */
function withCaps(problem: AwardProblem, kind: NonNullable<Composition['caps']>): fc.Arbitrary<AwardProblem> {
  const unit = kind === 'huge' ? 10n ** 30n + 7n : 1n;
  const count =
    kind === 'regions' ? fc.bigInt({ min: 0n, max: 1n }) : fc.bigInt({ min: 0n, max: 5n }).map((size) => size * unit);
  const most = fc.bigInt({ min: 0n, max: kind === 'regions' ? 2n : 9n }).map((size) => size * unit);
  const cap = ({ bids }: Party): fc.Arbitrary<Cap> =>
    fc.record({
      bids: fc.oneof(
        fc.constant(bids.map(({ bid }) => bid)),
        fc.nat(bids.length - 1).map((place) => [bids[place]!.bid]),
      ),
      counts: fc.array(count, { minLength: problem.lots, maxLength: problem.lots }),
      most,
    });
  return fc.tuple(...problem.parties.map((party) => fc.array(cap(party), { maxLength: 3 }))).map((caps) => ({
    ...problem,
    parties: problem.parties.map((party, place) => ({ ...party, caps: caps[place]! })),
  }));
}

const uncapped = (shape: Composition): fc.Arbitrary<AwardProblem> =>
  fc
    .record({
      lots: fc.integer({ min: 1, max: shape.lots }),
      maxima: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: shape.bids }),
    })
    .chain(({ lots, maxima }) =>
      fc
        .record({
          // Whether a bid belongs to the party of the bid before it.
          joins: fc.array(fc.boolean(), { minLength: maxima.length, maxLength: maxima.length }),
          partyMaximum: fc.integer({ min: 1, max: 4 }),
          oneBid: fc.boolean(),
          offers: fc.array(
            fc.record({
              bid: fc.nat(maxima.length - 1),
              lots: fc.uniqueArray(fc.nat(lots - 1), { minLength: 1, maxLength: shape.combinations ? 3 : 1 }),
              score: shape.score ?? fc.bigInt({ min: -3n, max: 6n }),
            }),
            { maxLength: lots * maxima.length },
          ),
          minimumWinners: fc.integer({ min: 0, max: shape.minimumWinners ?? 3 }),
          more: fc.integer({ min: 0, max: 3 }),
          fixed: fc.option(fc.nat(), { nil: undefined }),
        })
        .map(({ joins, partyMaximum, oneBid, offers, minimumWinners, more, fixed }): AwardProblem => {
          const parties: Party[] = [];
          maxima.forEach((maximumLots, bid) => {
            const last = parties.at(-1);
            if (shape.affiliates && joins[bid] && last) {
              parties[parties.length - 1] = { ...last, bids: [...last.bids, { bid, maximumLots }] };
            } else {
              const maximum = shape.affiliates ? partyMaximum : maximumLots;
              parties.push({ bids: [{ bid, maximumLots }], maximumLots: maximum, oneBid });
            }
          });
          const unique = new Map<string, Offer>();
          for (const offer of offers) {
            const places = [...offer.lots].sort((a, b) => a - b);
            unique.set(`${offer.bid} ${places}`, { ...offer, lots: places });
          }
          const list = [...unique.values()];
          return {
            lots,
            offers: list,
            parties,
            limits: { minimumWinners, maximumWinners: shape.maximumWinners ? minimumWinners + more : maxima.length },
            ...(shape.fixed && fixed !== undefined && list.length > 0 ? { fixed: [fixed % list.length] } : {}),
          };
        }),
    );

/** Everyone bids for every lot and may get two; a bidder has about the same score for each; at most half as many winners as lots. */
export function nearEqual(lots: number, bidders: number, seed: number): AwardProblem {
  let state = seed * 48_271;
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const bases = Array.from({ length: bidders }, () => 5000 + below(200));
  return {
    lots,
    offers: bases.flatMap((base, bid) =>
      Array.from({ length: lots }, (_, lot) => ({ bid, lots: [lot], score: BigInt(base + below(101)) })),
    ),
    parties: bases.map((_, bid) => ({ bids: [{ bid, maximumLots: 2 }], maximumLots: 2, oneBid: false })),
    limits: { minimumWinners: 2, maximumWinners: lots / 2 },
  };
}

/** Totals of some three thousand digits, of which any may decide; few different ones. */
export const thousandsOfDigits: fc.Arbitrary<bigint> = fc
  .record({ whole: fc.bigInt({ min: -3n, max: 6n }), last: fc.bigInt({ min: 0n, max: 2n }) })
  .map(({ whole, last }) => whole * 7n ** 3600n + last);

/**
 * Everyone bids for every lot, and may get as many as must go to each of the most winners. A total is points for quality plus 30 times the
 * lowest price divided by the own price, over the common denominator of all prices: of two thousand digits for 20 lots and 30 bidders.
 */
export function relativePrices(lots: number, bidders: number, maximumWinners: number, seed: number): AwardProblem {
  let state = seed * 48_271;
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const prices = Array.from({ length: lots }, () =>
    Array.from({ length: bidders }, () => BigInt(700_000 + below(300_000))),
  );
  const common = prices.flat().reduce((product, price) => (product / greatestDivisor(product, price)) * price, 1n);
  const offers = prices.flatMap((own, lot) => {
    const lowest = [...own].sort((a, b) => Number(a - b))[0]!;
    return own.map(
      (price, bid): Offer => ({
        bid,
        lots: [lot],
        score: BigInt(50 + below(20)) * common + 30n * lowest * (common / price),
      }),
    );
  });
  const maximumLots = Math.ceil(lots / maximumWinners);
  const parties = Array.from({ length: bidders }, (_, bid) => ({
    bids: [{ bid, maximumLots }],
    maximumLots,
    oneBid: false,
  }));
  return { lots, offers, parties, limits: { minimumWinners: 1, maximumWinners } };
}

const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestDivisor(b, a % b));

export interface BestByTrial {
  readonly lotsAwarded: number;
  readonly total: bigint;
  readonly divisions: readonly Division[];
}

/** The best divisions by trying all sets of offers. */
export function tryAll(problem: AwardProblem): BestByTrial | undefined {
  let best: { lotsAwarded: number; total: bigint; divisions: Division[] } | undefined;
  const visit = (place: number, division: readonly number[], taken: ReadonlySet<number>): void => {
    if (place === problem.offers.length) {
      if (!isAllowed(problem, division)) return;
      const total = division.reduce((sum, offer) => sum + problem.offers[offer]!.score, 0n);
      const lotsAwarded = taken.size;
      const isBetter =
        !best || lotsAwarded > best.lotsAwarded || (lotsAwarded === best.lotsAwarded && total > best.total);
      if (isBetter) best = { lotsAwarded, total, divisions: [division] };
      else if (best && lotsAwarded === best.lotsAwarded && total === best.total) best.divisions.push(division);
      return;
    }
    visit(place + 1, division, taken);
    const { lots } = problem.offers[place]!;
    if (!lots.some((lot) => taken.has(lot))) visit(place + 1, [...division, place], new Set([...taken, ...lots]));
  };
  visit(0, [], new Set());
  return best;
}

/** The limits as they read. */
export function isAllowed({ offers, parties, limits, fixed }: AwardProblem, division: Division): boolean {
  const got = (bid: number): number =>
    division.filter((place) => offers[place]!.bid === bid).reduce((sum, place) => sum + offers[place]!.lots.length, 0);
  const lots = division.flatMap((place) => offers[place]!.lots);
  let winners = 0;
  for (const { bids, maximumLots, oneBid, caps } of parties) {
    for (const cap of caps ?? []) {
      const held = division.filter((place) => cap.bids.includes(offers[place]!.bid));
      const sizes = held.flatMap((place) => offers[place]!.lots.map((lot) => cap.counts[lot]!));
      if (sizes.reduce((a, b) => a + b, 0n) > cap.most) return false;
    }
    const counts = bids.map(({ bid }) => got(bid));
    const sum = counts.reduce((a, b) => a + b, 0);
    if (counts.some((count, place) => count > bids[place]!.maximumLots) || sum > maximumLots) return false;
    if (oneBid && counts.filter((count) => count > 0).length > 1) return false;
    if (sum > 0) winners++;
  }
  return (
    new Set(lots).size === lots.length &&
    winners >= limits.minimumWinners &&
    winners <= limits.maximumWinners &&
    (fixed ?? []).every((place) => division.includes(place))
  );
}
