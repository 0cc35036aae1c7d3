import { type EventBody, readSealed } from '../chain/chain.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredEvent } from '../storage/event-store.ts';

/** The log of a stored dossier, its chain proven. @throws DomainError `chain-broken` */
export function readStored(
  storage: Storage,
  dossier: string,
): { readonly stored: readonly StoredEvent[]; readonly events: readonly EventBody[]; readonly head: string } {
  const stored = storage.events.since(dossier, 0);
  const { events, head } = readSealed(stored);
  return { stored, events, head };
}
