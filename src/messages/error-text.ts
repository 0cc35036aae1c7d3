import type { Format } from './format.ts';
import { quote } from './sentence.ts';

/** The words for an error, from the details that the domain gave with it. */
export type ErrorText = (details: Readonly<Record<string, unknown>>) => string;

/** Why a dossier file or a hash chain is not right. */
export type BrokenReason =
  | 'sequence'
  | 'previous-hash'
  | 'other-dossier'
  | 'time-runs-back'
  | 'not-json'
  | 'not-an-event'
  | 'layout'
  | 'truncated'
  | 'head-or-seal';

/** A number of an error as people read it: "201/2" is 100.5. What is no number is quoted as it came. */
export const fractionOrText = (format: Format, value: unknown): string =>
  /^-?\d{1,18}(\.\d{1,18}|\/[1-9]\d{0,17})?$/.test(String(value))
    ? format.readable(String(value))
    : quote(String(value));

/**
 * Where something stands in a file.
 * @param path as a schema gives it: "lots.0.name"
 * @param item the words for the nth of a list
 * @returns "lots, item 1: name"
 */
export function placeInFile(path: string, item: (n: number) => string): string {
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? item(Number(step) + 1) : step));
  const last = steps.pop()!;
  return steps.length === 0 ? last : `${steps.join(', ')}: ${last}`;
}

/** Where a parser of formulas stopped reading, counted from 1: it says so in English. */
export const characterIn = (reason: unknown): string | undefined => /\(char (\d+)\)/.exec(String(reason))?.[1];
