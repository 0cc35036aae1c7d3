import { DomainError } from '../errors.ts';
import type { RandomWords } from './random.ts';

/** How many weightings are drawn at a time: the bits of one 32-bit word, so that comparisons can be counted word by word. */
export const BLOCK = 32;

/** Weights are whole numbers that sum to this: 2^30, so that sums and differences stay within 32 bits. */
export const GRID = 2 ** 30;

/** Fills a block: the weight of criterion c in draw t goes to index c * BLOCK + t. */
export type WeightSampler = (weights: Int32Array) => void;

/** A partial ordering of more criteria than this would need too large a table. */
const MOST_ORDERED_CRITERIA = 18;

/**
 * Draws weightings uniformly from the simplex: sorted uniform numbers cut the interval, the lengths between the cuts are the weights
 * (L. Devroye, Non-Uniform Random Variate Generation, 1986, chapter V). Only comparison and subtraction of whole numbers, no
 * logarithms: the same on any machine.
 *
 * With an ordering the lengths are sorted, and given to the criteria by one of the total orders that extend the ordering, each
 * equally likely: the parts of the simplex that belong to them have equal volumes and together are the region.
 * @param heavier per criterion the criteria that weigh at least as much, without contradiction (see `heavierCriteria`)
 * @throws DomainError `ordering-too-large` with an ordering of more than 18 criteria
 */
export function weightSampler(heavier: readonly (readonly number[])[], next: RandomWords): WeightSampler {
  const count = heavier.length;
  const spacings = spacingSampler(count, next);
  if (heavier.every((above) => above.length === 0)) return spacings;
  const drawOrder = orderSampler(heavier, next);
  const sorted = new Int32Array(count * BLOCK);
  return (weights) => {
    spacings(sorted);
    sortColumns(sorted, 0, count);
    for (let draw = 0; draw < BLOCK; draw++) {
      const order = drawOrder();
      for (let place = 0; place < count; place++) {
        weights[order[place]! * BLOCK + draw] = sorted[(count - 1 - place) * BLOCK + draw]!;
      }
    }
  };
}

function spacingSampler(count: number, next: RandomWords): WeightSampler {
  const cuts = new Int32Array((count + 1) * BLOCK).fill(GRID, count * BLOCK);
  return (weights) => {
    for (let index = BLOCK; index < count * BLOCK; index++) cuts[index] = next() >>> 2;
    sortColumns(cuts, 1, count);
    for (let index = 0; index < count * BLOCK; index++) weights[index] = cuts[index + BLOCK]! - cuts[index]!;
  };
}

/** Sorts the values of every draw ascending over the columns from `first` up to `end`, by exchanges without branches. */
function sortColumns(values: Int32Array, first: number, end: number): void {
  for (let last = end - 1; last > first; last--) {
    for (let index = first * BLOCK; index < last * BLOCK; index++) {
      const left = values[index]!;
      const right = values[index + BLOCK]!;
      const excess = (left - right) & ~((left - right) >> 31);
      values[index] = left - excess;
      values[index + BLOCK] = right + excess;
    }
  }
}

/** Draws a total order, heaviest first, uniformly among those that agree with the pairs: by counting completions per set already placed. */
function orderSampler(heavier: readonly (readonly number[])[], next: RandomWords): () => Int32Array {
  const count = heavier.length;
  if (count > MOST_ORDERED_CRITERIA) {
    throw new DomainError('ordering-too-large', { criteria: count, maximum: MOST_ORDERED_CRITERIA });
  }
  const needed = heavier.map((above) => above.reduce((set, criterion) => set | (1 << criterion), 0));
  const everything = 2 ** count - 1;
  const known = new Float64Array(2 ** count);
  const fitsAfter = (placed: number, criterion: number): boolean =>
    (placed & (1 << criterion)) === 0 && (needed[criterion]! & ~placed) === 0;
  const completions = (placed: number): number => {
    if (placed === everything) return 1;
    if (known[placed] === 0) {
      let sum = 0;
      for (let criterion = 0; criterion < count; criterion++) {
        if (fitsAfter(placed, criterion)) sum += completions(placed | (1 << criterion));
      }
      known[placed] = sum;
    }
    return known[placed]!;
  };
  const order = new Int32Array(count);
  return () => {
    let placed = 0;
    for (let place = 0; place < count; place++) {
      const total = completions(placed);
      let left = total > 1 ? (next() / 2 ** 32) * total : 0;
      for (let criterion = 0; criterion < count; criterion++) {
        if (!fitsAfter(placed, criterion)) continue;
        order[place] = criterion;
        left -= completions(placed | (1 << criterion));
        if (left < 0) break;
      }
      placed |= 1 << order[place]!;
    }
    return order;
  };
}
