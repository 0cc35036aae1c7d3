import type { Path } from '../faults.ts';
import { type Draft, isList, isObject, type Json, pathOf, valueAt, withValue } from './draft.ts';
import { placeholder } from './placeholder.ts';
import { fieldAt } from './read-draft.ts';
import { withoutReferences } from './references.ts';
import { type Shape, shapeMeant } from './shape.ts';

/** What somebody does with a part of a draft, by the name of its place. */
export type Edit =
  /** Adds an item at the end of a list, or a part that may be left out. */
  | { readonly kind: 'add'; readonly name: string }
  | { readonly kind: 'remove'; readonly name: string }
  /** Moves an item in its list. */
  | { readonly kind: 'up' | 'down'; readonly name: string }
  /** Puts a criterion below the one before it, or beside the one that it is below. */
  | { readonly kind: 'in' | 'out'; readonly name: string };

export const EDITS = ['add', 'remove', 'up', 'down', 'in', 'out'] as const satisfies readonly Edit['kind'][];

/** The list of a criterion with the criteria below it. */
const CHILDREN = 'children';

/** A draft after an edit; the draft itself where the edit means nothing there (any more). */
export function edited(draft: Draft, edit: Edit): Draft {
  const path = pathOf(draft, edit.name);
  if (path === undefined || path.length === 0) return draft;
  switch (edit.kind) {
    case 'add':
      return added(draft, path);
    case 'remove':
      return removed(draft, path);
    case 'up':
      return moved(draft, path, -1);
    case 'down':
      return moved(draft, path, 1);
    case 'in':
      return movedIn(draft, path);
    case 'out':
      return movedOut(draft, path);
    default:
      return edit satisfies never;
  }
}

function added(draft: Draft, path: Path): Draft {
  const field = fieldAt(path, draft);
  if (!field) return draft;
  const before = valueAt(draft, path);
  const shape = shapeMeant(field.shape, before);
  if (before !== undefined && shape.kind !== 'list') return draft;
  if (shape.kind !== 'list') return withValue(draft, path, emptied(shape, placeholder(shape)));
  const list = isList(before) ? before : [];
  const missing = Math.max(1, shape.least - list.length);
  if (list.length + missing > shape.most) return draft;
  const taken = new Set(idsIn(draft));
  const items = Array.from({ length: missing }, (_, place) =>
    newItem(shape.item, freeId(String(path.at(-1)), taken), list.length + place),
  );
  const withItems = withValue(draft, path, [...list, ...items]);
  // Who is scored himself is not the sum of others: what only such a criterion has goes.
  return path.at(-1) === CHILDREN && list.length === 0 ? asGroup(withItems, path.slice(0, -1)) : withItems;
}

/** An item with empty fields. @param id for an item that has one */
function newItem(shape: Shape, id: string, place: number): Json {
  const item = emptied(shape, placeholder(shape, place));
  return isObject(item) && Object.hasOwn(item, 'id') ? { ...item, id } : item;
}

/** An id that nothing has, and that is taken from then on. */
function freeId(list: string, taken: Set<string>): string {
  const base =
    list === CHILDREN || list === 'criteria' ? 'criterion' : list.replace(/(?<=sh)es$|s$/, '').replace(/[^a-z]/g, '');
  let number = 1;
  while (taken.has(`${base}-${number}`)) number++;
  const id = `${base}-${number}`;
  taken.add(id);
  return id;
}

function idsIn(value: Json): string[] {
  if (isList(value)) return value.flatMap(idsIn);
  if (!isObject(value)) return [];
  return [...(typeof value.id === 'string' ? [value.id] : []), ...Object.values(value).flatMap(idsIn)];
}

/** A new value with its fields empty: what must be filled in is not filled in by us. */
export function emptied(shape: Shape, value: Json): Json {
  const meant = shapeMeant(shape, value);
  switch (meant.kind) {
    case 'name':
    case 'text':
      return { nl: '', en: '' };
    case 'line':
    case 'decimal':
    case 'signed':
    case 'weight':
    case 'date':
      return '';
    case 'group':
      return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, emptiedField(meant, key, one)]))
        : value;
    case 'list':
      // What names something else names nothing yet.
      if (shapeMeant(meant.item, undefined).kind === 'id') return [];
      return isList(value) ? value.map((one) => emptied(meant.item, one)) : value;
    case 'variants': {
      const name = valueAt(value, [meant.by]);
      return typeof name === 'string' ? emptied(meant.of(name), value) : value;
    }
    case 'word-or-figure':
    case 'id':
    case 'yes':
    case 'flag':
    case 'integer':
    case 'choice':
    case 'figures':
      return value;
    default:
      return meant satisfies never;
  }
}

function emptiedField(shape: Extract<Shape, { kind: 'group' }>, key: string, value: Json): Json {
  const field = shape.at(key);
  if (!field) return value;
  return key !== 'id' && shapeMeant(field.shape, value).kind === 'id' ? '' : emptied(field.shape, value);
}

/** What a criterion with others below it does not have of its own. */
const OF_SCORED = ['scale', 'scoring', 'measured', 'scoreFrom', 'knockOut', 'minimumScore'];
const asGroup = (draft: Draft, path: Path): Draft =>
  OF_SCORED.reduce((all, key) => withValue(all, [...path, key], undefined), draft);

function removed(draft: Draft, path: Path): Draft {
  const gone = valueAt(draft, path);
  const without = withValue(draft, path, undefined);
  const parent = path.slice(0, -1);
  // A group without anything below it is a criterion that is scored.
  const rest = valueAt(without, parent);
  const tidy =
    parent.at(-1) === CHILDREN && isList(rest) && rest.length === 0 ? withValue(without, parent, undefined) : without;
  return gone === undefined ? draft : withoutReferences(tidy, path, idsIn(gone));
}

function moved(draft: Draft, path: Path, by: -1 | 1): Draft {
  const [parent, place] = [path.slice(0, -1), path.at(-1)];
  const list = valueAt(draft, parent);
  if (!isList(list) || typeof place !== 'number') return draft;
  const [one, other] = [list[place], list[place + by]];
  if (one === undefined || other === undefined) return draft;
  return withValue(
    draft,
    parent,
    list.map((item, at) => (at === place ? other : at === place + by ? one : item)),
  );
}

function movedIn(draft: Draft, path: Path): Draft {
  const [parent, place] = [path.slice(0, -1), path.at(-1)];
  const item = valueAt(draft, path);
  if (path[0] !== 'criteria' || typeof place !== 'number' || place === 0 || item === undefined) return draft;
  const below = [...parent, place - 1, CHILDREN];
  const before = valueAt(draft, below);
  const list = isList(before) ? before : [];
  const placed = withValue(withValue(draft, below, [...list, item]), path, undefined);
  return list.length === 0 ? asGroup(placed, below.slice(0, -1)) : placed;
}

function movedOut(draft: Draft, path: Path): Draft {
  const above = path.slice(0, -2);
  const [parent, place] = [above.slice(0, -1), above.at(-1)];
  const item = valueAt(draft, path);
  const list = valueAt(draft, parent);
  if (path.at(-2) !== CHILDREN || typeof place !== 'number' || !isList(list) || item === undefined) return draft;
  const without = withValue(draft, path, undefined);
  const rest = valueAt(without, [...above, CHILDREN]);
  const tidy = isList(rest) && rest.length === 0 ? withValue(without, [...above, CHILDREN], undefined) : without;
  const tidyList = valueAt(tidy, parent);
  if (!isList(tidyList)) return draft;
  return withValue(tidy, parent, [...tidyList.slice(0, place + 1), item, ...tidyList.slice(place + 1)]);
}
