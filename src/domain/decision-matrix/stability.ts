import { add, compare, divide, type Exact, equals, multiply, ONE, subtract, ZERO } from '../number.ts';
import { type DecisionMatrix, valueAt } from './matrix.ts';
import type { Weighting } from './weighting.ts';

/** One end of an interval of weights. */
export interface StabilityBound {
  /** The weight of the criterion as a part of one. */
  readonly share: Exact;
  /** The winners are still the same at the bound itself. */
  readonly included: boolean;
  /** Who wins just beyond the bound; null at weight 0 and weight 1, beyond which there is nothing. */
  readonly beyond: readonly string[] | null;
}

export interface CriterionStability {
  readonly criterion: string;
  readonly current: Exact;
  /** Null when all weight is on this criterion: there is then no proportion in which the others could take over. */
  readonly interval: { readonly from: StabilityBound; readonly to: StabilityBound } | null;
}

export interface Stability {
  /** The alternatives with the highest weighted sum, in the order of the matrix. */
  readonly winners: readonly string[];
  readonly criteria: readonly CriterionStability[];
}

/**
 * Per criterion the interval of its weight in which exactly the same alternatives win by weighted sum, while the other criteria keep
 * their proportions to each other. Exact: each score is linear in the weight, so the bounds are where two lines meet
 * (one-at-a-time weight sensitivity; E. Triantaphyllou, A. Sánchez, Decision Sciences 28, 1997).
 * An interval that is one point means that winners share the first place only at the present weight.
 */
export function stability(matrix: DecisionMatrix, { shares }: Weighting): Stability {
  const scores = matrix.alternatives.map((_, row) =>
    shares.map((share, column) => multiply(share, valueAt(matrix, row, column))).reduce(add, ZERO),
  );
  const criteria = matrix.criteria.map((criterion, column): CriterionStability => {
    const current = shares[column]!;
    const rest = subtract(ONE, current);
    if (equals(rest, ZERO)) return { criterion, current, interval: null };
    const lines = matrix.alternatives.map((alternative, row) => {
      const own = valueAt(matrix, row, column);
      const base = divide(subtract(scores[row]!, multiply(current, own)), rest);
      return { alternative, base, slope: subtract(own, base) };
    });
    return { criterion, current, interval: { from: bound(lines, current, ZERO), to: bound(lines, current, ONE) } };
  });
  const top = scores.reduce((best, score) => (compare(score, best) > 0 ? score : best));
  const winners = matrix.alternatives.filter((_, row) => equals(scores[row]!, top));
  return { winners, criteria };
}

/** The score of an alternative as a function of one weight t: base + slope t. */
interface Line {
  readonly alternative: string;
  readonly base: Exact;
  readonly slope: Exact;
}

/** How far the weight can move from where it is towards an end (0 or 1) before the set of winners changes. */
function bound(lines: readonly Line[], current: Exact, end: Exact): StabilityBound {
  const winners = winnersAt(lines, current);
  if (equals(current, end)) return { share: end, included: true, beyond: null };
  const next = justBeyond(winners, compare(end, current));
  if (next.length < winners.length) return { share: current, included: true, beyond: namesOf(next) };
  const lead = winners[0]!;
  const crossings = lines
    .filter((line) => !winners.includes(line) && !equals(line.slope, lead.slope))
    .map((line) => divide(subtract(lead.base, line.base), subtract(line.slope, lead.slope)))
    .filter((crossing) => isBetween(crossing, current, end));
  if (crossings.length === 0) return { share: end, included: true, beyond: null };
  const nearest = crossings.reduce((near, crossing) => (isBetween(crossing, current, near) ? crossing : near));
  const beyond = equals(nearest, end) ? null : namesOf(justBeyond(winnersAt(lines, nearest), compare(end, current)));
  return { share: nearest, included: false, beyond };
}

/** From past `from` up to and including `to`, in either direction. */
const isBetween = (value: Exact, from: Exact, to: Exact): boolean =>
  compare(to, from) > 0
    ? compare(value, from) > 0 && compare(value, to) <= 0
    : compare(value, from) < 0 && compare(value, to) >= 0;

function winnersAt(lines: readonly Line[], share: Exact): Line[] {
  const scores = lines.map((line) => add(line.base, multiply(line.slope, share)));
  const top = scores.reduce((best, score) => (compare(score, best) > 0 ? score : best));
  return lines.filter((_, index) => equals(scores[index]!, top));
}

/** Of lines that meet in one point, those that are highest just beyond it in a direction (positive: at a larger weight). */
function justBeyond(meeting: readonly Line[], direction: number): Line[] {
  const steepest = meeting.reduce((best, line) => (compare(line.slope, best.slope) * direction > 0 ? line : best));
  return meeting.filter((line) => equals(line.slope, steepest.slope));
}

const namesOf = (lines: readonly Line[]): string[] => lines.map((line) => line.alternative);
