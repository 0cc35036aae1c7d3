import { DomainError } from '../errors.ts';

/** Lots, who may get them at what score, and the announced limits. Scores are whole numbers over one common denominator. */
export interface AwardProblem {
  readonly lots: readonly string[];
  /** Per lot the score of every bid that may get it; never negative. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
  readonly limits: AwardLimits;
}

export interface AwardLimits {
  readonly minimumWinners: number;
  readonly maximumWinners: number;
  readonly maximumLotsPerBidder: number;
}

/** Lot -> bid; a lot that nobody gets is absent. */
export type Assignment = ReadonlyMap<string, string>;

export interface BestAssignments {
  readonly lotsAwarded: number;
  readonly total: bigint;
  /** Every assignment with this total, up to `cap`. */
  readonly assignments: readonly Assignment[];
  readonly capped: boolean;
}

/** Search steps after which an award is refused instead of left running. */
const STEP_LIMIT = 20_000_000;

/**
 * The assignment that leaves the fewest lots open and, among those, has the highest total score: all of them when several are equal.
 * Depth first over the lots; a branch is left when even the best score in every remaining lot cannot reach the best total so far.
 * @param mustAward a lot that may not stay open
 * @returns undefined when no assignment obeys the limits
 * @throws DomainError `award-too-large` when the search would take too long
 */
export function bestAssignments(problem: AwardProblem, cap: number, mustAward?: string): BestAssignments | undefined {
  const { limits } = problem;
  const lots = problem.lots
    .map((lot) => ({
      lot,
      options: [...(problem.scores.get(lot) ?? [])].sort(([a, x], [b, y]) => (x > y ? -1 : x < y ? 1 : a < b ? -1 : 1)),
    }))
    .sort((a, b) => a.options.length - b.options.length || (a.lot < b.lot ? -1 : 1));

  // What the lots from a place on can still add at most: lots awarded, and score.
  const room = lots.map(() => ({ lots: 0, total: 0n }));
  for (let place = lots.length - 1; place >= 0; place--) {
    const after = room[place + 1] ?? { lots: 0, total: 0n };
    const best = lots[place]!.options[0]?.[1];
    room[place] = best === undefined ? after : { lots: after.lots + 1, total: after.total + best };
  }

  let best: { lotsAwarded: number; total: bigint } | undefined;
  let found: Map<string, string>[] = [];
  let capped = false;
  let steps = 0;
  const held = new Map<string, number>();
  const current = new Map<string, string>();

  const visit = (place: number, lotsAwarded: number, total: bigint): void => {
    if (++steps > STEP_LIMIT) throw new DomainError('award-too-large', { lots: lots.length });
    const left = room[place] ?? { lots: 0, total: 0n };
    if (best) {
      if (lotsAwarded + left.lots < best.lotsAwarded) return;
      // When the list of equal assignments is full, only a better one is still of interest.
      const reachable = total + left.total;
      const hopeless = capped ? reachable <= best.total : reachable < best.total;
      if (lotsAwarded + left.lots === best.lotsAwarded && hopeless) return;
    }
    if (held.size + left.lots < limits.minimumWinners) return;
    if (place === lots.length) {
      const better = !best || lotsAwarded > best.lotsAwarded || total > best.total;
      if (better) {
        best = { lotsAwarded, total };
        found = [];
        capped = false;
      }
      if (found.length < cap) found.push(new Map(current));
      else capped = true;
      return;
    }
    const { lot, options } = lots[place]!;
    for (const [bid, score] of options) {
      const before = held.get(bid) ?? 0;
      if (before >= limits.maximumLotsPerBidder) continue;
      if (before === 0 && held.size >= limits.maximumWinners) continue;
      held.set(bid, before + 1);
      current.set(lot, bid);
      visit(place + 1, lotsAwarded + 1, total + score);
      current.delete(lot);
      if (before === 0) held.delete(bid);
      else held.set(bid, before);
    }
    if (lot !== mustAward) visit(place + 1, lotsAwarded, total);
  };

  visit(0, 0, 0n);
  if (!best) return undefined;
  return { ...(best as { lotsAwarded: number; total: bigint }), assignments: found, capped };
}
