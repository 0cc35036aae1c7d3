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

/** `bounds-wrong-way-round`. @param low the key of the figure that must be below the other, under `path`; `high` that of the other */
export function mustAscend<L extends string, H extends string>(
  path: Path,
  low: L,
  high: H,
  figures: Readonly<Record<L | H, string>>,
): Fault[] {
  const [from, to] = [figures[low], figures[high]];
  const order = compare(exact(from), exact(to));
  if (order < 0) return [];
  const mends: Remedy = order === 0 ? { kind: 'below', limit: to } : { kind: 'swap' };
  return [fault('bounds-wrong-way-round', [...path, low], { rule: path.join('.'), low: from, high: to }, mends)];
}

/** `duplicate-id` for every id that was there before. @param place what is listed, in the words of the rules */
export function mustDiffer(place: string, ids: readonly { readonly id: string; readonly path: Path }[]): Fault[] {
  const seen = new Set<string>();
  return ids.flatMap(({ id, path }) => {
    if (seen.has(id)) return [fault('duplicate-id', path, { place, id }, { kind: 'rename' })];
    seen.add(id);
    return [];
  });
}
