import { benchAwardSolver } from './award-solver.ts';
import { benchDecisionMatrix } from './decision-matrix.ts';
import { benchDecisionPage } from './decision-page.ts';
import { benchEvaluation } from './evaluation.ts';
import { benchGuards } from './guards.ts';
import { type BenchLine, printTable } from './harness.ts';
import { benchHostileRehearsal } from './hostile-rehearsal.ts';
import { benchHostileVerify } from './hostile-verify.ts';
import { benchReport } from './report.ts';
import { benchServer } from './server.ts';
import { benchVerification } from './verification.ts';

/**
 * Measures everything and prints one table; with the argument `own` without the other solvers, which take most of the time.
 * Figures of an earlier run stand in docs/benchmarks.md. With the argument `hostile` it does what an attacker would, which takes longer.
 */
const hostile = async (): Promise<BenchLine[]> => [...benchHostileVerify(), ...benchHostileRehearsal()];
const usual = async (): Promise<BenchLine[]> => [
  ...benchEvaluation(),
  ...benchGuards(),
  ...benchVerification(),
  ...(await benchReport()),
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
printTable(process.argv.includes('hostile') ? await hostile() : await usual());
