import type { AccountEvent, AccountsState } from '../../domain/accounts/accounts.ts';
import type { Role } from '../../domain/roles.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Prose } from '../blocks.ts';
import { rolesInWords } from '../roles.ts';
import { type Said, said, saidInWords } from './said.ts';

/**
 * What an event of the accounts says, in sentences: with what was there before, where it changes something.
 * @param state in which it happened; undefined before the first event
 */
export const accountEventInWords = (
  m: Messages,
  person: (account: string) => string,
  state: AccountsState | undefined,
  event: AccountEvent,
): Prose[] => saidBy(m, person, state, event).map((one) => saidInWords(m, one));

/** What each type of event says. A new type does not compile before it stands here. */
function saidBy(
  m: Messages,
  person: (account: string) => string,
  state: AccountsState | undefined,
  event: AccountEvent,
): Said[] {
  if (event.type === 'log-format-changed') return [];
  const f = m.logFacts;
  const { account } = event.payload;
  const about = said(f.account, person(account));
  const before = state?.accounts.get(account);
  const roles = (of: readonly Role[]): string => rolesInWords(m, { roles: of });
  const standing = (closed: boolean): string => f.standing[closed ? 'closed' : 'open'];
  switch (event.type) {
    case 'account-added':
      return [
        ...about,
        ...said(f.roles, roles([event.payload.role])),
        ...(event.payload.demo ? said(f.demo, m.common.yes) : []),
      ];
    case 'role-changed':
      return [...about, ...said(f.roles, roles([event.payload.role]), before && roles(before.roles))];
    case 'roles-changed':
      return [...about, ...said(f.roles, roles(event.payload.roles), before && roles(before.roles))];
    case 'account-closed':
      return [...about, ...said(f.signingIn, standing(true), before && standing(before.closed))];
    case 'account-reopened':
      return [...about, ...said(f.signingIn, standing(false), before && standing(before.closed))];
    case 'name-corrected':
    case 'password-link-made':
    case 'password-set':
      return about;
    default:
      return event satisfies never;
  }
}
