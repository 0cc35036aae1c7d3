import { type Agreement, changesAnything, type Settlement, settle } from '../../domain/contract/agreements.ts';
import type { Overview } from '../../domain/contract/overview.ts';
import { type ContractState, lastStanding } from '../../domain/contract/state.ts';
import { compare, exact, isNegative, subtract, ZERO } from '../../domain/number.ts';
import type { Block, Fact } from '../../explanation/blocks.ts';
import { euros } from '../../explanation/contract/amounts.ts';
import { describeError, inLanguage, type Messages } from '../../messages/messages.ts';
import { asTyped, type FieldProblem, type FormBody } from '../forms/text.ts';
import { fieldReader } from '../recording/figure-fields.ts';
import type { RecordField } from '../recording/record-form.ts';
import { typedFields } from '../recording/typed-fields.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import { selectField } from './fields.ts';

/** Something that is asked of a budget, and what it comes to. Nothing is recorded. */
export interface BudgetQuestion {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly fields: readonly RecordField[];
  readonly submit: string;
  readonly outcome: BlocksModel;
}

/** The lowest and the highest percentage for years without one. */
export type AskedRange = { readonly lowest: string; readonly highest: string } | null;

/** The range in the address of the page, and what is wrong with it. */
export function askedRange(
  m: Messages,
  query: FormBody,
): { readonly range: AskedRange; readonly problems: readonly FieldProblem[] } {
  if (!isAsked(query, 'lowest', 'highest')) return { range: null, problems: [] };
  const t = m.contractForms;
  const reader = fieldReader(m, query);
  const percentage = (name: 'lowest' | 'highest'): string | null => {
    if (asTyped(query, name).trim() === '') return reader.refuse(name, t.wrong.missing(t.asked[name]));
    return reader.signedPercentage(name, t.asked[name]);
  };
  const [lowest, highest] = [percentage('lowest'), percentage('highest')];
  if (lowest === null || highest === null) return { range: null, problems: reader.problems };
  if (compare(exact(lowest), exact(highest)) > 0) {
    const text = describeError(m, { code: 'range-upside-down', details: {} });
    return { range: null, problems: [{ field: 'lowest', text }] };
  }
  return { range: { lowest, highest }, problems: [] };
}

const isAsked = (query: FormBody, ...names: readonly string[]): boolean =>
  names.some((name) => asTyped(query, name).trim() !== '');

/**
 * What can be asked of a budget that was set: a range where a percentage is missing, and what an agreement comes to.
 * @param problems of the range; those of the agreement are added
 */
export function budgetQuestions(
  m: Messages,
  state: Readonly<ContractState>,
  { budget }: Overview,
  query: FormBody,
  problems: readonly FieldProblem[],
): { readonly questions: readonly BudgetQuestion[]; readonly problems: readonly FieldProblem[] } {
  const agreements = lastStanding(state, 'budget-set')?.payload.agreements ?? [];
  const hasGaps = budget !== null && 'outcome' in budget && budget.outcome.missing.length > 0;
  const settled = settledIn(m, agreements, query);
  const all = [...problems, ...settled.problems];
  const text = typedFields({ m, given: query, isFilledIn: true }, all);
  const t = m.contractForms.asked;
  const chosen = asTyped(query, 'agreement');
  return {
    problems: all,
    questions: [
      ...(hasGaps
        ? [
            {
              id: 'ask-range',
              title: t.range,
              lead: t.rangeLead,
              fields: [text('lowest', t.lowest, { isFigure: true }), text('highest', t.highest, { isFigure: true })],
              submit: t.showRange,
              outcome: [],
            },
          ]
        : []),
      ...(agreements.length === 0
        ? []
        : [
            {
              id: 'ask-agreement',
              title: t.settle,
              lead: t.settleLead,
              fields: [
                {
                  kind: 'select' as const,
                  field: selectField(
                    {
                      name: 'agreement',
                      label: t.agreement,
                      asks: 'chosen',
                      options: agreements.map(({ kind }) => ({
                        value: kind,
                        label: nameOf(m, state, kind),
                        selected: kind === chosen,
                      })),
                    },
                    all,
                    m.app,
                  ),
                },
                text('sum', t.sum, { isFigure: true }),
                text('figure', t.figure, { hint: t.figureHint, isFigure: true }),
                ...(agreements.some(({ kind }) => kind === 'profit-limit')
                  ? [text('shortage', t.fromShortage, { hint: t.fromShortageHint, isFigure: true, asks: 'optional' })]
                  : []),
              ],
              submit: t.showSettlement,
              outcome: blocksModel(m, settled.outcome ? settlementBlocks(m, state, settled.outcome) : []),
            },
          ]),
    ],
  };
}

const nameOf = (m: Messages, { rules }: Readonly<ContractState>, kind: Agreement['kind']): string => {
  const found = rules.budget?.agreements.find((one) => one.kind === kind);
  return found ? inLanguage(found.name, m) : m.following.budget.kinds[kind];
};

function settledIn(
  m: Messages,
  agreements: readonly Agreement[],
  query: FormBody,
): { readonly outcome: Settlement | null; readonly problems: readonly FieldProblem[] } {
  if (!isAsked(query, 'sum', 'figure', 'shortage')) return { outcome: null, problems: [] };
  const t = m.contractForms;
  const reader = fieldReader(m, query);
  const agreement = agreements.find(({ kind }) => kind === query.agreement);
  if (!agreement) reader.refuse('agreement', t.wrong.choose(t.asked.agreement));
  for (const name of ['sum', 'figure'] as const) {
    if (asTyped(query, name).trim() === '') reader.refuse(name, t.wrong.missing(t.asked[name]));
  }
  const sum = reader.amount('sum', t.asked.sum);
  const figure = reader.signedAmount('figure', t.asked.figure);
  const shortage = reader.amount('shortage', t.asked.fromShortage);
  if (reader.problems.length > 0 || !agreement || sum === null || figure === null) {
    return { outcome: null, problems: reader.problems };
  }
  const outcome = settle(agreement, exact(sum), exact(figure), shortage === null ? ZERO : exact(shortage));
  return { outcome, problems: [] };
}

function settlementBlocks(m: Messages, state: Readonly<ContractState>, settlement: Settlement): Block[] {
  const t = m.contractForms.asked;
  const { kind, difference, free, beyond, municipality } = settlement;
  const gives = isNegative(municipality);
  const amount = euros(m, gives ? subtract(ZERO, municipality) : municipality);
  const says = t.outcomeFacts;
  const last: Fact = changesAnything(settlement)
    ? {
        term: kind === 'policy-valve' ? (gives ? says.lowers : says.raises) : gives ? says.receives : says.pays,
        value: amount,
      }
    : { term: t.outcome, value: says.nothing };
  return [
    {
      kind: 'facts',
      caption: t.outcome,
      facts: [
        { term: t.agreement, value: nameOf(m, state, kind) },
        { term: says.difference, value: euros(m, difference) },
        { term: says.free, value: euros(m, free) },
        { term: says.beyond, value: euros(m, beyond) },
        last,
      ],
    },
  ];
}
