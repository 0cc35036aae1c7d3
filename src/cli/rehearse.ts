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
import { limitBlocks, outcomeBlocks } from '../explanation/award-blocks.ts';
import { heading, paragraph } from '../explanation/blocks.ts';
import { contestInWords, guardsInWords } from '../explanation/guards.ts';
import { contestBlocks, guardsBlocks } from '../explanation/guards-blocks.ts';
import { forRules, type Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';
import type { Call, Command } from './command.ts';
import { contestedOf } from './contested.ts';
import { reportError } from './errors.ts';
import { onlyFile, readFile } from './files.ts';
import { printBlocks } from './print-blocks.ts';
import { sayRulesWarning } from './rules-warning.ts';

/**
 * `gunwijzer rehearse FILE [--bid BID --criteria C,... | --contested BID[/LOT]=C+C,...] [--json]`: tries out the rules on made-up bids before
 * they are published: the three mechanisms side by side, rank reversal, how little has to be different, and whether contested scores can
 * change the outcome.
 */
export const run: Command = async ({ arguments: files, options, messages: m }) => {
  const input = readEvaluationInput(readFile(onlyFile(files, 'rehearse')).toString('utf8'));
  try {
    return rehearse(m, input, options);
  } catch (error) {
    return reportError(m, error, namesOf(input.rules, input.bids));
  }
};

function rehearse(given: Messages, input: EvaluationInput, options: Call['options']): number {
  const outcome = evaluate(input);
  const asked = contestedOf(options);
  const contested = asked.length === 0 ? null : contestScores(input, asked);
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
  const m = forRules(given, input.rules);
  const award = awardInWords(m, input, outcome);
  sayRulesWarning(m, input.rules);
  console.log(
    printBlocks(m, [
      paragraph(sentences(m.rehearsal.trial, input.fictional ? m.report.fictionalFile : '')),
      ...outcomeBlocks(m, award, { title: m.rehearsal.outcome }),
      ...limitBlocks(m, award),
      ...guardsBlocks(m, guardsInWords(m, input)),
      ...(contested ? [heading(1, m.rehearsal.contest), ...contestBlocks(contestInWords(m, input, contested))] : []),
    ]),
  );
  return 0;
}
