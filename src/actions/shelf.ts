import { type ChainPlace, type EventBody, readSealed } from '../chain/chain.ts';
import { DomainError } from '../domain/errors.ts';
import type { Storage } from '../storage/database.ts';
import type { NewEvent, StoredEvent } from '../storage/event-store.ts';

export type Clock = () => Date;

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
  readonly toEvent: (body: EventBody) => Event;
  /** The state after the first event, or undefined when a dossier cannot start with it. */
  readonly start: (dossier: string, event: Event) => State | undefined;
  readonly evolve: (state: State, event: Event) => void;
  readonly decide: (state: State | undefined, actor: string, command: Command) => readonly NewEvent[];
}

/** A dossier as far as it was read: its state, and the place in its chain. */
interface Folded<State> {
  readonly state: State;
  readonly place: ChainPlace;
}

export interface Shelf<State, Command> {
  /**
   * The state of a dossier as it stands now.
   * @throws DomainError `unknown-dossier`; `chain-broken` or `event-invalid` when the log was tampered with
   */
  get(dossier: string): Readonly<State>;
  /** The state up to where the log of a dossier can be proven: of one that was tampered with, who had to do with it before. */
  proven(dossier: string): Readonly<State> | undefined;
  /** Every dossier that can be read, and the ids of those whose log was tampered with. */
  list(): { readonly readable: readonly Readonly<State>[]; readonly damaged: readonly string[] };
  /** A dossier id that is still free, made from the id of the rules: "tender-gon-2027-3". */
  freeId(rulesId: string): string;
  /**
   * Carries out a command: one IMMEDIATE transaction in which the state is brought up to date, the rules decide and the events are appended.
   * When it returns, the events are on disk.
   * @param alongside what belongs to it outside the log, in the same transaction; it is done when the rules have decided, and sees the log as it was
   * @throws DomainError when the rules refuse; then nothing has changed
   */
  execute(dossier: string, actor: string, command: Command, alongside?: () => void): void;
  /**
   * The same for a command that is long work: decided outside a transaction, on the dossier as it stands at some number; appended only if
   * it still stands at that number, else decided anew.
   * @param commandFor what is to be done with the dossier as it stands
   * @throws DomainError when the rules refuse; `dossier-moves` when it changed again and again
   */
  executeLong(dossier: string, actor: string, commandFor: (state: Readonly<State>) => Promise<Command>): Promise<void>;
}

/**
 * The shelf of all dossiers of one kind: every read and every write of them goes through here.
 * The state of a dossier is kept in memory with the place up to which its chain was read and proven; only newer events are read.
 */
export function createShelf<State extends Foldable, Event, Command>(
  kind: DossierKind<State, Event, Command>,
  storage: Storage,
  clock: Clock,
): Shelf<State, Command> {
  const shelf = new Map<string, Folded<State>>();

  const catchUp = (dossier: string): State | undefined => {
    const known = shelf.get(dossier);
    const newer = storage.events.since(dossier, known?.place.last?.seq ?? 0);
    return newer.length === 0 ? known?.state : putOnShelf(dossier, newer);
  };
  const putOnShelf = (dossier: string, newer: readonly StoredEvent[]): State => {
    const folded = fold(kind, dossier, shelf.get(dossier), newer);
    shelf.set(dossier, folded);
    return folded.state;
  };

  const get = (dossier: string): State => {
    const state = dossier.startsWith(kind.prefix) ? catchUp(dossier) : undefined;
    if (!state) throw new DomainError('unknown-dossier', { dossier });
    return state;
  };
  /** Inside a transaction. What cannot be read back must not be written: an unreadable event rolls it back. */
  const append = (
    dossier: string,
    actor: string,
    state: State | undefined,
    events: readonly NewEvent[],
  ): readonly StoredEvent[] => {
    const at = momentAfter(clock(), state?.lastEventAt);
    const stored = storage.events.append(dossier, actor, at, events, kind.admission);
    for (const { body } of stored) kind.toEvent(JSON.parse(body) as EventBody);
    return stored;
  };

  return {
    get,

    proven: (dossier) => {
      let folded: Folded<State> | undefined;
      if (!dossier.startsWith(kind.prefix)) return undefined;
      for (const event of storage.events.since(dossier, 0)) {
        try {
          folded = fold(kind, dossier, folded, [event]);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          break;
        }
      }
      return folded?.state;
    },

    list: () => {
      const readable: State[] = [];
      const damaged: string[] = [];
      for (const dossier of storage.events.dossiers().filter((id) => id.startsWith(kind.prefix))) {
        try {
          readable.push(catchUp(dossier)!);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          damaged.push(dossier);
        }
      }
      return { readable, damaged };
    },

    freeId: (rulesId) => {
      for (let number = 1; ; number++) {
        const dossier = `${kind.prefix}${rulesId}-${number}`;
        if (storage.events.head(dossier).seq === 0) return dossier;
      }
    },

    execute: (dossier, actor, command, alongside) => {
      const stored = storage.transaction(() => {
        const state = catchUp(dossier);
        const events = kind.decide(state, actor, command);
        alongside?.();
        return append(dossier, actor, state, events);
      });
      if (stored.length > 0) putOnShelf(dossier, stored);
    },

    executeLong: async (dossier, actor, commandFor) => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const before = get(dossier);
        const seq = shelf.get(dossier)!.place.last!.seq;
        const events = kind.decide(before, actor, await commandFor(before));
        const stored = storage.transaction(() =>
          storage.events.head(dossier).seq === seq ? append(dossier, actor, before, events) : null,
        );
        if (!stored) continue;
        putOnShelf(dossier, stored);
        return;
      }
      throw new DomainError('dossier-moves');
    },
  };
}

/** So often a decision is made anew on a dossier that changed while it was made. */
const ATTEMPTS = 3;

/** Proves that the newer events continue the chain as it was stored, and folds them in. */
function fold<State extends Foldable, Event, Command>(
  kind: DossierKind<State, Event, Command>,
  dossier: string,
  known: Folded<State> | undefined,
  newer: readonly StoredEvent[],
): Folded<State> {
  const { events, place } = readSealed(newer, known?.place);
  let state = known?.state;
  for (const body of events) {
    const event = kind.toEvent(body);
    if (state) kind.evolve(state, event);
    else state = kind.start(dossier, event);
    if (!state) throw new DomainError('event-invalid', { seq: body.seq, type: body.type, reason: 'not a first event' });
  }
  return { state: state!, place };
}

/** Times in a dossier never run back, even when the clock of the machine does. */
function momentAfter(now: Date, last: string | undefined): string {
  const at = now.toISOString();
  return last !== undefined && at < last ? last : at;
}
