import type { Account } from '../../actions/accounts.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { mayViewAward, mayViewTender } from '../../domain/tender/access.ts';
import type { TenderState } from '../../domain/tender/state.ts';
import { type Messages, withNames } from '../../messages/messages.ts';
import type { Services } from '../context.ts';
import { HttpError } from '../http-error.ts';
import type { MakeLayout } from '../pages/layout.ts';
import type { Render } from '../render.ts';
import type { Routes } from '../routes.ts';
import type { Sessions } from '../session.ts';

/** What the routes of every feature are built with. */
export interface Web {
  readonly services: Services;
  readonly routes: Routes;
  readonly sessions: Sessions;
  readonly render: Render;
  readonly layout: MakeLayout;
}

/** The tender in the path, when this person may see it; otherwise it does not exist for him or her (404). */
export function tenderOf(services: Services, account: Account, dossier: unknown): Readonly<TenderState> {
  let state: Readonly<TenderState>;
  try {
    state = services.tenders.get(String(dossier));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'unknown-dossier') throw new HttpError(404);
    throw error;
  }
  if (!mayViewTender(state, account)) throw new HttpError(404);
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

/** @throws DomainError `not-yet-awarded` while there is no award to look at */
export function requireAward(state: Readonly<TenderState>, account: Account): void {
  if (!mayViewAward(state, account)) throw new DomainError('not-yet-awarded', {});
}

/** @throws DomainError `quality-still-open` while consensus scores may still change */
export function requireQualityClosed(state: Readonly<TenderState>): void {
  if (state.phase !== 'quality-closed' && state.phase !== 'awarded') throw new DomainError('quality-still-open', {});
}

/** The bid and the lot in the path, or 404. */
export function placeOf(
  state: Readonly<TenderState>,
  params: Readonly<Record<string, unknown>>,
): { readonly bid: Bid; readonly lot: string } {
  const bid = state.bids.get(String(params.bid));
  const lot = bid?.lots.find((offer) => offer.lot === params.lot)?.lot;
  if (!bid || lot === undefined) throw new HttpError(404);
  return { bid, lot };
}

export const tenderTrail = (state: Readonly<TenderState>): { href: string; label: string } => ({
  href: `/tenders/${state.dossier}`,
  label: state.title,
});
