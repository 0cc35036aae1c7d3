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

export function textField(
  field: { readonly name: string; readonly label: string } & Partial<
    Pick<TextField, 'hint' | 'value' | 'type' | 'multiline' | 'autocomplete' | 'inputmode'>
  >,
  problems: readonly FieldProblem[],
  errorPrefix: string,
): TextField {
  const problem = problems.find((one) => one.field === field.name)?.text;
  const described = [field.hint ? `${field.name}-hint` : '', problem ? `${field.name}-error` : ''].filter(Boolean);
  return {
    id: field.name,
    name: field.name,
    label: field.label,
    hint: field.hint ?? null,
    error: problem === undefined ? null : `${errorPrefix}${problem}`,
    value: field.value ?? '',
    type: field.type ?? 'text',
    multiline: field.multiline ?? false,
    autocomplete: field.autocomplete ?? null,
    inputmode: field.inputmode ?? null,
    describedBy: described.length > 0 ? described.join(' ') : null,
  };
}
