import { readChain } from '../chain/chain.ts';
import { openWhole } from '../chain/opened.ts';
import { FORMAT_CHANGED, LOG_FORMAT } from '../domain/disclosure/format.ts';
import { DomainError } from '../domain/errors.ts';
import { INSTALLATION } from '../domain/roles.ts';
import type { Storage } from '../storage/database.ts';
import type { EventToAppend, NewEvent, StoredEvent } from '../storage/event-store.ts';
import { type DossierKind, type Foldable, partsOf } from './dossier-kind.ts';
import { type Folded, firstChange, fold, printOf } from './fold.ts';
import { createRecent } from './recent-states.ts';
import { requireRegistered } from './registered.ts';

export type Clock = () => Date;

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
  /** The logs that were seen to be changed after they were read, each with the event at which. */
  changedSince(): readonly ChangedLog[];
  /** Takes it from another shelf that these logs were changed: this one may have read them only later. */
  distrust(logs: readonly ChangedLog[]): void;
  /** A dossier id that is still free, made from the id of the rules: "tender-gon-2027-3". */
  freeId(rulesId: string): string;
  /**
   * Carries out a command: one IMMEDIATE transaction in which the state is brought up to date, the rules decide, the events are appended and
   * what lists say of the dossier is written. When it returns, all of that is on disk.
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

/** Up to where a log was read, and what it was then: kept when its state is not, so that it is held against that when it is read again. */
interface Mark {
  readonly seq: number;
  readonly print: string;
}

/** Room for states in memory, in characters of the log that they were made of. */
const USUAL_ROOM = 8_000_000;

/**
 * The shelf of all dossiers of one kind: every read and every write of them goes through here.
 * The states that were used last are kept in memory, each with the place up to which its chain was read and proven; only newer events are read.
 * @param room for states; see {@link USUAL_ROOM}
 */
export function createShelf<State extends Foldable, Event, Command>(
  kind: DossierKind<State, Event, Command>,
  storage: Storage,
  clock: Clock,
  room = USUAL_ROOM,
): Shelf<State, Command> {
  const states = createRecent<Folded<State>>(room);
  const marks = new Map<string, Mark>();
  /** Logs in which something changed after it was read: what was read is no longer what is stored. */
  const changed = new Map<string, number>();
  /** At which version of the database each log was last seen to hold what was read of it. */
  const seen = new Map<string, number>();

  const requireTrusted = (dossier: string): void => {
    const seq = changed.get(dossier);
    if (seq !== undefined) throw new DomainError('chain-broken', { seq, why: 'changed-since' });
  };
  /** Holds a log against what was read of it before, if anything was. */
  const compare = (dossier: string, log: readonly StoredEvent[], version: number): void => {
    const mark = marks.get(dossier);
    const before = mark ? log.filter(({ seq }) => seq <= mark.seq) : [];
    if (mark && printOf(before) !== mark.print) changed.set(dossier, firstChange(before));
    seen.set(dossier, version);
    requireTrusted(dossier);
  };
  /** A log is read once, and again when its state was let go. When somebody else has written in the database since, it is held against what was read. */
  const requireUnchanged = (dossier: string): void => {
    requireTrusted(dossier);
    const version = storage.dataVersion();
    if (states.get(dossier) && seen.get(dossier) !== version) {
      compare(dossier, storage.events.since(dossier, 0), version);
    }
  };
  /** A state in which only some of the newer events were folded is not kept. */
  const foldOrLetGo = (dossier: string, known: Folded<State> | undefined, newer: readonly StoredEvent[]) => {
    try {
      return fold(kind, dossier, known, newer);
    } catch (error) {
      states.remove(dossier);
      throw error;
    }
  };
  const catchUp = (dossier: string): State | undefined => {
    const known = states.get(dossier);
    const version = storage.dataVersion();
    const newer = storage.events.since(dossier, known?.place.last?.seq ?? 0);
    if (!known && (newer.length > 0 || marks.has(dossier))) {
      compare(dossier, newer, version);
      requireRegistered(storage, dossier, true);
    }
    if (newer.length === 0) return known?.state;
    const folded = foldOrLetGo(dossier, known, newer);
    states.put(dossier, folded);
    marks.set(dossier, { seq: folded.place.last!.seq, print: folded.print });
    return folded.state;
  };
  const get = (dossier: string): State => {
    if (dossier.startsWith(kind.prefix)) requireUnchanged(dossier);
    const state = dossier.startsWith(kind.prefix) ? catchUp(dossier) : undefined;
    if (!state) throw new DomainError('unknown-dossier', { dossier });
    return state;
  };
  /** Inside a transaction. What cannot be read back must not be written: an unreadable event rolls it back. */
  const append = (dossier: string, actor: string, state: State | undefined, events: readonly NewEvent[]): void => {
    if (events.length === 0) return;
    const at = momentAfter(clock(), state?.lastEventAt);
    const cut = ({ type, payload }: NewEvent, by: string): EventToAppend => {
      return { type, payload, actor: by, parts: partsOf(kind, { type, seq: 0 }) };
    };
    const { seq, hash, format } = storage.events.head(dossier);
    const change = { type: FORMAT_CHANGED, payload: { format: LOG_FORMAT } };
    const goesOn = format === 1 ? [cut(change, INSTALLATION)] : [];
    const stored = storage.events.append(
      dossier,
      at,
      [...goesOn, ...events.map((event) => cut(event, actor))],
      kind.admission,
    );
    const last = format === null ? undefined : { dossier, seq, at: state?.lastEventAt ?? '', format };
    for (const event of readChain(stored, { head: hash, last }).events)
      kind.toEvent(openWhole(event, partsOf(kind, event)));
    const after = catchUp(dossier)!;
    if (kind.listed) storage.lists.put(dossier, kind.listed.kind, stored.at(-1)!.seq, kind.listed.of(after));
  };
  /** A transaction in which a dossier moves on. What was read of one that was not committed is forgotten. */
  const moving = <T>(dossier: string, work: (moves: () => void) => T): T => {
    let forget = (): void => {};
    try {
      return storage.transaction(() =>
        work(() => {
          const mark = marks.get(dossier);
          forget = () => {
            states.remove(dossier);
            if (mark) marks.set(dossier, mark);
            else marks.delete(dossier);
          };
        }),
      );
    } catch (error) {
      forget();
      throw error;
    }
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

    freeId: (rulesId) => {
      for (let number = 1; ; number++) {
        const dossier = `${kind.prefix}${rulesId}-${number}`;
        if (storage.events.head(dossier).seq === 0) return dossier;
      }
    },

    execute: (dossier, actor, command, alongside) => {
      moving(dossier, (moves) => {
        requireUnchanged(dossier);
        const state = catchUp(dossier);
        const events = kind.decide(state, actor, command);
        alongside?.();
        moves();
        append(dossier, actor, state, events);
      });
    },

    executeLong: async (dossier, actor, commandFor) => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const before = get(dossier);
        const { seq } = marks.get(dossier)!;
        const events = kind.decide(before, actor, await commandFor(before));
        const stored = moving(dossier, (moves) => {
          requireUnchanged(dossier);
          if (storage.events.head(dossier).seq !== seq) return false;
          moves();
          append(dossier, actor, before, events);
          return true;
        });
        if (stored) return;
      }
      throw new DomainError('dossier-moves');
    },
  };
}

/** So often a decision is made anew on a dossier that changed while it was made. */
const ATTEMPTS = 3;

/** Times in a dossier never run back, even when the clock of the machine does. */
function momentAfter(now: Date, last: string | undefined): string {
  const at = now.toISOString();
  return last !== undefined && at < last ? last : at;
}
