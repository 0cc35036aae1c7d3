import { keyFigures } from '../../domain/contract/counted-figures.ts';
import type { ContractPayloads } from '../../domain/contract/events.ts';
import { indexYears } from '../../domain/contract/indexing.ts';
import { areasOf, budgetWith } from '../../domain/contract/overview.ts';
import type { BudgetRules } from '../../domain/contract/rules/budget.ts';
import { lastStanding } from '../../domain/contract/state.ts';
import { DomainError } from '../../domain/errors.ts';
import { writeAmount } from '../../domain/figures.ts';
import { exact, multiply, toPlainText } from '../../domain/number.ts';
import { type Block, list, paragraph, small } from '../../explanation/blocks.ts';
import { euros } from '../../explanation/contract/amounts.ts';
import { budgetBlocks } from '../../explanation/contract/budget.ts';
import { sourceLine } from '../../explanation/sources.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import { asTyped } from '../forms/text.ts';
import { choiceField } from '../pages/fields.ts';
import { budgetField, CATCH_UPS, fieldOfBudget, readBudget, yearsOf, yearsOfSaving } from './budget-reading.ts';
import { type Asking, type FormPart, part, type RecordForm } from './record-form.ts';
import { typedFields } from './typed-fields.ts';

type Setting = ContractPayloads['budget-set'];

/** How the sum is made, indexed and divided; shown with what it comes to before it is recorded. */
export const budgetForm: RecordForm = {
  path: 'budget/set',
  type: 'budget-set',
  page: (asking, problems) => {
    const { m, state } = asking;
    const { budget } = state.rules;
    if (!budget) throw new DomainError('no-such-part', { part: 'budget' });
    const t = m.contractForms.budget;
    const before = lastStanding(state, 'budget-set')?.payload;
    const form: Form = { asking, problems, budget, before };
    return {
      title: t.title,
      lead: t.lead,
      said: [],
      method: 'post',
      action: `/contracts/${state.dossier}/budget/set`,
      hidden: [],
      parts: [
        firstPart(form),
        ...(budget.path.method === 'decreasing' ? pathParts(form) : []),
        ...(budget.indexing ? [indexingPart(form)] : []),
        ...(budget.keys.length > 0 ? [divisionPart(form)] : []),
        ...(budget.agreements.length > 0 ? [agreementsPart(form)] : []),
        availablePart(form),
        ...(before ? [reasonPart(form)] : []),
      ],
      submit: m.contractForms.check,
      back: { href: `/contracts/${state.dossier}/budget`, label: m.contractForms.backToBudget },
      more: null,
    };
  },
  read: readBudget,
  fieldOf: fieldOfBudget,
  confirm: ({ m, state, today }, command, action) => {
    const t = m.contractForms.budget;
    const { budget } = state.rules;
    const event = command.type === 'say' ? command.events[0] : undefined;
    if (!budget || event?.type !== 'budget-set') throw new DomainError('no-such-part', { part: 'budget' });
    const setting = event.payload;
    const outcome = budgetWith(state, setting, today);
    const chosen = setting.chosen.map(({ component, euro }) => {
      const found = budget.components.find(({ id }) => id === component);
      return `${found ? inLanguage(found.name, m) : component}: ${euros(m, euro)}`;
    });
    const keys = setting.keys.map(({ key, weight }) => `${t.keyNames[key]}: ${m.format.decimal(weight)}`);
    return {
      confirmation: {
        title: t.confirm.title,
        yes: t.confirm.yes,
        action,
        facts: [
          { term: t.confirm.firstYear, value: String(setting.firstYear) },
          { term: t.confirm.sum, value: euros(m, outcome.sum) },
          ...(budget.components.some(({ is }) => is === 'choice')
            ? [{ term: t.confirm.chosen, value: chosen.length > 0 ? chosen.join('; ') : t.confirm.noneChosen }]
            : []),
          ...(budget.indexing ? [{ term: t.confirm.catchUp, value: t.catchUps[setting.catchUp] }] : []),
          ...(budget.keys.length > 0
            ? [{ term: t.confirm.keys, value: keys.length > 0 ? keys.join('; ') : t.confirm.notDivided }]
            : []),
        ],
        consequences: t.confirm.consequences,
        undo: t.confirm.undo,
        // What was recorded since makes it another budget.
        basis: [state.version],
      },
      details: budgetBlocks(m, {
        rules: budget,
        areas: areasOf(state),
        outcome,
        catchUp: setting.catchUp,
        agreements: setting.agreements,
      }),
    };
  },
  after: ({ state }) => `/contracts/${state.dossier}/budget?notice=budgetSet`,
};

