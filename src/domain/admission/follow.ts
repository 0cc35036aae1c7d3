import { DomainError } from '../errors.ts';
import { admitSeen, type EventOf, type Procedure, type Read, type Shape, type Unasked } from './procedure.ts';

/** An event of a log as far as it is disclosed. */
export interface LoggedEvent {
  readonly seq: number;
  readonly type: string;
  readonly admission: number;
  readonly actor: string | null;
  readonly at: string | null;
  readonly payload: { readonly of: unknown; readonly namesPeople: boolean; readonly hasNote: boolean } | null;
}

/** An event that was read, before it is known to be in the shape of its type. */
export interface ReadEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly payload: unknown;
}

/** An event as a kind of dossier knows it. */
export type Told<S extends Shape> = EventOf<S, keyof S['payloads'] & string> & {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
};

/** How a kind of dossier is followed through its events. */
export interface Followable<S extends Shape, State extends S['state']> {
  readonly procedure: Procedure<S>;
  /** The event in the shape of its type. @throws DomainError `event-invalid` */
  readonly toEvent: (event: ReadEvent) => Told<S>;
  /** The state before the first event, of a kind of dossier that no event opens; null for all others. */
  readonly unopened: ((dossier: string) => State) | null;
  readonly start: (dossier: string, event: Told<S>) => State | undefined;
  readonly evolve: (state: State, event: Told<S>) => void;
}

/** What could not be asked of the events of a type, and of how many of them. */
export interface Unchecked {
  readonly type: string;
  readonly what: Unasked;
  readonly events: number;
}

export interface FollowedLog<State> {
  /** Made of what is disclosed; undefined where what the dossier opened with is not. */
  readonly state: State | undefined;
  /** The versions of the procedure under which the events were admitted, ascending. */
  readonly admissions: readonly number[];
  /** Empty where nothing is withheld. */
  readonly unchecked: readonly Unchecked[];
}

/**
 * Follows a dossier through its events: asks of each what the procedure asks, as far as what that reads is disclosed, and makes the state of
 * what is.
 * @param onEvent is asked of each event before it is folded in, with the state before it, and what is known by then
 * @throws DomainError `event-not-allowed` with the sequence number and the broken rule, `event-invalid`
 */
export function follow<S extends Shape, State extends S['state']>(
  { procedure, toEvent, unopened, start, evolve }: Followable<S, State>,
  dossier: string,
  events: Iterable<LoggedEvent>,
  onEvent: (told: Told<S> | null, seq: number, state: State | undefined, knows: (read: Read<S>) => boolean) => void,
): FollowedLog<State> {
  let state = unopened?.(dossier);
  let phases: Partial<S['phases']> | undefined = state && procedure.phaseOf(state);
  let admission = 1;
  let lastAt = '';
  const admissions = new Set<number>();
  const unchecked = new Map<string, Unchecked & { events: number }>();
  const unknown = new Set<string>();
  const knows = (read: Read<S>): boolean => !unknown.has(read);
  for (const { seq, type, admission: admitted, actor, at, payload } of events) {
    lastAt = at ?? lastAt;
    if (!isTypeOf(procedure, type)) throw new DomainError('event-invalid', { seq, type, reason: 'unknown type' });
    if (!payload) unknown.add(type);
    if (!payload?.namesPeople) unknown.add(`${type}/person`);
    if (!payload?.hasNote) unknown.add(`${type}/note`);
    if (!payload || actor === null) unknown.add(`${type}/actor`);
    const told = payload ? toEvent({ seq, type, at: lastAt, actor: actor ?? '', payload: payload.of }) : null;
    try {
      if (admitted < admission) throw new DomainError('admission-falls', { version: admitted, before: admission });
      admission = admitted;
      admissions.add(admitted);
      const seen = { type, payload: told ? told.payload : null, actor };
      const { phases: after, unasked } = admitSeen(procedure, { state, phases, knows }, seen, admitted);
      phases = after;
      for (const what of unasked) {
        const key = `${type} ${what}`;
        unchecked.set(key, { type, what, events: (unchecked.get(key)?.events ?? 0) + 1 });
      }
      onEvent(told, seq, state, knows);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new DomainError('event-not-allowed', { seq, rule: error.code, details: error.details });
    }
    if (!told) continue;
    if (state !== undefined) evolve(state, told);
    else state = start(dossier, told);
  }
  return { state, admissions: [...admissions].sort((a, b) => a - b), unchecked: [...unchecked.values()] };
}

const isTypeOf = <S extends Shape>(procedure: Procedure<S>, type: string): type is keyof S['payloads'] & string =>
  Object.hasOwn(procedure.steps, type);
