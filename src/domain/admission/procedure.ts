import { DomainError, type ErrorCode } from '../errors.ts';
import { ROLES, type Role } from '../roles.ts';

/** What a kind of dossier is made of, for its procedure. */
export interface Shape {
  readonly state: unknown;
  /** The payload of every type of event. */
  readonly payloads: object;
  /** In which capacity people take part. */
  readonly capacity: string;
  /** In which capacity people look on. */
  readonly reader: string;
  /** The states of every scope: of the dossier as a whole, and of parts of it. */
  readonly phases: Readonly<Record<string, string>>;
  /** From when on something is seen: its states, and what happens within them. */
  readonly moment: string;
}

/**
 * The procedure of one kind of dossier, as data: per type of event who may cause it, in which state, what is checked, where it leads
 * and who may see it. What is not in the table cannot happen. Whoever decides, audits, draws a button or lists a task reads this table.
 */
export interface Procedure<S extends Shape> {
  /**
   * The version of the table, recorded with every event from 2 on. A rule that becomes stricter gets a later `since`, so that what
   * was allowed in its day stays allowed.
   */
  readonly version: number;
  readonly capacities: Readonly<Record<S['capacity'], CapacityRule<S>>>;
  readonly readers: Readonly<Record<S['reader'], ReaderRule>>;
  readonly phaseOf: (state: S['state']) => S['phases'];
  /** Whether the dossier stands at this moment or beyond it. */
  readonly reached: (state: S['state'], moment: S['moment']) => boolean;
  readonly steps: Steps<S>;
  /** What is said when a dossier is opened twice, when something is asked of one that was never opened, and in the wrong state. */
  readonly codes: {
    readonly alreadyOpened: ErrorCode;
    readonly neverOpened: ErrorCode;
    readonly wrongState: Readonly<Record<keyof S['phases'], ErrorCode>>;
  };
}

/** Every type of event has its step: one that is forgotten does not compile. */
export type Steps<S extends Shape> = { readonly [T in keyof S['payloads']]: Step<S, S['payloads'][T]> };

/** A capacity in which people take part: which role an account needs for it, and whether this person has it in this dossier. */
export interface CapacityRule<S extends Shape> {
  /** Null where any role will do. */
  readonly role: Role | null;
  readonly holds: (state: S['state'], account: string) => boolean;
  /** From which events it is known who has it. */
  readonly reads: readonly Read<S>[];
  /** What is said to who does not have it. */
  readonly refusal: ErrorCode;
}

/** A capacity in which people look on, and the roles of which an account needs one for it; null for whoever caused an event. */
export interface ReaderRule {
  readonly roles: readonly Role[] | null;
}

export interface Step<S extends Shape, Payload> {
  /** The version of the table in which this type of event came. */
  readonly since: number;
  readonly by: S['capacity'];
  /** Where this is the second of two steps that two people take: who took the first. Null where one person is enough. */
  readonly second: null | SecondPerson<S, Payload>;
  /** 'opening' for what starts a dossier; else, per scope, the states in which it may happen. */
  readonly during: 'opening' | { readonly [Scope in keyof S['phases']]?: readonly S['phases'][Scope][] };
  /** The state that it leads to, per scope, or per state from which; null where it leaves the state as it is. */
  readonly opens: null | { readonly [Scope in keyof S['phases']]?: LeadsTo<S['phases'][Scope]> };
  /** Who may see that it happened, and who may see what it says. */
  readonly seen: { readonly that: Seen<S>; readonly what: Seen<S> };
  readonly checks: readonly Check<S, Payload>[];
}

/** Where an event leads: to one state whatever it was, or from some states to another. */
export type LeadsTo<Phase extends string> = Phase | { readonly [From in Phase]?: Phase };

/** Who took the first of two steps; null while nobody has. */
export interface SecondPerson<S extends Shape, Payload> {
  readonly first: (state: S['state'], payload: Payload) => string | null;
  /** From which events it is known. */
  readonly reads: readonly Read<S>[];
}

/** The states after an event, per scope. */
export function phasesAfter<S extends Shape>(
  procedure: Procedure<S>,
  type: keyof S['payloads'],
  before: Partial<S['phases']>,
): Partial<S['phases']> {
  const after: Partial<Record<string, string>> = { ...before };
  const { opens } = procedure.steps[type];
  for (const scope of Object.keys(opens ?? {})) {
    const to: LeadsTo<string> | undefined = opens?.[scope];
    const from = before[scope];
    const next = typeof to === 'string' ? to : from === undefined ? undefined : to?.[from];
    if (next !== undefined) after[scope] = next;
  }
  return after as Partial<S['phases']>;
}

/** Per reader from when on: always, never, or from a moment of the dossier on. */
export type Seen<S extends Shape> = Readonly<Record<S['reader'], 'always' | 'never' | S['moment']>>;

