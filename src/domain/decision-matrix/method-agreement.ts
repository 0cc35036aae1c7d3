import { compare, type Exact, equals, sum, ZERO } from '../number.ts';
import { type DecisionMatrix, valueAt } from './matrix.ts';
import type { RankAcceptability } from './rank-acceptability.ts';
import { rankByCounting, rankByWeightedSum } from './ranking.ts';
import { type Placed, sharedRanks } from './shared-ranks.ts';
import type { Weighting } from './weighting.ts';

/**
 * - `counting`: most of the best level, then of the next; as the Bijlagenboek 2013 argues, without weights.
 * - `weighted-sum`: the highest weighted sum.
 * - `lexicographic`: the heaviest criterion decides, then the next; criteria of equal weight are added up. Criteria without weight play no part.
 * - `weakest-point`: the one whose worst level is best, then whose second worst is best, and so on; without weights.
 * - `acceptability`: the largest share of all weightings for which it is first.
 */
export type Method = 'counting' | 'weighted-sum' | 'lexicographic' | 'weakest-point' | 'acceptability';

export interface MethodWinners {
  readonly method: Method;
  /** One, or several that share the first place, in the order of the matrix. */
  readonly winners: readonly string[];
}

export interface MethodAgreement {
  readonly methods: readonly MethodWinners[];
  /** Every method names the same winners. */
  readonly unanimous: boolean;
  /** Named by every method, alone or shared. */
  readonly alwaysAmongWinners: readonly string[];
}

/**
 * Does the winner depend on the method? Five methods that look at the same matrix in different ways; they do not vote.
 * @param acceptability of the same matrix; when it was simulated its winner is as sure as its standard error
 */
export function methodAgreement(
  matrix: DecisionMatrix,
  weighting: Weighting,
  acceptability: RankAcceptability,
): MethodAgreement {
  const firsts: Record<Method, readonly string[]> = {
    counting: first(rankByCounting(matrix)),
    'weighted-sum': first(rankByWeightedSum(matrix, weighting)),
    lexicographic: lexicographicWinners(matrix, weighting),
    'weakest-point': weakestPointWinners(matrix),
    acceptability: acceptabilityWinners(acceptability),
  };
  const methods = (Object.keys(firsts) as Method[]).map((method) => ({
    method,
    winners: matrix.alternatives.filter((alternative) => firsts[method].includes(alternative)),
  }));
  const unanimous = methods.every(({ winners }) => winners.join() === methods[0]!.winners.join());
  const alwaysAmongWinners = matrix.alternatives.filter((alternative) =>
    methods.every(({ winners }) => winners.includes(alternative)),
  );
  return { methods, unanimous, alwaysAmongWinners };
}

const first = (ranked: readonly { alternative: string; rank: number }[]): string[] =>
  ranked.filter(({ rank }) => rank === 1).map(({ alternative }) => alternative);

const firstOf = (placed: readonly Placed<{ alternative: string }>[]): string[] =>
  first(placed.map(({ item, rank }) => ({ alternative: item.alternative, rank })));

function lexicographicWinners(matrix: DecisionMatrix, { shares }: Weighting): string[] {
  const distinct = [...shares]
    .sort((a, b) => compare(b, a))
    .filter((share, index, all) => {
      return compare(share, ZERO) > 0 && (index === 0 || !equals(share, all[index - 1]!));
    });
  const rows = matrix.alternatives.map((alternative, row) => ({
    alternative,
    sums: distinct.map((weight) =>
      sum(shares.flatMap((share, column) => (equals(share, weight) ? [valueAt(matrix, row, column)] : []))),
    ),
  }));
  return firstOf(sharedRanks(rows, (a, b) => compareInTurn(a.sums, b.sums)));
}

/** Negative when the first is higher at the first place where they differ. */
function compareInTurn(a: readonly Exact[], b: readonly Exact[]): number {
  const place = a.findIndex((value, index) => !equals(value, b[index]!));
  return place < 0 ? 0 : compare(b[place]!, a[place]!);
}

function weakestPointWinners(matrix: DecisionMatrix): string[] {
  const rows = matrix.alternatives.map((alternative, row) => ({
    alternative,
    worstFirst: [...matrix.levels[row]!].sort((a, b) => b - a),
  }));
  const order = (a: readonly number[], b: readonly number[]): number => {
    const place = a.findIndex((level, index) => level !== b[index]);
    return place < 0 ? 0 : a[place]! - b[place]!;
  };
  return firstOf(sharedRanks(rows, (a, b) => order(a.worstFirst, b.worstFirst)));
}

function acceptabilityWinners({ alternatives }: RankAcceptability): string[] {
  const shares = alternatives.map(({ alternative, shares }) => ({ alternative, share: shares[0]! }));
  return firstOf(sharedRanks(shares, (a, b) => compare(b.share, a.share)));
}
