import { canonicalJson } from '../chain/canonical.ts';
import type { EventBody } from '../chain/chain.ts';
import { DomainError } from '../domain/errors.ts';
import type { Storage } from '../storage/database.ts';
import { readStored } from './read-stored.ts';
import type { DossierKind, Foldable } from './shelf.ts';

/** A kind of dossier that can be replayed: its procedure, and the engines that computed its stored outcomes. */
export interface AuditedKind<State extends Foldable, Event, Command, Outcome>
  extends DossierKind<State, Event, Command> {
  /**
   * Asks of an event whether it was allowed at its moment, under the version of the procedure that it was admitted by.
   * @throws DomainError the broken rule
   */
  readonly admit: (state: State | undefined, actor: string, event: Event, admission: number) => void;
  /** The outcome that an event stores, if it stores one. */
  readonly stored: (event: Event) => Stored | undefined;
  /** An outcome by the schema of its engine; null for what no engine can have stored. */
  readonly read: (stored: Stored) => Outcome | null;
  /**
   * What of an outcome must be computed again to the last digit; all of it when left out. A proof may be found in another way later on:
   * the stored one is checked instead.
   */
  readonly comparable?: (outcome: Outcome) => unknown;
  /** What the independent checkers find wrong with a stored outcome; null when nothing is. */
  readonly fault?: (state: State, outcome: Outcome) => string | null;
  /** Every engine that ever stored an outcome stays here, so that old dossiers re-run for ever. */
  readonly engines: Readonly<Record<number, (state: State, stored: Stored) => unknown>>;
}

/** What an event stores of a computation: the version of the engine, the outcome, and a suggestion that it was given. */
export interface Stored {
  readonly engine: number;
  readonly outcome: unknown;
  readonly suggestion?: readonly number[] | undefined;
}

export interface Audit<State, Outcome> {
  readonly state: State;
  /** The versions of the procedure under which the events were admitted, ascending. */
  readonly admissions: readonly number[];
  /** The stored outcome beside the one that was computed just now from the stored inputs; null while there is none. */
  readonly reRun: null | {
    readonly engine: number;
    /** Null when what is stored is no outcome at all. */
    readonly stored: Outcome | null;
    readonly recomputed: Outcome;
    /** Both as JSON, as it stands in the event and as it would stand there now. */
    readonly json: { readonly stored: unknown; readonly recomputed: unknown };
    readonly identical: boolean;
  };
}

/**
 * Replays a dossier: asks of every event whether it was allowed at its moment, and computes every stored outcome again.
 * The chain itself must have been read (and so proven) before.
 * @throws DomainError `event-not-allowed` with the sequence number and the broken rule, `event-invalid`, `unknown-dossier`
 */
export function auditDossier<State extends Foldable, Event, Command, Outcome>(
  kind: AuditedKind<State, Event, Command, Outcome>,
  dossier: string,
  events: readonly EventBody[],
): Audit<State, Outcome> {
  let state: State | undefined;
  let reRun: Audit<State, Outcome>['reRun'] = null;
  const admissions = new Set<number>();
  let admission = 1;
  for (const body of events) {
    const event = kind.toEvent(body);
    try {
      const { admission: admitted = 1 } = body;
      if (admitted < admission) throw new DomainError('admission-falls', { version: admitted, before: admission });
      admission = admitted;
      admissions.add(admitted);
      kind.admit(state, body.actor, event, admitted);
      const stored = kind.stored(event);
      // One outcome that differs is enough: a later one that is identical does not make it good.
      if (stored && state && reRun?.identical !== false) reRun = compare(kind, state, stored);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new DomainError('event-not-allowed', { seq: body.seq, rule: error.code, details: error.details });
    }
    if (state) kind.evolve(state, event);
    else state = kind.start(dossier, event);
  }
  if (!state) throw new DomainError('unknown-dossier', { dossier });
  return { state, admissions: [...admissions].sort((a, b) => a - b), reRun };
}

/**
 * Proves the log of a stored dossier and replays it.
 * @throws DomainError `chain-broken`, and what {@link auditDossier} throws
 */
export function auditStored<State extends Foldable, Event, Command, Outcome>(
  kind: AuditedKind<State, Event, Command, Outcome>,
  storage: Storage,
  dossier: string,
): { readonly audit: Audit<State, Outcome>; readonly head: string; readonly events: number } {
  const { events, head } = readStored(storage, dossier);
  return { audit: auditDossier(kind, dossier, events), head, events: events.length };
}

function compare<State extends Foldable, Event, Command, Outcome>(
  kind: AuditedKind<State, Event, Command, Outcome>,
  state: State,
  stored: Stored,
): NonNullable<Audit<State, Outcome>['reRun']> {
  const { engine } = stored;
  const compute = kind.engines[engine];
  if (!compute) throw new DomainError('unknown-engine', { engine });
  const again: unknown = JSON.parse(JSON.stringify(compute(state, stored)));
  const recomputed = kind.read({ ...stored, outcome: again });
  if (!recomputed) throw new Error(`engine ${engine} computed what its own schema cannot read`);
  const found = kind.read(stored);
  const comparable = kind.comparable ?? ((whole: Outcome) => whole);
  const identical = found !== null && canonicalJson(comparable(found)) === canonicalJson(comparable(recomputed));
  const fault = identical ? (kind.fault?.(state, found) ?? null) : null;
  if (fault !== null) throw new DomainError('certificate-wrong', { reason: fault });
  return { engine, stored: found, recomputed, json: { stored: stored.outcome, recomputed: again }, identical };
}
