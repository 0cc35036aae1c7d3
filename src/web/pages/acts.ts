import { may } from '../../domain/tender/admit.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { knockOutBlocks } from '../../explanation/programme.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { ACT_GROUPS, type Act, type ActField, type Asking, isOffered } from '../acts/act.ts';
import { ACT_NAMES, ACTS, type ActName } from '../acts/acts.ts';
import { answerId } from '../acts/read-act.ts';
import { type FieldProblem, type FormBody, typed, typedAll } from '../forms/text.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import { type ChoiceField, choiceField, type SelectField, selectField, type TextField, textField } from './fields.ts';

export interface ActsModel {
  readonly text: Messages['acts'];
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly links: readonly { readonly href: string; readonly label: string; readonly lead: string }[];
  }[];
}

/** Whether somebody may do this now, and there is something to do it to. */
export const mayAct = (asking: Asking, name: ActName): boolean => {
  const act: Act = ACTS[name];
  return may(asking.state, asking.account.id, act.event) && isOffered(act, asking);
};

/** What somebody may do beside the usual course, under its headings. @param more what has a form of its own */
export function actsModel(
  asking: Asking,
  more: readonly {
    readonly group: Act['group'];
    readonly href: string;
    readonly label: string;
    readonly lead: string;
  }[],
): ActsModel {
  const { m, state } = asking;
  const t = m.acts;
  return {
    text: t,
    groups: ACT_GROUPS.map((group) => ({
      id: `acts-${group}`,
      title: t.groups[group],
      links: [
        ...more.filter((one) => one.group === group),
        ...ACT_NAMES.filter((name) => ACTS[name].group === group && mayAct(asking, name)).map((name) => ({
          href: `/tenders/${state.dossier}/acts/${name}`,
          label: t.names[name].title,
          lead: t.names[name].lead,
        })),
      ],
    })).filter(({ links }) => links.length > 0),
  };
}

export interface ActModel {
  readonly title: string;
  readonly lead: string;
  readonly button: string;
  readonly action: string;
  readonly backHref: string;
  readonly back: string;
  /** What who does it looks at. */
  readonly sections: BlocksModel;
  readonly fields: readonly (
    | { readonly kind: 'select'; readonly field: SelectField }
    | { readonly kind: 'choice'; readonly field: ChoiceField }
    | { readonly kind: 'text'; readonly field: TextField }
  )[];
}

/** The form of one act. @param form what was typed */
export function actModel(asking: Asking, name: ActName, form: FormBody, problems: readonly FieldProblem[]): ActModel {
  const { m, state } = asking;
  const act: Act = ACTS[name];
  const { title, lead, button } = m.acts.names[name];
  return {
    title,
    lead,
    button,
    action: `/tenders/${state.dossier}/acts/${name}`,
    backHref: `/tenders/${state.dossier}`,
    back: m.common.cancel,
    sections:
      name === 'check-requirements' ? blocksModel(m, knockOutBlocks(forRules(m, state.rules), state.rules)) : [],
    fields: act.fields
      .filter((field) => field.kind !== 'select' || field.options(asking).length > 0)
      .map((field) => fieldModel(asking, field, form, problems)),
  };
}

function fieldModel(
  asking: Asking,
  field: ActField,
  form: FormBody,
  problems: readonly FieldProblem[],
): ActModel['fields'][number] {
  const { m } = asking;
  const prefix = m.app.errorPrefix;
  const { name } = field;
  const given = { name, ...m.acts.fields[name] };
  const value = typed(form, name);
  switch (field.kind) {
    case 'select': {
      const none = { value: '', label: field.all?.(asking) ?? m.acts.choose };
      const options = [none, ...field.options(asking)].map((one) => ({ ...one, selected: one.value === value }));
      return { kind: 'select', field: selectField({ ...given, options }, problems, prefix) };
    }
    case 'choice':
    case 'many': {
      const chosen = typedAll(form, name);
      const choices = field.options(asking).map((one, place) => ({
        id: answerId(name, place),
        ...one,
        checked: chosen.includes(one.value),
      }));
      const many = field.kind === 'many';
      return { kind: 'choice', field: choiceField({ ...given, choices, many }, problems, prefix) };
    }
    case 'text':
      return {
        kind: 'text',
        field: textField({ ...given, value, multiline: field.lines === 'many' }, problems, prefix),
      };
    case 'date':
      return { kind: 'text', field: textField({ ...given, value }, problems, prefix) };
    default:
      return field satisfies never;
  }
}

/** What is said when an act was done, by its name. */
export const doneTexts = (m: Messages): Readonly<Record<string, string>> =>
  Object.fromEntries(ACT_NAMES.map((name) => [name, m.acts.names[name].done]));

/** The form of a copy of a tender: only its name is asked. */
export function copyModel(
  m: Messages,
  { dossier, title }: Readonly<TenderState>,
  form: FormBody,
  problems: readonly FieldProblem[],
): ActModel {
  const t = m.acts.copy;
  const value = 'title' in form ? typed(form, 'title') : title;
  return {
    title: t.title,
    lead: t.lead,
    button: t.button,
    action: `/tenders/${dossier}/copy`,
    backHref: `/tenders/${dossier}`,
    back: m.common.cancel,
    sections: [],
    fields: [
      {
        kind: 'text',
        field: textField({ name: 'title', label: t.name, value, required: true }, problems, m.app.errorPrefix),
      },
    ],
  };
}
