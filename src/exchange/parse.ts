import type { z } from 'zod';
import { DomainError } from '../domain/errors.ts';
import { fault as faultAt } from '../domain/faults.ts';
import { endOfString, type JsonBounds, jsonBeyond, whereJsonStops } from '../domain/json.ts';
import { type PlacedShapeFault, pathText, readShape, remedyOf, type ShapeFault } from '../domain/shape.ts';
import { enterTexts } from './enter-texts.ts';

/** No file that the product reads is larger than this. */
export const MAXIMUM_FILE_BYTES = 64 * 1024 * 1024;

/** A criterion takes two levels; no rules come near a hundred of them, and no file of this size needs so many values. */
const FILE_BOUNDS: JsonBounds = { depth: 200, values: 3_000_000, parts: 200_000 };

/** Refuses JSON that takes more stack or memory than its size lets expect. @throws DomainError `file-invalid` */
export function requireWithin(text: string, bounds: JsonBounds): void {
  const beyond = jsonBeyond(text, bounds);
  if (beyond === undefined) return;
  const fault: ShapeFault =
    beyond === 'depth' ? { kind: 'too-deep' } : { kind: 'too-much', of: 'list', limit: String(bounds[beyond]) };
  throw new DomainError('file-invalid', { path: pathText([]), fault });
}

/**
 * Reads a JSON file strictly. The mark that some editors put before UTF-8 is passed over.
 * @throws DomainError `not-utf8`, `not-json` with the line and the column, `key-twice` with its path, and what {@link parseValue} throws
 */
export function parseJson<T>(text: string, schema: z.ZodType<T>): T {
  // What a reader of bytes writes for those that are no UTF-8.
  if (text.includes('\uFFFD')) throw new DomainError('not-utf8');
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  requireWithin(plain, FILE_BOUNDS);
  let json: unknown;
  try {
    json = JSON.parse(plain);
  } catch {
    throw new DomainError('not-json', { ...whereJsonStops(plain) });
  }
  const twice = keyTwice(plain);
  if (twice !== undefined) throw new DomainError('key-twice', { path: twice });
  return parseValue(json, schema);
}

/** The path of the first key that an object names twice: a reader keeps the last one in silence. @param text valid JSON */
function keyTwice(text: string): string | undefined {
  /** Of every object or list that is open: its keys so far (none for a list), and where in it we are. */
  const open: { keys: Set<string> | null; at: string | number }[] = [];
  let expectsKey = false;
  for (let place = 0; place < text.length; place++) {
    const token = text[place];
    const last = open.at(-1);
    if (token === '"') {
      const end = endOfString(text, place);
      if (expectsKey) {
        const key = JSON.parse(text.slice(place, end + 1)) as string;
        last!.at = key;
        if (last!.keys!.has(key)) return open.map(({ at }) => at).join('.');
        last!.keys!.add(key);
      }
      place = end;
    } else if (token === '{' || token === '[') {
      open.push(token === '{' ? { keys: new Set(), at: '' } : { keys: null, at: 0 });
      expectsKey = token === '{';
    } else if (token === '}' || token === ']') {
      open.pop();
      expectsKey = false;
    } else if (token === ',') {
      expectsKey = last!.keys !== null;
      if (typeof last!.at === 'number') last!.at++;
    } else if (token === ':') {
      expectsKey = false;
    }
  }
  return undefined;
}

/**
 * Reads a value from a file or from the command line. Its texts come in by the door for text before the schema sees them.
 * @throws DomainError `text-refused` with every text that may not come in and its path, `file-invalid` with the path in the value and what is
 *   wrong there, and all else that is wrong beside it, `file-is-input`, `file-is-rules`
 */
export function parseValue<T>(value: unknown, schema: z.ZodType<T>): T {
  const entered = entering(value, schema);
  if (entered.refused.length > 0) throw new DomainError('text-refused', { texts: entered.refused });
  return parseEntered(entered.value, schema, value);
}

/**
 * Reads a value whose texts came in before.
 * @param written the value as it was written, to tell what kind of file it is
 * @throws DomainError `file-invalid` with everything that is wrong, `file-is-input`, `file-is-rules`
 */
export function parseEntered<T>(value: unknown, schema: z.ZodType<T>, written: unknown = value): T {
  const read = readShape(schema, value);
  if ('data' in read) return read.data;
  const faults = read.faults.map(({ path, fault }) =>
    faultAt('file-invalid', path, { path: pathText(path), fault }, remedyOf(fault)),
  );
  const first = faults[0]!;
  const other = otherKind(written, read.faults);
  if (other) throw new DomainError(other, first.details);
  throw new DomainError(first.code, first.details, faults);
}

/** A file that is nested thousands of levels deep exhausts the stack of whoever walks it: that is the file's fault. */
function entering(value: unknown, schema: z.ZodType): ReturnType<typeof enterTexts> {
  try {
    return enterTexts(value, schema);
  } catch (error) {
    if (error instanceof RangeError) throw new DomainError('file-invalid', { path: '.', fault: { kind: 'too-deep' } });
    throw error;
  }
}

/** Rules and the input of an evaluation are easily taken for each other; then more is wrong than the first fault says. */
function otherKind(value: unknown, faults: readonly PlacedShapeFault[]): 'file-is-input' | 'file-is-rules' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const unknown = faults.flatMap(({ path, fault }) =>
    path.length === 0 && fault.kind === 'unknown-field' ? [fault.field] : [],
  );
  if (unknown.includes('rules') && unknown.includes('bids')) return 'file-is-input';
  const isMissing = faults.some(({ path, fault }) => pathText(path) === 'rules' && fault.kind === 'missing');
  const isRules = unknown.includes('criteria') || ('kind' in value && value.kind === 'tender-rules');
  return isMissing && isRules ? 'file-is-rules' : undefined;
}
