import { DomainError } from '../errors.ts';
import { approximate, type Exact, multiply, ONE, ratio, subtract, sum } from '../number.ts';
import { type CriteriaOrdering, heavierCriteria, orderedRegion } from './criteria-ordering.ts';
import type { DecisionMatrix } from './matrix.ts';
import { requireSeed } from './random.ts';
import { simulateRanks } from './rank-simulation.ts';
import { rankVolumes } from './rank-volumes.ts';
import { rowGroups } from './row-groups.ts';

/** How the shares were found, and for a simulation why not exactly. */
export type AcceptabilityMethod =
  | { readonly kind: 'exact'; readonly pieces: number }
  | {
      readonly kind: 'simulation';
      readonly because: 'budget' | 'ordinal-values' | 'requested';
      readonly seed: number;
      readonly draws: number;
    };

export interface AlternativeAcceptability {
  readonly alternative: string;
  /** Per rank, best first, the share of the weightings that give the alternative this rank. They sum to 1. */
  readonly shares: readonly Exact[];
  /** Per rank the standard error of the share: 0 throughout when exact. A floating point number, for showing. */
  readonly standardErrors: readonly number[];
  /** The mean rank over the weightings. */
  readonly expectedRank: Exact;
}

export interface RankAcceptability {
  readonly method: AcceptabilityMethod;
  /** In the order of the matrix. */
  readonly alternatives: readonly AlternativeAcceptability[];
}

export interface AcceptabilityOptions {
  /** Starts the generator when a simulation is needed; part of the dossier. A whole number from 0 to 4294967295. */
  readonly seed: number;
  /** Number of weightings when a simulation is needed. */
  readonly draws?: number;
  /** The largest number of cells that the exact method may look at. */
  readonly budget?: number;
  readonly ordering?: CriteriaOrdering;
  /** `ordinal`: only the order of the levels is taken as known. */
  readonly values?: 'as-stated' | 'ordinal';
  readonly method?: 'exact-if-possible' | 'simulation';
}

export const DEFAULT_DRAWS = 20_000;
const DEFAULT_BUDGET = 60_000;
const MOST_DRAWS = 100_000_000;

/**
 * The share of all weightings for which each alternative is 1st, 2nd, ... (rank acceptability; R. Lahdelma, P. Salminen, SMAA-2:
 * Stochastic multicriteria acceptability analysis for group decision making, Operations Research 49, 2001). Weightings are uniform
 * on the simplex, or on the part of it that agrees with the ordering; equal sums share the best rank, so per alternative the
 * shares sum to 1, while per rank they need not.
 *
 * Exact by default. A seeded simulation with its standard error instead when the budget is spent or the values are ordinal;
 * the result says which and why.
 * @throws DomainError `seed-out-of-range`, `draws-out-of-range`, `unknown-criterion`, `ordering-contradicts`, `ordering-too-large`
 */
export function rankAcceptability(matrix: DecisionMatrix, options: AcceptabilityOptions): RankAcceptability {
  const { seed, ordering = [], values = 'as-stated', method = 'exact-if-possible' } = options;
  const { draws = DEFAULT_DRAWS, budget = DEFAULT_BUDGET } = options;
  requireSeed(seed);
  if (!Number.isInteger(draws) || draws < 1 || draws > MOST_DRAWS)
    throw new DomainError('draws-out-of-range', { draws });
  const heavier = heavierCriteria(matrix, ordering);
  const groups = rowGroups(matrix);
  const simulate = (because: 'budget' | 'ordinal-values' | 'requested'): RankAcceptability => {
    const counts = simulateRanks(matrix, groups, { seed, draws, heavier, values });
    const shares = counts.map((row) => Array.from(row, (count) => ratio(BigInt(count), BigInt(draws))));
    return spread(matrix, groups, { kind: 'simulation', because, seed, draws }, shares, draws);
  };
  if (method === 'simulation') return simulate('requested');
  if (values === 'ordinal') return simulate('ordinal-values');
  const region = orderedRegion(matrix, ordering, budget);
  const exactly = region && rankVolumes(groups, region, budget);
  if (exactly === undefined) return simulate('budget');
  return spread(matrix, groups, { kind: 'exact', pieces: exactly.pieces }, exactly.shares, undefined);
}

/** Gives every alternative the shares of its group. */
function spread(
  matrix: DecisionMatrix,
  groups: ReturnType<typeof rowGroups>,
  method: AcceptabilityMethod,
  shares: readonly (readonly Exact[])[],
  draws: number | undefined,
): RankAcceptability {
  const alternatives: AlternativeAcceptability[] = [];
  groups.forEach(({ members }, group) => {
    const own = shares[group]!;
    const standardErrors = own.map((share) => (draws === undefined ? 0 : standardError(share, draws)));
    const expectedRank = sum(own.map((share, index) => multiply(share, ratio(BigInt(index + 1), 1n))));
    for (const member of members) {
      alternatives[member] = { alternative: matrix.alternatives[member]!, shares: own, standardErrors, expectedRank };
    }
  });
  return { method, alternatives };
}

/** The standard error of a share found in independent draws: sqrt(p (1 - p) / draws). Rounded the same on any machine. */
export const standardError = (share: Exact, draws: number): number =>
  Math.sqrt((approximate(share) * approximate(subtract(ONE, share))) / draws);
