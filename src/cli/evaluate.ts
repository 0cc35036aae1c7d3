import { join } from 'node:path';
import { evaluateWithHelp } from '../actions/compute-award.ts';
import { reportEvaluation } from '../actions/report-tender.ts';
import { projectRoot, readConfig } from '../config.ts';
import { loadRuleSets } from '../criteria/rule-sets.ts';
import { namesOf } from '../domain/rules/names.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { readEvaluationInput, writeOutcomeWithDecimals } from '../exchange/evaluation-file.ts';
import { awardInWords } from '../explanation/award.ts';
import { limitBlocks, outcomeBlocks } from '../explanation/award-blocks.ts';
import { lotWithCalculations } from '../explanation/lot-blocks.ts';
import { forRules, type Messages } from '../messages/messages.ts';
import { authorityOf } from '../reports/house-style.ts';
import type { Call, Command } from './command.ts';
import { reportError } from './errors.ts';
import { onlyFile, readFile, writeFile } from './files.ts';
import { printBlocks } from './print-blocks.ts';
import { sayRulesWarning } from './rules-warning.ts';

/** `gunwijzer evaluate FILE [--json | --pdf OUT]`: scores, ranks and awards from one self-contained file. */
export const run: Command = async ({ arguments: files, options, messages: m }) => {
  const file = onlyFile(files, 'evaluate');
  const input = readEvaluationInput(readFile(file).toString('utf8'));
  try {
    return await show(m, input, options);
  } catch (error) {
    return reportError(m, error, namesOf(input.rules, input.bids));
  }
};

async function show(given: Messages, input: EvaluationInput, options: Call['options']): Promise<number> {
  const { outcome } = await evaluateWithHelp(input);
  if (options.json) {
    process.stdout.write(writeOutcomeWithDecimals(outcome));
    return 0;
  }
  if (typeof options.pdf === 'string') {
    const { renderPdf } = await import('../reports/pdf/render.ts');
    const report = reportEvaluation(given, input, outcome, loadRuleSets(join(projectRoot(), 'criteria')));
    writeFile(options.pdf, await renderPdf(report, authorityOf(readConfig()).house));
    console.log(given.cli.written(options.pdf));
    return 0;
  }
  const m = forRules(given, input.rules);
  const award = awardInWords(m, input, outcome);
  const lots = [...award.lots, ...award.combinations].flatMap((lot) => lotWithCalculations(m, lot));
  sayRulesWarning(m, input.rules);
  if (input.fictional) console.log(`${m.report.fictionalFile}\n`);
  console.log(printBlocks(m, [...outcomeBlocks(m, award), ...lots, ...limitBlocks(m, award)]));
  return 0;
}
