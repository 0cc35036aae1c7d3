import type { Format } from './format.ts';
import { quote, sentences } from './sentence.ts';

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
  | 'head-or-seal'
  | 'format'
  | 'part-layout'
  | 'part-changed'
  | 'parts-do-not-fit'
  | 'other-parts'
  | 'changed-since'
  | 'not-registered';

/** A number of an error as people read it: "201/2" is 100.5. What is no number is quoted as it came. */
export const fractionOrText = (format: Format, value: unknown): string =>
  /^-?\d{1,18}(\.\d{1,18}|\/[1-9]\d{0,17})?$/.test(String(value))
    ? format.readable(String(value))
    : quote(String(value));

/**
 * What is wrong, and what mends it: as it is said of this very fault where that is known, else in general.
 * @param d details of an error; `mends` holds the words for a fault of rules
 */
export const mended = (d: Readonly<Record<string, unknown>>, wrong: string, inGeneral: string): string =>
  sentences(wrong, typeof d.mends === 'string' ? d.mends : inGeneral);

/** The words that a table has for a text from outside; undefined where it has none, also for what JavaScript adds to every object. */
export const wordsFor = (table: Readonly<Record<string, string>>, key: unknown): string | undefined =>
  Object.hasOwn(table, String(key)) ? table[String(key)] : undefined;
