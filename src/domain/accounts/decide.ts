import { DomainError } from '../errors.ts';
import { inOrder, type Role } from '../roles.ts';
import { type AccountsState, type NewAccountEvent, noAccounts, standAnew } from './accounts.ts';
import { admitAccountEvent } from './procedure.ts';

/** What a person wants to do with an account. */
export type AccountCommand =
  | {
      readonly type: 'add-account';
      readonly account: string;
      readonly roles: readonly Role[];
      readonly demo: boolean;
      /** With a link to set the first password. */
      readonly link: boolean;
      /** Of the password of an account of the demo, as it is stored. */
      readonly passwordSha256?: string;
    }
  | { readonly type: 'change-roles'; readonly account: string; readonly roles: readonly Role[] }
  | { readonly type: 'set-password'; readonly account: string; readonly passwordSha256: string }
  | {
      readonly type: 'correct-name' | 'make-password-link' | 'close-account' | 'reopen-account';
      readonly account: string;
    };

/** @throws DomainError the broken rule, `role-missing` */
export function decideAccounts(
  state: AccountsState | undefined,
  actor: string,
  command: AccountCommand,
): NewAccountEvent[] {
  const events = eventsFor(command);
  // Several events of one command are each admitted after the one before.
  const trial = { ...noAccounts(''), accounts: new Map(state?.accounts) };
  for (const event of events) {
    admitAccountEvent(trial, actor, event);
    standAnew(trial.accounts, event);
  }
  return events;
}

const SIMPLE = {
  'correct-name': 'name-corrected',
  'make-password-link': 'password-link-made',
  'close-account': 'account-closed',
  'reopen-account': 'account-reopened',
} as const;

function eventsFor(command: AccountCommand): NewAccountEvent[] {
  const { account } = command;
  switch (command.type) {
    case 'add-account': {
      const { demo, passwordSha256 } = command;
      const roles = chosen(command.roles);
      return [
        {
          type: 'account-added',
          payload: { account, role: roles[0]!, demo, ...(passwordSha256 ? { passwordSha256 } : {}) },
        },
        ...(roles.length > 1 ? [{ type: 'roles-changed' as const, payload: { account, roles } }] : []),
        ...(command.link ? [{ type: 'password-link-made' as const, payload: { account } }] : []),
      ];
    }
    case 'set-password':
      return [{ type: 'password-set', payload: { account, passwordSha256: command.passwordSha256 } }];
    case 'change-roles':
      return [{ type: 'roles-changed', payload: { account, roles: chosen(command.roles) } }];
    default:
      return [{ type: SIMPLE[command.type], payload: { account } }];
  }
}

function chosen(roles: readonly Role[]): Role[] {
  if (roles.length === 0) throw new DomainError('role-missing');
  return inOrder(roles);
}
