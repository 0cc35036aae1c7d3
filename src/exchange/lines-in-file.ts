import type { Path } from '../domain/faults.ts';
import { endOfString } from '../domain/json.ts';

/** What is looked for below one place in a text, and where that place begins. */
interface Wanted {
  /** Counted from 1; undefined as long as it was not met. */
  line: number | undefined;
  readonly below: Map<string | number, Wanted>;
}

/** An object or a list that is open: where in it we are, and what is wanted in it. */
interface Open {
  readonly wanted: Wanted | undefined;
  readonly isList: boolean;
  at: string | number;
}

/**
 * The lines of a JSON text on which the values at these paths are found, counted from 1: where the key of a field stands, or where an item of a
 * list begins. Of a path that is not in the text, the line of what is there of it.
 * @param text valid JSON @returns a line for each path
 */
export function linesInFile(text: string, paths: readonly Path[]): number[] {
  const whole = wanting();
  for (const path of paths) {
    let here = whole;
    for (const key of path) {
      if (!here.below.has(key)) here.below.set(key, wanting());
      here = here.below.get(key)!;
    }
  }
  findLines(text, whole);
  return paths.map((path) => lineOf(whole, path));
}

const wanting = (): Wanted => ({ line: undefined, below: new Map() });

/** Notes where everything begins that is wanted. */
function findLines(text: string, whole: Wanted): void {
  const open: Open[] = [];
  let line = 1;
  let expectsKey = false;
  let expectsValue = true;
  const wantedHere = (): Wanted | undefined =>
    open.length === 0 ? whole : open.at(-1)!.wanted?.below.get(open.at(-1)!.at);
  for (let place = 0; place < text.length; place++) {
    const token = text[place]!;
    if (token === '\n') line++;
    if (SPACE.has(token)) continue;
    if (token === '}' || token === ']') {
      open.pop();
      expectsKey = false;
      expectsValue = false;
    } else if (token === ',') {
      const last = open.at(-1)!;
      expectsKey = !last.isList;
      expectsValue = last.isList;
      if (typeof last.at === 'number') last.at++;
    } else if (token === ':') {
      expectsValue = true;
    } else if (expectsKey) {
      const end = endOfString(text, place);
      open.at(-1)!.at = JSON.parse(text.slice(place, end + 1)) as string;
      note(wantedHere(), line);
      expectsKey = false;
      place = end;
    } else {
      if (expectsValue) note(wantedHere(), line);
      expectsValue = false;
      if (token === '"') place = endOfString(text, place);
      else if (token === '{' || token === '[') {
        open.push({ wanted: wantedHere(), isList: token === '[', at: token === '[' ? 0 : '' });
        expectsKey = token === '{';
        expectsValue = token === '[';
      }
    }
  }
}

const SPACE = new Set([' ', '\t', '\n', '\r']);

/** A field stands where its key does, before its value. */
function note(wanted: Wanted | undefined, line: number): void {
  if (wanted && wanted.line === undefined) wanted.line = line;
}

/** Where the path is found; else where the last of it is that was found. */
function lineOf(whole: Wanted, path: Path): number {
  let here: Wanted | undefined = whole;
  let line = whole.line!;
  for (const key of path) {
    here = here?.below.get(key);
    if (here?.line === undefined) return line;
    line = here.line;
  }
  return line;
}
