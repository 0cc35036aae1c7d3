import { sha256 } from '../chain/canonical.ts';
import { type ChainEvent, type ChainPlace, readChain, readSealed, type SealedEvent } from '../chain/chain.ts';
import { openWhole } from '../chain/opened.ts';
import type { ReadEvent } from '../domain/admission/follow.ts';
import { FORMAT_CHANGED, LOG_FORMAT } from '../domain/disclosure/format.ts';
import type { PartsOfType } from '../domain/disclosure/parts.ts';
import { DomainError } from '../domain/errors.ts';
import { INSTALLATION } from '../domain/roles.ts';
import type { Storage } from '../storage/database.ts';
import type { EventToAppend, NewEvent, StoredEvent } from '../storage/event-store.ts';
import { requireRegistered } from './registered.ts';

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
  /** What each type of event is cut into. */
  readonly parts: Readonly<Record<string, PartsOfType>>;
  readonly toEvent: (event: ReadEvent) => Event;
  /** The state after the first event, or undefined when a dossier cannot start with it. */
  readonly start: (dossier: string, event: Event) => State | undefined;
  readonly evolve: (state: State, event: Event) => void;
  readonly decide: (state: State | undefined, actor: string, command: Command) => readonly NewEvent[];
}

/** A dossier as far as it was read: its state, and the place in its chain. */
interface Folded<State> {
  readonly state: State;
  readonly place: ChainPlace;
  /** Stands for every byte that was read, the parts included. */
  readonly print: string;
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

/** A log that was changed after it was read, and the event at which it was. */
export interface ChangedLog {
  readonly dossier: string;
  readonly seq: number;
}

export interface Shelf<State, Command> {
  /**
   * The state of a dossier as it stands now.
   * @throws DomainError `unknown-dossier`; `chain-broken` or `event-invalid` when the log was tampered with, also since it was read
   */
  get(dossier: string): Readonly<State>;
  /** The state up to where the log of a dossier can be proven: of one that was tampered with, who had to do with it before. */
  proven(dossier: string): Readonly<State> | undefined;
  /**
   * Reads every dossier that was not read yet, one at a time: whoever asks for something meanwhile goes between. After it `list` takes no
   * reading.
   * @param stop ends it before all are read
   */
  readAll(stop?: AbortSignal): Promise<void>;
  /** The logs that were seen to be changed after they were read, each with the event at which. */
  changedSince(): readonly ChangedLog[];
  /** Takes it from another shelf that these logs were changed: this one may have read them only later. */
  distrust(logs: readonly ChangedLog[]): void;
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
  /** Logs in which something changed after it was read: what is in memory is no longer what is stored. */
  const changed = new Map<string, number>();
  /** At which version of the database each log was last seen to hold what was read of it. */
  const seen = new Map<string, number>();

  /** A log is read once. When somebody else has written in the database since, it is held against what was read. */
  const requireUnchanged = (dossier: string): void => {
    const known = shelf.get(dossier);
    const version = storage.dataVersion();
    if (known && !changed.has(dossier) && seen.get(dossier) !== version) {
      const stored = storage.events.since(dossier, 0).filter(({ seq }) => seq <= known.place.last!.seq);
      if (printOf(stored) !== known.print) changed.set(dossier, firstChange(stored));
      seen.set(dossier, version);
    }
    const seq = changed.get(dossier);
    if (seq !== undefined) throw new DomainError('chain-broken', { seq, why: 'changed-since' });
  };
  const catchUp = (dossier: string): State | undefined => {
    const known = shelf.get(dossier);
    if (!known) seen.set(dossier, storage.dataVersion());
    const newer = storage.events.since(dossier, known?.place.last?.seq ?? 0);
    if (!known && newer.length > 0) requireRegistered(storage, dossier, true);
    if (newer.length > 0) return putOnShelf(dossier, newer);
    if (!known) seen.delete(dossier);
    return known?.state;
  };
  const putOnShelf = (dossier: string, newer: readonly StoredEvent[]): State => {
    const folded = fold(kind, dossier, shelf.get(dossier), newer);
    shelf.set(dossier, folded);
    return folded.state;
  };

