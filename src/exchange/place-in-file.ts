import type { Path } from '../domain/faults.ts';

/**
 * Where a file of rules says what the rules in full say at a path: what is written short stands elsewhere.
 * @param file as JSON @param path in the rules in full @returns the path in the file; it goes on as it was where the file says nothing
 */
export const placeInRulesFile = (file: unknown, path: Path): Path => placeIn({ file, value: file, before: [] }, path);

/** How far we are: at a value of the file, with the path to it. */
interface Here {
  readonly file: unknown;
  readonly value: unknown;
  readonly before: Path;
}

function placeIn(here: Here, path: Path): Path {
  const { file, value, before } = here;
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return [...before, ...path];
  const fields = new Map<string | number, unknown>(Object.entries(value));
  const into = (at: string | number, inner: unknown, on: Path): Path =>
    placeIn({ file, value: inner, before: [...before, at] }, on);
  if (Array.isArray(value)) return into(key, value[Number(key)], rest);
  // A lot may have one price by itself, before those in a list.
  if (key === 'prices' && fields.has('price') && typeof rest[0] === 'number') {
    const [place, ...on] = rest;
    return place === 0
      ? into('price', fields.get('price'), on)
      : into('prices', fields.get('prices'), [place - 1, ...on]);
  }
  if (fields.has(key)) return into(key, fields.get(key), rest);
  // The lines of a form may stand without it.
  if (key === 'form' && rest[0] === 'lines') return placeIn(here, rest);
  // Weights by criterion, percentages by score: what is an item of a list in full is a field.
  const names = [...fields.keys()];
  if (typeof key === 'number' && key < names.length) return [...before, names[key]!];
  // There may be one scale for all criteria without one of their own.
  if (key === 'scale' && before.length > 0 && saysScale(file)) return placeIn({ file, value: file, before: [] }, path);
  return [...before, ...path];
}

const saysScale = (file: unknown): boolean => typeof file === 'object' && file !== null && 'scale' in file;
