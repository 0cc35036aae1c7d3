import { asTyped, type FieldProblem } from '../forms/text.ts';
import { type TextField, textField } from '../pages/fields.ts';
import type { Asking, RecordField } from './record-form.ts';

/** How a text field differs from one that must be filled in on one line. */
interface TypedField {
  readonly hint?: string | null;
  /** What stands in it before anything was typed. */
  readonly known?: string | undefined;
  readonly asks?: TextField['asks'];
  readonly multiline?: boolean;
  readonly isFigure?: boolean;
}

/** Makes the text fields of a form: what was typed, or else what is known. */
export const typedFields =
  ({ m, given, isFilledIn }: Pick<Asking, 'm' | 'given' | 'isFilledIn'>, problems: readonly FieldProblem[]) =>
  (
    name: string,
    label: string,
    { hint = null, known = '', asks = 'required', multiline = false, isFigure = false }: TypedField = {},
  ): Extract<RecordField, { kind: 'text' }> => ({
    kind: 'text',
    field: textField(
      {
        name,
        label,
        hint,
        asks,
        multiline,
        inputmode: isFigure ? 'decimal' : null,
        value: isFilledIn ? asTyped(given, name) : known,
      },
      problems,
      m.app,
    ),
  });
