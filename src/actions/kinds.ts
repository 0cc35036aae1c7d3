import type { LoggedText } from '../chain/chain.ts';
import { withheldIn } from '../chain/opened.ts';
import type { RuleSets } from '../criteria/rule-sets.ts';
import type { Unchecked } from '../domain/admission/follow.ts';
import type { Shape } from '../domain/admission/procedure.ts';
import type { Edition } from '../domain/disclosure/edition.ts';
import { DomainError } from '../domain/errors.ts';
import type { Listing } from '../domain/listing.ts';
import type { RulesStanding } from '../domain/rules/standing.ts';
import type { OwnPoints } from '../domain/tender/own-points.ts';
import type { EditedEvent } from '../exchange/dossier-file.ts';
import type { Storage } from '../storage/database.ts';
import { accountsKind } from './accounts.ts';
import { type Audit, type AuditedKind, auditDossier, type Origin } from './audit.ts';
import { contractKind } from './contracts.ts';
import { decisionKind } from './decisions.ts';
import { type Foldable, partsOf } from './dossier-kind.ts';
import { editionsOf } from './editions.ts';
import { foldStored } from './fold.ts';
import { proveOrigin } from './prove-origin.ts';
import { planKind } from './purchase-plans.ts';
import { type DossierToVerify, readStored } from './read-stored.ts';
import { tenderKind } from './tenders.ts';

/** Every kind of dossier that there is: who verifies, audits or lists dossiers asks here what kind one is. */
export const KINDS = {
  tender: kind(tenderKind),
  decision: kind(decisionKind),
  contract: kind(contractKind),
  plan: kind(planKind),
  accounts: kind(accountsKind),
} as const satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as KindName[];

/** The kind that a dossier is of, by its id. @throws DomainError `unknown-kind` */
export function kindOf(dossier: string): KindName {
  const found = KIND_NAMES.find((name) => dossier.startsWith(KINDS[name].prefix));
  if (!found) throw new DomainError('unknown-kind', { dossier });
  return found;
}

/** What is proven of a dossier, whatever its kind: in degrees, by what is disclosed of it. */
export interface Verdict {
  /** The versions of the procedure under which the events were admitted, ascending. */
  readonly admissions: readonly number[];
  /** How many parts are withheld, each proven to be there by its digest. */
  readonly withheld: number;
  /** What of the procedure could not be asked, because it reads what is withheld. */
  readonly unchecked: readonly Unchecked[];
  readonly rules: RulesStanding | null;
  /** The engine of the outcome that was computed again; null where none was. */
  readonly engine: number | null;
  readonly outcome: 'none' | 'confirmed' | 'different' | 'own-points' | 'withheld';
  readonly ownPoints: OwnPoints | null;
  /** The events of other dossiers that it follows from, and whether they were looked up. */
  readonly follows: readonly (Origin & { readonly proven: boolean })[];
}

const NOBODY: ReadonlySet<string> = new Set();

/** What lists say of a dossier as it stands, and up to which event. */
export interface ListedAs {
  readonly kind: string;
  readonly seq: number;
  readonly listing: Listing;
}

interface Kind {
  readonly prefix: string;
  readonly editions: readonly Edition['of'][];
  /**
   * What lists say of a stored dossier, from its log; null for one that stands in no list.
   * @throws DomainError what `foldStored` throws
   */
  readonly listed: (storage: Storage, dossier: string) => ListedAs | null;
  /** The same of a dossier that is verified. @throws DomainError what `verify` throws */
  readonly prove: (
    log: DossierToVerify,
    ruleSets: RuleSets,
  ) => { readonly verdict: Verdict; readonly listed: ListedAs | null };
  /**
   * Verifies a dossier whose chain was read: on the server, of a file and of a database alike.
   * @throws DomainError what `auditDossier` throws, `part-withheld` where something is missing of a whole edition
   */
  readonly verify: (toVerify: DossierToVerify, ruleSets: RuleSets) => Verdict;
  /**
   * Verifies a whole dossier, and then withholds of it what an edition has not, for as many editions as are asked.
   * @param logged what the events of the dossier were read from
   * @throws DomainError what verifying and `editionsOf` throw
   */
  readonly edit: (
    toEdit: DossierToVerify,
    logged: readonly LoggedText[],
    ruleSets: RuleSets,
  ) => (edition: Edition) => EditedEvent[];
}

function kind<S extends Shape, State extends Foldable & S['state'], Command, Outcome>(
  audited: AuditedKind<S, State, Command, Outcome>,
): Kind {
  const listedAs = (state: State, seq: number): ListedAs | null =>
    audited.listed && { kind: audited.listed.kind, seq, listing: audited.listed.of(state) };
  return {
    prefix: audited.prefix,
    editions: audited.editions,
    listed: (storage, dossier) => {
      if (!audited.listed) return null;
      const { state, place } = foldStored(audited, storage, dossier);
      return listedAs(state, place.last!.seq);
    },
    prove: (log, ruleSets) => {
      const audit = verifyDossier(audited, log, ruleSets);
      const { state } = audit;
      return {
        verdict: verdictOf(audited, audit, 0),
        listed: state ? listedAs(state, log.events.length) : null,
      };
    },
    verify: (toVerify, ruleSets) =>
      verdictOf(audited, verifyDossier(audited, toVerify, ruleSets), withheldOf(audited, toVerify)),
    edit: (...toEdit) => editProven(audited, ...toEdit).edit,
  };
}

