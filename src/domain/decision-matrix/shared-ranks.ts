/** An item with its place in a ranking; equal items share the best place, the next place counts them all (1, 1, 3). */
export interface Placed<T> {
  readonly item: T;
  readonly rank: number;
}

/**
 * Ranks items with shared places. Equal items keep the order of the list: that order means nothing.
 * @param order negative when the first comes before the second, zero when they are equal
 */
export function sharedRanks<T>(items: readonly T[], order: (a: T, b: T) => number): Placed<T>[] {
  const sorted = [...items].sort(order);
  const placed: Placed<T>[] = [];
  sorted.forEach((item, index) => {
    const above = placed[index - 1];
    placed.push({ item, rank: above && order(above.item, item) === 0 ? above.rank : index + 1 });
  });
  return placed;
}
