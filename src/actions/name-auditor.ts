import type { Accounts } from './accounts.ts';
import { requireOpenAccount } from './open-account.ts';
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
  requireOpenAccount(accounts, auditor, 'auditor', 'not-an-auditor-account');
  tenders.execute(dossier, officer, { type: 'name-auditor', auditor });
}
