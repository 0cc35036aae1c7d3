import type { Messages } from '../../messages/messages.ts';
import type { Act, ActField, ActKind, Asking } from '../acts/act.ts';
import { answerId } from '../acts/read-act.ts';
import { type FieldProblem, type FormBody, typed, typedAll } from '../forms/text.ts';
import type { BlocksModel } from './blocks.ts';
import {
  askedNote,
  type ChoiceField,
  choiceField,
  type SelectField,
  selectField,
  type TextField,
  textField,
} from './fields.ts';

/** What can be done beside the usual course, under headings. View: `tender/acts`. */
export interface ActsModel {
  readonly text: Pick<Messages['acts'], 'title' | 'lead' | 'none'>;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly links: readonly { readonly href: string; readonly label: string; readonly lead: string }[];
  }[];
}

/** The form of one act. View: `tender/act`. */
export interface ActModel {
  readonly title: string;
  readonly lead: string;
  readonly button: string;
  readonly action: string;
  readonly backHref: string;
  readonly back: string;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  /** What who does it looks at. */
  readonly sections: BlocksModel;
  readonly fields: readonly (
    | { readonly kind: 'select'; readonly field: SelectField }
    | { readonly kind: 'choice'; readonly field: ChoiceField }
    | { readonly kind: 'text'; readonly field: TextField }
  )[];
}

/**
 * @param words of the act
 * @param dossier the address of what it is done in
 * @param name of the act, as the last part of its address
 * @param form what was typed
 */
export const actModel = <K extends ActKind>(
  asking: Asking<K>,
  act: Pick<Act<K>, 'fields'>,
  { title, lead, button }: { readonly title: string; readonly lead: string; readonly button: string },
  dossier: string,
  name: string,
  form: FormBody,
  problems: readonly FieldProblem[],
): ActModel => {
  const fields = act.fields
    .filter((field) => field.kind !== 'select' || field.options(asking).length > 0)
    .map((field) => fieldModel(asking, field, form, problems));
  return {
    title,
    lead,
    button,
    action: `${dossier}/acts/${name}`,
    backHref: dossier,
    back: asking.m.common.cancel,
    askedNote: askedNote(
      asking.m,
      fields.map(({ field }) => field),
    ),
    sections: [],
    fields,
  };
};

function fieldModel<K extends ActKind>(
  asking: Asking<K>,
  field: ActField<K>,
  form: FormBody,
  problems: readonly FieldProblem[],
): ActModel['fields'][number] {
  const { m } = asking;
  const words = m.app;
  const name: K['field'] = field.name;
  const given = { name, ...asking.words.fields[name], asks: asksOf(field) };
  const value = typed(form, name);
  switch (field.kind) {
    case 'select': {
      const none = { value: '', label: field.all?.(asking) ?? m.acts.choose };
      const options = [none, ...field.options(asking)].map((one) => ({ ...one, selected: one.value === value }));
      return { kind: 'select', field: selectField({ ...given, options }, problems, words) };
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
      return { kind: 'choice', field: choiceField({ ...given, choices, many }, problems, words) };
    }
    case 'text':
      return {
        kind: 'text',
        field: textField({ ...given, value, multiline: field.lines === 'many' }, problems, words),
      };
    case 'date':
      return { kind: 'text', field: textField({ ...given, value }, problems, words) };
    case 'count':
      return { kind: 'text', field: textField({ ...given, value, inputmode: 'numeric' }, problems, words) };
    case 'percentage':
      return { kind: 'text', field: textField({ ...given, value, inputmode: 'decimal' }, problems, words) };
    default:
      return field satisfies never;
  }
}

function asksOf<K extends ActKind>(field: ActField<K>): TextField['asks'] {
  if (field.kind === 'select') return field.all === undefined ? 'required' : 'chosen';
  if (!('optional' in field) || field.optional === undefined) return 'required';
  return field.optional === 'depends' ? 'depends' : 'optional';
}
