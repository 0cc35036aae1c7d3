import { join } from 'node:path';
import { projectRoot } from '../src/config.ts';
import { loadRuleSets } from '../src/criteria/rule-sets.ts';
import { analyse } from '../src/domain/decision/analyse.ts';
import { startWeighing } from '../src/domain/decision/weighing.ts';
import { type DecisionMatrix, decisionMatrix } from '../src/domain/decision-matrix/matrix.ts';
import { matrixOf } from '../src/domain/decision-matrix/rules.ts';
import { type BenchLine, measure } from './harness.ts';

const TARGET_MS = 100;
const RUNS = 20;
const SYMBOLS = ['+', '+/-', '-'] as const;

/** Everything that the page of a decision computes: ranking, dominance, acceptability, pairs, intervals and methods. */
export function benchDecisionPage(): BenchLine[] {
  const catalogue = loadRuleSets(join(projectRoot(), 'criteria')).matrices.get('contract-models-2013.v2')!;
  return [line('13 x 5, the catalogue', matrixOf(catalogue.rules)), line('40 x 12, simulated', pseudoRandom(40, 12))];
}

function line(name: string, matrix: DecisionMatrix): BenchLine {
  const { median } = measure(RUNS, () => analyse(matrix, startWeighing(matrix, 1)));
  return {
    what: `analyse a decision, ${name}`,
    median,
    unit: 'ms',
    target: `under ${TARGET_MS} ms`,
    met: median < TARGET_MS,
  };
}

/** The same matrix every time: a linear congruential generator picks the levels. */
function pseudoRandom(alternatives: number, criteria: number): DecisionMatrix {
  let state = 7;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const ids = Array.from({ length: criteria }, (_, index) => `c${index}`);
  return decisionMatrix({
    scale: SYMBOLS.map((symbol, level) => ({ symbol, value: ['1', '0.5', '0'][level]! })),
    criteria: ids,
    alternatives: Array.from({ length: alternatives }, (_, index) => ({
      id: `a${index}`,
      scores: Object.fromEntries(ids.map((id) => [id, SYMBOLS[Math.floor(next() * SYMBOLS.length)]!])),
    })),
  });
}
