import type { ContractCommand } from '../../domain/contract/decide.ts';
import type { ContractEventType } from '../../domain/contract/events.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import type { DomainError } from '../../domain/errors.ts';
import type { Block } from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Confirmation } from '../confirm/confirmation.ts';
import type { Services } from '../context.ts';
import { dateInTheNetherlands } from '../dutch-date.ts';
import type { FieldProblem, FormBody } from '../forms/text.ts';
import { type BlocksModel, blocksModel } from '../pages/blocks.ts';
import { askedNote, type ChoiceField, type HiddenField, type SelectField, type TextField } from '../pages/fields.ts';

/** What a form is asked for: the dossier, the day, and what stands in its address or was filled in. */
export interface Asking {
  readonly m: Messages;
  readonly state: Readonly<ContractState>;
  readonly today: string;
  readonly given: FormBody;
  /** Whether `given` was filled in on the form; else it only says what the form is about. */
  readonly isFilledIn: boolean;
}

/** A form of several fields with which something is recorded of contracts. */
export interface RecordForm {
  /** Below the address of the dossier. */
  readonly path: string;
  readonly type: ContractEventType;
  readonly page: (asking: Asking, problems: readonly FieldProblem[]) => RecordFormModel;
  readonly read: (
    asking: Asking,
  ) => { readonly problems: readonly FieldProblem[] } | { readonly command: ContractCommand };
  /** The field that a refusal is about. */
  readonly fieldOf: (error: DomainError, asking: Asking) => string;
  /** What is read and agreed to first; null where it is recorded at once. */
  readonly confirm:
    | ((
        asking: Asking,
        command: ContractCommand,
        action: string,
      ) => { readonly confirmation: Confirmation; readonly details: readonly Block[] })
    | null;
  /** Where it leads to, with its notice. @param after the dossier with what was recorded */
  readonly after: (asking: Asking, after: Readonly<ContractState>) => string;
}

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

/** The same with what stands above its fields: whether all of them must be filled in. */
export interface RecordFormPage extends RecordFormModel {
  readonly askedNote: string | null;
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

export const recordFormPage = (m: Messages, model: RecordFormModel): RecordFormPage => ({
  ...model,
  askedNote: askedNote(
    m,
    model.parts.flatMap(({ fields, table }) => [
      ...fields.map(({ field }) => field),
      ...(table?.rows.flatMap(({ cells }) => cells) ?? []),
    ]),
  ),
});

/** The day of today; never before the last event of the dossier. */
export function dayOf({ clock }: Pick<Services, 'clock'>, { lastEventAt }: Pick<ContractState, 'lastEventAt'>): string {
  return [clock(), new Date(lastEventAt)].map(dateInTheNetherlands).sort().at(-1)!;
}
