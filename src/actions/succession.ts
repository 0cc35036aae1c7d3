import { DomainError } from '../domain/errors.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import type { Accounts } from './accounts.ts';
import { requireOpenAccount } from './open-account.ts';
import type { Tenders } from './tenders.ts';

interface Services {
  readonly tenders: Tenders;
  readonly accounts: Accounts;
}

/** Tenders that are not finished and whose chair cannot sign in any more. */
export const withoutChair = ({ tenders, accounts }: Services): Readonly<TenderState>[] =>
  tenders.list().readable.filter((state) => state.course === 'running' && !state.archived && isGone(accounts, state));

const isGone = (accounts: Accounts, { chair }: Readonly<TenderState>): boolean =>
  accounts.find(chair)?.closed !== false;

/**
 * The first of two administrators proposes who chairs from now on.
 * @throws DomainError `chair-is-there`, `unknown-account`, `not-an-officer-account`
 */
export function proposeSuccessor(
  services: Services,
  dossier: string,
  administrator: string,
  successor: string,
  reason: string,
): void {
  requireGone(services, dossier);
  requireOpenAccount(services.accounts, successor, 'procurement-officer', 'not-an-officer-account');
  const event = { type: 'succession-proposed', payload: { chair: successor, reason } } as const;
  services.tenders.execute(dossier, administrator, { type: 'say', events: [event] });
}

/** The second of two administrators agrees. @throws DomainError `chair-is-there`, `not-an-officer-account` */
export function agreeToSuccessor(services: Services, dossier: string, administrator: string, successor: string): void {
  requireGone(services, dossier);
  requireOpenAccount(services.accounts, successor, 'procurement-officer', 'not-an-officer-account');
  const event = { type: 'chair-succeeded', payload: { chair: successor } } as const;
  services.tenders.execute(dossier, administrator, { type: 'say', events: [event] });
}

function requireGone({ tenders, accounts }: Services, dossier: string): void {
  if (!isGone(accounts, tenders.get(dossier))) throw new DomainError('chair-is-there');
}
