import { type ChainEvent, isCommittedEvent, readSealed } from '../chain/chain.ts';
import { openWhole } from '../chain/opened.ts';
import { type Edition, WHOLE } from '../domain/disclosure/edition.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredEvent } from '../storage/event-store.ts';
import { type DossierKind, partsOf } from './dossier-kind.ts';
import type { LogEvent } from './read-log.ts';
import { requireRegistered } from './registered.ts';

/** A dossier whose chain was read, whole or in part. */
export interface DossierToVerify {
  readonly dossier: string;
  readonly edition: Edition;
  readonly events: readonly ChainEvent[];
}

export interface ReadLog extends DossierToVerify {
  readonly stored: readonly StoredEvent[];
  readonly head: string;
}

/** The log of a stored dossier, its chain, every part of it and its place in the register proven. @throws DomainError `chain-broken` */
export function readStored(storage: Storage, dossier: string): ReadLog {
  const stored = storage.events.since(dossier, 0);
  const { events, head } = readSealed(stored);
  requireRegistered(storage, dossier);
  return { dossier, edition: WHOLE, stored, events, head };
}

/**
 * The log of a stored dossier as it can be shown: each event with its hash, and whether that is of what it says (format 1).
 * @throws DomainError `chain-broken`, `event-invalid`
 */
export function openStored(
  kind: Pick<DossierKind<never, never, never>, 'parts'>,
  storage: Storage,
  dossier: string,
): LogEvent[] {
  const { stored, events } = readStored(storage, dossier);
  return events.map((event, place) => ({
    event: openWhole(event, partsOf(kind, event)),
    hash: stored[place]!.hash,
    isOpen: !isCommittedEvent(event),
  }));
}
