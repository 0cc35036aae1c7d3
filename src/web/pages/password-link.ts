import type { Account } from '../../actions/accounts.ts';
import type { Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import { askedNote, type TextField } from './fields.ts';
import { newPasswordFields } from './own-account.ts';

export interface PasswordLinkModel {
  readonly text: Messages['passwordLink'];
  readonly lead: string;
  readonly action: string;
  /** For the browser, which keeps passwords by name. */
  readonly account: string;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly fields: readonly TextField[];
}

export const passwordLinkModel = (
  m: Messages,
  action: string,
  { id, name }: Account,
  problems: readonly FieldProblem[],
): PasswordLinkModel => {
  const fields = newPasswordFields(m, problems);
  return {
    text: m.passwordLink,
    lead: m.passwordLink.lead(name),
    action,
    account: id,
    askedNote: askedNote(m, fields),
    fields,
  };
};
