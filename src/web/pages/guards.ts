import { contestScores } from '../../domain/guards/contested-scores.ts';
import { scoredCriteria } from '../../domain/rules/criteria-tree.ts';
import type { EvaluationInput } from '../../domain/scoring/input.ts';
import { contestInWords, guardsInWords } from '../../explanation/guards.ts';
import { contestBlocks, guardsBlocks } from '../../explanation/guards-blocks.ts';
import { forRules, inLanguage, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed, typedAll } from '../forms/text.ts';
import { type BlocksModel, blocksModel, type PageNames, pageNames } from './blocks.ts';
import { type ChoiceField, choiceField, type HiddenField, type SelectField, selectField } from './fields.ts';

/** About a second of work; the command line has no limit. */
const MOST_SCORES = 7_500;

export interface GuardsModel {
  readonly text: Messages['rehearsal'];
  readonly guards: BlocksModel;
  readonly contest: {
    readonly action: string;
    /** Sent along with the question where the input is not kept; then it is a POST. */
    readonly hidden: readonly HiddenField[];
    readonly bidField: SelectField;
    readonly criteriaField: ChoiceField;
    /** What is missing in the question; for the top of the page too. */
    readonly problems: readonly FieldProblem[];
    /** Empty until a question is asked. */
    readonly answer: BlocksModel;
  };
}

export interface Contest {
  readonly action: string;
  readonly query: FormBody;
  readonly hidden?: readonly HiddenField[];
}

/**
 * What would change with a bid fewer, another score or weight, or another mechanism, and the court's question.
 * @param contest where the court's question is asked, with what was asked; @param names of the page
 */
export function guardsModel(
  given: Messages,
  input: EvaluationInput,
  contest: Contest,
  names: PageNames = pageNames(),
): GuardsModel {
  const m = forRules(given, input.rules);
  return {
    text: m.rehearsal,
    guards: blocksModel(m, guardsBlocks(m, guardsInWords(m, input, MOST_SCORES)), names),
    contest: contestModel(m, input, contest, names),
  };
}

function contestModel(
  m: Messages,
  input: EvaluationInput,
  { action, query, hidden = [] }: Contest,
  names: PageNames,
): GuardsModel['contest'] {
  const t = m.rehearsal;
  const bid = typed(query, 'bid');
  const known = input.bids.some((one) => one.id === bid);
  const criteria = scoredCriteria(input.rules).map(({ criterion }) => criterion);
  const chosen = typedAll(query, 'criteria').filter((id) => criteria.some((one) => one.id === id));
  const asked = Object.hasOwn(query, 'bid') || Object.hasOwn(query, 'criteria');
  const complete = known && chosen.length > 0;
  const problems = asked && !complete ? [{ field: 'criteria', text: t.contestNone }] : [];
  return {
    action,
    hidden,
    bidField: selectField(
      {
        name: 'bid',
        label: t.contestBidder,
        options: input.bids.map((one) => ({ value: one.id, label: one.bidder.name, selected: one.id === bid })),
      },
      problems,
      m.app.errorPrefix,
    ),
    criteriaField: choiceField(
      {
        name: 'criteria',
        label: t.contestCriteria,
        many: true,
        choices: criteria.map(({ id, name }, index) => ({
          id: index === 0 ? 'criteria' : `criteria-${id}`,
          value: id,
          label: inLanguage(name, m),
          checked: chosen.includes(id),
        })),
      },
      problems,
      m.app.errorPrefix,
    ),
    problems,
    answer: complete
      ? blocksModel(m, contestBlocks(contestInWords(m, input, contestScores(input, bid, chosen))), names)
      : [],
  };
}
