import type { AwardProblem, Offer } from '../src/domain/award/proof/problem.ts';

export interface Shape {
  readonly lots: number;
  readonly bidders: number;
  readonly maximumWinners?: number;
  /** Each bidder has about the same score for every lot, so that many divisions are nearly as good. */
  readonly nearlyEqual?: boolean;
}

/** Everyone bids for every lot and may get two; scores are whole hundredths from 0 to 10,000. The same problem for the same seed. */
export function awardInstance({ lots, bidders, maximumWinners, nearlyEqual }: Shape, seed: number): AwardProblem {
  const below = generator(seed);
  const offers: Offer[] = [];
  for (let bid = 0; bid < bidders; bid++) {
    const base = 5000 + below(100);
    for (let lot = 0; lot < lots; lot++) {
      offers.push({ bid, lots: [lot], score: BigInt(nearlyEqual ? base + below(401) : below(10_001)) });
    }
  }
  return {
    lots,
    offers,
    parties: Array.from({ length: bidders }, (_, bid) => ({
      bids: [{ bid, maximumLots: 2 }],
      maximumLots: 2,
      oneBid: false,
    })),
    limits:
      maximumWinners === undefined
        ? { minimumWinners: 1, maximumWinners: Math.min(lots, bidders) }
        : { minimumWinners: 2, maximumWinners },
  };
}

/** Whole numbers below a limit, from a multiplicative congruential generator (Park & Miller 1988). */
function generator(seed: number): (limit: number) => number {
  let state = (seed * 48_271) % 2_147_483_647;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * limit);
  };
}