/**
 * The same as {@link Kind.edit} of a dossier of a known kind.
 * @returns also the state of the dossier, undefined where that is withheld
 * @throws DomainError what verifying and `editionsOf` throw
 */
export function editProven<S extends Shape, State extends Foldable & S['state'], Command, Outcome>(
  audited: AuditedKind<S, State, Command, Outcome>,
  toEdit: DossierToVerify,
  logged: readonly LoggedText[],
  ruleSets: RuleSets,
): { readonly state: State | undefined; readonly edit: (edition: Edition) => EditedEvent[] } {
  const audit = verifyDossier(audited, toEdit, ruleSets);
  requireOutcome(audit);
  const { state } = audit;
  return { state, edit: editionsOf(audited, logged, state ? audited.awarded(state) : NOBODY, toEdit.events) };
}

/** The one way in which a dossier is verified. See {@link auditDossier}; of an edition that calls itself whole nothing may be missing. */
function verifyDossier<S extends Shape, State extends Foldable & S['state'], Command, Outcome>(
  audited: AuditedKind<S, State, Command, Outcome>,
  { dossier, edition, events }: DossierToVerify,
  ruleSets: RuleSets,
  withToday = false,
) {
  if (edition.of === 'whole') {
    const incomplete = events.find((event) => withheldIn(event, partsOf(audited, event)) > 0);
    if (incomplete) throw new DomainError('part-withheld', { seq: incomplete.seq });
  } else if (!audited.editions.includes(edition.of)) {
    throw new DomainError('no-such-edition', { edition: edition.of });
  }
  const audit = auditDossier(
    audited,
    dossier,
    events,
    ruleSets,
    edition.of === 'bidder' ? edition.bid : null,
    withToday,
  );
  if (edition.of === 'whole' && audit.state === undefined) throw new DomainError('unknown-dossier', { dossier });
  return audit;
}

/** Nothing is made of an outcome that does not follow from its inputs. @throws DomainError `outcome-differs` */
function requireOutcome({ reRun }: Pick<Audit<unknown, unknown>, 'reRun'>): void {
  if (reRun && !reRun.identical) throw new DomainError('outcome-differs');
}

/**
 * Requires that a stored dossier is in order, and that its outcome follows from its inputs: before something is made of it.
 * @throws DomainError `outcome-differs`, and what {@link verifyStored} throws
 */
export function requireSound(
  services: { readonly storage: Storage; readonly ruleSets: RuleSets },
  dossier: string,
): void {
  const { outcome } = KINDS[kindOf(dossier)].verify(readStored(services.storage, dossier), services.ruleSets);
  if (outcome === 'different') throw new DomainError('outcome-differs');
}

/**
 * Verifies a stored dossier: its rows, each, all that a file is verified for, and that what it follows from is there.
 * @param withToday whether the newest engine computes the outcome too
 * @throws DomainError `chain-broken`, `link-broken`, and what {@link verifyDossier} throws
 */
export function verifyStored<S extends Shape, State extends Foldable & S['state'], Command, Outcome>(
  audited: AuditedKind<S, State, Command, Outcome>,
  { storage, ruleSets }: { readonly storage: Storage; readonly ruleSets: RuleSets },
  dossier: string,
  withToday = false,
) {
  const log = readStored(storage, dossier);
  const audit = verifyDossier(audited, log, ruleSets, withToday);
  const verdict = verdictOf(audited, audit, 0);
  for (const origin of verdict.follows) proveOrigin(storage, origin);
  const follows = verdict.follows.map((origin) => ({ ...origin, proven: true }));
  return { audit, verdict: { ...verdict, follows }, head: log.head, events: log.events.length };
}

function verdictOf<State>(
  kind: { readonly follows: (state: State) => readonly Origin[] },
  audit: Audit<State, unknown>,
  withheld: number,
): Verdict {
  const { state, admissions, unchecked, rules, reRun, ownPoints, outcomesWithheld } = audit;
  const follows = state === undefined ? [] : kind.follows(state).map((origin) => ({ ...origin, proven: false }));
  const [engine, outcome] = [reRun?.engine ?? null, outcomeOf()];
  return { admissions, withheld, unchecked, rules, engine, outcome, ownPoints, follows };

  function outcomeOf(): Verdict['outcome'] {
    if (reRun && !reRun.identical) return 'different';
    if (outcomesWithheld === 0) return reRun ? 'confirmed' : 'none';
    if (ownPoints && ownPoints.different.length > 0) return 'different';
    return ownPoints && ownPoints.recomputed > 0 ? 'own-points' : 'withheld';
  }
}

/** Of a whole dossier nothing is withheld: that has been required. */
const withheldOf = (audited: Parameters<typeof partsOf>[0], { edition, events }: DossierToVerify): number =>
  edition.of === 'whole' ? 0 : events.reduce((sum, event) => sum + withheldIn(event, partsOf(audited, event)), 0);
