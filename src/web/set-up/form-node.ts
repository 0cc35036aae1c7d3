import type { Draft } from '../../domain/set-up/draft.ts';
import type { Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import type { ChoiceField, SelectField, TextField } from '../pages/fields.ts';
import type { Pager } from '../pages/pager.ts';
import type { Writing } from './draft-field.ts';

/** A button that changes the form itself: what it sends as {@link EDIT}. */
export interface EditButton {
  readonly value: string;
  readonly label: string;
}
/** Adds something; `about` says to what, where that has a name: two that add the same stand on one page. */
export interface AddButton extends EditButton {
  readonly about: string;
}
export const EDIT = 'edit';
/** Says for a box to tick that it stood in the form: a box that is not ticked sends nothing. */
export const BOXES = 'boxes';
/** Before the name of a field for the English of a text. */
export const ENGLISH = 'en:';

/** One field of a form, or a figure that follows from others. */
export type FieldNode =
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'select'; readonly field: SelectField }
  | { readonly kind: 'choices'; readonly field: ChoiceField }
  | { readonly kind: 'static'; readonly text: string; readonly figure: boolean };

/** What stands in the form of a part of the rules, from top to bottom: what opens a group is closed further on. */
export type FormNode =
  | FieldNode
  | TableNode
  | { readonly kind: 'open-group'; readonly id: string; readonly legend: string }
  | { readonly kind: 'close-group'; readonly legend: string; readonly remove: EditButton | null }
  | { readonly kind: 'open-more'; readonly title: string; readonly unfolded: boolean }
  | { readonly kind: 'close-more'; readonly buttons: readonly AddButton[] };

export interface TableNode {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: string;
  /** The caption with what it belongs to, where there are more of its name. */
  readonly region: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly add: AddButton | null;
  /** The way to the other rows of a long list. */
  readonly pager: Pager | null;
  readonly empty: string;
  readonly more: string;
  readonly actions: string;
}

export interface TableRow {
  readonly id: string;
  /** How deep it stands below others. */
  readonly depth: number;
  /** The fields of each column. */
  readonly cells: readonly (readonly FieldNode[])[];
  readonly more: { readonly href: string; readonly label: string } | null;
  readonly buttons: readonly RowButton[];
}

/** A button beside a row: a sign, and a word with what it is about for who hears it. */
export interface RowButton extends EditButton {
  readonly sign: string;
  readonly word: string;
}

/** A page of the rows of a list, from 1. */
export interface ShownRows {
  readonly name: string;
  readonly page: number;
}

/** What fields are made with. */
export interface Making {
  readonly m: Messages;
  readonly draft: Draft;
  readonly writing: Writing;
  readonly problems: readonly FieldProblem[];
  /** What was typed and is not in the draft, by the name of its field. */
  readonly typed: ReadonlyMap<string, string>;
  /** The page of an item of a list. */
  readonly itemHref: (name: string) => string;
  /** Which page of the rows of one long list is shown, by the name of the list; of all others the first is. */
  readonly rows: ShownRows | null;
  /** The same page with other rows of a list. */
  readonly rowsHref: (rows: ShownRows) => string;
  /** What the fields of a row are about, for who hears their labels one by one. */
  readonly about?: string;
}

const FIELD_KINDS: readonly FormNode['kind'][] = ['text', 'select', 'choices', 'static'];
export const isField = (node: FormNode): node is FieldNode => FIELD_KINDS.includes(node.kind);
