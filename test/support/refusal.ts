import { DomainError, type ErrorCode } from '../../src/domain/errors.ts';

/** The code with which something is refused; undefined when it is not refused. Any other error is thrown on. */
export const refusalOf = (run: () => unknown): ErrorCode | undefined => errorOf(run)?.code;

/** The error with which something is refused; undefined when it is not refused. Any other error is thrown on. */
export function errorOf(run: () => unknown): DomainError | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  return undefined;
}