/** A rule about the content of an event: throws a DomainError where it is broken. */
export interface Check<S extends Shape, Payload> {
  /** The version of the table from which it is asked, and the last one in which it was; absent for one that is asked now. */
  readonly since: number;
  readonly until?: number;
  /** What it needs to know besides the payload of the event itself. */
  readonly reads: readonly Read<S>[];
  readonly check: (state: S['state'], payload: Payload, actor: string) => void;
}

/**
 * What a rule reads of a dossier: every event of a type so far; the accounts that such events name as well, who caused them, or what is noted with
 * them; or who caused the event that it is asked of. Of a dossier of which something is withheld, a rule is asked where all that it reads is disclosed.
 */
export type Read<S extends Shape> =
  | (keyof S['payloads'] & string)
  | `${keyof S['payloads'] & string}/${'person' | 'actor' | 'note'}`
  | 'actor';

/** A check from some version on. */
export const since = <S extends Shape, Payload>(
  version: number,
  check: Check<S, Payload>['check'],
  ...reads: readonly Read<S>[]
): Check<S, Payload> => ({ since: version, check, reads });

/** A check of some versions: what it refused may happen since, or is asked otherwise. */
export const between = <S extends Shape, Payload>(
  first: number,
  last: number,
  check: Check<S, Payload>['check'],
  ...reads: readonly Read<S>[]
): Check<S, Payload> => ({ since: first, until: last, check, reads });

/** A check that was always there. */
export const always = <S extends Shape, Payload>(
  check: Check<S, Payload>['check'],
  ...reads: readonly Read<S>[]
): Check<S, Payload> => since(1, check, ...reads);

/** An event that is about to happen, or happened: `T` is one type of it, or all. */
export type EventOf<S extends Shape, T extends keyof S['payloads'] = keyof S['payloads']> = {
  [K in T]: { readonly type: K; readonly payload: S['payloads'][K] };
}[T];

/**
 * May this event happen now, by this person, under this version of the table?
 * @param state undefined while the dossier is empty
 * @throws DomainError with the rule that is broken
 */
export function admitBy<S extends Shape, T extends keyof S['payloads']>(
  procedure: Procedure<S>,
  state: S['state'] | undefined,
  actor: string,
  { type, payload }: EventOf<S, T>,
  version: number = procedure.version,
): void {
  const step: Step<S, S['payloads'][T]> = procedure.steps[type];
  requireVersion(procedure, step, version);
  if (step.during === 'opening') {
    if (state !== undefined) throw new DomainError(procedure.codes.alreadyOpened);
  } else {
    if (state === undefined) throw new DomainError(procedure.codes.neverOpened);
    const refusal = refusalOfStep(procedure, state, actor, type);
    if (refusal) throw refusal;
  }
  if (state !== undefined) requireSecondPerson(step, state, actor, payload);
  // An opening step is checked on its payload alone: there is no state yet.
  for (const one of step.checks) if (isAsked(one, version)) one.check(state, payload, actor);
}

/** How far a dossier of which something is withheld was followed. */
export interface Followed<S extends Shape> {
  /** Made of the events that are disclosed; undefined while the first is not. */
  readonly state: S['state'] | undefined;
  /** Undefined before the first event. The types alone tell it. */
  readonly phases: Partial<S['phases']> | undefined;
  /** Whether all that a rule may read is disclosed so far. */
  readonly knows: (read: Read<S>) => boolean;
}

/** An event of which something may be withheld. */
export interface SeenEvent<S extends Shape, T extends keyof S['payloads']> {
  readonly type: T;
  /** Null when it is not disclosed. */
  readonly payload: S['payloads'][T] | null;
  readonly actor: string | null;
}

/** What could not be asked of an event: whether this person might cause it, whether what it says is allowed. */
export type Unasked = 'who' | 'what';

/**
 * Asks of an event what can be asked where something is withheld: its version and the state in which it may happen always, the rest where all
 * that it reads is disclosed.
 * @returns the phases after the event, and what could not be asked
 * @throws DomainError with the rule that is broken
 */
