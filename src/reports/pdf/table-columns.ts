/** What a column wants: its share of the width, and the width of its widest unbreakable piece of text, in points. */
export interface ColumnWish {
  readonly share: number;
  readonly minimum: number;
}

/**
 * Divides the width of a table over its columns by their shares, but gives every column room for its longest word:
 * the others give way in proportion to their spare room. When the longest words together do not fit, the columns with
 * the longest of them get equal widths and break those words, so that numbers and short words stay whole.
 *
 * @param width of the whole table, in points; the result adds up to it
 */
export function columnWidths(wishes: readonly ColumnWish[], width: number): number[] {
  const minimums = sum(wishes.map((wish) => wish.minimum));
  if (minimums > width) return leveled(wishes, width);
  const shares = sum(wishes.map((wish) => wish.share));
  const ideals = wishes.map((wish) => (wish.share / shares) * width);
  const short = sum(wishes.map((wish, index) => Math.max(0, wish.minimum - ideals[index]!)));
  const spare = sum(wishes.map((wish, index) => Math.max(0, ideals[index]! - wish.minimum)));
  return wishes.map((wish, index) => {
    const ideal = ideals[index]!;
    return ideal <= wish.minimum ? wish.minimum : ideal - ((ideal - wish.minimum) / spare) * short;
  });
}

/**
 * Shares by what stands in the columns: one whose texts need less than its share keeps what they need, and the others divide the rest by their shares.
 * Where all of them fit, what is left over goes to each by its share.
 *
 * @param columns with the width that their widest text needs on one line, in points
 */
export function fittedShares(
  columns: readonly { readonly share: number; readonly natural: number }[],
  width: number,
): number[] {
  const fitted = columns.map(({ share }) => share);
  let open = columns.map((_, index) => index);
  let rest = width;
  while (open.length > 0) {
    const shares = sum(open.map((index) => columns[index]!.share));
    const fits = open.filter((index) => columns[index]!.natural <= (columns[index]!.share / shares) * rest);
    if (fits.length === 0) {
      for (const index of open) fitted[index] = (columns[index]!.share / shares) * rest;
      return fitted;
    }
    for (const index of fits) {
      fitted[index] = columns[index]!.natural;
      rest -= columns[index]!.natural;
    }
    open = open.filter((index) => !fits.includes(index));
  }
  const shares = sum(columns.map(({ share }) => share));
  return fitted.map((natural, index) => natural + (columns[index]!.share / shares) * rest);
}

/** Every column gets its minimum, but not more than the level at which they fit together. */
function leveled(wishes: readonly ColumnWish[], width: number): number[] {
  let level = 0;
  let left = width;
  const ascending = wishes.map((wish) => wish.minimum).sort((a, b) => a - b);
  for (const [index, minimum] of ascending.entries()) {
    level = left / (ascending.length - index);
    if (minimum > level) break;
    left -= minimum;
  }
  return wishes.map((wish) => Math.min(wish.minimum, level));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
