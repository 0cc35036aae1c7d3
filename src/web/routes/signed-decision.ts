import type { Account } from '../../actions/accounts.ts';
import { isSigned, mayDecide } from '../../domain/decision/access.ts';
import type { Services } from '../context.ts';
import { HttpError } from '../http-error.ts';
import { dossierFor } from './context.ts';

/**
 * The decision that a tender follows from: one that this officer signed, with the head of its dossier at that moment.
 * @throws HttpError 404 for a decision that is not there, not his or hers, or not signed
 */
export function signedDecision(
  { decisions, storage }: Services,
  account: Account,
  dossier: string,
): { dossier: string; head: string } | null {
  if (dossier === '') return null;
  const state = dossierFor(decisions, dossier, (one) => one !== undefined && mayDecide(one, account));
  if (!isSigned(state)) throw new HttpError(404);
  return { dossier, head: storage.events.head(dossier).hash };
}
