import type { Account } from '../../actions/accounts.ts';
import type { Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import type { TextField } from './fields.ts';
import { newPasswordFields } from './own-account.ts';

export interface PasswordLinkModel {
  readonly text: Messages['passwordLink'];
  readonly lead: string;
  readonly action: string;
  /** For the browser, which keeps passwords by name. */
  readonly account: string;
  readonly fields: readonly TextField[];
}

export const passwordLinkModel = (
  m: Messages,
  action: string,
  { id, name }: Account,
  problems: readonly FieldProblem[],
): PasswordLinkModel => ({
  text: m.passwordLink,
  lead: m.passwordLink.lead(name),
  action,
  account: id,
  fields: newPasswordFields(m, problems),
});
