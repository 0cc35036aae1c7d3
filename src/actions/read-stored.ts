import { type EventBody, readChain } from '../chain/chain.ts';
import { DomainError } from '../domain/errors.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredEvent } from '../storage/event-store.ts';

/** The log of a stored dossier, its chain proven. @throws DomainError `chain-broken` */
export function readStored(
  storage: Storage,
  dossier: string,
): { readonly stored: readonly StoredEvent[]; readonly events: readonly EventBody[]; readonly head: string } {
  const stored = storage.events.since(dossier, 0);
  const { events, head } = readChain(stored.map(({ body }) => body));
  if (stored.length > 0 && stored[stored.length - 1]!.hash !== head) {
    throw new DomainError('chain-broken', { seq: stored.length, why: 'previous-hash' });
  }
  return { stored, events, head };
}
