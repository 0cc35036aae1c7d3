import { DomainError } from '../domain/errors.ts';
import { hasRole } from '../domain/roles.ts';
import type { Accounts } from './accounts.ts';
import type { Tenders } from './tenders.ts';

/**
 * Names an auditor who looks on from the start of the assessment.
 * @throws DomainError `unknown-account`; `not-an-auditor-account` for who has not that role or whose account is closed
 */
export function nameAuditor(
  { tenders, accounts }: { readonly tenders: Tenders; readonly accounts: Accounts },
  dossier: string,
  officer: string,
  auditor: string,
): void {
  const found = accounts.find(auditor);
  if (!found) throw new DomainError('unknown-account', { account: auditor });
  if (!hasRole(found, 'auditor') || found.closed) throw new DomainError('not-an-auditor-account', { auditor });
  tenders.execute(dossier, officer, { type: 'name-auditor', auditor });
}
