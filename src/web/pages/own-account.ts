import type { OpenSession } from '../../actions/account-sessions.ts';
import type { Account } from '../../actions/accounts.ts';
import type { Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import { askedNote, type TextField, textField } from './fields.ts';

export interface OwnAccountModel {
  readonly text: Messages['ownAccount'];
  readonly labels: Messages['common'];
  /** For the browser, which keeps passwords by name. */
  readonly account: string;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
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
): OwnAccountModel => {
  const fields = [
    textField(
      {
        name: 'password-present',
        label: m.ownAccount.present,
        type: 'password',
        autocomplete: 'current-password',
        asks: 'required',
      },
      problems,
      m.app,
    ),
    ...newPasswordFields(m, problems),
  ];
  return {
    text: m.ownAccount,
    labels: m.common,
    account: account.id,
    askedNote: askedNote(m, fields),
    fields,
    sessions: sessions.map(({ id, begunAt, seenAt, address, browser, own }) => ({
      id,
      begun: m.format.moment(begunAt),
      seen: m.format.moment(seenAt),
      address,
      browser: browser || m.ownAccount.unknownBrowser,
      own,
    })),
    others: sessions.some(({ own }) => !own),
  };
};

/** A new password, twice: nobody sees what is typed. */
export const newPasswordFields = (m: Messages, problems: readonly FieldProblem[]): readonly TextField[] => [
  textField(
    {
      name: 'password',
      label: m.ownAccount.next,
      hint: m.ownAccount.nextHint,
      type: 'password',
      autocomplete: 'new-password',
      asks: 'required',
    },
    problems,
    m.app,
  ),
  textField(
    {
      name: 'password-again',
      label: m.ownAccount.again,
      type: 'password',
      autocomplete: 'new-password',
      asks: 'required',
    },
    problems,
    m.app,
  ),
];
