import { evaluate, type Outcome } from '../../src/domain/evaluation/evaluate.ts';
import { exact, toPlainText } from '../../src/domain/number.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { readEvaluationInput } from '../../src/exchange/evaluation-file.ts';

/** A tender as a person writes it in a file. */
export const caseOf = (file: object): EvaluationInput => readEvaluationInput(JSON.stringify(file));

export const outcomeOf = (file: object): Outcome => evaluate(caseOf(file));

/** "a 83.5" for every bid of a lot, best first; fractions as they are. */
export const totalsIn = (outcome: Outcome, lot = outcome.lots[0]!.lot): string[] =>
  outcome.lots
    .find((one) => one.lot === lot)!
    .ranking.map(({ bid, exactTotal }) => `${bid} ${toPlainText(exact(exactTotal))}`);

/** "criterion points" of one bid in the first lot. */
export const pointsOf = (outcome: Outcome, bid: string, lot = outcome.lots[0]!.lot): Record<string, string> =>
  Object.fromEntries(
    outcome.lots
      .find((one) => one.lot === lot)!
      .ranking.find((one) => one.bid === bid)!
      .lines.map(({ criterion, points }) => [criterion, toPlainText(exact(points))]),
  );

/** "lot winner", or why nobody has it. */
export const winnersIn = ({ award }: Outcome): string[] =>
  award.lots.map(({ lot, winner, open }) => `${lot} ${winner ?? open}`);

/** Quality alone on a scale up to 10, out of 100 points. */
export const quality = (scores: Readonly<Record<string, number>>) => ({
  rules: { scale: { maximum: 10, decimals: 2 }, criteria: [{ name: 'Kwaliteit', weight: 100 }] },
  bids: Object.entries(scores).map(([bidder, score]) => ({ bidder, scores: { Kwaliteit: score } })),
});
