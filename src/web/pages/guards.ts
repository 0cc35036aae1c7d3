import { contestScores } from '../../domain/guards/contested-scores.ts';
import { scoredCriteria } from '../../domain/rules/criteria-tree.ts';
import type { EvaluationInput } from '../../domain/scoring/input.ts';
import { type ContestInWords, contestInWords, type GuardsInWords, guardsInWords } from '../../explanation/guards.ts';
import { forRules, inLanguage, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed, typedAll } from '../forms/text.ts';
import { type ChoiceField, choiceField, type HiddenField, type SelectField, selectField } from './fields.ts';

/** About a second of work; the command line has no limit. */
const MOST_SCORES = 7_500;

export interface GuardsModel {
  readonly text: Messages['rehearsal'];
  readonly awardText: Messages['award'];
  readonly labels: Messages['common'];
  readonly guards: GuardsInWords;
  /** Who gets each lot under each of the mechanisms, in their order. */
  readonly divisions: readonly { readonly lot: string; readonly bidders: readonly string[] }[];
  readonly contest: {
    readonly action: string;
    /** Sent along with the question where the input is not kept; then it is a POST. */
    readonly hidden: readonly HiddenField[];
    readonly bidField: SelectField;
    readonly criteriaField: ChoiceField;
    /** What is missing in the question; for the top of the page too. */
    readonly problems: readonly FieldProblem[];
    readonly answer: ContestInWords | null;
  };
}

export interface Contest {
  readonly action: string;
  readonly query: FormBody;
  readonly hidden?: readonly HiddenField[];
}

/**
 * What would change with a bid fewer, another score or weight, or another mechanism, and the court's question.
 * @param contest where the court's question is asked, with what was asked
 */
export function guardsModel(m: Messages, input: EvaluationInput, contest: Contest): GuardsModel {
  const guards = guardsInWords(m, input, MOST_SCORES);
  return {
    text: m.rehearsal,
    awardText: forRules(m, input.rules).award,
    labels: m.common,
    guards,
    divisions: divisionsOf(guards),
    contest: contestModel(m, input, contest),
  };
}

function divisionsOf({ mechanisms }: GuardsInWords): GuardsModel['divisions'] {
  const [first] = mechanisms?.rows ?? [];
  return (first?.division ?? []).map(({ lot }, index) => ({
    lot,
    bidders: mechanisms!.rows.map((row) => row.division[index]!.bidder),
  }));
}

function contestModel(
  m: Messages,
  input: EvaluationInput,
  { action, query, hidden = [] }: Contest,
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
    answer: complete ? contestInWords(m, input, contestScores(input, bid, chosen)) : null,
  };
}
