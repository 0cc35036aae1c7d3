import { approximate, divide, subtract } from '../number.ts';
import type { DecisionMatrix } from './matrix.ts';
import { type RandomWords, randomWords } from './random.ts';
import type { RowGroup } from './row-groups.ts';
import { BLOCK, weightSampler } from './weight-sampling.ts';

export interface SimulationOptions {
  readonly seed: number;
  readonly draws: number;
  /** Per criterion the criteria that weigh at least as much. */
  readonly heavier: readonly (readonly number[])[];
  /** `ordinal`: only the order of the levels is known, so every draw gives each criterion its own values between worst 0 and best 1. */
  readonly values: 'as-stated' | 'ordinal';
}

/**
 * Counts how often each group of alternatives takes each rank over drawn weightings. Weights and weighted values are whole numbers
 * (2^30 is one; a weighted value is rounded down to them, an error far below the standard error), so that the counts are the same
 * on any machine. Ordinal values follow SMAA-O (R. Lahdelma, K. Miettinen, P. Salminen, Ordinal criteria in stochastic
 * multicriteria acceptability analysis, European Journal of Operational Research 147, 2003).
 *
 * Draws go in blocks of 32. Each comparison of two groups gives one word, a bit per draw; how many better alternatives each group
 * has is added up in binary over such words, and read off per rank by counting bits.
 * @returns per group, per rank (best first) the number of draws
 */
export function simulateRanks(
  matrix: DecisionMatrix,
  groups: readonly RowGroup[],
  { seed, draws, heavier, values }: SimulationOptions,
): Int32Array[] {
  const next = randomWords(seed);
  const sample = weightSampler(heavier, next);
  const columns = columnWriter(matrix, values, next);
  const addends = groups.map(({ levels }) => addendsOf(levels, matrix));
  const { pairs, alwaysBetter, sometimesBetter } = comparisons(groups);
  const ranks = matrix.alternatives.length;
  const counts = groups.map(() => new Int32Array(ranks));
  const weights = new Int32Array(matrix.criteria.length * BLOCK);
  const scores = new Int32Array(groups.length * BLOCK);
  const digits = 32 - Math.clz32(ranks);
  const better = new Int32Array(groups.length * digits);
  for (let drawn = 0; drawn < draws; drawn += BLOCK) {
    const used = draws - drawn >= BLOCK ? -1 : ~(-1 >>> (draws - drawn));
    sample(weights);
    const weighted = columns(weights);
    for (let group = 0; group < groups.length; group++) addColumns(scores, group * BLOCK, weighted, addends[group]!);
    better.fill(0);
    for (let pair = 0; pair < pairs.length; pair += 2) {
      const first = pairs[pair]!;
      const second = pairs[pair + 1]!;
      const secondWins = lowerScores(scores, first * BLOCK, second * BLOCK);
      addBits(better, first * digits, secondWins, groups[second]!.members.length);
      addBits(better, second * digits, ~secondWins, groups[first]!.members.length);
    }
    for (let group = 0; group < groups.length; group++) {
      const count = counts[group]!;
      for (let more = 0; more <= sometimesBetter[group]!; more++) {
        count[alwaysBetter[group]! + more]! += drawsWith(better, group * digits, digits, more, used);
      }
    }
  }
  return counts;
}

/** The pairs whose order depends on the weighting, flat; and how many alternatives are better always, or at most sometimes. */
function comparisons(groups: readonly RowGroup[]) {
  const alwaysBetter = new Int32Array(groups.length);
  const sometimesBetter = new Int32Array(groups.length);
  const pairs: number[] = [];
  groups.forEach((first, a) => {
    groups.slice(0, a).forEach((second, b) => {
      const firstWins = first.levels.every((level, index) => level <= second.levels[index]!);
      const secondWins = first.levels.every((level, index) => level >= second.levels[index]!);
      if (firstWins) alwaysBetter[b]! += first.members.length;
      else if (secondWins) alwaysBetter[a]! += second.members.length;
      else {
        pairs.push(a, b);
        sometimesBetter[a]! += second.members.length;
        sometimesBetter[b]! += first.members.length;
      }
    });
  });
  return { pairs: Int32Array.from(pairs), alwaysBetter, sometimesBetter };
}

/** Where the weighted value of a level on a criterion stands; the worst level is worth nothing and has no column. */
const columnAt = (matrix: DecisionMatrix, criterion: number, level: number): number =>
  (criterion * (matrix.scale.length - 1) + level) * BLOCK;