interface Form {
  readonly asking: Asking;
  readonly problems: readonly FieldProblem[];
  readonly budget: BudgetRules;
  /** As it was set last. */
  readonly before: Setting | undefined;
}

const written = (m: Messages, amount: string | undefined): string =>
  amount === undefined ? '' : writeAmount(amount, m.format.decimalMark === ',');

function firstPart({ asking, problems, budget, before }: Form): FormPart {
  const { m, state, today } = asking;
  const t = m.contractForms.budget;
  const text = typedFields(asking, problems);
  const choices = budget.components.filter(({ is }) => is === 'choice');
  const first = before?.firstYear ?? yearsOf(state, today)[0];
  return part(m, null, {
    fields: [
      text('firstYear', t.firstYear, { known: first === undefined ? '' : String(first) }),
      ...choices.map(({ id, name, amount }) =>
        text(budgetField.component(id), t.component(inLanguage(name, m), euros(m, mostOf(amount))), {
          hint: t.choiceHint,
          asks: 'optional',
          isFigure: true,
          known: written(m, before?.chosen.find(({ component }) => component === id)?.euro),
        }),
      ),
    ],
  });
}

const mostOf = (amount: BudgetRules['components'][number]['amount']): string =>
  amount.kind === 'fixed' ? amount.euro : toPlainText(multiply(exact(amount.number), exact(amount.euroEach)));

function pathParts({ asking, problems, budget: { path }, before }: Form): FormPart[] {
  if (path.method !== 'decreasing') return [];
  const { m, state } = asking;
  const t = m.contractForms.budget;
  const text = typedFields(asking, problems);
  return [
    part(
      m,
      { id: 'volumes', text: t.volumes },
      {
        said: [paragraph(t.volumesLead)],
        fields: areasOf(state).map(({ id, name }) =>
          text(budgetField.volume(id), t.volume(name), {
            isFigure: true,
            known: written(m, before?.volumes.find(({ area }) => area === id)?.euro),
          }),
        ),
      },
    ),
    part(
      m,
      { id: 'savings', text: t.savings },
      {
        said: [paragraph(t.savingsLead(path.fullFrom, euros(m, path.fullSaving), path.structuralFrom))],
        fields: yearsOfSaving(state).map((number) =>
          text(budgetField.saving(number), t.saving(number), {
            asks: 'optional',
            isFigure: true,
            known: written(m, before?.savings.find(({ year }) => year === before.firstYear + number - 1)?.euro),
          }),
        ),
      },
    ),
  ];
}

function indexingPart({ asking, problems, before }: Form): FormPart {
  const { m, given, isFilledIn } = asking;
  const t = m.contractForms.budget;
  const chosen = isFilledIn ? asTyped(given, 'catchUp') : before?.catchUp;
  return part(
    m,
    { id: 'indexing', text: t.indexing },
    {
      fields: [
        {
          kind: 'choice',
          field: choiceField(
            {
              name: 'catchUp',
              label: t.catchUp,
              asks: 'required',
              choices: CATCH_UPS.map((value) => ({
                id: `catchUp-${value}`,
                value,
                label: t.catchUps[value],
                checked: chosen === value,
              })),
            },
            problems,
            m.app,
          ),
        },
      ],
      said: [exampleOf(m)],
    },
  );
}

