import type { WholeEvent } from '../chain/opened.ts';
import type { Followable, Told } from '../domain/admission/follow.ts';
import { phasesAfter, type Shape } from '../domain/admission/procedure.ts';
import type { Prose } from '../explanation/blocks.ts';
import type { Foldable } from './dossier-kind.ts';

/** An event of a log, with its hash. */
export interface LogEvent {
  readonly event: WholeEvent;
  readonly hash: string;
  /** Of format 1: its hash is of what it says. */
  readonly isOpen: boolean;
}

/** Which events are asked for: of one person, of one type, of one phase; undefined for all. */
export interface AskedEvents {
  readonly person?: string | undefined;
  readonly kind?: string | undefined;
  readonly phase?: string | undefined;
}

/** An event with what it says in words. */
export interface ToldEvent extends LogEvent {
  /** In which it happened; null for a kind of dossier without phases. */
  readonly phase: string | null;
  readonly told: readonly Prose[];
}

/** A part of a log, newest first, and what of all of it can be asked for. */
export interface ReadPart {
  readonly rows: readonly ToldEvent[];
  /** How many events are asked for in all. */
  readonly total: number;
  readonly people: readonly string[];
  readonly kinds: readonly string[];
  readonly phases: readonly string[];
}

/** A kind of dossier whose log is told. */
export type ToldKind<S extends Shape, State extends S['state']> = Pick<
  Followable<S, State>,
  'procedure' | 'toEvent' | 'unopened' | 'start' | 'evolve'
>;

/**
 * A part of a log in words. What an event changed follows from the state before it: the log is folded once, as far as it is asked for, and no
 * more of it is put into words than is shown.
 * @param events whole, in their order
 * @param scope whose phases are told, of those that the procedure knows; null for none
 * @param page which part of what is asked for, from 1; null for all of it
 * @param tell what an event says, with the state before it; asked of what may be read only
 */
export function readLog<S extends Shape, State extends Foldable & S['state']>(
  kind: ToldKind<S, State>,
  dossier: string,
  events: readonly LogEvent[],
  scope: (keyof S['phases'] & string) | null,
  asked: AskedEvents,
  page: { readonly number: number; readonly size: number } | null,
  tell: (state: State | undefined, event: Told<S>) => readonly Prose[],
): ReadPart {
  const phases = phasesOf(kind, events, scope);
  const found = [...events.keys()].filter((place) => {
    const { actor, type } = events[place]!.event;
    return (
      (asked.person ?? actor) === actor &&
      (asked.kind ?? type) === type &&
      (asked.phase ?? phases[place]) === phases[place]
    );
  });
  const newest = found.toReversed();
  const shown = page ? newest.slice((page.number - 1) * page.size, page.number * page.size) : newest;
  const told = toldAt(kind, dossier, events, new Set(shown), tell);
  return {
    rows: shown.map((place) => ({ ...events[place]!, phase: phases[place]!, told: told.get(place) ?? [] })),
    total: found.length,
    people: [...new Set(events.map(({ event }) => event.actor))],
    kinds: [...new Set(events.map(({ event }) => event.type))],
    phases: [...new Set(phases.flatMap((phase) => phase ?? []))],
  };
}

/** The phase in which each event happened; of the first, the one that it opened. */
function phasesOf<S extends Shape, State extends S['state']>(
  { procedure }: ToldKind<S, State>,
  events: readonly LogEvent[],
  scope: (keyof S['phases'] & string) | null,
): (string | null)[] {
  if (scope === null) return events.map(() => null);
  let now: Partial<S['phases']> = {};
  return events.map(({ event }) => {
    const before = now;
    now = phasesAfter(procedure, event.type as keyof S['payloads'], now);
    return before[scope] ?? now[scope] ?? null;
  });
}

function toldAt<S extends Shape, State extends Foldable & S['state']>(
  { toEvent, unopened, start, evolve }: ToldKind<S, State>,
  dossier: string,
  events: readonly LogEvent[],
  places: ReadonlySet<number>,
  tell: (state: State | undefined, event: Told<S>) => readonly Prose[],
): ReadonlyMap<number, readonly Prose[]> {
  const told = new Map<number, readonly Prose[]>();
  // The newest of them stands first.
  const [last = -1] = places;
  let state = unopened?.(dossier);
  for (let place = 0; place <= last; place++) {
    const event = toEvent(events[place]!.event);
    if (places.has(place)) told.set(place, tell(state, event));
    if (state !== undefined) evolve(state, event);
    else state = start(dossier, event);
  }
  return told;
}
