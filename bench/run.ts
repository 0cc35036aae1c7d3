import { benchAwardSolver } from './award-solver.ts';
import { benchDecisionMatrix } from './decision-matrix.ts';
import { benchDecisionPage } from './decision-page.ts';
import { benchEvaluation } from './evaluation.ts';
import { benchGuards } from './guards.ts';
import { type BenchLine, printTable } from './harness.ts';
import { benchLargeReport } from './large-report.ts';
import { benchReport } from './report.ts';
import { benchServer } from './server.ts';
import { benchVerification } from './verification.ts';

/**
 * Measures everything and prints one table; with the argument `own` without the other solvers, which take most of the time.
 * With `large-report` it measures the largest report alone. Figures of an earlier run stand in docs/benchmarks.md.
 */
printTable(process.argv.includes('large-report') ? benchLargeReport() : await everything());

async function everything(): Promise<BenchLine[]> {
  return [
    ...benchEvaluation(),
    ...benchGuards(),
    ...benchVerification(),
    ...(await benchReport()),
    ...benchLargeReport(),
    ...(await benchServer()),
    ...(process.argv.includes('own') ? [] : await benchAwardSolver()),
    ...benchDecisionPage(),
    ...benchDecisionMatrix().map(
      ({ task, milliseconds, naive, ratio }): BenchLine => ({
        what: task,
        median: milliseconds,
        unit: 'ms',
        ratio,
        peer: `speed of a ${naive}`,
      }),
    ),
  ];
}
