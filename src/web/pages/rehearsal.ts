import { evaluate } from '../../domain/evaluation/evaluate.ts';
import type { RulesStanding } from '../../domain/rules/standing.ts';
import type { EvaluationInput } from '../../domain/scoring/input.ts';
import { SAMPLES } from '../../exchange/samples.ts';
import { awardInWords } from '../../explanation/award.ts';
import { limitBlocks, outcomeBlocks } from '../../explanation/award-blocks.ts';
import { rulesWarning } from '../../explanation/rules.ts';
import { forRules, inLanguage, type Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import { type BlocksModel, blocksModel, pageNames } from './blocks.ts';
import { type ExamplesModel, examplesModel } from './examples.ts';
import { type FileField, fileField } from './fields.ts';
import { type Contest, type GuardsModel, guardsModel } from './guards.ts';
import { PAST_AWARD } from './past-award.ts';

export interface RehearsalModel {
  readonly text: Messages['rehearsal'];
  readonly samples: readonly { readonly href: string; readonly label: string }[];
  readonly pastAward: { readonly href: string; readonly label: string };
  readonly examples: ExamplesModel;
  readonly file: FileField;
}

/** What can be rehearsed: a sample, or a file of one's own. */
export function rehearsalModel(m: Messages, problems: readonly FieldProblem[]): RehearsalModel {
  const t = m.rehearsal;
  return {
    text: t,
    samples: SAMPLES.map((sample) => ({ href: `/rehearsal/samples/${sample}`, label: m.examples.sample[sample] })),
    pastAward: { href: PAST_AWARD, label: m.pastAward.title },
    examples: examplesModel(m, 'input', SAMPLES),
    file: fileField({ name: 'file', label: t.file, hint: t.fileHint, asks: 'required' }, problems, m.app),
  };
}

export interface RehearsalResultModel extends GuardsModel {
  readonly subject: string;
  /** Says that the bids are made up, when the file says so. */
  readonly fictional: string | null;
  /** Said when the rules carry the name of published ones, and are others. */
  readonly warning: string | null;
  readonly outcome: BlocksModel;
}

/** What comes of an input that is not stored. */
export function rehearsalResultModel(
  given: Messages,
  input: EvaluationInput,
  contest: Contest,
  standing: RulesStanding,
): RehearsalResultModel {
  const m = forRules(given, input.rules);
  const names = pageNames();
  const award = awardInWords(m, input, evaluate(input));
  return {
    outcome: blocksModel(
      m,
      [...outcomeBlocks(m, award, { title: m.rehearsal.outcome }), ...limitBlocks(m, award)],
      names,
    ),
    ...guardsModel(m, input, contest, names),
    subject: `${inLanguage(input.rules.title, m)}, ${m.rehearsal.bids(input.bids.length)}`,
    warning: rulesWarning(m, standing),
    fictional: input.fictional ? m.report.fictionalFile : null,
  };
}
