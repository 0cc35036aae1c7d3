import { join } from 'node:path';
import { reportWeighing } from '../actions/report-decision.ts';
import { projectRoot } from '../config.ts';
import { loadRuleSets } from '../criteria/rule-sets.ts';
import { analyse } from '../domain/decision/analyse.ts';
import { startWeighing, type Weighing } from '../domain/decision/weighing.ts';
import { matrixOf } from '../domain/decision-matrix/rules.ts';
import { DomainError } from '../domain/errors.ts';
import { decisionInWords } from '../explanation/decision.ts';
import type { Command } from './command.ts';
import { writeFile } from './files.ts';

const MATRIX = 'contract-models-2013.v2';
const DEFAULT_SEED = 1;

/** `gunwijzer contract-model [--weights ...] [--minimum ...] [--seed N] [--json | --pdf OUT]`: weighs the contract models. */
export const run: Command = async ({ arguments: words, options, messages: m }) => {
  if (words.length > 0) throw new DomainError('unknown-option', { option: words[0] });
  const { rules, sha256 } = loadRuleSets(join(projectRoot(), 'criteria')).matrices.get(MATRIX)!;
  const matrix = matrixOf(rules);
  const start = startWeighing(matrix, readSeed(options.seed));
  const weights = readPairs(options.weights);
  const weighing: Weighing = {
    ...start,
    weights: weights.length === 0 ? start.weights : completed(matrix.criteria, weights),
    adjustments: readPairs(options.minimum).map(([criterion, symbol]) => ({ kind: 'minimum', criterion, symbol })),
  };
  const outcome = analyse(matrix, weighing);
  if (options.json) {
    console.log(JSON.stringify({ weighing, outcome }, null, 2));
    return 0;
  }
  if (typeof options.pdf === 'string') {
    const { renderPdf } = await import('../reports/pdf/render.ts');
    writeFile(options.pdf, await renderPdf(reportWeighing(m, rules, sha256, weighing)));
    console.log(m.cli.written(options.pdf));
    return 0;
  }
  const text = decisionInWords(m, rules, weighing, outcome);
  console.log(
    [
      ...text.conclusion,
      '',
      m.cli.weighed(text.criteria.map(({ name }) => name)),
      ...text.rows.map(
        (row) =>
          `${String(row.rank).padStart(2)}  ${row.total}  ${row.cells.map((cell) => cell.symbol.padEnd(3)).join(' ')}  ${row.name}  (${m.decision.first.toLowerCase()}: ${row.first})`,
      ),
      '',
      ...text.acceptability,
      text.undominated,
    ].join('\n'),
  );
  return 0;
};

/** Criteria that are not named weigh nothing. */
function completed(criteria: readonly string[], weights: readonly (readonly [string, string])[]): Weighing['weights'] {
  return { ...Object.fromEntries(criteria.map((criterion) => [criterion, '0'])), ...Object.fromEntries(weights) };
}

/** "a=1,b=2" as pairs. @throws DomainError `pair-invalid` */
function readPairs(option: string | boolean | undefined): [string, string][] {
  if (typeof option !== 'string') return [];
  return option.split(',').map((pair) => {
    const match = /^([a-z0-9-]+)=(\S+)$/.exec(pair.trim());
    if (!match) throw new DomainError('pair-invalid', { pair });
    return [match[1]!, match[2]!];
  });
}

/** @throws DomainError `seed-out-of-range` */
function readSeed(option: string | boolean | undefined): number {
  if (option === undefined) return DEFAULT_SEED;
  if (typeof option !== 'string' || !/^\d{1,10}$/.test(option))
    throw new DomainError('seed-out-of-range', { seed: option });
  return Number(option);
}
