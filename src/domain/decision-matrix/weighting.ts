import { DomainError } from '../errors.ts';
import { compare, divide, type Exact, exact, isNegative, ONE, sum, ZERO } from '../number.ts';
import { criterionIndex, type DecisionMatrix } from './matrix.ts';

/** How heavily each criterion counts. */
export interface Weighting {
  readonly criteria: readonly string[];
  /** As given, in the order of the criteria: any non-negative numbers, not all zero. */
  readonly weights: readonly Exact[];
  /** The weights as parts of one: they sum exactly to 1. */
  readonly shares: readonly Exact[];
}

/**
 * Reads the weights of the criteria.
 * @param entries per criterion an exact number as text ("2", "0.5", "1/3"); every criterion must be there, zero included
 * @throws DomainError `unknown-criterion`, `weight-missing`, `weight-not-a-number`, `weight-negative`, each with the criterion; `weights-all-zero`
 */
export function weighting(
  matrix: Pick<DecisionMatrix, 'criteria'>,
  entries: Readonly<Record<string, string>>,
): Weighting {
  for (const criterion of Object.keys(entries)) criterionIndex(matrix, criterion);
  return weightingOf(
    matrix,
    matrix.criteria.map((criterion) => {
      if (!Object.hasOwn(entries, criterion)) throw new DomainError('weight-missing', { criterion });
      return readWeight(criterion, entries[criterion]!);
    }),
  );
}

/** Every criterion counts the same. */
export const equalWeights = (matrix: Pick<DecisionMatrix, 'criteria'>): Weighting =>
  weightingOf(
    matrix,
    matrix.criteria.map(() => ONE),
  );

/**
 * A weighting from exact numbers in the order of the criteria.
 * @throws DomainError `weight-missing`, `weight-negative` with the criterion; `weights-all-zero`
 */
export function weightingOf({ criteria }: Pick<DecisionMatrix, 'criteria'>, weights: readonly Exact[]): Weighting {
  criteria.forEach((criterion, index) => {
    const weight = weights[index];
    if (weight === undefined) throw new DomainError('weight-missing', { criterion });
    if (isNegative(weight)) throw new DomainError('weight-negative', { criterion });
  });
  const total = sum(weights);
  if (compare(total, ZERO) === 0) throw new DomainError('weights-all-zero');
  const shares = weights.map((weight) => divide(weight, total));
  return { criteria: [...criteria], weights: [...weights], shares };
}

function readWeight(criterion: string, text: string): Exact {
  try {
    return exact(text);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError('weight-not-a-number', { criterion, text });
  }
}
