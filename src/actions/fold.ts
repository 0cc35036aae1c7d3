import { sha256 } from '../chain/canonical.ts';
import { type ChainEvent, type ChainPlace, readSealed, type SealedEvent } from '../chain/chain.ts';
import { openWhole } from '../chain/opened.ts';
import { DomainError } from '../domain/errors.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredEvent } from '../storage/event-store.ts';
import { type DossierKind, type Foldable, partsOf } from './dossier-kind.ts';
import { requireRegistered } from './registered.ts';

/** A dossier as far as it was read: its state, and the place in its chain. */
export interface Folded<State> {
  readonly state: State;
  readonly place: ChainPlace;
  /** Stands for every byte that was read, the parts included. */
  readonly print: string;
  /** How much that was, in characters: what the state takes in memory grows with it. */
  readonly size: number;
}

/**
 * A dossier as it is stored, read from its first event.
 * @throws DomainError `unknown-dossier`, `chain-broken`, `event-invalid`
 */
export function foldStored<State extends Foldable, Event, Command>(
  kind: DossierKind<State, Event, Command>,
  storage: Storage,
  dossier: string,
): Folded<State> {
  const stored = storage.events.since(dossier, 0);
  if (stored.length === 0) throw new DomainError('unknown-dossier', { dossier });
  requireRegistered(storage, dossier, true);
  return fold(kind, dossier, undefined, stored);
}

/** Proves that the newer events continue the chain as it was stored, and folds them in. */
export function fold<State extends Foldable, Event, Command>(
  kind: DossierKind<State, Event, Command>,
  dossier: string,
  known: Folded<State> | undefined,
  newer: readonly StoredEvent[],
): Folded<State> {
  const { events, place } = readSealed(newer, known?.place);
  const state = foldRead(kind, dossier, known?.state, events);
  return { state, place, print: printOf(newer, known?.print), size: newer.reduce(addSize, known?.size ?? 0) };
}

/**
 * Folds in events that were read, and so proven.
 * @param known the state before the first of them; undefined for one that opens the dossier
 * @throws DomainError `event-invalid`
 */
export function foldRead<State extends Foldable, Event, Command>(
  kind: DossierKind<State, Event, Command>,
  dossier: string,
  known: State | undefined,
  events: readonly ChainEvent[],
): State {
  let state = known;
  for (const read of events) {
    const event = kind.toEvent(openWhole(read, partsOf(kind, read)));
    if (state) kind.evolve(state, event);
    else state = kind.start(dossier, event);
    if (!state) throw new DomainError('event-invalid', { seq: read.seq, type: read.type, reason: 'not a first event' });
  }
  return state!;
}

const addSize = (size: number, { body, parts }: StoredEvent): number => size + body.length + (parts?.length ?? 0);

/** Stands for every byte of a log as it is stored. */
export const printOf = (stored: readonly SealedEvent[], before = ''): string =>
  stored.reduce((print, { hash, body, parts }) => sha256(`${print}${hash}${body}\n${parts}`), before);

/** Where a log that was changed breaks; the number after its last event when it was made anew, or cut off, without a fault in itself. */
export function firstChange(stored: readonly SealedEvent[]): number {
  try {
    return readSealed(stored).events.length + 1;
  } catch (error) {
    if (error instanceof DomainError && typeof error.details.seq === 'number') return error.details.seq;
    throw error;
  }
}
