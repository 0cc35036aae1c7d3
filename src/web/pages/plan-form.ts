import type { EntryType, Service } from '../../domain/purchase-plan/events.ts';
import { SCALES } from '../../domain/purchase-plan/functional-model.ts';
import { INSTRUMENTS } from '../../domain/purchase-plan/planned.ts';
import type { PlanState } from '../../domain/purchase-plan/state.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { MAXIMA, type OfferedModel, roomForMoments } from '../forms/plan-form.ts';
import { asTyped, type FieldProblem, type FormBody } from '../forms/text.ts';
import {
  askedNote,
  type ChoiceField,
  choiceField,
  type HiddenField,
  type SelectField,
  selectField,
  type TextField,
  textField,
} from './fields.ts';

export type FormField =
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'select'; readonly field: SelectField }
  | { readonly kind: 'choice'; readonly field: ChoiceField };

/** A form of a plan: fields in groups, each with its legend where there is more than one. */
export interface PlanFormModel {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly hidden: readonly HiddenField[];
  readonly groups: readonly {
    readonly legend: string | null;
    /** Whether its fields stand side by side where there is room. */
    readonly sideBySide?: true;
    readonly fields: readonly FormField[];
  }[];
  /** Sends the form to be filled in further, not to be saved. */
  readonly more: { readonly name: string; readonly value: string; readonly label: string } | null;
  readonly button: string;
  readonly backHref: string;
  readonly back: string;
}

/** The same with what stands above its fields: whether all of them must be filled in. */
export interface PlanFormPage extends PlanFormModel {
  readonly askedNote: string | null;
}

export const planFormPage = (m: Messages, model: PlanFormModel): PlanFormPage => ({
  ...model,
  askedNote: askedNote(
    m,
    model.groups.flatMap(({ fields }) => fields.map(({ field }) => field)),
  ),
});

/** Makes the fields of one form, from what was typed and what was wrong with it. */
export function fieldsOf(m: Messages, body: FormBody, problems: readonly FieldProblem[]) {
  const words = m.app;
  const value = (name: string): string => asTyped(body, name);
  return {
    text: (
      name: string,
      label: string,
      more: Pick<TextField, 'asks'> & Partial<Pick<TextField, 'hint' | 'multiline' | 'inputmode'>>,
    ): FormField => ({
      kind: 'text',
      field: textField({ name, label, value: value(name), autocomplete: 'off', ...more }, problems, words),
    }),
    select: (
      name: string,
      label: string,
      options: readonly (readonly [value: string, label: string])[],
      hint: string | null = null,
      asks: TextField['asks'] = 'chosen',
    ): FormField => ({
      kind: 'select',
      field: selectField(
        {
          name,
          label,
          hint,
          asks,
          options: options.map(([one, text]) => ({ value: one, label: text, selected: value(name) === one })),
        },
        problems,
        words,
      ),
    }),
    choice: (
      name: string,
      label: string,
      choices: readonly (readonly [value: string, label: string])[],
      asks: TextField['asks'] = 'chosen',
    ): FormField => ({
      kind: 'choice',
      field: choiceField(
        {
          name,
          label,
          asks,
          choices: choices.map(([one, text], at) => ({
            id: at === 0 ? name : `${name}-${one}`,
            value: one,
            label: text,
            checked: value(name) === one,
          })),
        },
        problems,
        words,
      ),
    }),
  };
}

export interface EntryForm {
  readonly type: EntryType;
  /** Null for a new entry. */
  readonly changes: string | null;
  readonly action: string;
  /** The place of the entry that the form was made from; 0 for a new one. */
  readonly version: string;
}

/** The form of a service, a phase or a moment. */
export function entryFormModel(
  m: Messages,
  state: Readonly<PlanState>,
  { type, changes, action, version }: EntryForm,
  body: FormBody,
  problems: readonly FieldProblem[],
  models: readonly OfferedModel[],
): PlanFormModel {
  const t = m.planPages;
  const f = t.forms;
  const fields = fieldsOf(m, body, problems);
  const asksReason = changes !== null || state.adopted !== null;
  const beside = {
    legend: f.more,
    fields: [
      fields.text('note', f.note, { multiline: true, asks: 'optional' }),
      fields.text('source', f.source, { hint: f.sourceHint, asks: 'optional' }),
      ...(asksReason
        ? [fields.text('reason', changes === null ? f.reasonAdded : f.reason, { multiline: true, asks: 'required' })]
        : []),
    ],
  };
  const titles = {
    'service-planned': [t.actions.addService, f.serviceLead],
    'phase-planned': [t.actions.addPhase, f.phaseLead],
    'moment-planned': [t.actions.addMoment, f.momentLead],
  } as const;
  const [adding, lead] = titles[type];
  return {
    title: changes === null ? adding : t.actions.changeOf(changes),
    lead,
    action,
    hidden: [{ name: 'version', value: version }],
    groups:
      type === 'service-planned'
        ? [...serviceGroups(m, state, fields, body, models), beside]
        : [
            {
              legend: type === 'phase-planned' ? m.purchasePlan.phaseOfPlan : m.purchasePlan.moment,
              fields: [fields.text('name', f.name, { asks: 'required' }), ...whenFields(m, fields, '')],
            },
            beside,
          ],
    more: type === 'service-planned' ? { name: 'intent', value: 'steps', label: f.takeSteps } : null,
    button: t.actions.save,
    backHref: `/plans/${state.dossier}`,
    back: t.actions.back,
  };
}

