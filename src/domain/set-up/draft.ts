import type { Path } from '../faults.ts';

/** A value of a draft: what JSON has. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * Rules that are being written. They have the form of rules and need not be right yet: a field may be missing, and a field that holds something
 * that cannot be read holds that as {@link Unread}. What no form shows stays in it as it is.
 */
export type Draft = JsonObject;

/** What was typed in a field and is not what it asks for: kept as it was typed. */
export interface Unread {
  readonly typed: string;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** @returns what was typed, of a field that cannot be read; undefined for any other value */
export const unreadIn = (value: Json | undefined): string | undefined =>
  isObject(value) && typeof value.typed === 'string' && Object.keys(value).length === 1 ? value.typed : undefined;

/** The value at a path; undefined where there is none. */
export const valueAt = (draft: Json | undefined, path: Path): Json | undefined =>
  path.reduce<Json | undefined>((at, key) => {
    if (isList(at)) return typeof key === 'number' ? at[key] : undefined;
    return isObject(at) && Object.hasOwn(at, key) ? at[String(key)] : undefined;
  }, draft);

/** The same draft with another value at a path, whose parent is there; undefined takes the field away, or the item out of its list. */
export function withValue<T extends Json>(draft: T, path: Path, value: Json | undefined): T {
  return changed(draft, path, value) as T;
}

function changed(at: Json, [key, ...rest]: Path, value: Json | undefined): Json {
  if (key === undefined) return value ?? null;
  if (isList(at)) {
    if (rest.length === 0 && value === undefined) return at.filter((_, place) => place !== key);
    return at.map((one, place) => (place === key ? changed(one, rest, value) : one));
  }
  if (!isObject(at)) return at;
  if (rest.length === 0 && value === undefined) {
    return Object.fromEntries(Object.entries(at).filter(([name]) => name !== key));
  }
  return { ...at, [key]: changed(at[key] ?? {}, rest, value) };
}

/**
 * The name of a place in a draft, for a field of a form: "criteria.quality.children.transition.weight". An item that has an id is named by it, so
 * that it keeps its name when the list gets another order.
 */
export function nameOf(draft: Json, path: Path): string {
  let at: Json | undefined = draft;
  return path
    .map((key) => {
      const inside: Json | undefined = valueAt(at, [key]);
      const id = isList(at) && isObject(inside) && typeof inside.id === 'string' ? inside.id : String(key);
      at = inside;
      return id;
    })
    .join('.');
}

/** The path that a name means; undefined where the draft has no such place, or its parent is not there. */
export function pathOf(draft: Json, name: string): Path | undefined {
  let at: Json | undefined = draft;
  const path: (string | number)[] = [];
  for (const key of name === '' ? [] : name.split('.')) {
    if (isList(at)) {
      const place = placeIn(at, key);
      if (place === undefined) return undefined;
      path.push(place);
      at = at[place];
    } else if (isObject(at)) {
      path.push(key);
      at = Object.hasOwn(at, key) ? at[key] : undefined;
    } else {
      return undefined;
    }
  }
  return path;
}

function placeIn(list: readonly Json[], key: string): number | undefined {
  const named = list.findIndex((one) => isObject(one) && one.id === key);
  if (named >= 0) return named;
  // Ids may be figures: only what has none is named by its place.
  const place = /^\d{1,4}$/.test(key) ? Number(key) : -1;
  const item = list[place];
  return item !== undefined && !(isObject(item) && typeof item.id === 'string') ? place : undefined;
}

/** Whether two values say the same, whatever the order of their keys. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((value, place) => sameJson(value, other[place]));
  }
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key], other[key]))
    );
  }
  return one === other;
}
