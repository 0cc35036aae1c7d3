import type { OpenSession } from '../../actions/account-sessions.ts';
import type { Account } from '../../actions/accounts.ts';
import type { Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import { type TextField, textField } from './fields.ts';

export interface OwnAccountModel {
  readonly text: Messages['ownAccount'];
  readonly labels: Messages['common'];
  /** For the browser, which keeps passwords by name. */
  readonly account: string;
  readonly fields: readonly TextField[];
  readonly sessions: readonly {
    readonly id: string;
    readonly begun: string;
    readonly seen: string;
    readonly address: string;
    readonly browser: string;
    readonly own: boolean;
  }[];
  readonly others: boolean;
}

/** What is typed in these fields is never repeated. */
export const ownAccountModel = (
  m: Messages,
  account: Account,
  sessions: readonly OpenSession[],
  problems: readonly FieldProblem[],
): OwnAccountModel => ({
  text: m.ownAccount,
  labels: m.common,
  account: account.id,
  fields: [
    textField(
      { name: 'password-present', label: m.ownAccount.present, type: 'password', autocomplete: 'current-password' },
      problems,
      m.app.errorPrefix,
    ),
    ...newPasswordFields(m, problems),
  ],
  sessions: sessions.map(({ id, begunAt, seenAt, address, browser, own }) => ({
    id,
    begun: m.format.moment(begunAt),
    seen: m.format.moment(seenAt),
    address,
    browser: browser || m.ownAccount.unknownBrowser,
    own,
  })),
  others: sessions.some(({ own }) => !own),
});

/** A new password, twice: nobody sees what is typed. */
export const newPasswordFields = (m: Messages, problems: readonly FieldProblem[]): readonly TextField[] => [
  textField(
    {
      name: 'password',
      label: m.ownAccount.next,
      hint: m.ownAccount.nextHint,
      type: 'password',
      autocomplete: 'new-password',
    },
    problems,
    m.app.errorPrefix,
  ),
  textField(
    { name: 'password-again', label: m.ownAccount.again, type: 'password', autocomplete: 'new-password' },
    problems,
    m.app.errorPrefix,
  ),
];