type Fields = ReturnType<typeof fieldsOf>;

const whenFields = (m: Messages, fields: Fields, prefix: string): FormField[] => {
  const f = m.planPages.forms;
  return [
    fields.text(`${prefix}from`, f.from, { hint: f.fromHint, asks: 'optional' }),
    fields.text(`${prefix}until`, f.last, { hint: f.dateHint, asks: 'optional' }),
    fields.text(`${prefix}said`, f.said, { hint: f.saidHint, asks: 'optional' }),
    fields.text(`${prefix}decider`, f.decider, { asks: 'optional' }),
  ];
};

function serviceGroups(
  m: Messages,
  { model }: Readonly<PlanState>,
  fields: Fields,
  body: FormBody,
  models: readonly OfferedModel[],
): PlanFormModel['groups'] {
  const f = m.planPages.forms;
  const w = m.purchasePlan;
  const pillars = model.tables.flatMap(({ name, pillars: all }) =>
    all.map(({ id, number, name: pillar, scales }): [string, string] => [
      id,
      `${inLanguage(name, m)} ${number}: ${inLanguage(pillar, m)} (${scales.map((one) => w.scales[one]).join(' / ')})`,
    ]),
  );
  return [
    {
      legend: f.what,
      fields: [
        fields.text('name', f.name, { asks: 'required' }),
        fields.select('pillar', f.pillar, [['', f.pillarNone], ...pillars]),
        fields.text('pillarReason', f.pillarReason, { hint: f.pillarReasonHint, multiline: true, asks: 'optional' }),
      ],
    },
    {
      legend: f.how,
      fields: [
        fields.select(
          'instrument',
          w.instrument,
          INSTRUMENTS.map((one) => [one, w.instruments[one]]),
        ),
        fields.select(
          'scale',
          w.scale,
          SCALES.map((one) => [one, w.scales[one]]),
          f.scaleHint,
        ),
        fields.text('partners', f.partners, { hint: f.partnersHint, multiline: true, asks: 'optional' }),
        fields.choice(
          'maximum',
          f.maximum,
          MAXIMA.map((one) => [one, one === 'none' ? w.noMaximum : f.maximumTied]),
        ),
        fields.text('maximumNumber', f.maximumNumber, {
          hint: f.maximumNumberHint,
          inputmode: 'numeric',
          asks: 'optional',
        }),
      ],
    },
    {
      legend: f.now,
      fields: [
        fields.text('providers', f.providers, { multiline: true, asks: 'depends', hint: f.providersHint }),
        fields.text('ends', f.ends, { hint: f.dateHint, asks: 'optional' }),
      ],
    },
    {
      legend: f.agreement,
      fields: [
        fields.text('starts', f.starts, { hint: f.dateHint, asks: 'optional' }),
        fields.text('until', f.until, { hint: f.dateHint, asks: 'optional' }),
        fields.select('contractModel', f.contractModel, [
          ['', f.contractModelNone],
          ...olderModel(body, models),
          ...models.map(({ value, label }): [string, string] => [value, label]),
        ]),
      ],
    },
    {
      legend: f.road,
      fields: [
        fields.text('steps', f.steps, { hint: f.stepsHint, multiline: true, asks: 'optional' }),
        fields.text('begun', f.begun, { hint: f.begunHint, asks: 'optional' }),
      ],
    },
    ...Array.from({ length: roomForMoments(body) }, (_, at) => ({
      legend: f.momentOf(at + 1),
      sideBySide: true as const,
      fields: [
        fields.text(`moment.${at + 1}.name`, f.momentName, { hint: f.momentNameHint, asks: 'depends' }),
        ...whenFields(m, fields, `moment.${at + 1}.`),
      ],
    })),
  ];
}

/** A model of an older matrix stays to be chosen while it is. */
const olderModel = (body: FormBody, models: readonly OfferedModel[]): [string, string][] => {
  const value = asTyped(body, 'contractModel');
  return value === '' || models.some((one) => one.value === value) ? [] : [[value, value.split('/').at(-1) ?? value]];
};

/** What a new service is planned as, until something else is said. */
export const NEW_SERVICE: FormBody = {
  scale: 'local' satisfies Service['scale'],
  instrument: 'undecided' satisfies Service['instrument'],
  maximum: 'none',
};
