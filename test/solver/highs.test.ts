import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  asIntegerProgram,
  divisionOf,
  type IntegerProgramSolver,
} from '../../src/domain/award/search/integer-program.ts';
import { solveAward } from '../../src/domain/award/search/solve.ts';
import { loadHighs } from '../../src/solver/highs.ts';
import { anyProblem, isAllowed, nearEqual } from '../support/award-problems.ts';

describe('HiGHS beside the own solver', () => {
  let highs: IntegerProgramSolver;
  beforeAll(async () => {
    highs = await loadHighs();
  });

  it('finds the same value on problems of medium size', () => {
    const shape = { lots: 8, bids: 10, combinations: true, affiliates: true, maximumWinners: true, fixed: true };
    const medium = { ...shape, score: fc.bigInt({ min: -500n, max: 9000n }) };
    fc.assert(
      fc.property(fc.oneof(anyProblem(medium), anyProblem({ ...medium, caps: 'capacities' })), (problem) => {
        const own = solveAward(problem);
        fc.pre(problem.offers.length > 0 && own !== undefined && own.lotsAwarded > 0);
        const division = divisionOf(problem, highs(asIntegerProgram(problem))!);
        expect(isAllowed(problem, division)).toBe(true);
        const lots = division.reduce((sum, place) => sum + problem.offers[place]!.lots.length, 0);
        const total = division.reduce((sum, place) => sum + problem.offers[place]!.score, 0n);
        expect([lots, total]).toEqual([own!.lotsAwarded, own!.total]);
      }),
      { numRuns: 100 },
    );
  });

  it.each([1, 2, 3])('finds the same value for near-equal bidders', (seed) => {
    const problem = nearEqual(20, 30, seed);
    const own = solveAward(problem)!;
    const total = divisionOf(problem, highs(asIntegerProgram(problem))!).reduce(
      (sum, place) => sum + problem.offers[place]!.score,
      0n,
    );
    expect([own.proven, total]).toEqual([true, own.total]);
  });

  it('answers nothing when no division obeys the limits', () => {
    const problem = nearEqual(2, 3, 1);
    expect(highs(asIntegerProgram({ ...problem, limits: { minimumWinners: 3, maximumWinners: 3 } }))).toBe(undefined);
  });
});
