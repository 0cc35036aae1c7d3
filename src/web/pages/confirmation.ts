import type { Block, Fact } from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';
import { sentences } from '../../messages/sentence.ts';
import { agreeing, BACK_BUTTON, type Carried, type Change, type Confirmation } from '../confirm/confirmation.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import type { HiddenField } from './fields.ts';
import type { LayoutModel } from './layout-model.ts';

export interface ConfirmationModel {
  readonly text: Messages['confirm'];
  readonly title: string;
  readonly facts: readonly Fact[];
  /** What is about to be recorded, in full. */
  readonly details: BlocksModel;
  readonly consequences: readonly string[];
  readonly undo: string;
  readonly action: string;
  readonly yes: string;
  /** The way back: to a page, or to the form with what was typed. */
  readonly backHref: string | null;
  readonly backButton: HiddenField;
  readonly hidden: readonly HiddenField[];
  /** Something to do first. */
  readonly first: { readonly href: string; readonly label: string } | null;
}

export interface MoreOnConfirmation {
  /** The form that it carries along; "back" then leads to it. */
  readonly carried?: Carried;
  readonly details?: readonly Block[];
  /** Where "back" leads to where there is no form. */
  readonly backHref?: string;
  readonly first?: { readonly href: string; readonly label: string };
}

export const confirmationModel = (
  m: Messages,
  confirmation: Confirmation,
  { carried = [], details = [], backHref, first }: MoreOnConfirmation,
): ConfirmationModel => ({
  text: m.confirm,
  title: confirmation.title,
  facts: confirmation.facts,
  details: blocksModel(m, details),
  consequences: confirmation.consequences,
  undo: confirmation.undo,
  action: confirmation.action,
  yes: confirmation.yes,
  backHref: backHref ?? null,
  backButton: BACK_BUTTON,
  hidden: agreeing(confirmation, carried),
  first: first ?? null,
});

/** That something changed after the page was made, and what. */
export const changedNotice = (m: Messages, changes: readonly Change[]): LayoutModel['notice'] => ({
  tone: 'warning',
  title: m.confirm.changedTitle,
  text: sentences(
    ...(changes.length === 0 ? [m.confirm.changedOther] : changes.map((one) => changeInWords(m, one))),
    m.confirm.lookAgain,
  ),
});

const changeInWords = ({ confirm }: Messages, { term, was, now }: Change): string => {
  if (was === null) return confirm.appeared(term, now ?? '');
  return now === null ? confirm.gone(term, was) : confirm.changed(term, was, now);
};
