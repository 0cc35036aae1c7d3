import { evaluate, type Outcome } from '../domain/evaluation/evaluate.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { twinsOf } from '../domain/set-up/example-bids.ts';
import { tieSteps } from '../domain/set-up/tie-steps.ts';
import type { Messages } from '../messages/messages.ts';
import { type FlatBlock, heading, paragraph } from './blocks.ts';
import { stepInWords } from './method.ts';

/**
 * How an exact tie ends under these rules: each announced step tried on two bids that differ in that alone, and two bids that differ in nothing.
 * @param m of the tender: see `forRules`; @param input complete and checked: its first bid is the one that two bidders hand in
 */
export function tieBlocks(m: Messages, input: EvaluationInput): FlatBlock[] {
  const t = m.tryOut.tie;
  const { rules } = input;
  const steps = tieSteps(rules).filter(({ step }) => step.rule !== 'draw');
  return [
    heading(1, t.title, 'tie'),
    ...(steps.length === 0
      ? [paragraph(t.noSteps)]
      : [
          paragraph(t.lead),
          {
            kind: 'list',
            ordered: true,
            items: steps.map(({ step, separatedBy }) =>
              separatedBy
                ? t.decides(stepInWords(m, rules, separatedBy))
                : t.decidesNothing(stepInWords(m, rules, step)),
            ),
          } satisfies FlatBlock,
        ]),
    paragraph(isShared(evaluate(twinsOf(input, t.twins))) ? t.draw : t.separated),
  ];
}

/** Whether both bids have the same rank wherever they are compared. */
const isShared = ({ lots }: Outcome): boolean => lots.every(({ ranking }) => ranking.every(({ rank }) => rank === 1));
