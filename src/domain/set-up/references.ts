import type { Path } from '../faults.ts';
import { type Draft, isList, isObject, type Json } from './draft.ts';

/** What an id in rules can be that of. */
export type Named = 'lot' | 'criterion' | 'part' | 'line' | 'requirement' | 'goal';

/** Fields that name something else in the rules, by the keys that lead to them; `*` is a place in a list. */
const REFERENCES: readonly (readonly [pattern: RegExp, named: Named])[] = [
  [/^combinations\.\*\.lots\.\*$/, 'lot'],
  [/^award\.lotOrder\.\*$/, 'lot'],
  [/^award\.lotGroups\.\*\.lots\.\*$/, 'lot'],
  [/^criteria\..*\*\.lots\.\*$/, 'lot'],
  [/^(lots|combinations)\.\*\.weights\.\*\.criterion$/, 'criterion'],
  [/^award\.tieBreak\.\*\.criterion$/, 'criterion'],
  [/^course\.teams\.\*\.criteria\.\*$/, 'criterion'],
  [/^programme\.wishes\.\*\.answer\.criteria\.\*$/, 'criterion'],
  [/^programme\.wishes\.\*\.answer\.requirements\.\*$/, 'requirement'],
  [/^programme\.wishes\.\*\.answer\.goals\.\*$/, 'goal'],
  [/^award\.tieBreak\.\*\.part$/, 'part'],
  [/^(lots|combinations)\.\*\.prices\.\*\.part$/, 'part'],
  [/^(lots|combinations)\.\*\.prices\.\*\.quantities\.\*\.line$/, 'line'],
];

const pattern = (path: Path): string => path.map((key) => (typeof key === 'number' ? '*' : key)).join('.');

/** What a field at this path names; none for a field that names nothing. */
export const namedAt = (path: Path): Named | undefined => REFERENCES.find(([at]) => at.test(pattern(path)))?.[1];

/** Where the things are that can be named so. */
const HOMES: readonly (readonly [pattern: RegExp, named: Named])[] = [
  [/^(lots|combinations)\.\*$/, 'lot'],
  [/^criteria\.\*(\.children\.\*)*$/, 'criterion'],
  [/^price\.parts\.\*$/, 'part'],
  [/^price\.(parts\.\*\.)?form\.lines\.\*$/, 'line'],
  [/^programme\.requirements\.\*$/, 'requirement'],
  [/^programme\.goals\.\*$/, 'goal'],
];

/** Something in a draft that fields elsewhere can name. */
export interface Nameable {
  readonly id: string;
  readonly path: Path;
  readonly value: Json;
}

/** Everything in a draft that can be named so, in its order. */
export function nameables(draft: Draft, named: Named): Nameable[] {
  const found: Nameable[] = [];
  walk(draft, [], (path, value) => {
    const home = HOMES.some(([at, kind]) => kind === named && at.test(pattern(path)));
    if (home && isObject(value) && typeof value.id === 'string') found.push({ id: value.id, path, value });
  });
  return found;
}

function walk(value: Json, path: Path, visit: (path: Path, value: Json) => void): void {
  visit(path, value);
  if (isList(value)) for (const [place, one] of value.entries()) walk(one, [...path, place], visit);
  else if (isObject(value)) for (const [key, one] of Object.entries(value)) walk(one, [...path, key], visit);
}

/** The draft without what named something that is gone: an entry of a list goes, an item that is about it alone as well. */
export function withoutReferences(draft: Draft, gone: Path, ids: readonly string[]): Draft {
  const home = HOMES.find(([at]) => at.test(pattern(gone)))?.[1];
  if (home === undefined) return draft;
  const isGone = (path: Path, value: Json): boolean =>
    typeof value === 'string' && ids.includes(value) && namedAt(path) === home;
  return (without(draft, [], isGone) ?? {}) as Draft;
}

function without(value: Json, path: Path, isGone: (path: Path, value: Json) => boolean): Json | undefined {
  if (isGone(path, value)) return undefined;
  if (isList(value)) {
    return value.flatMap((one, place) => {
      const rest = without(one, [...path, place], isGone);
      return rest === undefined ? [] : [rest];
    });
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, without(one, [...path, key], isGone)] as const);
  // An item that says something of what is gone, and of nothing else, says nothing any more.
  if (entries.some(([key, one]) => one === undefined && typeof value[key] === 'string')) return undefined;
  return Object.fromEntries(entries.flatMap(([key, one]) => (one === undefined ? [] : [[key, one]])));
}
