import { DomainError } from '../errors.ts';
import { pointsOn, type Ranked } from '../evaluation/ranking.ts';
import { compare, denominator, type Exact, exact, multiply, numerator, ratio, sum, toFractionText } from '../number.ts';
import type { TenderRules } from '../tender/rules.ts';
import { type Assignment, type AwardLimits, type BestAssignments, bestAssignments } from './assignment.ts';

/** The award over all lots, explained. Numbers are exact, as text. */
export interface AwardOutcome {
  readonly status: 'awarded' | 'draw-needed' | 'impossible';
  readonly lots: readonly LotAward[];
  /** Sum of the totals of the awarded bids; null when no award is possible. */
  readonly total: string | null;
  readonly lotsAwarded: number;
  readonly winners: number;
  /** All assignments with exactly this total, at most `EQUAL_OUTCOMES_LISTED`. */
  readonly equalOutcomes: { readonly atLeast: boolean; readonly assignments: readonly EqualOutcome[] };
  /** What decided: the total alone, the announced tie-break on this criterion, or nothing (a draw is needed, or no award). */
  readonly decidedBy:
    | { readonly rule: 'highest-total' }
    | { readonly rule: 'tie-break'; readonly criterion: string }
    | null;
  readonly limitCosts: readonly LimitCost[];
}

export interface LotAward {
  readonly lot: string;
  readonly winner: string | null;
  /** Why nobody has the lot (yet). */
  readonly open: null | 'no-valid-bid' | 'limits' | 'draw' | 'impossible';
  readonly passedOver: readonly PassedOver[];
}

/** Why a bid that ranks higher in a lot than the winner did not get that lot. */
export interface PassedOver {
  readonly bid: string;
  readonly reason: 'has-maximum' | 'minimum-winners' | 'maximum-winners' | 'lower-total' | 'tie-break';
  /** The lots that this bid got. */
  readonly lots: readonly string[];
  /** The highest total over all lots if this bid had this lot, under the same limits; null when the limits leave none. */
  readonly totalIfAwarded: string | null;
}

export interface EqualOutcome {
  readonly lots: readonly { readonly lot: string; readonly bid: string }[];
  /** Points of the winners on each criterion of the tie-break, summed over the lots, in the announced order. */
  readonly tieBreak: readonly { readonly criterion: string; readonly points: string }[];
  /** Not separated from the best by the tie-break. */
  readonly remains: boolean;
}

/** What the award would be without one limit, or without any. `cost` is its total minus the total of the award. */
export interface LimitCost {
  readonly without: 'maximum-lots' | 'minimum-winners' | 'maximum-winners' | 'all-limits';
  readonly total: string;
  readonly cost: string;
  readonly lots: readonly { readonly lot: string; readonly bid: string }[];
}

const EQUAL_OUTCOMES_LISTED = 100;
/** The announced tie-break is applied to all equal assignments, up to this many. */
const EQUAL_OUTCOMES_SEARCHED = 10_000;

/**
 * Awards the lots: the assignment that leaves the fewest lots open and then has the highest total score, within the limits
 * of Koersnota 2025, 3.1 as the rules carry them. Equal totals go to the announced tie-break, and what that leaves equal to a draw.
 * @param rankings per lot its valid bids, ranked
 * @throws DomainError `award-too-large` when there are too many equal assignments to apply the announced tie-break to all of them
 */
