/** Where a text stops being JSON, counted from 1. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

/** How large a JSON text may be, counted before anything is made of it. */
export interface JsonBounds {
  /** Objects and lists inside each other. */
  readonly depth: number;
  /** Values, and the brackets around them. */
  readonly values: number;
  /** Parts of one list, or fields of one object. */
  readonly parts: number;
}

/**
 * Which bound a text goes beyond: a reader that calls itself for each level would exhaust its stack, and an empty list of three characters
 * takes fifty bytes of memory. Linear in the text; it need not be valid JSON.
 */
export function jsonBeyond(text: string, most: JsonBounds): keyof JsonBounds | undefined {
  const parts = new Uint32Array(most.depth + 1);
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      for (at++; at < text.length; at++) {
        const inside = text.charCodeAt(at);
        if (inside === QUOTE) break;
        if (inside === BACKSLASH) at++;
      }
    } else if (code === COMMA) {
      if (++values > most.values) return 'values';
      if (++parts[depth]! >= most.parts) return 'parts';
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      if (++depth > most.depth) return 'depth';
      parts[depth] = 0;
      if (++values > most.values) return 'values';
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      // What closes more than was opened is no JSON, which whoever parses it finds.
      if (depth > 0) depth--;
    }
  }
  return undefined;
}

const [QUOTE, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST, COMMA] = [34, 123, 125, 91, 93, 44];
const BACKSLASH = 92;

/** The place of the quote that ends a string; the end of the text where there is none. @param start the place of the quote that opens it */
export function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let escapes = 0;
    while (text.charCodeAt(quote - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return quote;
  }
  return text.length;
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
/** A piece of a string. One expression for all of it would exhaust its stack on a long one. */
const PIECE = /[ !#-[\]-\uffff]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * The place of the first character that no JSON can have there; the end where something is missing. What a JSON parser says of it
 * differs per version, is English, and does not always have a place.
 * @param text that is no JSON
 */
export function whereJsonStops(text: string): JsonPlace {
  const end = readable(text);
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', start)) {
    line++;
    start = at + 1;
  }
  return { line, column: end - start + 1 };
}

type Expects = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** How many characters can be read as the start of some JSON. */
function readable(text: string): number {
  let at = 0;
  /** The brackets that must still be closed. */
  const closing: ('}' | ']')[] = [];
  let expects: Expects = 'value';
  const passes = (token: RegExp): boolean => {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found) at = token.lastIndex;
    return found !== null;
  };
  const afterValue = (): Expects => (closing.length === 0 ? 'nothing' : 'comma-or-end');
  const passesString = (): boolean => {
    if (text[at] !== '"') return false;
    at++;
    while (passes(PIECE));
    if (text[at] !== '"') return false;
    at++;
    return true;
  };
  for (;;) {
    passes(SPACE);
    const next = text[at];
    if (next === undefined || expects === 'nothing') return at;
    const ends: boolean = expects === 'value-or-end' || expects === 'key-or-end' || expects === 'comma-or-end';
    if (ends && next === closing.at(-1)) {
      at++;
      closing.pop();
      expects = afterValue();
      continue;
    }
    switch (expects) {
      case 'key':
      case 'key-or-end':
        if (!passesString()) return at;
        expects = 'colon';
        break;
      case 'colon':
        if (next !== ':') return at;
        at++;
        expects = 'value';
        break;
      case 'comma-or-end':
        if (next !== ',') return at;
        at++;
        expects = closing.at(-1) === '}' ? 'key' : 'value';
        break;
      case 'value':
      case 'value-or-end':
        if (next === '{' || next === '[') {
          at++;
          closing.push(next === '{' ? '}' : ']');
          expects = next === '{' ? 'key-or-end' : 'value-or-end';
        } else if (next === '"' ? passesString() : passes(NUMBER) || passes(WORD)) {
          expects = afterValue();
        } else return at;
    }
  }
}

/** Whether two values are the same as JSON: a key without a value is none, and the order of keys says nothing. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [fields, others] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return (
    Object.keys(others).every((key) => others[key] === undefined || valueAt(fields, key) !== undefined) &&
    Object.keys(fields).every((key) => fields[key] === undefined || isSameJson(fields[key], valueAt(others, key)))
  );
}
const valueAt = (fields: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(fields, key) ? fields[key] : undefined;