/** Both ways to catch up, worked out on the same figures. */
function exampleOf(m: Messages): Block {
  const t = m.contractForms.budget;
  const index = (year: number, percentage: string, status: 'provisional' | 'final') => ({
    year,
    percentage,
    status,
    publishedOn: '',
    source: '',
  });
  const indexes = [index(2, '2', 'provisional'), index(2, '3', 'final'), index(3, '2.5', 'provisional')];
  const third = (catchUp: (typeof CATCH_UPS)[number]): string =>
    euros(m, multiply(exact('1000000'), indexYears(1, 3, indexes, catchUp)[1]!.level!));
  return {
    kind: 'details',
    level: 2,
    summary: t.catchUpExample,
    blocks: [
      paragraph(t.catchUpIntro),
      ...list([t.catchUpRatio(third('ratio')), t.catchUpDifference(third('difference'))]),
      ...small(t.catchUpOurs),
    ],
  };
}

function divisionPart({ asking, problems, budget, before }: Form): FormPart {
  const { m, state } = asking;
  const t = m.contractForms.budget;
  const text = typedFields(asking, problems);
  const keyed = budget.keys.filter((key) => key !== 'equal');
  const { figures } = state.rules;
  const published = new Map(keyed.map((key) => [key, figures ? keyFigures(figures, key) : new Map<string, string>()]));
  const isGiven = [...published.values()].some((one) => areasOf(state).some(({ id }) => one.has(id)));
  return part(
    m,
    { id: 'division', text: t.division },
    {
      said: [paragraph(t.divisionLead), ...(isGiven ? [paragraph(t.prefilled)] : [])],
      fields: budget.keys.map((key) =>
        text(budgetField.weight(key), t.weight(t.keyNames[key]), {
          asks: 'optional',
          isFigure: true,
          known: written(m, before?.keys.find((one) => one.key === key)?.weight),
        }),
      ),
      table:
        keyed.length === 0
          ? null
          : {
              caption: t.figuresCaption,
              rowHead: m.following.area,
              columns: keyed.map((key) => t.keyNames[key]),
              rows: areasOf(state).map(({ id, name }) => ({
                name,
                cells: keyed.map((key) => {
                  const known = before?.figures.find((one) => one.key === key && one.area === id)?.figure;
                  return text(budgetField.figure(key, id), t.figure(t.keyNames[key], name), {
                    asks: 'depends',
                    isFigure: true,
                    known: written(m, known ?? published.get(key)?.get(id)),
                  }).field;
                }),
              })),
            },
    },
  );
}

function agreementsPart({ asking, problems, budget, before }: Form): FormPart {
  const { m } = asking;
  const t = m.contractForms.budget;
  const text = typedFields(asking, problems);
  return part(
    m,
    { id: 'agreements', text: t.agreements },
    {
      said: [
        paragraph(t.agreementsLead),
        ...small(
          sourceLine(
            m,
            budget.agreements.flatMap(({ sources }) => sources),
          ),
        ),
      ],
      fields: budget.agreements.flatMap(({ kind, name }) => {
        const known = before?.agreements.find((one) => one.kind === kind);
        const field = (id: string, label: string, percentage: string | undefined) =>
          text(id, t.ofAgreement(inLanguage(name, m), label), {
            asks: 'depends',
            isFigure: true,
            known: percentage === undefined ? '' : m.format.decimal(percentage),
          });
        return [
          field(budgetField.threshold(kind), t.thresholds[kind], known?.threshold),
          field(budgetField.municipality(kind), t.shares[kind], known?.municipality),
        ];
      }),
    },
  );
}

function availablePart({ asking, problems, before }: Form): FormPart {
  const { m, state, today } = asking;
  const t = m.contractForms.budget;
  const text = typedFields(asking, problems);
  return part(
    m,
    { id: 'available', text: t.available },
    {
      said: [paragraph(t.availableLead)],
      table: {
        caption: t.availableCaption,
        rowHead: m.following.year,
        columns: [t.euro],
        rows: yearsOf(state, today).map((year) => ({
          name: String(year),
          cells: [
            text(budgetField.available(year), t.availableIn(year), {
              asks: 'optional',
              isFigure: true,
              known: written(m, before?.available.find((one) => one.year === year)?.euro),
            }).field,
          ],
        })),
      },
    },
  );
}

function reasonPart({ asking, problems }: Form): FormPart {
  const { m } = asking;
  const text = typedFields(asking, problems);
  return part(m, null, {
    fields: [text('reason', m.contractForms.reason, { hint: m.contractForms.reasonHint, multiline: true })],
  });
}
