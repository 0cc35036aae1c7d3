import type { ErrorCode, Fault } from './errors.ts';
import { compare, equals, exact, ZERO } from './number.ts';
import type { Remedy } from './remedy.ts';

/** The small checks that many rules share. Each returns what is wrong; nothing when all is well. */

export type Path = Fault['path'];

export const fault = (code: ErrorCode, path: Path, details: Fault['details'], mends: Remedy | null): Fault => ({
  path,
  code,
  details,
  mends,
});

/** `must-be-positive`: a formula divides by it, or it would mean nothing. */
export const mustBePositive = (path: Path, value: string): Fault[] =>
  equals(exact(value), ZERO)
    ? [fault('must-be-positive', path, { rule: path.join('.') }, { kind: 'above', limit: '0' })]
    : [];

/** `bounds-wrong-way-round` */
export const mustAscend = (path: Path, low: string, high: string): Fault[] =>
  compare(exact(low), exact(high)) >= 0
    ? [fault('bounds-wrong-way-round', path, { rule: path.join('.'), low, high }, { kind: 'swap' })]
    : [];

/** `duplicate-id` for every id that was there before. @param place what is listed, in the words of the rules */
export function mustDiffer(place: string, ids: readonly { readonly id: string; readonly path: Path }[]): Fault[] {
  const seen = new Set<string>();
  return ids.flatMap(({ id, path }) => {
    if (seen.has(id)) return [fault('duplicate-id', path, { place, id }, { kind: 'rename' })];
    seen.add(id);
    return [];
  });
}
