import { canonicalJson } from '../chain/canonical.ts';
import { type ChainEvent, isCommittedEvent } from '../chain/chain.ts';
import { type OpenedEvent, openEvent } from '../chain/opened.ts';
import type { RuleSets } from '../criteria/rule-sets.ts';
import { rulesStanding } from '../criteria/rules-standing.ts';
import { type Followable, follow, type Told, type Unchecked } from '../domain/admission/follow.ts';
import type { Read, Shape } from '../domain/admission/procedure.ts';
import type { Edition } from '../domain/disclosure/edition.ts';
import { DomainError } from '../domain/errors.ts';
import type { RulesStanding } from '../domain/rules/standing.ts';
import type { OwnPoints } from '../domain/tender/own-points.ts';
import { type DossierKind, type Foldable, partsOf } from './dossier-kind.ts';

/** A kind of dossier that can be replayed: its procedure, and the engines that computed its stored outcomes. */
export interface AuditedKind<S extends Shape, State extends Foldable & S['state'], Command, Outcome>
  extends DossierKind<State, Told<S>, Command>,
    Pick<Followable<S, State>, 'procedure' | 'unopened'> {
  /** The version of the procedure with which events began to be committed to part by part. */
  readonly partsSince: number;
  /** The types of events that store an outcome. */
  readonly outcomes: readonly (keyof S['payloads'] & string)[];
  /** The outcome that an event stores, if it stores one. */
  readonly stored: (event: Told<S>) => Stored | undefined;
  /** What an outcome follows from: it is computed again where all of this is disclosed. */
  readonly computedFrom: (state: State) => readonly Read<S>[];
  /** Every engine that ever stored an outcome stays here, so that old dossiers re-run for ever. */
  readonly engines: Readonly<Record<number, Engine<State, Outcome>>>;
  /** What is disclosed of an outcome to one bidder, computed again: null where the kind has nothing of the sort. */
  readonly ownPoints: ((state: State, event: ChainEvent, bid: string) => OwnPoints | null) | null;
  /** The events of other dossiers that a dossier follows from: who verifies a database looks them up. */
  readonly follows: (state: State) => readonly Origin[];
  /** For whom there are editions besides the whole dossier, and whose bids got a lot, as a dossier stands. */
  readonly editions: readonly Edition['of'][];
  readonly awarded: (state: Readonly<State>) => ReadonlySet<string>;
  /** The rules that a dossier ever had, those that hold last, and the published ones of this kind; null for a kind without rules. */
  readonly rules: {
    readonly of: (state: State) => readonly Ruled[];
    readonly published: (
      ruleSets: RuleSets,
    ) => ReadonlyMap<string, { readonly rules: unknown; readonly sha256: string }>;
  } | null;
}

/** An event of another dossier, by its hash; its place where the dossier that follows from it names it. */
export interface Origin {
  readonly dossier: string;
  readonly seq: number | null;
  readonly hash: string;
}

/** One engine that computed outcomes: how, how to read what it stored, and who checks that without it. */
export interface Engine<State, Outcome> {
  readonly compute: (state: State, stored: Stored) => unknown;
  /** An outcome by the schema of this engine; null for what it cannot have stored. */
  readonly read: (outcome: unknown) => Outcome | null;
  /**
   * What of an outcome must be computed again to the last digit. A proof may be found in another way later on: the stored one is checked
   * instead.
   */
  readonly comparable: (outcome: Outcome) => unknown;
  /** What the independent checkers find wrong with a stored outcome; null for an engine that gave no proof with its outcomes. */
  readonly fault: ((state: State, outcome: Outcome) => string | null) | null;
}

/** What an event stores of a computation: the version of the engine, the outcome, and a suggestion that it was given. */
export interface Stored {
  readonly engine: number;
  readonly outcome: unknown;
  readonly suggestion?: readonly number[] | undefined;
}

export interface Ruled {
  readonly rules: { readonly id: string; readonly version: number };
  readonly rulesSha256: string;
}

export interface ReRun<Outcome> {
  readonly engine: number;
  /** Null when what is stored is no outcome at all. */
  readonly stored: Outcome | null;
  readonly recomputed: Outcome;
  /** Both as JSON, as it stands in the event and as it would stand there now. */
  readonly json: { readonly stored: unknown; readonly recomputed: unknown };
  readonly identical: boolean;
  /** What the newest engine makes of the same input: null where it is the same engine, and where it was not asked for. */
  readonly today: Today<Outcome> | null;
}

/** An outcome of the newest engine, or what that has against the input. */
export interface Today<Outcome> {
  readonly engine: number;
  readonly outcome: { readonly computed: Outcome } | { readonly refusal: DomainError };
}

export interface Audit<State, Outcome> {
  /** As far as it is disclosed; undefined where what the dossier opened with is not. */
  readonly state: State | undefined;
  /** The versions of the procedure under which the events were admitted, ascending. */
  readonly admissions: readonly number[];
  /** What could not be asked, because what it reads is withheld. */
  readonly unchecked: readonly Unchecked[];
  /** Null when it is not known, or the kind has no rules. */
  readonly rules: RulesStanding | null;
  /** The stored outcome beside the one that was computed just now from the stored inputs; null while there is none, and where it is withheld. */
  readonly reRun: ReRun<Outcome> | null;
  /** Of the last outcome that is withheld, but for what it says of one bidder. */
  readonly ownPoints: OwnPoints | null;
  /** How many outcomes are stored that could not be computed again, because something is withheld. */
  readonly outcomesWithheld: number;
}

