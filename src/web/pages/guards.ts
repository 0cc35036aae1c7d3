import { contestScores } from '../../domain/guards/contested-scores.ts';
import { scoredCriteria } from '../../domain/rules/criteria-tree.ts';
import type { EvaluationInput } from '../../domain/scoring/input.ts';
import { contestInWords, guardsInWords } from '../../explanation/guards.ts';
import { contestBlocks, guardsBlocks } from '../../explanation/guards-blocks.ts';
import { forRules, inLanguage, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typedAll } from '../forms/text.ts';
import { type BlocksModel, blocksModel, type PageNames, pageNames } from './blocks.ts';
import { type Choice, type ChoiceField, choiceField, type HiddenField } from './fields.ts';

/** About a second of work; the command line has no limit. */
const MOST_SCORES = 7_500;

export interface GuardsModel {
  readonly text: Messages['rehearsal'];
  readonly guards: BlocksModel;
  readonly contest: {
    readonly action: string;
    /** Sent along with the question where the input is not kept; then it is a POST. */
    readonly hidden: readonly HiddenField[];
    readonly bidsField: ChoiceField;
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
  const bids = typedAll(query, 'bid').filter((id) => input.bids.some((one) => one.id === id));
  const criteria = scoredCriteria(input.rules).map(({ criterion }) => criterion);
  const chosen = typedAll(query, 'criteria').filter((id) => criteria.some((one) => one.id === id));
  const asked = ['contest', 'bid', 'criteria'].some((name) => Object.hasOwn(query, name));
  const problems: FieldProblem[] = asked
    ? [
        ...(bids.length === 0 ? [{ field: 'bid', text: t.contestNoBidder }] : []),
        ...(chosen.length === 0 ? [{ field: 'criteria', text: t.contestNoCriteria }] : []),
      ]
    : [];
  const contested = [...new Set(bids)].map((bid) => ({ bid, criteria: [...new Set(chosen)] }));
  return {
    action,
    hidden,
    bidsField: choicesField(
      m,
      'bid',
      t.contestBidders,
      input.bids.map(({ id, bidder }) => ({ value: id, label: bidder.name, checked: bids.includes(id) })),
      problems,
    ),
    criteriaField: choicesField(
      m,
      'criteria',
      t.contestCriteria,
      criteria.map(({ id, name }) => ({ value: id, label: inLanguage(name, m), checked: chosen.includes(id) })),
      problems,
    ),
    problems,
    answer:
      asked && problems.length === 0
        ? blocksModel(m, contestBlocks(contestInWords(m, input, contestScores(input, contested))), names)
        : [],
  };
}

/** Any number of answers; the first has the id of the field, where an error leads to. */
const choicesField = (
  m: Messages,
  name: string,
  label: string,
  choices: readonly Omit<Choice, 'id'>[],
  problems: readonly FieldProblem[],
): ChoiceField =>
  choiceField(
    {
      asks: 'open',
      name,
      label,
      many: true,
      choices: choices.map((one, index) => ({ id: index === 0 ? name : `${name}-${one.value}`, ...one })),
    },
    problems,
    m.app,
  );
