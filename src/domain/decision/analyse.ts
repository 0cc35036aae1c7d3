import { type Standing, standings } from '../decision-matrix/dominance.ts';
import type { DecisionMatrix } from '../decision-matrix/matrix.ts';
import { type MethodWinners, methodAgreement } from '../decision-matrix/method-agreement.ts';
import { pairwiseWinning } from '../decision-matrix/pairwise-winning.ts';
import {
  type AcceptabilityMethod,
  DEFAULT_DRAWS,
  type RankAcceptability,
  rankAcceptability,
} from '../decision-matrix/rank-acceptability.ts';
import { rankByCounting, rankByWeightedSum } from '../decision-matrix/ranking.ts';
import { type StabilityBound, stability } from '../decision-matrix/stability.ts';
import { DomainError } from '../errors.ts';
import { type Exact, toFractionText } from '../number.ts';
import { applyWeighing, type Weighing } from './weighing.ts';

/** The version of the meaning of {@link analyse}; see `evaluation/evaluate.ts`. */
export const DECISION_ENGINE = 1;

/** A large matrix is simulated with fewer weightings, so that a page answers at once; the standard error is shown. */
const LARGE_MATRIX_CELLS = 200;
const DRAWS_FOR_LARGE = 5000;

/** What the weighing says, as plain data: exact numbers as text, ready to be stored and compared to the last digit. */
export interface DecisionOutcome {
  readonly engine: number;
  readonly alternatives: readonly AlternativeOutcome[];
  readonly excluded: readonly string[];
  readonly acceptability: AcceptabilityMethod;
  /** Per pair the share of all weightings for which the first has the higher sum; absent when it is too large to compute. */
  readonly pairwise: readonly { readonly alternative: string; readonly beats: readonly string[] }[] | null;
  readonly stability: readonly {
    readonly criterion: string;
    readonly current: string;
    readonly interval: null | { readonly from: BoundOutcome; readonly to: BoundOutcome };
  }[];
  /** The alternatives with the highest weighted sum: several when they are exactly equal. */
  readonly winners: readonly string[];
  readonly methods: readonly MethodWinners[];
  readonly unanimous: boolean;
}

export interface AlternativeOutcome {
  readonly alternative: string;
  readonly rank: number;
  readonly total: string;
  readonly parts: readonly string[];
  readonly counts: readonly number[];
  readonly countRank: number;
  readonly recommended: boolean;
  readonly standing: StandingOutcome;
  /** Per rank the share of the weightings, and its standard error in simulation (0 when exact). */
  readonly shares: readonly string[];
  readonly standardErrors: readonly number[];
  readonly expectedRank: string;
}

export type StandingOutcome =
  | { readonly kind: 'dominated'; readonly by: readonly string[] }
  | {
      readonly kind: 'dominated-by-mixture';
      readonly mixture: readonly { readonly alternative: string; readonly share: string }[];
    }
  | { readonly kind: 'best-under'; readonly weights: readonly string[] };

export interface BoundOutcome {
  readonly share: string;
  readonly included: boolean;
  readonly beyond: readonly string[] | null;
}

/**
 * Ranks the alternatives of a matrix under a weighing, and says how sure that is. Deterministic: the seed is part of the weighing.
 * @throws DomainError what {@link applyWeighing} throws
 */
export function analyse(original: DecisionMatrix, weighing: Weighing): DecisionOutcome {
  const { adjusted, weights } = applyWeighing(original, weighing);
  const { matrix } = adjusted;
  const cells = matrix.alternatives.length * matrix.criteria.length;
  const acceptability = rankAcceptability(matrix, {
    seed: weighing.seed,
    ordering: weighing.ordering,
    values: weighing.values,
    ...(cells > LARGE_MATRIX_CELLS
      ? { method: 'simulation', draws: DRAWS_FOR_LARGE }
      : { method: 'exact-if-possible', draws: DEFAULT_DRAWS }),
  });
  const steady = stability(matrix, weights);
  const agreement = methodAgreement(matrix, weights, acceptability);
  const kept = new Set(matrix.alternatives);
  return {
    engine: DECISION_ENGINE,
    alternatives: alternativeOutcomes(matrix, weights, acceptability),
    excluded: original.alternatives.filter((alternative) => !kept.has(alternative)),
    acceptability: acceptability.method,
    pairwise: cells > LARGE_MATRIX_CELLS ? null : pairwise(matrix, weighing),
    stability: steady.criteria.map(({ criterion, current, interval }) => ({
      criterion,
      current: toFractionText(current),
      interval: interval && { from: bound(interval.from), to: bound(interval.to) },
    })),
    winners: steady.winners,
    methods: agreement.methods,
    unanimous: agreement.unanimous,
  };
}

function alternativeOutcomes(
  matrix: DecisionMatrix,
  weights: Parameters<typeof rankByWeightedSum>[1],
  acceptability: RankAcceptability,
): AlternativeOutcome[] {
  const counted = new Map(rankByCounting(matrix).map((one) => [one.alternative, one]));
  const standing = new Map(standings(matrix).map((one) => [one.alternative, one.standing]));
  const accepted = new Map(acceptability.alternatives.map((one) => [one.alternative, one]));
  return rankByWeightedSum(matrix, weights).map(({ alternative, rank, total, parts }) => {
    const count = counted.get(alternative)!;
    const share = accepted.get(alternative)!;
    return {
      alternative,
      rank,
      total: toFractionText(total),
      parts: parts.map(toFractionText),
      counts: count.counts,
      countRank: count.rank,
      recommended: count.recommended,
      standing: standingOutcome(standing.get(alternative)!),
      shares: share.shares.map(toFractionText),
      standardErrors: share.standardErrors,
      expectedRank: toFractionText(share.expectedRank),
    };
  });
}

function standingOutcome(standing: Standing): StandingOutcome {
  switch (standing.kind) {
    case 'dominated':
      return standing;
    case 'dominated-by-mixture':
      return {
        kind: standing.kind,
        mixture: standing.mixture.map(({ alternative, share }) => ({ alternative, share: toFractionText(share) })),
      };
    case 'best-under':
      return { kind: standing.kind, weights: standing.weights.map((weight: Exact) => toFractionText(weight)) };
  }
}

function pairwise(matrix: DecisionMatrix, { ordering, values }: Weighing): DecisionOutcome['pairwise'] {
  if (values === 'ordinal') return null;
  try {
    const { wins } = pairwiseWinning(matrix, ordering);
    return matrix.alternatives.map((alternative, row) => ({ alternative, beats: wins[row]!.map(toFractionText) }));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'ordering-too-complex') return null;
    throw error;
  }
}

const bound = ({ share, included, beyond }: StabilityBound): BoundOutcome => ({
  share: toFractionText(share),
  included,
  beyond,
});
