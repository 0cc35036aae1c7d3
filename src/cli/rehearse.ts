import { evaluate } from '../domain/evaluation/evaluate.ts';
import { compareMechanisms } from '../domain/guards/compare-mechanisms.ts';
import { contestScores } from '../domain/guards/contested-scores.ts';
import { rankReversals } from '../domain/guards/rank-reversal.ts';
import { robustness } from '../domain/guards/robustness.ts';
import { createWhatIf } from '../domain/guards/what-if.ts';
import { namesOf } from '../domain/rules/names.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { readEvaluationInput } from '../exchange/evaluation-file.ts';
import { awardInWords } from '../explanation/award.ts';
import { type ContestInWords, contestInWords, type GuardsInWords, guardsInWords } from '../explanation/guards.ts';
import type { Messages } from '../messages/messages.ts';
import type { Call, Command } from './command.ts';
import { reportError } from './errors.ts';
import { onlyFile, readFile } from './files.ts';

/**
 * `gunwijzer rehearse FILE [--bid BID --criteria C,...] [--json]`: tries out the rules on made-up bids before they are published: the three
 * mechanisms side by side, rank reversal, how little has to be different, and whether contested scores can change the outcome.
 */
export const run: Command = async ({ arguments: files, options, messages: m }) => {
  const input = readEvaluationInput(readFile(onlyFile(files, 'rehearse')).toString('utf8'));
  try {
    return rehearse(m, input, options);
  } catch (error) {
    return reportError(m, error, namesOf(input.rules, input.bids));
  }
};

function rehearse(m: Messages, input: EvaluationInput, options: Call['options']): number {
  const outcome = evaluate(input);
  const criteria = String(options.criteria ?? '')
    .split(',')
    .filter((id) => id !== '');
  const contested = options.bid === undefined ? null : contestScores(input, String(options.bid), criteria);
  if (options.json) {
    const whatIf = createWhatIf(input);
    const guards = {
      mechanisms: compareMechanisms(input) ?? null,
      reversals: rankReversals(input, whatIf),
      ...robustness(input, whatIf),
    };
    console.log(JSON.stringify({ outcome, ...guards, contested }, null, 2));
    return 0;
  }
  const award = awardInWords(m, input.rules, input.bids, outcome);
  console.log(
    [
      m.rehearsal.trial,
      ...(input.fictional ? [m.report.fictionalFile] : []),
      '',
      `${m.rehearsal.outcome}: ${award.statusShort}`,
      ...award.lots.map((lot) => `  ${lot.name}: ${lot.result}`),
      ...award.contradiction.map((line) => `  ${line}`),
      ...guardsInText(m, guardsInWords(m, input)),
      ...(contested ? contestInText(contestInWords(m, input, contested)) : []),
    ].join('\n'),
  );
  return 0;
}

function guardsInText(m: Messages, { mechanisms, reversals, robustness: robust }: GuardsInWords): string[] {
  const t = m.rehearsal;
  return [
    '',
    t.mechanisms,
    ...(mechanisms
      ? [
          ...mechanisms.rows.flatMap((row) => [
            `  ${row.name}${row.announced ? ` (${t.announced})` : ''}: ${row.status}, ${m.award.sum.toLowerCase()} ${row.total}`,
            ...row.division.map(({ lot, bidder }) => `    ${lot}: ${bidder}`),
            ...row.complaints.map((line) => `    ${line}`),
            ...row.orders.map((line) => `    ${line}`),
          ]),
          ...mechanisms.notes.map((note) => `  ${note}`),
        ]
      : [`  ${t.notComparable}`]),
    '',
    t.reversals,
    ...(reversals.length === 0 ? [`  ${t.reversalsNone}`] : []),
    ...reversals.flatMap((reversal) => [
      `  ${reversal.title}: ${reversal.texts.join(' ')}`,
      ...reversal.tables.flatMap(({ caption, rows }) => [
        `    ${caption}`,
        `      ${t.before}: ${listed(rows.map((row) => row.before))}`,
        `      ${t.after}: ${listed(rows.map((row) => row.after))}`,
      ]),
    ]),
    '',
    t.robustness,
    ...(robust ?? []).flatMap(({ lot, score, weight }) => [`  ${lot}`, `    ${score}`, `    ${weight}`]),
    `  ${t.weightsNote}`,
  ];
}

const contestInText = ({ title, lots }: ContestInWords): string[] => [
  '',
  title,
  ...lots.flatMap((lot) => [`  ${lot.title}: ${lot.verdict}`, ...lot.texts.map((text) => `    ${text}`)]),
];

const listed = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('; ');
