/** What takes room in memory. */
interface Sized {
  readonly size: number;
}

/**
 * What was used last, as far as there is room: what nobody asked for the longest goes first. The one that was put last stays, however large it is.
 * @param room for all together, in the unit of `size`
 */
export function createRecent<Kept extends Sized>(room: number) {
  // In the order in which they were used.
  const kept = new Map<string, Kept>();
  let taken = 0;
  const remove = (key: string): void => {
    taken -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  return {
    get: (key: string): Kept | undefined => {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found;
    },
    put: (key: string, one: Kept): void => {
      remove(key);
      kept.set(key, one);
      taken += one.size;
      for (const [oldest] of kept) {
        if (taken <= room || oldest === key) break;
        remove(oldest);
      }
    },
    remove,
  };
}
