import { benchAutosave } from './autosave.ts';
import { benchAwardSolver } from './award-solver.ts';
import { benchContracts } from './contracts.ts';
import { benchDecisionMatrix } from './decision-matrix.ts';
import { benchDecisionPage } from './decision-page.ts';
import { benchEvaluation } from './evaluation.ts';
import { benchFirstPage } from './first-page.ts';
import { benchGuards } from './guards.ts';
import { type BenchLine, printTable } from './harness.ts';
import { benchHostileFormulas } from './hostile-formula.ts';
import { benchHostileRehearsal } from './hostile-rehearsal.ts';
import { benchHostileVerify } from './hostile-verify.ts';
import { benchKill } from './kill.ts';
import { benchLargeReport } from './large-report.ts';
import { benchLargestEvaluation } from './largest-evaluation.ts';
import { benchLetters } from './letters.ts';
import { benchManyDossiers } from './many-dossiers.ts';
import { benchOthersWait } from './others-wait.ts';
import { benchReport } from './report.ts';
import { benchServer } from './server.ts';
import { benchSetUp } from './set-up.ts';
import { benchSpreadsheets } from './spreadsheets.ts';
import { benchVerification } from './verification.ts';

/**
 * Measures everything and prints one table; with the argument `own` without the other solvers, which take most of the time.
 * With `report` it measures the report of the demo, and Chromium printing the same; with `hostile` it does what an attacker would, which takes longer; with `large-report` it measures the largest report alone, with `others-wait` how long others wait, with
 * `many-dossiers` how a server starts on three thousand dossiers, with `first-page` how they are listed, and what is then in memory; with `autosave` forty people whose typing is kept; with `set-up` the pages of a tender that is being set up, at the largest size; with `spreadsheets` a large workbook out and bids in; with `letters` a decision with a hundred letters; with `contracts` twelve contracts over fifteen years; with `kill` it kills a server three hundred times; with `largest-evaluation` it
 * evaluates the largest tender that was measured. Figures of an earlier run stand in docs/benchmarks.md.
 */
const ALONE: Readonly<Record<string, () => BenchLine[] | Promise<BenchLine[]>>> = {
  report: benchReport,
  'large-report': benchLargeReport,
  'others-wait': benchOthersWait,
  'many-dossiers': benchManyDossiers,
  'first-page': benchFirstPage,
  kill: benchKill,
  autosave: benchAutosave,
  'set-up': benchSetUp,
  spreadsheets: benchSpreadsheets,
  letters: benchLetters,
  contracts: benchContracts,
  'largest-evaluation': benchLargestEvaluation,
  hostile: () => [...benchHostileFormulas(), ...benchHostileVerify(), ...benchHostileRehearsal()],
};
const alone = Object.entries(ALONE).find(([name]) => process.argv.includes(name));
printTable(await (alone ? alone[1]() : everything()));

async function everything(): Promise<BenchLine[]> {
  return [
    ...benchEvaluation(),
    ...benchGuards(),
    ...benchVerification(),
    ...(await benchReport()),
    ...benchLargeReport(),
    ...(await benchOthersWait()),
    ...(await benchServer()),
    ...(process.argv.includes('own') ? [] : await benchAwardSolver()),
    ...benchDecisionPage(),
    ...benchContracts(),
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
