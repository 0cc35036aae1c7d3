import type { FieldProblem } from '../forms/text.ts';

/** A text field with its label, and what is wrong with it. */
export interface TextField {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly error: string | null;
  readonly value: string;
  readonly type: 'text' | 'password';
  readonly multiline: boolean;
  readonly autocomplete: string | null;
  readonly inputmode: string | null;
  readonly describedBy: string | null;
}

/** One of the answers of a list to choose from. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

/** One of the answers to tick: a radio button or a check box. The first has the name of the field as its id, where an error leads. */
export interface Choice {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
}

/** A file to upload. */
export interface FileField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string | null;
}

/** Something that a form sends along unseen. */
export interface HiddenField {
  readonly name: string;
  readonly value: string;
}

/** What is wrong with a field, as it stands beside it; null when nothing is. */
export function errorAt(field: string, problems: readonly FieldProblem[], errorPrefix: string): string | null {
  const problem = problems.find((one) => one.field === field)?.text;
  return problem === undefined ? null : `${errorPrefix}${problem}`;
}

export function textField(
  field: { readonly name: string; readonly label: string } & Partial<
    Pick<TextField, 'hint' | 'value' | 'type' | 'multiline' | 'autocomplete' | 'inputmode'>
  >,
  problems: readonly FieldProblem[],
  errorPrefix: string,
): TextField {
  const error = errorAt(field.name, problems, errorPrefix);
  const described = [field.hint ? `${field.name}-hint` : '', error ? `${field.name}-error` : ''].filter(Boolean);
  return {
    id: field.name,
    name: field.name,
    label: field.label,
    hint: field.hint ?? null,
    error,
    value: field.value ?? '',
    type: field.type ?? 'text',
    multiline: field.multiline ?? false,
    autocomplete: field.autocomplete ?? null,
    inputmode: field.inputmode ?? null,
    describedBy: described.length > 0 ? described.join(' ') : null,
  };
}
