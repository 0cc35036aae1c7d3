import type { Account, Accounts, PasswordLink } from '../../actions/accounts.ts';
import type { DomainError } from '../../domain/errors.ts';
import { ROLES } from '../../domain/roles.ts';
import type { Table } from '../../exchange/spreadsheet/table.ts';
import { rolesInWords } from '../../explanation/roles.ts';
import { describeError, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed, typedAll } from '../forms/text.ts';
import { askedNote, type ChoiceField, choiceField, type TextField, textField } from './fields.ts';
import { type Downloads, downloadsOf } from './sheet.ts';

export interface AccountsModel {
  readonly text: Messages['accounts'];
  readonly labels: Messages['common'];
  readonly accounts: readonly AccountInWords[];
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly fields: readonly TextField[];
  readonly rolesField: ChoiceField;
  readonly downloads: Downloads;
}

/** One account, and what can be changed about it. */
export interface AccountModel {
  readonly text: Messages['accounts'];
  readonly account: AccountInWords;
  readonly nameField: TextField;
  readonly rolesField: ChoiceField;
  /** Why it cannot be closed; null where it can. */
  readonly staysOpen: string | null;
  readonly linkHint: string;
  /** Until when the last link works; null when there is none. */
  readonly linkUntil: string | null;
}

/** A link that was just made, which is shown once. */
export interface PasswordLinkMadeModel {
  readonly text: Messages['accounts'];
  readonly made: string;
  readonly once: string;
  readonly link: string;
  readonly back: { readonly href: string; readonly label: string };
}

interface AccountInWords {
  readonly id: string;
  readonly name: string;
  readonly closed: boolean;
  readonly status: string;
  readonly roles: string;
  readonly href: string;
  readonly base: string;
}

/** Who may sign in, and the form for a new account. @param form what was typed */
export function accountsModel(
  m: Messages,
  accounts: Accounts,
  form: FormBody,
  problems: readonly FieldProblem[],
): AccountsModel {
  const t = m.accounts;
  const field = (name: string, options: { readonly label: string; readonly hint?: string }) =>
    textField({ name, value: typed(form, name), autocomplete: 'off', asks: 'required', ...options }, problems, m.app);
  const fields = [field('id', { label: t.id, hint: t.idHint }), field('name', { label: t.name })];
  const roles = rolesField(m, typedAll(form, 'roles'), problems);
  return {
    text: t,
    labels: m.common,
    accounts: accounts.list().map((account) => inWords(m, accounts, account)),
    askedNote: askedNote(m, [...fields, roles]),
    fields,
    rolesField: roles,
    downloads: downloadsOf(m, '/accounts'),
  };
}

/** The same accounts as a table. */
export function accountsTable(m: Messages, accounts: Accounts): Table {
  const t = m.accounts;
  return {
    name: t.title,
    columns: [
      { header: t.name, width: 36 },
      { header: t.id, width: 28 },
      { header: m.common.status, width: 36 },
      { header: t.roles, width: 60 },
    ],
    rows: accounts
      .list()
      .map((account) => inWords(m, accounts, account))
      .map(({ name, id, status, roles }) => [name, id, status, roles]),
  };
}

/** @param refusal why it cannot be closed; @param form what was typed, when it was refused */
export function accountModel(
  m: Messages,
  accounts: Accounts,
  account: Account,
  refusal: DomainError | undefined,
  form: FormBody,
  problems: readonly FieldProblem[],
): AccountModel {
  const t = m.accounts;
  const until = accounts.linkUntil(account.id);
  const name = Object.hasOwn(form, 'name') ? typed(form, 'name') : account.name;
  const roles = problems.some(({ field }) => field === 'roles') ? typedAll(form, 'roles') : account.roles;
  return {
    text: t,
    account: inWords(m, accounts, account),
    nameField: textField(
      { name: 'name', label: t.name, hint: t.renameHint, value: name, autocomplete: 'off', asks: 'required' },
      problems,
      m.app,
    ),
    rolesField: rolesField(m, roles, problems),
    staysOpen: refusal ? describeError(m, refusal) : null,
    linkHint: accounts.hasPassword(account.id) ? t.link.resetHint : t.link.firstHint,
    linkUntil: until === undefined ? null : t.link.until(m.format.moment(until)),
  };
}

/** @param origin the address of this installation, as the administrator reached it */
export const passwordLinkMadeModel = (
  m: Messages,
  account: Account,
  { token, until }: PasswordLink,
  origin: string,
): PasswordLinkMadeModel => ({
  text: m.accounts,
  made: m.accounts.link.made(account.name),
  once: m.accounts.link.once(m.format.moment(until)),
  link: `${origin}/password/${token}`,
  back: { href: `/accounts/${account.id}/change`, label: account.name },
});

const inWords = (m: Messages, accounts: Accounts, account: Account): AccountInWords => ({
  id: account.id,
  name: account.name,
  closed: account.closed,
  status: [
    account.closed ? m.accounts.closed : m.accounts.active,
    ...(account.demo ? [m.accounts.demo] : []),
    ...(accounts.hasPassword(account.id) ? [] : [m.accounts.noPassword]),
  ].join(', '),
  roles: rolesInWords(m, account),
  base: `/accounts/${account.id}`,
  href: `/accounts/${account.id}/change`,
});

const rolesField = (m: Messages, chosen: readonly string[], problems: readonly FieldProblem[]): ChoiceField =>
  choiceField(
    {
      id: 'roles',
      name: 'roles',
      label: m.accounts.roles,
      hint: m.accounts.rolesHint,
      asks: 'required',
      many: true,
      choices: ROLES.map((value, index) => ({
        id: index === 0 ? 'roles' : `roles.${value}`,
        value,
        label: m.roles[value],
        checked: chosen.includes(value),
      })),
    },
    problems,
    m.app,
  );
