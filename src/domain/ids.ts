import { plainText } from './text.ts';

const LONGEST = 64;

/** A name as it is compared with others: capitals and spaces make no difference. */
export const plainName = (name: string): string => plainText(name).trim().replace(/\s+/g, ' ').toLowerCase();

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, LONGEST)
    .replace(/-$/, '');

/** One id, made of the letters and digits of a name. @param fallback for a name that has none */
export const idOf = (prefix: string, name: string, fallback: string): string =>
  slug(`${prefix}${slug(name) || fallback}`);

/**
 * An id for each of a list: that which is given, or else one made of the letters and digits of the name. What would get the id or has the
 * name of another is numbered in the order of the alphabet: the order of the list makes no difference.
 * @param named names first the one that the id is made of, then any other; as {@link plainName} writes them
 * @param fallback for a name without letters and digits
 */
export function idsFor(
  named: readonly { readonly id: string | undefined; readonly names: readonly [string, ...string[]] }[],
  fallback: string,
): string[] {
  const taken = new Set(named.flatMap(({ id }) => id ?? []));
  const ids = named.map(({ id }) => id ?? '');
  const places = named.map((_, index) => index).filter((index) => named[index]!.id === undefined);
  const inOrder = places.sort((a, b) => (named[a]!.names[0] < named[b]!.names[0] ? -1 : 1));
  for (const place of inOrder) {
    const base = slug(named[place]!.names[0]) || fallback;
    const isFree = (id: string): boolean =>
      !taken.has(id) && named.every(({ names }, index) => index === place || !names.includes(id));
    let id = base;
    for (let number = 2; !isFree(id); number++) id = `${base.slice(0, LONGEST - `-${number}`.length)}-${number}`;
    taken.add(id);
    ids[place] = id;
  }
  return ids;
}
