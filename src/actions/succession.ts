import { DomainError } from '../domain/errors.ts';
import type { Storage } from '../storage/database.ts';
import type { Accounts } from './accounts.ts';
import { requireOpenAccount } from './open-account.ts';
import type { SetUp, SetUps } from './set-ups.ts';
import type { Tenders } from './tenders.ts';

interface Services {
  readonly tenders: Tenders;
  readonly accounts: Accounts;
}

/** Tenders that are not finished and whose chair cannot sign in any more, by title for each chair who is gone. */
export const withoutChair = ({
  storage,
  accounts,
}: {
  readonly storage: Storage;
  readonly accounts: Accounts;
}): { readonly dossier: string; readonly title: string }[] =>
  storage.lists
    .leaders()
    .filter((chair) => isGone(accounts, chair))
    .flatMap(storage.lists.ledBy);

/** Tenders that are being set up and on which nobody works any more. */
export const setUpsLeft = ({ setUps, accounts }: { readonly setUps: SetUps; readonly accounts: Accounts }): SetUp[] =>
  setUps.leftBehind((account) => isGone(accounts, account));

const isGone = (accounts: Accounts, chair: string): boolean => accounts.find(chair)?.closed !== false;

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
  if (!isGone(accounts, tenders.get(dossier).chair)) throw new DomainError('chair-is-there');
}