export function awardLots(rules: TenderRules, rankings: ReadonlyMap<string, readonly Ranked[]>): AwardOutcome {
  const solver = createSolver(rules, rankings);
  const best = solver.solve(solver.limits);
  if (!best) return impossible(rules, rankings);
  if (best.capped && rules.award.tieBreak.length > 0) {
    throw new DomainError('award-too-large', { lots: rules.lots.length });
  }

  const equal = best.assignments.map((assignment) => ({
    assignment,
    tieBreak: rules.award.tieBreak.map(({ criterion }) => ({
      criterion,
      points: sum([...assignment].map(([lot, bid]) => pointsOn(entry(rankings, lot, bid).quality, criterion))),
    })),
  }));
  const { remaining, decidedBy } = breakTie(rules, equal);
  const draw = remaining.length > 1 || best.capped;
  const chosen = remaining[0]!.assignment;
  const isSettled = (lot: string): boolean =>
    remaining.every(({ assignment }) => assignment.get(lot) === chosen.get(lot));

  return {
    status: draw ? 'draw-needed' : 'awarded',
    lots: rules.lots.map(({ id: lot }) => {
      if (draw && (best.capped || !isSettled(lot))) return { lot, winner: null, open: 'draw', passedOver: [] };
      const winner = chosen.get(lot) ?? null;
      if (winner === null) {
        const open = (rankings.get(lot) ?? []).length === 0 ? 'no-valid-bid' : 'limits';
        return { lot, winner, open, passedOver: [] };
      }
      return { lot, winner, open: null, passedOver: passedOver(solver, rankings, best, chosen, lot, winner) };
    }),
    total: toFractionText(solver.toExact(best.total)),
    lotsAwarded: best.lotsAwarded,
    winners: new Set(chosen.values()).size,
    equalOutcomes: {
      atLeast: equal.length > EQUAL_OUTCOMES_LISTED,
      assignments: [...remaining, ...equal.filter((one) => !remaining.includes(one))]
        .slice(0, EQUAL_OUTCOMES_LISTED)
        .map((one) => ({
          lots: inOrder(rules, one.assignment),
          tieBreak: one.tieBreak.map(({ criterion, points }) => ({ criterion, points: toFractionText(points) })),
          remains: remaining.includes(one),
        })),
    },
    decidedBy: draw ? null : decidedBy,
    limitCosts: limitCosts(rules, solver, best),
  };
}

type Solver = ReturnType<typeof createSolver>;

/** Scores as whole numbers over their common denominator, so that the search compares exactly and fast. */
function createSolver(rules: TenderRules, rankings: ReadonlyMap<string, readonly Ranked[]>) {
  const lots = rules.lots.map((lot) => lot.id);
  let common = 1n;
  for (const ranked of rankings.values()) {
    for (const { quality } of ranked) common = leastCommonMultiple(common, denominator(quality.total));
  }
  const whole = (value: Exact): bigint => numerator(multiply(value, exact(common)));
  const scores = new Map(
    lots.map((lot) => [lot, new Map((rankings.get(lot) ?? []).map(({ bid, quality }) => [bid, whole(quality.total)]))]),
  );
  const { winners, maximumLotsPerBidder } = rules.award;
  const limits: AwardLimits = {
    minimumWinners: winners.minimum,
    maximumWinners: winners.maximum,
    maximumLotsPerBidder,
  };
  return {
    limits,
    noLimits: {
      minimumWinners: 1,
      maximumWinners: lots.length,
      maximumLotsPerBidder: lots.length,
    } satisfies AwardLimits,
    toExact: (units: bigint): Exact => ratio(units, common),
    solve: (withLimits: AwardLimits): BestAssignments | undefined =>
      bestAssignments({ lots, scores, limits: withLimits }, EQUAL_OUTCOMES_SEARCHED),
    /** The best assignment in which `bid` has `lot`. */
    solveWith: (withLimits: AwardLimits, lot: string, bid: string): BestAssignments | undefined => {
      const forced = new Map(scores).set(lot, new Map([[bid, scores.get(lot)!.get(bid)!]]));
      return bestAssignments({ lots, scores: forced, limits: withLimits }, 1, lot);
    },
  };
}

interface Tied {
  readonly assignment: Assignment;
  readonly tieBreak: readonly { readonly criterion: string; readonly points: Exact }[];
}

/** Applies the announced criteria one after the other; each keeps the assignments with the most points on it. */
function breakTie(
  rules: TenderRules,
  equal: readonly Tied[],
): { remaining: readonly Tied[]; decidedBy: AwardOutcome['decidedBy'] } {
  let remaining = equal;
  let decidedBy: AwardOutcome['decidedBy'] = { rule: 'highest-total' };
  rules.award.tieBreak.forEach(({ criterion }, index) => {
    if (remaining.length === 1) return;
    const points = remaining.map((one) => one.tieBreak[index]!.points);
    const most = points.reduce((a, b) => (compare(a, b) >= 0 ? a : b));
    remaining = remaining.filter((_, place) => compare(points[place]!, most) === 0);
    if (remaining.length === 1) decidedBy = { rule: 'tie-break', criterion };
  });
  return { remaining, decidedBy };
}

