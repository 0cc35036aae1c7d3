import { DomainError } from '../../src/domain/errors.ts';

/** The code with which something is refused; undefined when it is not refused. Any other error is thrown on. */
export function refusalOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return undefined;
}
