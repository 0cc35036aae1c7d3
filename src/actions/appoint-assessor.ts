import { DomainError } from '../domain/errors.ts';
import { hasRole } from '../domain/roles.ts';
import type { Accounts } from './accounts.ts';
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
): void {
  const found = accounts.find(assessor);
  if (!found) throw new DomainError('unknown-account', { account: assessor });
  if (!hasRole(found, 'assessor') || found.closed) throw new DomainError('not-an-assessor-account', { assessor });
  tenders.execute(dossier, officer, { type: 'appoint-assessor', assessor });
}
