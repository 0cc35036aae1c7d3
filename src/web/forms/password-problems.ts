import type { DomainError } from '../../domain/errors.ts';
import { describeError, type Messages } from '../../messages/messages.ts';
import type { FieldProblem } from './text.ts';

/** Everything that is wrong with a password, beside the field that the error names. */
export const passwordProblems = (m: Messages, error: DomainError, field: string): FieldProblem[] =>
  (error.faults.length > 0 ? error.faults : [error]).map((one) => ({ field, text: describeError(m, one) }));
