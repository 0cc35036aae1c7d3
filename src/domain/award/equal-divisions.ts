import { DomainError } from '../errors.ts';
import { compare, type Exact, exact, multiply, sum, ZERO } from '../number.ts';
import type { TieBreakStep } from '../rules/rules.ts';
import { drawIn, requireInDraw } from '../scoring/draws.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import { amountOn, betterIn, pointsOn, tieBreakSteps } from '../scoring/ranking.ts';
import { awardedIn, discountAt, fixedAt, rankedAt, type Search } from './division-search.ts';
import type { AwardOutcome } from './outcome.ts';
import type { Division } from './proof/problem.ts';
import { allBest } from './search/all-best.ts';
import type { AwardSolution } from './search/solve.ts';

/** The announced tie-break is applied to all equal divisions, up to this many. */
const EQUAL_OUTCOMES_SEARCHED = 10_000;

export interface Decided {
  readonly equal: readonly Tied[];
  /** There are more equal divisions than were looked at. */
  readonly capped: boolean;
  /** What the tie-break, and the draws that were held, leave. */
  readonly remaining: readonly Tied[];
  readonly decidedBy: AwardOutcome['decidedBy'];
  /** Whether a lot goes to the same bidder in all that remain. */
  readonly settled: (lot: string) => boolean;
}

/** One of the divisions with exactly the best sum. */
export interface Tied {
  readonly division: Division;
  /** Lot -> bid. */
  readonly holders: ReadonlyMap<string, string>;
  readonly tieBreak: readonly { readonly step: TieBreakStep; readonly value: Exact }[];
}

/**
 * Applies the announced tie-break to all divisions with the best sum, and then the draws that were held.
 * @throws DomainError `award-too-large` when there are too many of them, or none could be looked at
 */
export function decideEqual(input: EvaluationInput, search: Search, best: AwardSolution): Decided {
  const { rules } = input;
  const { divisions, capped, unsearched } = allBest(search.problem, best, EQUAL_OUTCOMES_SEARCHED);
  const steps = tieBreakSteps(rules, undefined);
  // Neither that the division is the only one, nor that a draw is needed, was shown.
  if (unsearched || (capped && steps.length > 0)) throw new DomainError('award-too-large', { lots: rules.lots.length });
  const equal = divisions.map((division) => withTieBreak(search, steps, division));
  const { remaining, decidedBy } = breakTie(input, steps, equal, !capped);
  const settled = (lot: string): boolean =>
    !capped && remaining.every(({ holders }) => holders.get(lot) === remaining[0]!.holders.get(lot));
  return { equal, capped, remaining, decidedBy, settled };
}

/**
 * From engine 3 on a draw must decide what it was held for.
 * @throws DomainError `draw-incomplete` for a draw that leaves out a bid that is still equal in one of its lots
 */
export function requireCompleteDraws({ rules, engine, draws }: EvaluationInput, { remaining, capped }: Decided): void {
  if (engine === 2 || capped || remaining.length < 2) return;
  for (const { id } of rules.lots) {
    const draw = drawIn(draws, id);
    const holders = new Set(remaining.map((one) => one.holders.get(id)));
    if (draw && holders.size > 1)
      requireInDraw(
        draw,
        id,
        [...holders].flatMap((bid) => bid ?? []),
      );
  }
}

function withTieBreak(search: Search, steps: readonly TieBreakStep[], division: Division): Tied {
  return {
    division,
    holders: new Map(awardedIn(search, division).map(({ lot, bid }) => [lot, bid])),
    tieBreak: steps.map((step) => ({ step, value: sum(division.map((place) => tieBreakValue(search, step, place))) })),
  };
}

/** What an awarded offer counts in a step of the tie-break: its points once for each of its lots. */
function tieBreakValue(search: Search, step: TieBreakStep, place: number): Exact {
  if (fixedAt(search, place) !== undefined || step.rule === 'draw') return ZERO;
  const entries = rankedAt(search, place);
  const discount = discountAt(search, place);
  if (step.rule === 'lower-price') {
    return sum(
      discount ? discount.totals.map(({ compared }) => compared) : entries.map((one) => amountOn(one, step.part)),
    );
  }
  const points = sum(entries.map((one) => pointsOn(one, step.criterion)));
  return discount ? points : multiply(points, exact(BigInt(search.scores.offers[place]!.lots.length)));
}

/** Applies the announced steps one after the other, each keeps the best divisions on it, and then the draws: lot by lot, who was drawn first. */
function breakTie(
  input: EvaluationInput,
  steps: readonly TieBreakStep[],
  equal: readonly Tied[],
  drawn: boolean,
): { remaining: readonly Tied[]; decidedBy: AwardOutcome['decidedBy'] } {
  let remaining = equal;
  let decidedBy: AwardOutcome['decidedBy'] = { rule: 'mechanism' };
  steps.forEach((step, index) => {
    if (remaining.length === 1) return;
    const values = remaining.map((one) => one.tieBreak[index]!.value);
    const wantsMore = step.rule !== 'lower-price' || betterIn(input.rules.price, step.part) === 'higher';
    const better = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 === wantsMore ? a : b);
    const best = values.reduce(better);
    remaining = remaining.filter((_, place) => compare(values[place]!, best) === 0);
    if (remaining.length === 1) decidedBy = { rule: 'tie-break', step };
  });
  if (remaining.length > 1 && drawn && input.draws) {
    remaining = firstDrawn(input, remaining);
    if (remaining.length === 1) decidedBy = { rule: 'tie-break', step: { rule: 'draw' } };
  }
  return { remaining, decidedBy };
}

/**
 * Lot by lot in the announced order, the divisions in which the lot goes to the bid that was drawn first. A bid outside the draw separates nothing; from
 * engine 3 on, that nobody has the lot comes after every bid that was drawn.
 */
function firstDrawn({ rules: { lots }, draws, engine }: EvaluationInput, equal: readonly Tied[]): readonly Tied[] {
  return lots.reduce((remaining, { id }) => {
    const order = drawIn(draws, id)?.order;
    if (!order) return remaining;
    const places = remaining.map(({ holders }) => {
      const holder = holders.get(id);
      return holder === undefined && engine !== 2 ? order.length : order.indexOf(holder ?? '');
    });
    if (places.some((place) => place < 0)) return remaining;
    const first = Math.min(...places);
    return remaining.filter((_, index) => places[index] === first);
  }, equal);
}
