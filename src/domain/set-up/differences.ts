import type { Path } from '../faults.ts';
import { type Draft, isList, isObject, type Json, sameJson } from './draft.ts';

/** One thing in which rules differ: where, and what it was and is. Undefined for what was not there, or is there no more. */
export interface Difference {
  /** In the rules as they are; in those that were for what is there no more. */
  readonly path: Path;
  /** In the rules as they were; in those that are for what is new. */
  readonly from: Path;
  readonly was: Json | undefined;
  readonly is: Json | undefined;
  /** The same things in another order: both are lists of what they are. */
  readonly moved?: true;
}

/**
 * Everything in which two versions of rules differ, each at the smallest place that has a name, in the order of the rules as they are. An item that
 * has an id is the same item wherever it stands.
 */
export const differencesOf = (before: Draft, after: Draft): Difference[] =>
  between({ value: before, path: [] }, { value: after, path: [] });

/** A place in one of the two versions: what stands there, if anything does. */
interface Placed {
  readonly value: Json | undefined;
  readonly path: Path;
}

function between(was: Placed, is: Placed): Difference[] {
  const [before, after] = [was.value, is.value];
  if (before === undefined && after === undefined) return [];
  if (before !== undefined && after !== undefined && sameJson(before, after)) return [];
  if (isObject(before) && isObject(after) && !isInTwoLanguages(before) && !isInTwoLanguages(after)) {
    const keys = [...Object.keys(after), ...Object.keys(before).filter((key) => !Object.hasOwn(after, key))];
    return keys.flatMap((key) =>
      between({ value: before[key], path: [...was.path, key] }, { value: after[key], path: [...is.path, key] }),
    );
  }
  if (isList(before) && isList(after) && [...before, ...after].every(isObject)) {
    return ofLists({ value: before, path: was.path }, { value: after, path: is.path });
  }
  const [from, path] = [before === undefined ? is.path : was.path, after === undefined ? was.path : is.path];
  return [{ path, from, was: before, is: after }];
}

/** One text, in both languages: it changes as a whole. */
const isInTwoLanguages = (value: Json): boolean => isObject(value) && typeof value.nl === 'string';

interface PlacedList extends Placed {
  readonly value: readonly Json[];
}

function ofLists(was: PlacedList, is: PlacedList): Difference[] {
  const [before, after] = [placed(was), placed(is)];
  const none = { value: undefined, path: [] };
  const order = [...before.keys()];
  const places = [...after.keys()].map((key) => order.indexOf(key));
  const stayed = places.filter((place) => place >= 0);
  const moved = stayed.some((place, at) => at > 0 && place < stayed[at - 1]!);
  return [
    ...[...after].flatMap(([key, one]) => between(before.get(key) ?? none, one)),
    ...[...before].flatMap(([key, one]) => (after.has(key) ? [] : between(one, none))),
    ...(moved ? [{ path: is.path, from: was.path, was: was.value, is: is.value, moved: true as const }] : []),
  ];
}

const placed = ({ value, path }: PlacedList): Map<string, Placed> =>
  new Map(value.map((one, place) => [keyOf(one, place), { value: one, path: [...path, place] }]));

/** What has no id is told by its place. */
const keyOf = (one: Json, place: number): string =>
  isObject(one) && typeof one.id === 'string' ? `id ${one.id}` : `place ${place}`;