const addendsOf = (levels: readonly number[], matrix: DecisionMatrix): Int32Array =>
  Int32Array.from(
    levels.flatMap((level, criterion) =>
      level === matrix.scale.length - 1 ? [] : [columnAt(matrix, criterion, level)],
    ),
  );

/** Turns a block of weights into the weighted value of every level on every criterion, values running from 0 (worst) to 1 (best). */
function columnWriter(matrix: DecisionMatrix, values: SimulationOptions['values'], next: RandomWords) {
  const levels = matrix.scale.length - 1;
  const columns = new Int32Array(matrix.criteria.length * levels * BLOCK);
  const worst = matrix.scale[levels]!.value;
  const range = subtract(matrix.scale[0]!.value, worst);
  const stated = matrix.scale.map((level) => approximate(divide(subtract(level.value, worst), range)));
  const drawn = new Float64Array(levels);
  return (weights: Int32Array): Int32Array => {
    for (let criterion = 0; criterion < matrix.criteria.length; criterion++) {
      for (let level = 0; level < levels; level++) {
        const column = columnAt(matrix, criterion, level);
        const value = stated[level]!;
        for (let draw = 0; draw < BLOCK; draw++) columns[column + draw] = value * weights[criterion * BLOCK + draw]!;
      }
      if (values === 'as-stated' || levels === 1) continue;
      for (let draw = 0; draw < BLOCK; draw++) {
        drawn[0] = 1;
        for (let level = 1; level < levels; level++) drawn[level] = next() / 2 ** 32;
        drawn.sort().reverse();
        for (let level = 1; level < levels; level++) {
          columns[columnAt(matrix, criterion, level) + draw] = drawn[level]! * weights[criterion * BLOCK + draw]!;
        }
      }
    }
    return columns;
  };
}

/** The scores of one group: the sum of its columns. Up to four columns are read in one pass, which covers most rows. */
function addColumns(scores: Int32Array, at: number, columns: Int32Array, addends: Int32Array): void {
  const [a = -1, b = -1, c = -1, d = -1] = addends;
  if (addends.length >= 4) {
    for (let draw = 0; draw < BLOCK; draw++) {
      scores[at + draw] = columns[a + draw]! + columns[b + draw]! + columns[c + draw]! + columns[d + draw]!;
    }
  } else if (addends.length === 3) {
    for (let draw = 0; draw < BLOCK; draw++) {
      scores[at + draw] = columns[a + draw]! + columns[b + draw]! + columns[c + draw]!;
    }
  } else if (addends.length === 2) {
    for (let draw = 0; draw < BLOCK; draw++) scores[at + draw] = columns[a + draw]! + columns[b + draw]!;
  } else {
    for (let draw = 0; draw < BLOCK; draw++) scores[at + draw] = a < 0 ? 0 : columns[a + draw]!;
  }
  for (let index = 4; index < addends.length; index++) {
    const column = addends[index]!;
    for (let draw = 0; draw < BLOCK; draw++) scores[at + draw]! += columns[column + draw]!;
  }
}

/** One bit per draw, the first draw highest: is the score at `first` below the score at `second`? The sign bit of the difference tells. */
function lowerScores(scores: Int32Array, first: number, second: number): number {
  let word = 0;
  for (let draw = 0; draw < BLOCK; draw += 4) {
    word =
      (word << 4) |
      (((scores[first + draw]! - scores[second + draw]!) >>> 31) << 3) |
      (((scores[first + draw + 1]! - scores[second + draw + 1]!) >>> 31) << 2) |
      (((scores[first + draw + 2]! - scores[second + draw + 2]!) >>> 31) << 1) |
      ((scores[first + draw + 3]! - scores[second + draw + 3]!) >>> 31);
  }
  return word;
}

/** Adds a number to the 32 binary counters whose digits stand from `at`, lowest first, for the draws whose bit is set. */
function addBits(digits: Int32Array, at: number, word: number, number: number): void {
  for (let rest = number, place = at; rest > 0; rest >>>= 1, place++) {
    if ((rest & 1) === 0) continue;
    for (let carry = word, digit = place; carry !== 0; digit++) {
      const before = digits[digit]!;
      digits[digit] = before ^ carry;
      carry &= before;
    }
  }
}

/** For how many of the used draws the counter has this value. */
function drawsWith(digits: Int32Array, at: number, length: number, value: number, used: number): number {
  let word = used;
  for (let digit = 0; digit < length; digit++) {
    word &= ((value >>> digit) & 1) === 1 ? digits[at + digit]! : ~digits[at + digit]!;
  }
  return bitCount(word);
}

function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
