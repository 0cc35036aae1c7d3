import { gunzipSync, gzipSync } from 'node:zlib';
import { firstUnsupportedCharacter } from '../../domain/text.ts';
import type { Messages } from '../../messages/messages.ts';

export type FormBody = Readonly<Record<string, unknown>>;

/** A field that is not right: where it is on the page, and what to do about it. */
export interface FieldProblem {
  readonly field: string;
  readonly text: string;
}

/** What was typed in a field: one text, line ends as \n, letters composed (NFC), tabs as spaces, no space at the ends. */
export function typed(body: FormBody, name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  if (typeof value !== 'string') return '';
  return value.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').normalize('NFC').trim();
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
const LARGEST_FILE = 16 * 1024 * 1024;

/** The text of a file: just uploaded, or carried along ({@link carriedFile}); empty when there is none. */
export function fileText(body: FormBody, name: string): string {
  const uploaded = Object.hasOwn(body, name) ? body[name] : undefined;
  if (typeof uploaded === 'string' && uploaded.trim() !== '') return uploaded;
  try {
    const packed = Buffer.from(typed(body, `${name}-packed`), 'base64');
    return gunzipSync(packed, { maxOutputLength: LARGEST_FILE }).toString('utf8');
  } catch {
    return '';
  }
}

/** What is wrong with a text as such, in words; undefined when nothing is. */
export function textProblem(m: Messages, text: string, place: string, maximum: number): string | undefined {
  if (text.length > maximum) return m.errors['text-too-long']({ place, maximum });
  const character = firstUnsupportedCharacter(text);
  if (character === undefined) return undefined;
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return m.errors['unsupported-character']({ character: `${character} (U+${code})`, place });
}
