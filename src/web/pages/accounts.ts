import type { Account } from '../../actions/accounts.ts';
import { ROLES } from '../../domain/roles.ts';
import { rolesInWords } from '../../explanation/roles.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed, typedAll } from '../forms/text.ts';
import { type ChoiceField, choiceField, type TextField, textField } from './fields.ts';

export interface AccountsModel {
  readonly text: Messages['accounts'];
  readonly labels: Messages['common'];
  readonly accounts: readonly AccountInWords[];
  readonly fields: readonly TextField[];
  readonly rolesField: ChoiceField;
}

/** One account, and what can be changed about it. */
export interface AccountModel {
  readonly text: Messages['accounts'];
  readonly account: AccountInWords;
  readonly rolesField: ChoiceField;
}

interface AccountInWords {
  readonly id: string;
  readonly name: string;
  readonly closed: boolean;
  readonly status: string;
  readonly roles: string;
  readonly href: string;
}

/** Who may sign in, and the form for a new account. @param form what was typed; a password is never repeated */
export function accountsModel(
  m: Messages,
  accounts: readonly Account[],
  form: FormBody,
  problems: readonly FieldProblem[],
): AccountsModel {
  const t = m.accounts;
  const field = (name: string, options: Partial<Parameters<typeof textField>[0]> & { label: string }) =>
    textField({ name, value: name === 'password' ? '' : typed(form, name), ...options }, problems, m.app.errorPrefix);
  return {
    text: t,
    labels: m.common,
    accounts: accounts.map((account) => inWords(m, account)),
    fields: [
      field('id', { label: t.id, hint: t.idHint, autocomplete: 'off' }),
      field('name', { label: t.name, autocomplete: 'off' }),
      field('password', {
        label: m.signIn.password,
        hint: t.passwordHint,
        type: 'password',
        autocomplete: 'new-password',
      }),
    ],
    rolesField: rolesField(m, typedAll(form, 'roles'), problems),
  };
}

/** @param form what was ticked, when it was refused */
export const accountModel = (
  m: Messages,
  account: Account,
  form: FormBody | undefined,
  problems: readonly FieldProblem[],
): AccountModel => ({
  text: m.accounts,
  account: inWords(m, account),
  rolesField: rolesField(m, form ? typedAll(form, 'roles') : account.roles, problems),
});

const inWords = (m: Messages, account: Account): AccountInWords => ({
  id: account.id,
  name: account.name,
  closed: account.closed,
  status: [account.closed ? m.accounts.closed : m.accounts.active, ...(account.demo ? [m.accounts.demo] : [])].join(
    ', ',
  ),
  roles: rolesInWords(m, account),
  href: `/accounts/${account.id}`,
});

const rolesField = (m: Messages, chosen: readonly string[], problems: readonly FieldProblem[]): ChoiceField =>
  choiceField(
    {
      id: 'roles',
      name: 'roles',
      label: m.accounts.roles,
      hint: m.accounts.rolesHint,
      many: true,
      choices: ROLES.map((value, index) => ({
        id: index === 0 ? 'roles' : `roles.${value}`,
        value,
        label: m.roles[value],
        checked: chosen.includes(value),
      })),
    },
    problems,
    m.app.errorPrefix,
  );
