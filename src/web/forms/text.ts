import { gunzipSync, gzipSync } from 'node:zlib';
import { enterText, type Lines } from '../../domain/text.ts';
import type { Messages } from '../../messages/messages.ts';

export type FormBody = Readonly<Record<string, unknown>>;

/** A field that is not right: where it is on the page, and what to do about it. */
export interface FieldProblem {
  readonly field: string;
  readonly text: string;
}

/** What was typed in a field, as it comes in by the door for text ({@link enterText}); {@link textProblem} says what may not. */
export const typed = (body: FormBody, name: string): string => enterText(asTyped(body, name), { lines: 'many' }).text;

/** Exactly what was typed in a field: for a figure, which the door reads in its own way. */
export function asTyped(body: FormBody, name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === 'string' ? value : '';
}

/** Every value of a field that may be sent more than once (check boxes). */
export function typedAll(body: FormBody, name: string): string[] {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === 'string');
}

/** A file that a form carries along to its next page: packed, because it is large and because forms change line ends. */
export const carriedFile = (name: string, text: string): { readonly name: string; readonly value: string } => ({
  name: `${name}-packed`,
  value: gzipSync(text).toString('base64'),
});

/** What is carried along is not unpacked beyond this size. */
const LARGEST_FILE = 8 * 1024 * 1024;

/** The text of a file: just uploaded, or carried along ({@link carriedFile}); empty when there is none. */
export function fileText(body: FormBody, name: string): string {
  const uploaded = Object.hasOwn(body, name) ? body[name] : undefined;
  if (typeof uploaded === 'string' && uploaded.trim() !== '') return uploaded;
  try {
    const packed = Buffer.from(asTyped(body, `${name}-packed`), 'base64');
    return gunzipSync(packed, { maxOutputLength: LARGEST_FILE }).toString('utf8');
  } catch {
    return '';
  }
}

/**
 * What is wrong with a text as such, in words; undefined when nothing is.
 * @param place the label of its field
 * @param lines how many lines the field takes
 */
export function textProblem(
  m: Messages,
  text: string,
  place: string,
  maximum: number,
  lines: Lines = 'many',
): string | undefined {
  if (text.length > maximum) return m.common.tooLong(place, maximum);
  const { refused } = enterText(text, { lines });
  return refused.length === 0 ? undefined : m.errors['text-refused']({ texts: [{ label: place, lines, refused }] });
}