/**
 * Replays a dossier, whole or in part: asks of every event whether it was allowed at its moment, holds its rules against the published ones,
 * and computes every stored outcome again, as far as it is disclosed. This is the one way in which a dossier is verified, on the server and
 * on the command line. The chain itself must have been read (and so proven) before.
 * @param bid of which it is said what the outcome says of it, in the edition of a bidder
 * @param withToday whether the newest engine computes the outcome too
 * @throws DomainError `event-not-allowed` with the sequence number and the broken rule, `event-invalid`, `rules-differ`
 */
export function auditDossier<S extends Shape, State extends Foldable & S['state'], Command, Outcome>(
  kind: AuditedKind<S, State, Command, Outcome>,
  dossier: string,
  events: readonly ChainEvent[],
  ruleSets: RuleSets,
  bid: string | null = null,
  withToday = false,
): Audit<State, Outcome> {
  let reRun: ReRun<Outcome> | null = null;
  let ownPoints: OwnPoints | null = null;
  let outcomesWithheld = 0;
  const outcomes = new Set<string>(kind.outcomes);
  const { state, admissions, unchecked } = follow(kind, dossier, opened(kind, events), (told, seq, before, knows) => {
    const event = events[seq - 1]!;
    if (!outcomes.has(event.type)) return;
    const stored = told && kind.stored(told);
    if (stored && before && kind.computedFrom(before).every(knows)) {
      // One outcome that differs is enough: a later one that is identical does not make it good.
      if (reRun?.identical !== false) reRun = compare(kind, before, stored, withToday);
    } else {
      outcomesWithheld++;
      const isWrong = (ownPoints?.different.length ?? 0) > 0;
      if (!isWrong) ownPoints = before && bid !== null ? (kind.ownPoints?.(before, event, bid) ?? null) : null;
    }
  });
  return { state, admissions, unchecked, rules: standingOf(kind, state, ruleSets), reRun, ownPoints, outcomesWithheld };
}

function compare<S extends Shape, State extends Foldable & S['state'], Command, Outcome>(
  { engines }: AuditedKind<S, State, Command, Outcome>,
  state: State,
  stored: Stored,
  withToday: boolean,
): ReRun<Outcome> {
  const { engine: version } = stored;
  const engine = Object.hasOwn(engines, version) ? engines[version] : undefined;
  if (!engine) throw new DomainError('unknown-engine', { engine: version });
  const again: unknown = JSON.parse(JSON.stringify(engine.compute(state, stored)));
  const recomputed = engine.read(again);
  if (!recomputed) throw new Error(`engine ${version} computed what its own schema cannot read`);
  const found = engine.read(stored.outcome);
  const identical =
    found !== null && canonicalJson(engine.comparable(found)) === canonicalJson(engine.comparable(recomputed));
  const fault = identical && engine.fault ? engine.fault(state, found) : null;
  if (fault !== null) throw new DomainError('certificate-wrong', { reason: fault });
  return {
    engine: version,
    stored: found,
    recomputed,
    json: { stored: stored.outcome, recomputed: again },
    identical,
    today: withToday ? computeToday(engines, state, stored) : null,
  };
}

/** The outcome of the newest engine, where the stored one is of another. */
function computeToday<State, Outcome>(
  engines: Readonly<Record<number, Engine<State, Outcome>>>,
  state: State,
  stored: Stored,
): Today<Outcome> | null {
  const newest = Math.max(...Object.keys(engines).map(Number));
  if (newest === stored.engine) return null;
  const engine = engines[newest]!;
  try {
    const computed = engine.read(JSON.parse(JSON.stringify(engine.compute(state, stored))));
    if (!computed) throw new Error(`engine ${newest} computed what its own schema cannot read`);
    return { engine: newest, outcome: { computed } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { engine: newest, outcome: { refusal: error } };
  }
}

function standingOf<S extends Shape, State extends Foldable & S['state'], Command, Outcome>(
  { rules }: AuditedKind<S, State, Command, Outcome>,
  state: State | undefined,
  ruleSets: RuleSets,
): RulesStanding | null {
  if (rules === null || state === undefined) return null;
  const published = rules.published(ruleSets);
  return rules
    .of(state)
    .map((own) => rulesStanding(own.rules, own.rulesSha256, published))
    .at(-1)!;
}

/** One event at a time: what an event says is large, and is not kept longer than it takes to follow it. */
function* opened(
  kind: Parameters<typeof partsOf>[0] & { readonly partsSince: number },
  events: readonly ChainEvent[],
): Generator<OpenedEvent> {
  for (const event of events) {
    const { seq, admission } = event;
    // Format 2 came with a version of the procedure: an event of it was admitted by none that is older.
    if (isCommittedEvent(event) && event.admission < kind.partsSince) {
      throw new DomainError('event-not-allowed', { seq, rule: 'unknown-admission', details: { version: admission } });
    }
    yield openEvent(event, partsOf(kind, event));
  }
}
