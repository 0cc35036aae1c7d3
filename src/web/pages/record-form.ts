import type { Block } from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import type { ChoiceField, HiddenField, SelectField, TextField } from './fields.ts';

/** A form with which something is recorded of contracts: parts with what is said about them, fields and a table of fields. */
export interface RecordFormModel {
  readonly title: string;
  readonly lead: string;
  /** Above the form: where it stands. */
  readonly said: BlocksModel;
  readonly method: 'get' | 'post';
  readonly action: string;
  readonly hidden: readonly HiddenField[];
  readonly parts: readonly FormPart[];
  readonly submit: string;
  readonly back: { readonly href: string; readonly label: string };
  /** Beside the form, something else that can be done. */
  readonly more: { readonly href: string; readonly label: string } | null;
}

export interface FormPart {
  /** Its heading; null for the first fields. */
  readonly heading: { readonly id: string; readonly text: string } | null;
  readonly said: BlocksModel;
  readonly fields: readonly RecordField[];
  readonly table: FieldTable | null;
}

export type RecordField =
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'select'; readonly field: SelectField }
  | { readonly kind: 'choice'; readonly field: ChoiceField };

/** A table to fill in. The label of every field says its row and column. */
export interface FieldTable {
  readonly caption: string;
  readonly rowHead: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly TextField[] }[];
}

export const part = (
  m: Messages,
  heading: FormPart['heading'],
  {
    said = [],
    fields = [],
    table = null,
  }: { said?: readonly Block[]; fields?: readonly RecordField[]; table?: FieldTable | null },
): FormPart => ({ heading, said: blocksModel(m, said), fields, table });
