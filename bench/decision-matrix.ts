import { type DecisionMatrix, decisionMatrix } from '../src/domain/decision-matrix/matrix.ts';
import { rankAcceptability } from '../src/domain/decision-matrix/rank-acceptability.ts';

/** One measured task beside a naive loop that does the same work in the same run. */
export interface BenchLine {
  readonly task: string;
  /** Median of the runs. */
  readonly milliseconds: number;
  readonly worstMilliseconds: number;
  readonly naive: string;
  readonly naiveMilliseconds: number;
  /** How many times faster than the naive loop. */
  readonly ratio: number;
}

const DRAWS = 100_000;

/** The contract models of 2013: 13 x 5. */
const CATALOGUE = [
  '+ +/- + - -',
  '- +/- - - -',
  '+ + +/- +/- +',
  '- - - - +/-',
  '- - + - -',
  '- +/- + - -',
  '- - + - -',
  '- +/- - - -',
  '- +/- - - -',
  '- +/- - - -',
  '+ - + + +',
  '- - - +/- -',
  '- - - + -',
];

/**
 * Times rank acceptability: exact for the 13 x 5 catalogue and for random 13 x 5 matrices, and simulated with 100,000 drawn
 * weightings. The naive loop samples exponentials by logarithm, sums floating point products and sorts each weighting's scores.
 */
export function benchDecisionMatrix(): BenchLine[] {
  const catalogue = matrixOf(CATALOGUE.map((row) => row.split(' ')));
  const random = Array.from({ length: 60 }, (_, index) => randomMatrix(13, 5, index + 1));
  const naive = time(5, () => naiveAcceptability(catalogue, DRAWS));
  const naiveRandom = time(5, (run) => naiveAcceptability(random[run]!, DRAWS));
  const exactly = (matrix: DecisionMatrix): void => {
    const { method } = rankAcceptability(matrix, { seed: 1, budget: 1_000_000 });
    if (method.kind !== 'exact') throw new Error('the exact method fell back to simulation');
  };
  const sampled = (matrix: DecisionMatrix, seed: number): void => {
    rankAcceptability(matrix, { seed, draws: DRAWS, method: 'simulation' });
  };
  const beside = `naive loop, ${DRAWS} weightings`;
  return [
    line(
      'exact rank acceptability, catalogue 13 x 5',
      time(60, () => exactly(catalogue)),
      beside,
      naive,
    ),
    line(
      'exact rank acceptability, random 13 x 5',
      time(60, (run) => exactly(random[run]!)),
      beside,
      naiveRandom,
    ),
    line(
      `${DRAWS} weightings, catalogue 13 x 5`,
      time(20, (run) => sampled(catalogue, run)),
      beside,
      naive,
    ),
    line(
      `${DRAWS} weightings, random 13 x 5`,
      time(20, (run) => sampled(random[run]!, run)),
      beside,
      naiveRandom,
    ),
  ];
}

/** Rank acceptability as one would write it first. */
export function naiveAcceptability(matrix: DecisionMatrix, draws: number): number[][] {
  const values = matrix.levels.map((row) => row.map((level) => matrix.scale[level]!.value.valueOf()));
  const counts = values.map(() => values.map(() => 0));
  for (let draw = 0; draw < draws; draw++) {
    const exponentials = matrix.criteria.map(() => -Math.log(1 - Math.random()));
    const total = exponentials.reduce((sum, value) => sum + value, 0);
    const weights = exponentials.map((value) => value / total);
    const scores = values.map((row) => row.reduce((sum, value, index) => sum + value * weights[index]!, 0));
    const sorted = [...scores].sort((a, b) => b - a);
    scores.forEach((score, row) => {
      counts[row]![sorted.indexOf(score)]!++;
    });
  }
  return counts.map((row) => row.map((count) => count / draws));
}

function time(runs: number, task: (run: number) => void): { median: number; worst: number } {
  for (let run = 0; run < Math.min(runs, 5); run++) task(run);
  const times = Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    task(run);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { median: times[runs >> 1]!, worst: times.at(-1)! };
}

const line = (
  task: string,
  own: { median: number; worst: number },
  naive: string,
  theirs: { median: number },
): BenchLine => ({
  task,
  milliseconds: own.median,
  worstMilliseconds: own.worst,
  naive,
  naiveMilliseconds: theirs.median,
  ratio: theirs.median / own.median,
});

function matrixOf(rows: readonly (readonly string[])[]): DecisionMatrix {
  return decisionMatrix({
    scale: [
      { symbol: '+', value: '1' },
      { symbol: '+/-', value: '0.5' },
      { symbol: '-', value: '0' },
    ],
    criteria: rows[0]!.map((_, index) => `c${index}`),
    alternatives: rows.map((row, index) => ({
      id: `a${index}`,
      scores: Object.fromEntries(row.map((symbol, column) => [`c${column}`, symbol])),
    })),
  });
}

/** Symbols from a small multiplicative generator, so that every run measures the same matrices. */
function randomMatrix(alternatives: number, criteria: number, seed: number): DecisionMatrix {
  let state = seed * 48_271;
  const symbol = (): string => {
    state = (state * 48_271) % 2_147_483_647;
    return ['+', '+/-', '-'][state % 3]!;
  };
  return matrixOf(Array.from({ length: alternatives }, () => Array.from({ length: criteria }, symbol)));
}

if (process.argv[1]?.endsWith('decision-matrix.js') || process.argv[1]?.endsWith('decision-matrix.ts')) {
  console.table(benchDecisionMatrix());
}
