import { DomainError } from '../domain/errors.ts';
import type { LedState, NewSuccessionEvent } from '../domain/succession.ts';
import { takesPart } from '../domain/tender/checks/people.ts';
import type { Storage } from '../storage/database.ts';
import type { Accounts } from './accounts.ts';
import type { Contracts } from './contracts.ts';
import type { Decisions } from './decisions.ts';
import { type KindName, kindOf } from './kinds.ts';
import { requireOpenAccount } from './open-account.ts';
import type { PurchasePlans } from './purchase-plans.ts';
import { type SetUp, type SetUps, worksOn } from './set-ups.ts';
import type { Tenders } from './tenders.ts';

interface Services {
  readonly tenders: Tenders;
  readonly decisions: Decisions;
  readonly contracts: Contracts;
  readonly plans: PurchasePlans;
  readonly accounts: Accounts;
}

/** Dossiers that are not finished and whose chair or officer cannot sign in any more, by title for each person who is gone. */
export const withoutLeader = ({
  storage,
  accounts,
}: {
  readonly storage: Storage;
  readonly accounts: Accounts;
}): { readonly kind: LedKind; readonly dossier: string; readonly title: string }[] =>
  storage.lists
    .leaders()
    .filter((leader) => isGone(accounts, leader))
    .flatMap(storage.lists.ledBy)
    .map((led) => ({ kind: ledKindOf(led.dossier), ...led }));

/** Tenders that are being set up and on which nobody works any more. */
export const setUpsLeft = ({ setUps, accounts }: { readonly setUps: SetUps; readonly accounts: Accounts }): SetUp[] =>
  setUps.leftBehind((account) => isGone(accounts, account));

/** Those on which nobody else works than this account, which is still open. */
export const setUpsOnlyOf = (
  { setUps, accounts }: { readonly setUps: SetUps; readonly accounts: Accounts },
  account: string,
): SetUp[] =>
  setUps
    .leftBehind((one) => one === account || isGone(accounts, one))
    .filter((setUp) => worksOn(setUp, { id: account }));

const isGone = (accounts: Accounts, leader: string): boolean => accounts.find(leader)?.closed !== false;

/** What an administrator is told of a dossier, and what two of them can do with it. */
export interface Succeeding {
  readonly kind: LedKind;
  readonly dossier: string;
  readonly title: string;
  /** Who led it so far. */
  readonly leader: string;
  readonly proposed: { readonly successor: string; readonly by: string; readonly reason: string } | null;
  /** Whether this procurement officer can lead it, as far as that is known. */
  readonly canFollow: (account: string) => boolean;
  readonly propose: (administrator: string, successor: string, reason: string) => void;
  readonly agree: (administrator: string, successor: string) => void;
}

/** The kinds of dossier that somebody leads: of the accounts nobody does. */
type LedKind = Exclude<KindName, 'accounts'>;

function ledKindOf(dossier: string): LedKind {
  const kind = kindOf(dossier);
  if (kind === 'accounts') throw new DomainError('unknown-kind', { dossier });
  return kind;
}

/** The succession in a dossier. @throws DomainError `unknown-kind` for one that nobody leads, and what reading it throws */
export function successionIn({ tenders, decisions, contracts, plans }: Services, dossier: string): Succeeding {
  const kind = ledKindOf(dossier);
  switch (kind) {
    case 'tender': {
      const state = tenders.get(dossier);
      const { title, chair, succession } = state;
      return {
        kind,
        dossier,
        title,
        leader: chair,
        proposed: succession && { successor: succession.chair, by: succession.by, reason: succession.reason },
        canFollow: (account) => state.deputies.has(account) || !takesPart(state, account),
        propose: (administrator, successor, reason) => {
          const event = { type: 'succession-proposed', payload: { chair: successor, reason } } as const;
          tenders.execute(dossier, administrator, { type: 'say', events: [event] });
        },
        agree: (administrator, successor) => {
          const event = { type: 'chair-succeeded', payload: { chair: successor } } as const;
          tenders.execute(dossier, administrator, { type: 'say', events: [event] });
        },
      };
    }
    case 'decision':
      return withOfficer(kind, decisions.get(dossier), (administrator, event) =>
        decisions.execute(dossier, administrator, { type: 'say', events: [event] }),
      );
    case 'contract':
      return withOfficer(kind, contracts.get(dossier), (administrator, event) =>
        contracts.execute(dossier, administrator, { type: 'say', events: [event] }),
      );
    case 'plan':
      return withOfficer(kind, plans.get(dossier), (administrator, event) =>
        plans.execute(dossier, administrator, { type: 'say', event, version: null }),
      );
    default:
      return kind satisfies never;
  }
}

/** In a dossier that one officer leads. */
const withOfficer = (
  kind: LedKind,
  { dossier, title, officer, succession }: Readonly<LedState> & { readonly dossier: string; readonly title: string },
  say: (administrator: string, event: NewSuccessionEvent) => void,
): Succeeding => ({
  kind,
  dossier,
  title,
  leader: officer,
  proposed: succession && { successor: succession.officer, by: succession.by, reason: succession.reason },
  canFollow: () => true,
  propose: (administrator, successor, reason) =>
    say(administrator, { type: 'successor-proposed', payload: { officer: successor, reason } }),
  agree: (administrator, successor) =>
    say(administrator, { type: 'officer-succeeded', payload: { officer: successor } }),
});

/**
 * The first of two administrators proposes who leads from now on.
 * @throws DomainError `chair-is-there`, `unknown-account`, `not-an-officer-account`, and what the dossier refuses
 */
export function proposeSuccessor(
  services: Services,
  dossier: string,
  administrator: string,
  successor: string,
  reason: string,
): void {
  inNeed(services, dossier, successor).propose(administrator, successor, reason);
}

/** The second of two administrators agrees. @throws DomainError as for {@link proposeSuccessor} */
export function agreeToSuccessor(services: Services, dossier: string, administrator: string, successor: string): void {
  inNeed(services, dossier, successor).agree(administrator, successor);
}

function inNeed(services: Services, dossier: string, successor: string): Succeeding {
  const succeeding = successionIn(services, dossier);
  if (!isGone(services.accounts, succeeding.leader)) throw new DomainError('chair-is-there');
  requireOpenAccount(services.accounts, successor, 'procurement-officer', 'not-an-officer-account');
  return succeeding;
}
