import type { Account } from '../../actions/accounts.ts';
import { ROLES } from '../../domain/roles.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type Option, type SelectField, selectField, type TextField, textField } from './fields.ts';

export interface AccountsModel {
  readonly text: Messages['accounts'];
  readonly labels: Messages['common'];
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly closed: boolean;
    readonly status: string;
    readonly roleName: string;
    readonly roleLabel: string;
    readonly roles: readonly Option[];
  }[];
  readonly fields: readonly TextField[];
  readonly roleField: SelectField;
}

/** Who may sign in, and the form for a new account. @param form what was typed; a password is never repeated */
export function accountsModel(
  m: Messages,
  accounts: readonly Account[],
  form: FormBody,
  problems: readonly FieldProblem[],
): AccountsModel {
  const t = m.accounts;
  const roles = (selected: string): Option[] =>
    ROLES.map((value) => ({ value, label: m.roles[value], selected: value === selected }));
  const field = (name: string, options: Partial<Parameters<typeof textField>[0]> & { label: string }) =>
    textField({ name, value: name === 'password' ? '' : typed(form, name), ...options }, problems, m.app.errorPrefix);
  return {
    text: t,
    labels: m.common,
    accounts: accounts.map((account) => ({
      id: account.id,
      name: account.name,
      closed: account.closed,
      status: [account.closed ? t.closed : t.active, ...(account.demo ? [t.demo] : [])].join(', '),
      roleName: m.roles[account.role],
      roleLabel: t.roleFor(account.name),
      roles: roles(account.role),
    })),
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
    roleField: selectField(
      { name: 'role', label: t.role, options: roles(typed(form, 'role') || 'assessor') },
      problems,
      m.app.errorPrefix,
    ),
  };
}
