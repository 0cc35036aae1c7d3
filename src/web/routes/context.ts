import type { Account } from '../../actions/accounts.ts';
import type { Foldable } from '../../actions/dossier-kind.ts';
import type { Shelf } from '../../actions/shelf.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { scoredCriteria } from '../../domain/rules/criteria-tree.ts';
import { COMMON, hasCommon } from '../../domain/rules/in-lot.ts';
import { namesOf } from '../../domain/rules/names.ts';
import type { EvaluationInput } from '../../domain/scoring/input.ts';
import { conflictOf, isChair, mayViewTender, mustDeclare } from '../../domain/tender/access.ts';
import { refusalOfType } from '../../domain/tender/admit.ts';
import { veiled } from '../../domain/tender/anonymity.ts';
import { staysOutOf } from '../../domain/tender/checks/people.ts';
import { tenderProcedure } from '../../domain/tender/procedure.ts';
import type { TenderEventType } from '../../domain/tender/state/events.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { maySeeThing, seenFrom, type Thing } from '../../domain/tender/visibility.ts';
import type { WorkSize } from '../../messages/long-task.ts';
import { type Messages, withNames } from '../../messages/messages.ts';
import type { Asked } from '../asked.ts';
import type { Services } from '../context.ts';
import { HttpError } from '../http-error.ts';
import type { MakeLayout } from '../pages/layout.ts';
import type { Render } from '../render.ts';
import type { Routes } from '../routes.ts';
import type { Sessions } from '../session.ts';
import type { SheetDesk } from '../sheet-upload.ts';

/** What the routes of every feature are built with. */
export interface Web {
  readonly services: Services;
  readonly routes: Routes;
  readonly sessions: Sessions;
  readonly render: Render;
  readonly layout: MakeLayout;
  readonly sheets: SheetDesk;
}

/**
 * The tender in the path, when this person may see it; otherwise it does not exist for him or her (404). To who must not know whose bid is whose,
 * bidders have letters.
 */
export function tenderOf(services: Services, account: Account, { params, context }: Asked): Readonly<TenderState> {
  const mayKnow = (state: Readonly<TenderState> | undefined) => state !== undefined && mayViewTender(state, account);
  const state = dossierFor(services.tenders, params.tender, mayKnow);
  const shown = veiled(state, account, context.messages.bids.anonymous);
  context.names = namesOf(shown.rules, shown.bids.values());
  context.subject = shown.title;
  return shown;
}

/**
 * The dossier in the path, for who may know of it; for anybody else it does not exist (404), damaged or not.
 * @param mayKnow asked of the state; of a dossier whose log is damaged, of what can be proven of it, which may be nothing
 * @throws DomainError what is wrong with the log, to who may know of it
 */
export function dossierFor<State extends Foldable>(
  shelf: Pick<Shelf<State, never>, 'get' | 'proven'>,
  given: unknown,
  mayKnow: (state: Readonly<State> | undefined) => boolean,
): Readonly<State> {
  const dossier = String(given);
  let state: Readonly<State>;
  try {
    state = shelf.get(dossier);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'unknown-dossier' || !mayKnow(shelf.proven(dossier))) throw new HttpError(404);
    throw error;
  }
  if (!mayKnow(state)) throw new HttpError(404);
  return state;
}

/** Throws an error on, with the names of bidders and lots where it has their ids. */
export const naming =
  (m: Messages, { rules, bids }: Readonly<TenderState>) =>
  (error: unknown): never => {
    throw error instanceof DomainError ? withNames(m, error, namesOf(rules, bids.values())) : error;
  };

/** Refuses (403) what the rules of access do not allow. */
export function requireAccess(allowed: boolean): void {
  if (!allowed) throw new HttpError(403);
}

/**
 * Refuses what this person may not see of the tender, now: with a word on when it will be there for who may see it later, and with 403
 * for who may never.
 * @throws DomainError `not-yet-awarded`, `quality-still-open`, `prices-not-opened`
 */
export function requireSight(state: Readonly<TenderState>, account: Account, ...things: readonly Thing[]): void {
  for (const thing of things) {
    const refusal = refusedSight(state, account, thing);
    if (refusal) throw refusal;
  }
}

/** The same, answered instead of thrown: undefined for who may see it. */
export function refusedSight(
  state: Readonly<TenderState>,
  account: Account,
  thing: Thing,
): DomainError | HttpError | undefined {
  if (maySeeThing(state, account, thing)) return undefined;
  const from = seenFrom(state, account, thing);
  const conflict = conflictOf(state, account);
  if (conflict !== undefined && from === 'awarded' && tenderProcedure.reached(state, from)) {
    return new DomainError('conflict-of-interest', { bid: conflict });
  }
  if (from === 'awarded') return new DomainError('not-yet-awarded');
  if (from !== 'quality-closed' && from !== 'prices-opened') return new HttpError(403);
  const opens = tenderProcedure.reached(state, 'quality-closed') && !tenderProcedure.reached(state, from);
  return new DomainError(opens ? 'prices-not-opened' : 'quality-still-open');
}

/** @throws DomainError why this person cannot cause such an event now */
export function requireStep(state: Readonly<TenderState>, account: Account, type: TenderEventType): void {
  const refusal = refusalOfType(state, account.id, type);
  if (refusal) throw refusal;
}

/**
 * Refuses the content of bids to who takes part and has not declared any interests yet. Who chairs typed it over.
 * @throws DomainError `interests-not-declared`
 */
export function requireDeclared(state: Readonly<TenderState>, account: Account): void {
  if (!isChair(state, account) && mustDeclare(state, account.id)) throw new DomainError('interests-not-declared');
}

/**
 * The bid and the lot in the path, or 404.
 * @throws DomainError `interests-not-declared`, and `conflict-of-interest` for who is kept out of that bid
 */
export function placeOf(
  state: Readonly<TenderState>,
  account: Account,
  params: Readonly<Record<string, unknown>>,
): { readonly bid: Bid; readonly lot: string } {
  const bid = state.bids.get(String(params.bid));
  const isCommon = params.lot === COMMON && hasCommon(state.rules);
  const lot = isCommon ? COMMON : bid?.lots.find((offer) => offer.lot === params.lot)?.lot;
  if (!bid || lot === undefined) throw new HttpError(404);
  requireDeclared(state, account);
  staysOutOf(state, bid.id, account.id);
  return { bid, lot };
}

/** How much work this evaluation is, for who waits. */
export const sizeOf = ({ rules, bids }: Pick<EvaluationInput, 'rules' | 'bids'>): WorkSize => ({
  bids: bids.length,
  lots: rules.lots.length,
  criteria: scoredCriteria(rules).length,
});

/** The same of a tender. */
export const sizeOfTender = ({ rules, bids }: Readonly<TenderState>): WorkSize =>
  sizeOf({ rules, bids: [...bids.values()] });

export const tenderTrail = (state: Readonly<TenderState>): { href: string; label: string } => ({
  href: `/tenders/${state.dossier}`,
  label: state.title,
});
