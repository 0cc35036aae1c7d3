import { join } from 'node:path';
import { reportWeighing } from '../actions/report-decision.ts';
import { projectRoot, readConfig } from '../config.ts';
import type { Published } from '../criteria/read-rules.ts';
import { loadRuleSets } from '../criteria/rule-sets.ts';
import { analyse, type DecisionOutcome } from '../domain/decision/analyse.ts';
import { startWeighing, type Weighing } from '../domain/decision/weighing.ts';
import { type MatrixRules, matrixOf } from '../domain/decision-matrix/rules.ts';
import { DomainError } from '../domain/errors.ts';
import { plainName } from '../domain/ids.ts';
import type { Names } from '../domain/rules/names.ts';
import { readMatrixFile } from '../exchange/matrix-file.ts';
import { plain } from '../explanation/blocks.ts';
import { decisionInWords } from '../explanation/decision.ts';
import { certaintyBlocks } from '../explanation/decision-blocks.ts';
import { mendInWords } from '../messages/mend-text.ts';
import { forMatrix, inLanguage, type Messages } from '../messages/messages.ts';
import { authorityOf } from '../reports/house-style.ts';
import type { Call, Command } from './command.ts';
import { reportError } from './errors.ts';
import { onlyFile, readFile, writeFile } from './files.ts';
import { printBlocks } from './print-blocks.ts';

const MATRIX = 'contract-models-2013.v2';
const DEFAULT_SEED = 1;

/**
 * `gunwijzer contract-model [FILE] [--weights ...] [--minimum ...] [--seed N] [--json | --pdf OUT]`: weighs the contract models, or the
 * decision matrix in a file.
 */
export const run: Command = async (call) => {
  if (call.arguments.length === 0) {
    return await weigh(call, loadRuleSets(join(projectRoot(), 'criteria')).matrices.get(MATRIX)!);
  }
  const own = readMatrixFile(readFile(onlyFile(call.arguments, 'contract-model')).toString('utf8'));
  const messages = forMatrix(call.messages, own.rules);
  try {
    return await weigh({ ...call, messages }, own);
  } catch (error) {
    return reportError(messages, error, namesIn(own.rules));
  }
};

async function weigh({ options, messages: m }: Call, { rules, sha256 }: Published<MatrixRules>): Promise<number> {
  const matrix = matrixOf(rules);
  const start = startWeighing(matrix, readSeed(options.seed));
  const weights = readPairs(m, rules, options.weights);
  const minima = readPairs(m, rules, options.minimum);
  const weighing: Weighing = {
    ...start,
    weights: weights.length === 0 ? start.weights : completed(matrix.criteria, weights),
    adjustments: minima.map(([criterion, symbol]) => ({ kind: 'minimum', criterion, symbol })),
  };
  const outcome = analyse(matrix, weighing);
  if (options.json) {
    // The ids of one's own are made here: what they stand for goes with them.
    const own = rules.kind === 'own-matrix' ? { matrix: rules } : {};
    console.log(JSON.stringify({ ...own, weighing, outcome }, null, 2));
    return 0;
  }
  if (typeof options.pdf === 'string') {
    const { renderPdf } = await import('../reports/pdf/render.ts');
    const report = reportWeighing(m, rules, sha256, weighing);
    writeFile(options.pdf, await renderPdf(report, authorityOf(readConfig()).house));
    console.log(m.cli.written(options.pdf));
    return 0;
  }
  console.log(printed(m, rules, weighing, outcome));
  return 0;
}

/** The conclusion, a line for each alternative, and how sure it is. */
function printed(m: Messages, rules: MatrixRules, weighing: Weighing, outcome: DecisionOutcome): string {
  const text = decisionInWords(m, rules, weighing, outcome);
  const widest = (column: number): number => Math.max(...text.rows.map((row) => row.cells[column]!.symbol.length));
  const widths = text.criteria.map((_, column) => Math.max(3, widest(column)));
  const total = Math.max(...text.rows.map((row) => row.total.length));
  return [
    ...(rules.kind === 'own-matrix' ? [inLanguage(rules.title, m), ''] : []),
    ...text.conclusion,
    '',
    m.cli.weighed(text.criteria.map(({ name }) => name)),
    ...text.rows.map((row) => {
      const scores = row.cells.map(({ symbol }, column) => symbol.padEnd(widths[column]!)).join(' ');
      const first = `${m.decision.first.toLowerCase()}: ${row.first}`;
      return `${String(row.rank).padStart(2)}  ${row.total.padStart(total)}  ${scores}  ${row.name}  (${first})`;
    }),
    ...(text.adjustments.length === 0 ? [] : ['', ...text.adjustments.map(plain)]),
    '',
    printBlocks(m, certaintyBlocks(m, text)),
  ].join('\n');
}

/** Criteria that are not named weigh nothing. */
function completed(criteria: readonly string[], weights: readonly (readonly [string, string])[]): Weighing['weights'] {
  return { ...Object.fromEntries(criteria.map((criterion) => [criterion, '0'])), ...Object.fromEntries(weights) };
}

/** "a=1,b=2" as pairs; a criterion goes by its name or its id. @throws DomainError `pair-invalid`, `unknown-criterion` */
function readPairs(m: Messages, { criteria }: MatrixRules, option: string | undefined): [string, string][] {
  if (option === undefined) return [];
  return option.split(',').map((pair) => {
    const match = /^(.+)=(\S+)$/.exec(pair.trim());
    if (!match) throw new DomainError('pair-invalid', { pair });
    const [, asked = '', value = ''] = match;
    const called = ({ id, name }: MatrixRules['criteria'][number]): boolean =>
      [id, name.nl, name.en].some((one) => plainName(one) === plainName(asked));
    const found = criteria.find(called);
    if (found) return [found.id, value];
    const mends = mendInWords(m.mends, { kind: 'one-of', values: criteria.map(({ name }) => inLanguage(name, m)) });
    throw new DomainError('unknown-criterion', { criterion: asked, mends });
  });
}

/** The names of the criteria, for what is said of them. */
const namesIn = ({ criteria }: MatrixRules): Names => ({
  bidder: (bid) => bid,
  lot: (lot) => lot,
  criterion: (id) => criteria.find((one) => one.id === id)?.name ?? { nl: id, en: id },
  score: (score) => ({ nl: score, en: score }),
});

/** @throws DomainError `seed-out-of-range` */
function readSeed(option: string | undefined): number {
  if (option === undefined) return DEFAULT_SEED;
  if (!/^\d{1,10}$/.test(option)) throw new DomainError('seed-out-of-range', { seed: option });
  return Number(option);
}