export function admitSeen<S extends Shape, T extends keyof S['payloads'] & string>(
  procedure: Procedure<S>,
  { state, phases, knows }: Followed<S>,
  { type, payload, actor }: SeenEvent<S, T>,
  version: number,
): { readonly phases: Partial<S['phases']>; readonly unasked: ReadonlySet<Unasked> } {
  const step: Step<S, S['payloads'][T]> = procedure.steps[type];
  const unasked = new Set<Unasked>();
  requireVersion(procedure, step, version);
  if (step.during === 'opening') {
    if (phases !== undefined) throw new DomainError(procedure.codes.alreadyOpened);
  } else {
    if (phases === undefined) throw new DomainError(procedure.codes.neverOpened);
    const refusal = refusalOfPhase(procedure, step.during, phases);
    if (refusal) throw refusal;
    const { holds, reads, refusal: code }: CapacityRule<S> = procedure.capacities[step.by];
    if (actor === null || state === undefined || !reads.every(knows)) unasked.add('who');
    else if (!holds(state, actor)) throw new DomainError(code, { actor });
  }
  if (step.second !== null) {
    if (actor === null || payload === null || state === undefined || !step.second.reads.every(knows))
      unasked.add('who');
    else requireSecondPerson(step, state, actor, payload);
  }
  for (const { reads, check, ...asked } of step.checks) {
    if (!isAsked(asked, version)) continue;
    const missing = reads.filter((read) => (read === 'actor' ? actor === null : !knows(read)));
    if (payload === null || (step.during !== 'opening' && state === undefined)) unasked.add('what');
    else if (missing.length === 0) check(state, payload, actor ?? '');
    else unasked.add(missing.every(isOfPeople) ? 'who' : 'what');
  }
  return { phases: phasesAfter(procedure, type, phases ?? {}), unasked };
}

const isAsked = ({ since, until }: { readonly since: number; readonly until?: number }, version: number): boolean =>
  version >= since && version <= (until ?? version);

const isOfPeople = (read: string): boolean => read === 'actor' || read.endsWith('/person') || read.endsWith('/actor');

function requireVersion<S extends Shape, Payload>(
  procedure: Procedure<S>,
  step: Step<S, Payload>,
  version: number,
): void {
  if (version > procedure.version || version < step.since) throw new DomainError('unknown-admission', { version });
}

/** The same question, answered instead of thrown: undefined when the event may happen. */
export function refusalBy<S extends Shape, T extends keyof S['payloads']>(
  procedure: Procedure<S>,
  state: S['state'] | undefined,
  actor: string,
  event: EventOf<S, T>,
): DomainError | undefined {
  try {
    admitBy(procedure, state, actor, event);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** Whether this is the person and the moment for such an event, whatever it will say: undefined when it is. */
export function refusalOfStep<S extends Shape>(
  procedure: Procedure<S>,
  state: S['state'],
  actor: string,
  type: keyof S['payloads'],
): DomainError | undefined {
  const { by, during } = procedure.steps[type];
  if (during === 'opening') return new DomainError(procedure.codes.alreadyOpened);
  const capacity: CapacityRule<S> = procedure.capacities[by];
  if (!capacity.holds(state, actor)) return new DomainError(capacity.refusal, { actor });
  return refusalOfPhase(procedure, during, procedure.phaseOf(state));
}

function refusalOfPhase<S extends Shape>(
  { codes }: Procedure<S>,
  during: { readonly [Scope in keyof S['phases']]?: readonly S['phases'][Scope][] },
  phases: Partial<S['phases']>,
): DomainError | undefined {
  for (const scope of Object.keys(during)) {
    const needed: readonly string[] = during[scope] ?? [];
    const phase = phases[scope];
    if (phase === undefined || !needed.includes(phase))
      return new DomainError(codes.wrongState[scope as keyof S['phases']], { scope, phase, needed: [...needed] });
  }
  return undefined;
}

/** Whether a reader may see of an event that it happened, or what it says, as the dossier stands. */
export function maySee<S extends Shape>(
  { reached }: Procedure<S>,
  state: S['state'],
  reader: S['reader'],
  seen: Seen<S>,
): boolean {
  const from: 'always' | 'never' | S['moment'] = seen[reader];
  return from === 'always' || (from !== 'never' && reached(state, from));
}

/** The roles that an account needs to cause any of these events. */
export const rolesToCause = <S extends Shape>(
  { steps, capacities }: Procedure<S>,
  ...types: readonly (keyof S['payloads'])[]
): Role[] => {
  const asked = types.map((type) => capacities[steps[type].by as S['capacity']].role);
  return [...new Set(asked.flatMap((role) => (role === null ? ROLES : [role])))];
};

/** The roles in which somebody may see it at some moment; whoever caused an event is not counted. */
export function rolesToSee<S extends Shape>({ readers }: Procedure<S>, seen: Seen<S>): Role[] {
  const roles = (Object.keys(readers) as S['reader'][]).flatMap((reader) => {
    const { roles } = readers[reader];
    return roles === null || seen[reader] === 'never' ? [] : roles;
  });
  return [...new Set(roles)];
}

/** @throws DomainError `nothing-to-confirm` while nobody took the first step, `second-person-needed` to who did */
function requireSecondPerson<S extends Shape, Payload>(
  { second }: Step<S, Payload>,
  state: S['state'],
  actor: string,
  payload: Payload,
): void {
  if (second === null) return;
  const first = second.first(state, payload);
  if (first === null) throw new DomainError('nothing-to-confirm');
  if (first === actor) throw new DomainError('second-person-needed');
}
