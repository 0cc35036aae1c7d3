import type { AwardProblem, Certificate, Division } from './problem.ts';

export type IntegerProgram = (problem: AwardProblem) => unknown;
export interface AwardSolution {
  readonly division: Division;
  readonly lotsAwarded: number;
  readonly total: bigint;
  readonly value: bigint;
  readonly bound: bigint;
  readonly proven: boolean;
  readonly certificate: Certificate;
}

function* divisions(problem: AwardProblem): Generator<number[]> {
  const { offers, parties, limits } = problem;
  const byLot = Array.from({ length: problem.lots }, (_, lot) =>
    offers
      .flatMap((offer, place) => (offer.lots[0] === lot ? [place] : []))
      .sort((a, b) => (offers[a]!.score > offers[b]!.score ? -1 : offers[a]!.score < offers[b]!.score ? 1 : a - b)),
  );
  const count = (lot: number) => offers.filter((o) => o.lots.includes(lot)).length;
  const order = byLot.map((_, lot) => lot).sort((a, b) => count(a) - count(b) || a - b);
  const partyOf = new Map(parties.flatMap((party, index) => party.bids.map(({ bid }) => [bid, index] as const)));
  const ok = (d: number[]): boolean => {
    const winners = new Set(d.map((p) => partyOf.get(offers[p]!.bid)!));
    if (winners.size < limits.minimumWinners || winners.size > limits.maximumWinners) return false;
    if (problem.fixed?.some((f) => !d.includes(f))) return false;
    return parties.every((party) => {
      const lots = (bid: number) =>
        d.filter((p) => offers[p]!.bid === bid).reduce((n, p) => n + offers[p]!.lots.length, 0);
      const held = party.bids.map(({ bid }) => lots(bid));
      return (
        party.bids.every(({ maximumLots }, i) => held[i]! <= maximumLots) &&
        held.reduce((a, b) => a + b, 0) <= party.maximumLots &&
        (!party.oneBid || held.filter((h) => h > 0).length <= 1)
      );
    });
  };
  function* visit(place: number, taken: Set<number>, d: number[]): Generator<number[]> {
    if (place === order.length) {
      if (ok(d)) yield [...d].sort((a, b) => a - b);
      return;
    }
    const lot = order[place]!;
    if (taken.has(lot)) {
      yield* visit(place + 1, taken, d);
      return;
    }
    const options = offers
      .flatMap((o, p) =>
        o.lots.includes(lot) && o.lots.every((l) => !taken.has(l)) && o.lots.every((l) => order.indexOf(l) >= place)
          ? [p]
          : [],
      )
      .sort((a, b) => (offers[a]!.score > offers[b]!.score ? -1 : offers[a]!.score < offers[b]!.score ? 1 : a - b));
    for (const p of options) yield* visit(place + 1, new Set([...taken, ...offers[p]!.lots]), [...d, p]);
    yield* visit(place + 1, new Set([...taken, lot]), d);
  }
  yield* visit(0, new Set(), []);
}

export function solveAward(
  problem: AwardProblem,
  _options: { program?: IntegerProgram } = {},
): AwardSolution | undefined {
  let best: AwardSolution | undefined;
  for (const division of divisions(problem)) {
    const lotsAwarded = division.reduce((n, p) => n + problem.offers[p]!.lots.length, 0);
    if (lotsAwarded === 0) continue;
    const total = division.reduce((n, p) => n + problem.offers[p]!.score, 0n);
    if (!best || lotsAwarded > best.lotsAwarded || (lotsAwarded === best.lotsAwarded && total > best.total))
      best = {
        division,
        lotsAwarded,
        total,
        value: total,
        bound: total,
        proven: true,
        certificate: { prices: [], proof: { prices: 0 } },
      };
  }
  return best;
}

export function allBest(
  problem: AwardProblem,
  best: AwardSolution,
  cap: number,
): { divisions: Division[]; capped: boolean } {
  const found: Division[] = [];
  for (const division of divisions(problem)) {
    const lotsAwarded = division.reduce((n, p) => n + problem.offers[p]!.lots.length, 0);
    const total = division.reduce((n, p) => n + problem.offers[p]!.score, 0n);
    if (lotsAwarded !== best.lotsAwarded || total !== best.total) continue;
    if (found.length === cap) return { divisions: found, capped: true };
    found.push(division);
  }
  return { divisions: found, capped: false };
}
