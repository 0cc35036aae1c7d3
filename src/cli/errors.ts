import { DomainError } from '../domain/errors.ts';
import type { Names } from '../domain/rules/names.ts';
import { namesIn } from '../exchange/evaluation-file.ts';
import { describeFaults, type Messages } from '../messages/messages.ts';

/** Says what is wrong, a line for each fault. @param names of the bids and lots in the file, where it could be read @returns the exit code */
export function reportError(m: Messages, error: unknown, names?: Names): number {
  if (!(error instanceof DomainError)) throw error;
  for (const text of describeFaults(m, error, names ?? namesIn(error)))
    console.error(`${m.cli.error}: ${text.replace(/\s+/g, ' ')}`);
  return 2;
}
