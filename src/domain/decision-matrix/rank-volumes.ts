import { divide, type Exact } from '../number.ts';
import type { Region } from './criteria-ordering.ts';
import type { RowGroup } from './row-groups.ts';
import { product, type VolumeSum, volumeSum } from './volume-sum.ts';
import {
  type Cell,
  cutEdge,
  type Form,
  heightAt,
  partAbove,
  partAboveInBigints,
  withHeights,
} from './weight-simplex.ts';
import { bigints, doubles, greatestCommonDivisor, type WholeNumbers } from './whole-numbers.ts';

export interface RankVolumes {
  /** Per group of equal rows, per rank (best first) the share of the weightings that give it this rank. */
  readonly shares: readonly (readonly Exact[])[];
  /** How many cells were looked at. */
  readonly pieces: number;
}

/**
 * The exact share of the weightings in a region for which each group of alternatives takes each rank.
 *
 * Per group the hyperplanes where it equals another group divide the region. Cells are cut at edges until at most one hyperplane
 * crosses them; that last one is closed with Varsi's formula. Every cut works on whole numbers.
 * @param groups the distinct rows, with values in whole numbers and how many alternatives have them
 * @param budget the largest number of cells to look at
 * @returns undefined when the budget is spent, or when it is expected to fall far short
 */
export function rankVolumes(groups: readonly RowGroup[], region: Region, budget: number): RankVolumes | undefined {
  const problems = groups.map((group) => rankProblem(group, groups));
  const expected = problems.reduce((total, { walls }) => total + expectedPieces(walls.length, region), 0);
  if (expected > WORTH_TRYING * budget) return undefined;
  const ranks = groups.reduce((count, group) => count + group.members.length, 0);
  const shares: Exact[][] = [];
  let pieces = 0;
  for (const problem of problems) {
    const walk = walkIn(doubles, problem, region, ranks, budget - pieces);
    const exactWalk = walk === 'overflow' ? walkIn(bigints, problem, region, ranks, budget - pieces) : walk;
    if (exactWalk === undefined || exactWalk === 'overflow') return undefined;
    pieces += exactWalk.pieces;
    shares.push(exactWalk.sums.map((sum) => divide(sum.total(), region.volume)));
  }
  return { shares, pieces };
}

/** When more than this many times the budget is to be expected, trying would only cost time. */
const WORTH_TRYING = 10;

/** A hyperplane where the group equals others, and how many alternatives are better than it on either side. */
interface Wall {
  readonly form: Form;
  above: number;
  below: number;
}

interface RankProblem {
  /** How many alternatives are better under every weighting (but for a set of volume zero). */
  readonly alwaysBetter: number;
  readonly walls: readonly Wall[];
}

function rankProblem(group: RowGroup, groups: readonly RowGroup[]): RankProblem {
  let alwaysBetter = 0;
  const walls = new Map<string, Wall>();
  for (const other of groups) {
    if (other === group) continue;
    const lead = group.values.map((value, index) => value - other.values[index]!);
    const count = other.members.length;
    if (lead.every((value) => value >= 0n)) continue;
    if (lead.every((value) => value <= 0n)) {
      alwaysBetter += count;
      continue;
    }
    const divisor = lead.reduce(greatestCommonDivisor, 0n);
    const sign = lead.find((value) => value !== 0n)! < 0n ? -1n : 1n;
    const form = lead.map((value) => (sign * value) / divisor);
    const key = form.join();
    const wall = walls.get(key) ?? { form, above: 0, below: 0 };
    walls.set(key, wall);
    if (sign > 0n) wall.below += count;
    else wall.above += count;
  }
  return { alwaysBetter, walls: [...walls.values()] };
}

/**
 * How many pieces to expect for one group: the number of cells that hyperplanes in general position make, times the simplices it
 * takes to fill a cell. The latter was measured on random ordinal matrices of 4 to 12 criteria: about 3 with five criteria and four
 * times as many with each criterion more, give or take a factor ten.
 */
function expectedPieces(walls: number, region: Region): number {
  let cells = 0;
  let choose = 1;
  for (let k = 0; k < region.criteria && k <= walls; k++) {
    cells += choose;
    choose = (choose * (walls - k)) / (k + 1);
  }
  return cells * region.cells.length * 3 * 4 ** (region.criteria - 5);
}