  const ownDossiers = (): string[] => storage.events.dossiers().filter((id) => id.startsWith(kind.prefix));
  /** Logs that could not be read, up to where they were then: a log does not mend itself, and is not tried again for each list. */
  const unreadable = new Map<string, string | null>();
  const headOf = (dossier: string): string | null => {
    try {
      return storage.events.head(dossier).hash;
    } catch {
      return null;
    }
  };
  const readOne = (dossier: string): State | undefined => {
    if (changed.has(dossier)) return undefined;
    const unread = unreadable.get(dossier);
    if (unread !== undefined && unread === headOf(dossier)) return undefined;
    try {
      return catchUp(dossier);
    } catch {
      // Tampered with, or no longer to be read at all: one log is not in the way of the others.
      unreadable.set(dossier, headOf(dossier));
      return undefined;
    }
  };
  const get = (dossier: string): State => {
    if (dossier.startsWith(kind.prefix)) requireUnchanged(dossier);
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
    const cut = ({ type, payload }: NewEvent, by: string): EventToAppend => {
      return { type, payload, actor: by, parts: partsOf(kind, { type, seq: 0 }) };
    };
    const { seq, hash, format } = storage.events.head(dossier);
    const change = { type: FORMAT_CHANGED, payload: { format: LOG_FORMAT } };
    const goesOn = format === 1 && events.length > 0 ? [cut(change, INSTALLATION)] : [];
    const stored = storage.events.append(
      dossier,
      at,
      [...goesOn, ...events.map((event) => cut(event, actor))],
      kind.admission,
    );
    const last = format === null ? undefined : { dossier, seq, at: state?.lastEventAt ?? '', format };
    for (const event of readChain(stored, { head: hash, last }).events)
      kind.toEvent(openWhole(event, partsOf(kind, event)));
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

    changedSince: () => [...changed].map(([dossier, seq]) => ({ dossier, seq })),
    distrust: (logs) => {
      for (const { dossier, seq } of logs) if (dossier.startsWith(kind.prefix)) changed.set(dossier, seq);
    },

    readAll: async (stop) => {
      for (const dossier of ownDossiers()) {
        if (shelf.has(dossier) || unreadable.has(dossier)) continue;
        await nextTurn();
        if (stop?.aborted) return;
        readOne(dossier);
      }
    },

    list: () => {
      const readable: State[] = [];
      const damaged: string[] = [];
      for (const dossier of ownDossiers()) {
        const state = readOne(dossier);
        if (state) readable.push(state);
        else damaged.push(dossier);
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
        requireUnchanged(dossier);
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
        const stored = storage.transaction(() => {
          requireUnchanged(dossier);
          return storage.events.head(dossier).seq === seq ? append(dossier, actor, before, events) : null;
        });
        if (!stored) continue;
        putOnShelf(dossier, stored);
        return;
      }
      throw new DomainError('dossier-moves');
    },
  };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

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
  for (const read of events) {
    const event = kind.toEvent(openWhole(read, partsOf(kind, read)));
    if (state) kind.evolve(state, event);
    else state = kind.start(dossier, event);
    if (!state) throw new DomainError('event-invalid', { seq: read.seq, type: read.type, reason: 'not a first event' });
  }
  return { state: state!, place, print: printOf(newer, known?.print) };
}

/** Stands for every byte of a log as it is stored. */
const printOf = (stored: readonly SealedEvent[], before = ''): string =>
  stored.reduce((print, { hash, body, parts }) => sha256(`${print}${hash}${body}\n${parts}`), before);

/** Where a log that was changed breaks; the number after its last event when it was made anew, or cut off, without a fault in itself. */
function firstChange(stored: readonly SealedEvent[]): number {
  try {
    return readSealed(stored).events.length + 1;
  } catch (error) {
    if (error instanceof DomainError && typeof error.details.seq === 'number') return error.details.seq;
    throw error;
  }
}

/** Times in a dossier never run back, even when the clock of the machine does. */
function momentAfter(now: Date, last: string | undefined): string {
  const at = now.toISOString();
  return last !== undefined && at < last ? last : at;
}
