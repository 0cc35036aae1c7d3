import type { Accounts } from './accounts.ts';
import { requireOpenAccount } from './open-account.ts';
import type { Tenders } from './tenders.ts';

/**
 * Appoints somebody to assess the bids of a tender.
 * @throws DomainError `unknown-account`; `not-an-assessor-account` for who has not that role or whose account is closed
 */
export function appointAssessor(
  { tenders, accounts }: { readonly tenders: Tenders; readonly accounts: Accounts },
  dossier: string,
  officer: string,
  assessor: string,
  team?: string,
): void {
  requireOpenAccount(accounts, assessor, 'assessor', 'not-an-assessor-account');
  tenders.execute(dossier, officer, {
    type: 'appoint-assessor',
    assessor,
    ...(team === undefined ? {} : { team }),
  });
}
