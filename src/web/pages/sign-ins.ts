import type { Accounts } from '../../actions/accounts.ts';
import type { Messages } from '../../messages/messages.ts';
import type { SignIn } from '../../storage/sign-in-store.ts';

export const SIGN_INS_PAGE_SIZE = 50;

export interface SignInsModel {
  readonly text: Messages['accounts']['signIns'];
  readonly rows: readonly {
    readonly at: string;
    readonly account: string;
    readonly address: string;
    readonly outcome: string;
    readonly succeeded: boolean;
  }[];
  readonly position: string;
  readonly newerHref: string | null;
  readonly olderHref: string | null;
}

/** One page of the tries to sign in, the newest first. @param page from 1 @param count of all tries */
export function signInsModel(
  m: Messages,
  accounts: Accounts,
  shown: readonly SignIn[],
  page: number,
  count: number,
): SignInsModel {
  const t = m.accounts.signIns;
  const pages = Math.max(1, Math.ceil(count / SIGN_INS_PAGE_SIZE));
  const href = (number: number): string => `/accounts/sign-ins?page=${number}`;
  return {
    text: t,
    rows: shown.map(({ at, account, address, outcome }) => ({
      at: m.format.momentInLog(at),
      account: account === null ? t.unknownName : accounts.nameOf(account),
      address,
      outcome: t.outcomes[outcome],
      succeeded: outcome === 'signed-in',
    })),
    position: m.log.page(page, pages),
    newerHref: page > 1 ? href(page - 1) : null,
    olderHref: page < pages ? href(page + 1) : null,
  };
}
