import type { ChainEvent } from '../chain/chain.ts';
import type { ReadEvent } from '../domain/admission/follow.ts';
import type { PartsOfType } from '../domain/disclosure/parts.ts';
import { DomainError } from '../domain/errors.ts';
import type { Listing } from '../domain/listing.ts';
import type { NewEvent } from '../storage/event-store.ts';

/** What the shelf needs to know of a state; each kind of dossier has more. */
export interface Foldable {
  readonly dossier: string;
  readonly lastEventAt: string;
}

/** One kind of dossier: how its ids start, and its events, state and rules. */
export interface DossierKind<State extends Foldable, Event, Command> {
  /** "tender-", "decision-": an id starts with the kind of its dossier. */
  readonly prefix: string;
  /** The version of its procedure: new events are admitted by it, and say so. */
  readonly admission: number;
  /** What each type of event is cut into. */
  readonly parts: Readonly<Record<string, PartsOfType>>;
  readonly toEvent: (event: ReadEvent) => Event;
  /** The state after the first event, or undefined when a dossier cannot start with it. */
  readonly start: (dossier: string, event: Event) => State | undefined;
  readonly evolve: (state: State, event: Event) => void;
  readonly decide: (state: State | undefined, actor: string, command: Command) => readonly NewEvent[];
  /** What lists say of such a dossier, and what they call its kind; null for one that stands in no list. */
  readonly listed: { readonly kind: string; readonly of: (state: State) => Listing } | null;
}

/** What a type of event is cut into. @throws DomainError `event-invalid` for a type that this kind of dossier cannot hold */
export function partsOf(
  { parts }: { readonly parts: Readonly<Record<string, PartsOfType>> },
  event: Pick<ChainEvent, 'type' | 'seq'>,
) {
  const { type, seq } = event;
  const found = Object.hasOwn(parts, type) ? parts[type] : undefined;
  if (!found) throw new DomainError('event-invalid', { seq, type, reason: 'unknown type' });
  return found;
}
