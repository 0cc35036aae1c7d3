/** Where a text stops being JSON, counted from 1. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
/** All of a string that can be read, without the quote that ends it. */
const STRING = /"(?:[ !#-[\]-\uffff]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;

/**
 * The place of the first character that no JSON can have there; the end where something is missing. What a JSON parser says of it
 * differs per version, is English, and does not always have a place.
 * @param text that is no JSON
 */
export function whereJsonStops(text: string): JsonPlace {
  const before = text.slice(0, readable(text)).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
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
    if (!passes(STRING) || text[at] !== '"') return false;
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
