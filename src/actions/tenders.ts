import { type ChainPlace, readChain } from '../chain/chain.ts';
import { DomainError } from '../domain/errors.ts';
import { decide, type TenderCommand } from '../domain/tender/decide.ts';
import { evolve, startState, type TenderState } from '../domain/tender/state.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredEvent } from '../storage/event-store.ts';
import { toTenderEvent } from './tender-events.ts';

export type Clock = () => Date;
export type Tenders = ReturnType<typeof createTenders>;

const PREFIX = 'tender-';

/** A dossier as far as it was read: its state, and the place in its chain. */
interface Folded {
  readonly state: TenderState;
  readonly place: ChainPlace;
}

/**
 * The shelf of tender dossiers: every read and every write of a tender goes through here.
 * The state of a dossier is kept in memory with the place up to which its chain was read and proven; only newer events are read.
 */
export function createTenders(storage: Storage, clock: Clock) {
  const shelf = new Map<string, Folded>();

  const catchUp = (dossier: string): TenderState | undefined => {
    const known = shelf.get(dossier);
    const newer = storage.events.since(dossier, known?.place.last?.seq ?? 0);
    return newer.length === 0 ? known?.state : putOnShelf(dossier, newer);
  };
  const putOnShelf = (dossier: string, newer: readonly StoredEvent[]): TenderState => {
    const folded = fold(dossier, shelf.get(dossier), newer);
    shelf.set(dossier, folded);
    return folded.state;
  };
  const dossiers = (): string[] => storage.events.dossiers().filter((dossier) => dossier.startsWith(PREFIX));

  return {
    /**
     * The state of a tender as it stands now.
     * @throws DomainError `unknown-dossier`; `chain-broken` or `event-invalid` when the log was tampered with
     */
    get: (dossier: string): Readonly<TenderState> => {
      const state = dossier.startsWith(PREFIX) ? catchUp(dossier) : undefined;
      if (!state) throw new DomainError('unknown-dossier', { dossier });
      return state;
    },

    /** Every tender that can be read, and the ids of those whose log was tampered with. */
    list: (): { readonly tenders: readonly Readonly<TenderState>[]; readonly damaged: readonly string[] } => {
      const tenders: TenderState[] = [];
      const damaged: string[] = [];
      for (const dossier of dossiers()) {
        try {
          tenders.push(catchUp(dossier)!);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          damaged.push(dossier);
        }
      }
      return { tenders, damaged };
    },

    /** A dossier id that is still free, made from the id of the rules: "tender-gon-2027-3". */
    freeId: (rulesId: string): string => {
      for (let number = 1; ; number++) {
        const dossier = `${PREFIX}${rulesId}-${number}`;
        if (storage.events.head(dossier).seq === 0) return dossier;
      }
    },

    /**
     * Carries out a command: one IMMEDIATE transaction in which the state is brought up to date, the rules decide and the events are appended.
     * When it returns, the events are on disk.
     * @throws DomainError when the rules refuse; then nothing has changed
     */
    execute: (dossier: string, actor: string, command: TenderCommand): void => {
      const stored = storage.transaction(() => {
        const state = catchUp(dossier);
        const events = decide(state, actor, command);
        return storage.events.append(dossier, actor, momentAfter(clock(), state?.lastEventAt), events);
      });
      if (stored.length > 0) putOnShelf(dossier, stored);
    },
  };
}

/** Proves that the newer events continue the chain as it was stored, and folds them in. */
function fold(dossier: string, known: Folded | undefined, newer: readonly StoredEvent[]): Folded {
  const { events, place } = readChain(
    newer.map(({ body }) => body),
    known?.place,
  );
  if (newer[newer.length - 1]!.hash !== place.head) {
    throw new DomainError('chain-broken', { seq: place.last?.seq, why: 'previous-hash' });
  }
  let state = known?.state;
  for (const event of events.map(toTenderEvent)) {
    if (state) evolve(state, event);
    else if (event.type === 'rules-published') state = startState(dossier, event);
    else
      throw new DomainError('event-invalid', { seq: event.seq, type: event.type, reason: 'rules are not published' });
  }
  return { state: state!, place };
}

/** Times in a dossier never run back, even when the clock of the machine does. */
export function momentAfter(now: Date, last: string | undefined): string {
  const at = now.toISOString();
  return last !== undefined && at < last ? last : at;
}
