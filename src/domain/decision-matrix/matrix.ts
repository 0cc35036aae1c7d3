import { DomainError } from '../errors.ts';
import { compare, type Exact, exact } from '../number.ts';

/** One step of an ordered scale: the symbol people write and what it is worth. */
export interface ScaleLevel {
  readonly symbol: string;
  readonly value: Exact;
}

/** An ordinal decision matrix: every alternative has one level of the scale on every criterion. Ids only, no texts. */
export interface DecisionMatrix {
  /** Best level first; the values strictly decrease. */
  readonly scale: readonly ScaleLevel[];
  readonly criteria: readonly string[];
  readonly alternatives: readonly string[];
  /** `levels[alternative][criterion]` is an index into `scale`, both in the order of the lists above; 0 is the best level. */
  readonly levels: readonly (readonly number[])[];
}

/** A matrix as a file or a form gives it; values are exact numbers as text ("1", "0.5", "1/2"). */
export interface MatrixInput {
  readonly scale: readonly { readonly symbol: string; readonly value: string }[];
  readonly criteria: readonly string[];
  readonly alternatives: readonly { readonly id: string; readonly scores: Readonly<Record<string, string>> }[];
}

/**
 * Checks a matrix and makes it ready for calculation.
 * @throws DomainError `not-a-number` (a value of the scale), `scale-too-short`, `scale-not-descending`, `duplicate-symbol`,
 * `no-criteria`, `no-alternatives`, `duplicate-criterion`, `duplicate-alternative`, `score-missing`, `unknown-symbol`,
 * `unknown-criterion`; the details name the alternative, the criterion and the symbol
 */
export function decisionMatrix(input: MatrixInput): DecisionMatrix {
  const scale = input.scale.map(({ symbol, value }) => ({ symbol, value: exact(value) }));
  const symbols = scale.map((level) => level.symbol);
  const criteria = [...input.criteria];
  const alternatives = input.alternatives.map((alternative) => alternative.id);
  requireUnique(symbols, 'duplicate-symbol', 'symbol');
  requireUnique(criteria, 'duplicate-criterion', 'criterion');
  requireUnique(alternatives, 'duplicate-alternative', 'alternative');
  if (scale.length < 2) throw new DomainError('scale-too-short', { levels: scale.length });
  scale.slice(1).forEach((level, index) => {
    if (compare(scale[index]!.value, level.value) <= 0) {
      throw new DomainError('scale-not-descending', { symbol: level.symbol });
    }
  });
  if (criteria.length === 0) throw new DomainError('no-criteria');
  if (alternatives.length === 0) throw new DomainError('no-alternatives');
  const levels = input.alternatives.map(({ id, scores }) => {
    for (const criterion of Object.keys(scores)) {
      if (!criteria.includes(criterion)) throw new DomainError('unknown-criterion', { alternative: id, criterion });
    }
    return criteria.map((criterion) => {
      if (!Object.hasOwn(scores, criterion)) throw new DomainError('score-missing', { alternative: id, criterion });
      const symbol = scores[criterion]!;
      const level = symbols.indexOf(symbol);
      if (level < 0) throw new DomainError('unknown-symbol', { alternative: id, criterion, symbol });
      return level;
    });
  });
  return { scale, criteria, alternatives, levels };
}

/** The place of an alternative in the matrix. @throws DomainError `unknown-alternative` */
export function alternativeIndex(matrix: DecisionMatrix, alternative: string): number {
  const index = matrix.alternatives.indexOf(alternative);
  if (index < 0) throw new DomainError('unknown-alternative', { alternative });
  return index;
}

/** The place of a criterion in the matrix. @throws DomainError `unknown-criterion` */
export function criterionIndex(matrix: Pick<DecisionMatrix, 'criteria'>, criterion: string): number {
  const index = matrix.criteria.indexOf(criterion);
  if (index < 0) throw new DomainError('unknown-criterion', { criterion });
  return index;
}

/** The level of the scale with this symbol. @throws DomainError `unknown-symbol` */
export function levelIndex(matrix: DecisionMatrix, symbol: string): number {
  const index = matrix.scale.findIndex((level) => level.symbol === symbol);
  if (index < 0) throw new DomainError('unknown-symbol', { symbol });
  return index;
}

/** The exact value of one cell, by position. */
export const valueAt = (matrix: DecisionMatrix, alternative: number, criterion: number): Exact =>
  matrix.scale[matrix.levels[alternative]![criterion]!]!.value;

/** The symbol of one cell. @throws DomainError `unknown-alternative`, `unknown-criterion` */
export const symbolAt = (matrix: DecisionMatrix, alternative: string, criterion: string): string =>
  matrix.scale[matrix.levels[alternativeIndex(matrix, alternative)]![criterionIndex(matrix, criterion)]!]!.symbol;

function requireUnique(
  ids: readonly string[],
  code: 'duplicate-symbol' | 'duplicate-criterion' | 'duplicate-alternative',
  name: string,
): void {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) throw new DomainError(code, { [name]: id });
  });
}