function passedOver(
  solver: Solver,
  rankings: ReadonlyMap<string, readonly Ranked[]>,
  best: BestAssignments,
  chosen: Assignment,
  lot: string,
  winner: string,
): PassedOver[] {
  const rank = entry(rankings, lot, winner).rank;
  return rankings
    .get(lot)!
    .filter((candidate) => candidate.rank < rank)
    .map(({ bid }) => {
      const lots = [...chosen].filter(([, holder]) => holder === bid).map(([held]) => held);
      const forced = solver.solveWith(solver.limits, lot, bid);
      return {
        bid,
        reason: whyPassedOver(solver, best, forced, lot, bid, lots.length),
        lots: lots.sort(),
        totalIfAwarded: forced ? toFractionText(solver.toExact(forced.total)) : null,
      };
    });
}

function whyPassedOver(
  solver: Solver,
  best: BestAssignments,
  forced: BestAssignments | undefined,
  lot: string,
  bid: string,
  held: number,
): PassedOver['reason'] {
  if (held >= solver.limits.maximumLotsPerBidder) return 'has-maximum';
  const atLeastAsGood = (other: BestAssignments | undefined): boolean =>
    other !== undefined &&
    (other.lotsAwarded > best.lotsAwarded || (other.lotsAwarded === best.lotsAwarded && other.total >= best.total));
  if (atLeastAsGood(forced)) return 'tie-break';
  const { minimumWinners, maximumWinners } = solver.noLimits;
  if (atLeastAsGood(solver.solveWith({ ...solver.limits, minimumWinners }, lot, bid))) return 'minimum-winners';
  if (atLeastAsGood(solver.solveWith({ ...solver.limits, maximumWinners }, lot, bid))) return 'maximum-winners';
  return 'lower-total';
}

function limitCosts(rules: TenderRules, solver: Solver, best: BestAssignments): LimitCost[] {
  const { limits, noLimits } = solver;
  const variants: readonly (readonly [LimitCost['without'], AwardLimits])[] = [
    ['maximum-lots', { ...limits, maximumLotsPerBidder: noLimits.maximumLotsPerBidder }],
    ['minimum-winners', { ...limits, minimumWinners: noLimits.minimumWinners }],
    ['maximum-winners', { ...limits, maximumWinners: noLimits.maximumWinners }],
    ['all-limits', noLimits],
  ];
  return variants.map(([without, withLimits]) => {
    // Every assignment within the limits is one without them, so there is always a best one.
    const free = solver.solve(withLimits)!;
    return {
      without,
      total: toFractionText(solver.toExact(free.total)),
      cost: toFractionText(solver.toExact(free.total - best.total)),
      lots: inOrder(rules, free.assignments[0]!),
    };
  });
}

function impossible(rules: TenderRules, rankings: ReadonlyMap<string, readonly Ranked[]>): AwardOutcome {
  return {
    status: 'impossible',
    lots: rules.lots.map(({ id: lot }) => ({
      lot,
      winner: null,
      open: (rankings.get(lot) ?? []).length === 0 ? 'no-valid-bid' : 'impossible',
      passedOver: [],
    })),
    total: null,
    lotsAwarded: 0,
    winners: 0,
    equalOutcomes: { atLeast: false, assignments: [] },
    decidedBy: null,
    limitCosts: [],
  };
}

const entry = (rankings: ReadonlyMap<string, readonly Ranked[]>, lot: string, bid: string): Ranked =>
  rankings.get(lot)!.find((candidate) => candidate.bid === bid)!;

const inOrder = (rules: TenderRules, assignment: Assignment): { lot: string; bid: string }[] =>
  rules.lots.flatMap(({ id: lot }) => (assignment.has(lot) ? [{ lot, bid: assignment.get(lot)! }] : []));

const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b;
const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));
