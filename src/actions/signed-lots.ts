import type { RuleSets } from '../criteria/rule-sets.ts';
import { contractsOf } from '../domain/contract/contracts.ts';
import type { SaidOfLot, TenderState } from '../domain/tender/state/state.ts';
import { winnerIn } from '../domain/tender/state/stored-award.ts';
import type { Storage } from '../storage/database.ts';
import type { Contracts } from './contracts.ts';
import { contractKind } from './contracts.ts';
import { requireSound } from './kinds.ts';

interface Following {
  readonly storage: Storage;
  readonly ruleSets: RuleSets;
  readonly contracts: Pick<Contracts, 'get'>;
}

/**
 * A tender with what the dossiers of contracts that follow its award say: a lot of which the contract is signed there is signed, with that day. What the
 * tender itself says of a lot stands, and so does its winner: a contract with another says nothing here.
 * @throws DomainError what {@link requireSound} throws, for a dossier of contracts that says anything
 */
export function withSignatures(services: Following, state: Readonly<TenderState>): Readonly<TenderState> {
  const { award } = state;
  if (award === null) return state;
  const lots = new Map<string, SaidOfLot>(state.lots);
  const lastOf = new Map(state.lastOf);
  for (const { lot, bid, day, at } of signaturesOf(services, state.dossier)) {
    const said = lots.get(lot);
    const isOpen = said === undefined || said.is === 'sent' || (said.is === 'fixed' && said.signedOn === null);
    if (!isOpen || (said?.is === 'fixed' ? said.bid : winnerIn(award, lot)) !== bid) continue;
    lots.set(lot, { is: 'fixed', bid, reason: '', seq: award.seq, signedOn: day });
    if (at > (lastOf.get('lot-fixed') ?? '')) lastOf.set('lot-fixed', at);
  }
  return { ...state, lots, lastOf };
}

interface Signature {
  readonly lot: string;
  readonly bid: string;
  /** The day of signing, "2026-12-15". */
  readonly day: string;
  /** When that was recorded. */
  readonly at: string;
}

/** The contracts that are signed in the dossiers that follow a tender. */
function signaturesOf(services: Following, tender: string): Signature[] {
  const following = services.storage.lists.following(tender).filter((one) => one.startsWith(contractKind.prefix));
  return following.flatMap((dossier) => {
    const found = contractsOf(services.contracts.get(dossier)).flatMap(({ added, signed, ended }): Signature[] => {
      const { awarded } = added.payload;
      if (!awarded || !signed || ended) return [];
      return [{ lot: awarded.lot, bid: awarded.bid, day: signed.payload.signedOn, at: signed.at }];
    });
    if (found.length > 0) requireSound(services, dossier);
    return found;
  });
}
