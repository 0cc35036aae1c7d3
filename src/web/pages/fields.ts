import type { Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';

/**
 * Whether a field may stay empty.
 * - `required`: the form is refused without it.
 * - `optional`: the form is taken without it, and its label says so.
 * - `depends`: that hangs on what else is filled in; a hint, of the field or of its group, says on what.
 * - `chosen`: it always holds an answer, as a list in which every line is one.
 * - `open`: nothing is asked for yet, as in a draft, a filter or something to try out.
 */
type Asks = 'required' | 'optional' | 'depends' | 'chosen' | 'open';

/** What every field has: a name, a label, and what is wrong with it. An error leads to the `id`; `describedBy` names hint and error. */
interface Field {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly error: string | null;
  readonly describedBy: string | null;
  readonly asks: Asks;
  /** Whether software that reads the page aloud can say that it is required. */
  readonly required: boolean;
  /** Beside the label: that it may be left empty. */
  readonly mark: string | null;
}

/** A text to type, on one line or on more. */
export interface TextField extends Field {
  readonly value: string;
  readonly type: 'text' | 'password';
  readonly multiline: boolean;
  readonly autocomplete: string | null;
  readonly inputmode: string | null;
}

/** A list to choose one from. */
export interface SelectField extends Field {
  readonly options: readonly Option[];
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

/** Answers to tick: one of them, or any number. The label is the question; the first answer has the id of the field. */
export interface ChoiceField extends Field {
  readonly many: boolean;
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
  /** What is said of this answer. */
  readonly note?: string;
}

/** A file to upload. */
export interface FileField extends Field {
  /** The kinds of file that a browser offers to choose from. */
  readonly accept: string;
}

/** Something that a form sends along unseen. */
export interface HiddenField {
  readonly name: string;
  readonly value: string;
}

/** What a field is made of; the id is the name where nothing else is said. */
type Given<Made extends Field> = Pick<Field, 'name' | 'label' | 'asks'> &
  Partial<Omit<Made, 'error' | 'describedBy' | 'required' | 'mark'>>;

/** What is said with any field. */
export type FieldWords = Pick<Messages['app'], 'errorPrefix' | 'mayStayEmpty'>;

export const textField = (
  given: Given<TextField>,
  problems: readonly FieldProblem[],
  words: FieldWords,
): TextField => ({
  value: '',
  type: 'text',
  multiline: false,
  autocomplete: null,
  inputmode: null,
  ...given,
  ...common(given, problems, words),
});

export const selectField = (
  given: Given<SelectField> & Pick<SelectField, 'options'>,
  problems: readonly FieldProblem[],
  words: FieldWords,
): SelectField => ({ ...given, ...common(given, problems, words) });

export const choiceField = (
  given: Given<ChoiceField> & Pick<ChoiceField, 'choices'>,
  problems: readonly FieldProblem[],
  words: FieldWords,
): ChoiceField => {
  const made = common({ id: given.choices[0]?.id ?? given.name, ...given }, problems, words);
  // There is no way to say it of boxes to tick.
  return { many: false, ...given, ...made, required: made.required && !given.many };
};

export const fileField = (
  given: Given<FileField>,
  problems: readonly FieldProblem[],
  words: FieldWords,
): FileField => ({ accept: 'application/json,.json', ...given, ...common(given, problems, words) });

/** A file can have many faults: beside its field stand the first, above the form stand all. */
const BESIDE_A_FIELD = 3;

/** What is wrong with a field, as it stands beside it; null when nothing is. */
export function errorAt(id: string, problems: readonly FieldProblem[], errorPrefix: string): string | null {
  const texts = problems.filter((one) => one.field === id).map(({ text }) => text);
  return texts.length === 0 ? null : `${errorPrefix}${texts.slice(0, BESIDE_A_FIELD).join(' ')}`;
}

/** What stands above a form of two fields or more: whether all of them must be filled in. Null where nothing must. */
export function askedNote(m: Messages, fields: readonly (Pick<Field, 'asks'> | null)[]): string | null {
  const asked = fields.flatMap((field) => (field === null || field.asks === 'open' ? [] : [field.asks]));
  if (asked.length < 2 || !asked.includes('required')) return null;
  const mayStayEmpty = asked.some((asks) => asks === 'optional' || asks === 'depends');
  return mayStayEmpty ? m.app.fillInMost : m.app.fillInAll;
}

function common(
  { name, id = name, label, hint = null, asks }: Given<Field>,
  problems: readonly FieldProblem[],
  { errorPrefix, mayStayEmpty }: FieldWords,
): Field {
  const error = errorAt(id, problems, errorPrefix);
  const described = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(' ');
  const mark = asks === 'optional' ? mayStayEmpty : null;
  return { id, name, label, hint, error, describedBy: described || null, asks, required: asks === 'required', mark };
}
