import type { EventBody } from '../chain/chain.ts';
import { DomainError } from '../domain/errors.ts';
import { decide, type TenderCommand } from '../domain/tender/decide.ts';
import { evolve, startState, type TenderState } from '../domain/tender/state.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredEvent } from '../storage/event-store.ts';
import { toTenderEvent } from './tender-events.ts';

export type Clock = () => Date;
export type Tenders = ReturnType<typeof createTenders>;

const PREFIX = 'tender-';

/**
 * The shelf of tender dossiers: every read and every write of a tender goes through here.
 * The state of a dossier is kept in memory with the place up to which it was folded; only newer events are read.
 */
export function createTenders(storage: Storage, clock: Clock) {
  const folded = new Map<string, TenderState>();

  const catchUp = (dossier: string): TenderState | undefined => {
    const newer = storage.events.since(dossier, folded.get(dossier)?.version ?? 0);
    foldInto(folded, dossier, newer);
    return folded.get(dossier);
  };

  return {
    /** The state of a tender as it stands now. @throws DomainError `unknown-dossier` */
    get: (dossier: string): Readonly<TenderState> => {
      const state = dossier.startsWith(PREFIX) ? catchUp(dossier) : undefined;
      if (!state) throw new DomainError('unknown-dossier', { dossier });
      return state;
    },

    list: (): Readonly<TenderState>[] =>
      storage.events
        .dossiers()
        .filter((dossier) => dossier.startsWith(PREFIX))
        .map((dossier) => catchUp(dossier)!),

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
      foldInto(folded, dossier, stored);
    },
  };
}

function foldInto(folded: Map<string, TenderState>, dossier: string, stored: readonly StoredEvent[]): void {
  for (const { body } of stored) {
    const event = toTenderEvent(JSON.parse(body) as EventBody);
    const state = folded.get(dossier);
    if (state) evolve(state, event);
    else if (event.type === 'rules-published') folded.set(dossier, startState(dossier, event));
    else
      throw new DomainError('event-invalid', { seq: event.seq, type: event.type, reason: 'rules are not published' });
  }
}

/** Times in a dossier never run back, even when the clock of the machine does. */
export function momentAfter(now: Date, last: string | undefined): string {
  const at = now.toISOString();
  return last !== undefined && at < last ? last : at;
}
