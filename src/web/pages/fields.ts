import type { FieldProblem } from '../forms/text.ts';

/** What every field has: a name, a label, and what is wrong with it. An error leads to the `id`; `describedBy` names hint and error. */
interface Field {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly error: string | null;
  readonly describedBy: string | null;
  /** The browser itself asks for it as well. */
  readonly required: boolean;
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
type Given<Made extends Field> = Pick<Field, 'name' | 'label'> & Partial<Omit<Made, 'error' | 'describedBy'>>;

export const textField = (
  given: Given<TextField>,
  problems: readonly FieldProblem[],
  errorPrefix: string,
): TextField => ({
  value: '',
  type: 'text',
  multiline: false,
  autocomplete: null,
  inputmode: null,
  ...given,
  ...common(given, problems, errorPrefix),
});

export const selectField = (
  given: Given<SelectField> & Pick<SelectField, 'options'>,
  problems: readonly FieldProblem[],
  errorPrefix: string,
): SelectField => ({ ...given, ...common(given, problems, errorPrefix) });

export const choiceField = (
  given: Given<ChoiceField> & Pick<ChoiceField, 'choices'>,
  problems: readonly FieldProblem[],
  errorPrefix: string,
): ChoiceField => ({
  many: false,
  ...given,
  ...common({ id: given.choices[0]?.id ?? given.name, ...given }, problems, errorPrefix),
});

export const fileField = (
  given: Given<FileField>,
  problems: readonly FieldProblem[],
  errorPrefix: string,
): FileField => ({ accept: 'application/json,.json', ...given, ...common(given, problems, errorPrefix) });

/** A file can have many faults: beside its field stand the first, above the form stand all. */
const BESIDE_A_FIELD = 3;

/** What is wrong with a field, as it stands beside it; null when nothing is. */
export function errorAt(id: string, problems: readonly FieldProblem[], errorPrefix: string): string | null {
  const texts = problems.filter((one) => one.field === id).map(({ text }) => text);
  return texts.length === 0 ? null : `${errorPrefix}${texts.slice(0, BESIDE_A_FIELD).join(' ')}`;
}

function common(
  { name, id = name, label, hint = null, required = false }: Given<Field>,
  problems: readonly FieldProblem[],
  errorPrefix: string,
): Field {
  const error = errorAt(id, problems, errorPrefix);
  const described = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(' ');
  return { id, name, label, hint, error, describedBy: described || null, required };
}