interface Walk {
  readonly sums: readonly VolumeSum[];
  readonly pieces: number;
}

function walkIn<T extends number | bigint>(
  numbers: WholeNumbers<T>,
  { alwaysBetter, walls }: RankProblem,
  region: Region,
  ranks: number,
  budget: number,
): Walk | 'overflow' | undefined {
  const sums = Array.from({ length: ranks }, volumeSum);
  const sumIndex = region.criteria;
  let pieces = 0;

  const descend = (cell: Cell<T>, open: readonly number[], better: number): 'done' | 'overflow' | 'spent' => {
    if (++pieces > budget) return 'spent';
    const { corners, determinant } = cell;
    const crossing: number[] = [];
    let cheapest = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (const index of open) {
      const height = heightAt(region.criteria, index);
      let uppers = 0;
      let lowers = 0;
      for (const corner of corners) {
        const value = corner[height]!;
        if (value > 0) uppers++;
        else if (value < 0) lowers++;
      }
      if (lowers === 0) better += walls[index]!.above;
      else if (uppers === 0) better += walls[index]!.below;
      else {
        crossing.push(index);
        const cost = Math.min(uppers, lowers) * corners.length + Math.max(uppers, lowers);
        if (cost < fewest) {
          fewest = cost;
          cheapest = index;
        }
      }
    }
    if (crossing.length <= 1) {
      let size: number | bigint = 1;
      for (const corner of corners) size = product(size, corner[sumIndex]!);
      if (crossing.length === 0) sums[better]!.add(determinant, 1, size, 1);
      else close(cell, size, walls[cheapest]!, heightAt(region.criteria, cheapest), better);
      return 'done';
    }
    const [upper, lower] = busiestEdge(corners, crossing, cheapest, region.criteria);
    const cut = cutEdge(cell, upper, lower, heightAt(region.criteria, cheapest), numbers);
    if (cut === undefined) return 'overflow';
    const first = descend(cut.withoutLower, crossing, better);
    return first === 'done' ? descend(cut.withoutUpper, crossing, better) : first;
  };

  const close = (cell: Cell<T>, size: number | bigint, wall: Wall, height: number, better: number): void => {
    const inKind = partAbove(cell.corners, height, numbers);
    const fits = !Number.isNaN(inKind.part) && !Number.isNaN(inKind.whole);
    const { part, whole } = fits ? inKind : partAboveInBigints(cell.corners, height);
    const rest = typeof part === 'bigint' ? BigInt(whole) - part : (whole as number) - (part as number);
    sums[better + wall.above]!.add(cell.determinant, part, size, whole);
    sums[better + wall.below]!.add(cell.determinant, rest, size, whole);
  };

  const all = walls.map((_, index) => index);
  const forms = walls.map((wall) => wall.form);
  for (const start of region.cells) {
    const cell = withHeights(start, forms, numbers);
    const outcome = cell === undefined ? 'overflow' : descend(cell, all, alwaysBetter);
    if (outcome !== 'done') return outcome === 'spent' ? undefined : outcome;
  }
  return { sums, pieces };
}

/** Among the edges that cross the hyperplane to be cut, the one that most hyperplanes cross: that keeps cells few and numbers small. */
function busiestEdge<T extends number | bigint>(
  corners: Cell<T>['corners'],
  crossing: readonly number[],
  chosen: number,
  criteria: number,
): readonly [upper: number, lower: number] {
  const height = heightAt(criteria, chosen);
  let best: readonly [number, number] = [-1, -1];
  let most = -1;
  for (let upper = 0; upper < corners.length; upper++) {
    const up = corners[upper]!;
    if (up[height]! <= 0) continue;
    for (let lower = 0; lower < corners.length; lower++) {
      const low = corners[lower]!;
      if (low[height]! >= 0) continue;
      let crossed = 0;
      for (const index of crossing) {
        const at = heightAt(criteria, index);
        if ((up[at]! > 0 && low[at]! < 0) || (up[at]! < 0 && low[at]! > 0)) crossed++;
      }
      if (crossed > most) {
        most = crossed;
        best = [upper, lower];
      }
    }
  }
  return best;
}
