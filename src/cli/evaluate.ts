import { evaluateWithHelp } from '../actions/compute-award.ts';
import { reportEvaluation } from '../actions/report-tender.ts';
import { namesOf } from '../domain/rules/names.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { readEvaluationInput } from '../exchange/evaluation-file.ts';
import { type AwardInWords, awardInWords } from '../explanation/award.ts';
import { forRules, type Messages } from '../messages/messages.ts';
import type { Call, Command } from './command.ts';
import { reportError } from './errors.ts';
import { onlyFile, readFile, writeFile } from './files.ts';

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

async function show(m: Messages, input: EvaluationInput, options: Call['options']): Promise<number> {
  const { outcome } = await evaluateWithHelp(input);
  if (options.json) {
    console.log(JSON.stringify(outcome, null, 2));
    return 0;
  }
  if (typeof options.pdf === 'string') {
    const { renderPdf } = await import('../reports/pdf/render.ts');
    writeFile(options.pdf, await renderPdf(reportEvaluation(m, input, outcome)));
    console.log(m.cli.written(options.pdf));
    return 0;
  }
  if (input.fictional) console.log(`${m.report.fictionalFile}\n`);
  console.log(inText(forRules(m, input.rules), awardInWords(m, input.rules, input.bids, outcome)));
  return 0;
}

function inText(m: Messages, award: AwardInWords): string {
  const lots = [...award.lots, ...award.combinations].flatMap((lot) => [
    '',
    m.award.ranking(lot.name),
    ...lot.ranking.map(
      (one) =>
        `  ${String(one.rank).padStart(2)}  ${one.total.padStart(8)}  ${one.bidder}${one.wins ? `  <- ${m.award.winner}` : ''}${one.remark ? `  (${one.remark})` : ''}`,
    ),
    ...lot.ranking.flatMap((one) => one.howTotal.map((line) => `      ${one.bidder}: ${line}`)),
    ...(lot.prices ? [`  ${lot.prices}`] : []),
    ...lot.flags.map((flag) => `  ! ${flag}`),
    ...lot.setAside.map(({ bidder, reasons }) => `   –  ${m.award.setAside}: ${bidder}: ${reasons.join(' ')}`),
    ...(lot.winner === null
      ? [`  ${lot.result}`]
      : lot.reasons.map(({ text, detail }) => `  ${text} ${detail}`.trimEnd())),
  ]);
  return [
    `${award.statusShort}. ${award.statusText}`,
    ...(award.total === null ? [] : [`${m.award.totalScore(award.total)}, ${award.winnersText}`]),
    ...(award.drawBetween ? [award.drawBetween] : []),
    ...award.contradiction,
    ...lots,
    '',
    ...(award.limitCosts.length === 0 ? [] : [m.award.limits]),
    ...award.limitCosts.map((cost) => `  ${cost.what}: ${cost.total} (${cost.cost})`),
    ...(award.variants.length === 0 ? [] : [m.award.variants]),
    ...award.variants.map(
      (one) => `  ${one.what}${one.current ? ` (${m.award.variantCurrent})` : ''}: ${one.total} (${one.cost})`,
    ),
    ...(award.proof ? [award.proof] : []),
    ...award.uniqueness.map((line, index) => (index === 0 ? `${m.award.unique} ${line}` : line)),
  ].join('\n');
}
