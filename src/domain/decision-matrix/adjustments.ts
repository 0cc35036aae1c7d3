import { DomainError } from '../errors.ts';
import { alternativeIndex, criterionIndex, type DecisionMatrix, levelIndex } from './matrix.ts';

/** What a person changes before weighing. A reason is needed wherever the published matrix is departed from. */
export type Adjustment =
  | { readonly kind: 'exclude'; readonly alternative: string; readonly reason: string }
  | {
      readonly kind: 'change-score';
      readonly alternative: string;
      readonly criterion: string;
      readonly symbol: string;
      readonly reason: string;
    }
  /** Alternatives below this level on the criterion drop out. Inclusive: the level itself is enough. */
  | { readonly kind: 'minimum'; readonly criterion: string; readonly symbol: string };

export interface ChangedScore {
  readonly alternative: string;
  readonly criterion: string;
  readonly original: string;
  readonly changed: string;
  readonly reason: string;
}

/** Why an alternative dropped out; one alternative can have several of these. */
export type Exclusion =
  | { readonly because: 'excluded'; readonly alternative: string; readonly reason: string }
  | {
      readonly because: 'below-minimum';
      readonly alternative: string;
      readonly criterion: string;
      readonly symbol: string;
      readonly minimum: string;
    };

export interface AdjustedMatrix {
  /** As published: nothing is lost. */
  readonly original: DecisionMatrix;
  /** What is weighed: the changed scores, without the alternatives that dropped out. */
  readonly matrix: DecisionMatrix;
  readonly changes: readonly ChangedScore[];
  readonly exclusions: readonly Exclusion[];
}

/**
 * Applies adjustments to a matrix; minimum levels look at the changed scores. The order of the adjustments makes no difference to the outcome.
 * @throws DomainError `unknown-alternative`, `unknown-criterion`, `unknown-symbol`, `reason-missing`, `score-unchanged`,
 * `adjusted-twice` (the same alternative, cell or minimum), `no-alternatives-left`
 */
export function adjustMatrix(original: DecisionMatrix, adjustments: readonly Adjustment[]): AdjustedMatrix {
  requireOnce(adjustments);
  const changes = adjustments.flatMap((adjustment) =>
    adjustment.kind === 'change-score' ? [changedScore(original, adjustment)] : [],
  );
  const levels = original.levels.map((row) => [...row]);
  for (const { alternative, criterion, changed } of changes) {
    levels[alternativeIndex(original, alternative)]![criterionIndex(original, criterion)] = levelIndex(
      original,
      changed,
    );
  }
  const changed: DecisionMatrix = { ...original, levels };
  const exclusions = adjustments.flatMap((adjustment) => exclusionsBy(changed, adjustment));
  const out = new Set(exclusions.map((exclusion) => exclusion.alternative));
  const kept = original.alternatives.flatMap((alternative, index) => (out.has(alternative) ? [] : [index]));
  if (kept.length === 0) throw new DomainError('no-alternatives-left');
  const matrix: DecisionMatrix = {
    ...changed,
    alternatives: kept.map((index) => original.alternatives[index]!),
    levels: kept.map((index) => levels[index]!),
  };
  return { original, matrix, changes, exclusions };
}

function changedScore(
  matrix: DecisionMatrix,
  { alternative, criterion, symbol, reason }: Extract<Adjustment, { kind: 'change-score' }>,
): ChangedScore {
  const level = matrix.levels[alternativeIndex(matrix, alternative)]![criterionIndex(matrix, criterion)]!;
  const original = matrix.scale[level]!.symbol;
  levelIndex(matrix, symbol);
  requireReason(reason, { alternative, criterion });
  if (symbol === original) throw new DomainError('score-unchanged', { alternative, criterion, symbol });
  return { alternative, criterion, original, changed: symbol, reason };
}

function exclusionsBy(matrix: DecisionMatrix, adjustment: Adjustment): Exclusion[] {
  if (adjustment.kind === 'exclude') {
    const { alternative, reason } = adjustment;
    alternativeIndex(matrix, alternative);
    requireReason(reason, { alternative });
    return [{ because: 'excluded', alternative, reason }];
  }
  if (adjustment.kind === 'change-score') return [];
  const column = criterionIndex(matrix, adjustment.criterion);
  const minimum = levelIndex(matrix, adjustment.symbol);
  return matrix.alternatives.flatMap((alternative, row): Exclusion[] => {
    const level = matrix.levels[row]![column]!;
    if (level <= minimum) return [];
    const symbol = matrix.scale[level]!.symbol;
    const { criterion, symbol: required } = adjustment;
    return [{ because: 'below-minimum', alternative, criterion, symbol, minimum: required }];
  });
}

function requireReason(reason: string, place: Readonly<Record<string, string>>): void {
  if (reason.trim() === '') throw new DomainError('reason-missing', place);
}

function requireOnce(adjustments: readonly Adjustment[]): void {
  const seen = new Set<string>();
  for (const adjustment of adjustments) {
    const place = {
      kind: adjustment.kind,
      ...('alternative' in adjustment ? { alternative: adjustment.alternative } : {}),
      ...('criterion' in adjustment ? { criterion: adjustment.criterion } : {}),
    };
    const key = JSON.stringify(place);
    if (seen.has(key)) throw new DomainError('adjusted-twice', place);
    seen.add(key);
  }
}
