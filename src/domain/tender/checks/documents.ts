import { DomainError } from '../../errors.ts';
import { hasSealed } from '../../rules/measures.ts';
import { bidsWithSealedDocuments, countOf, documentsOf } from '../state/documents.ts';
import type { TenderPayload } from '../state/events.ts';
import type { DocumentList, TenderState } from '../state/state.ts';

/** What documents of bids must satisfy; each throws a DomainError with the rule that is broken. */

/** Of one bid, in each of its two lists: what is shown, and what is in keeping. */
const MOST_DOCUMENTS = 100;

/** @throws DomainError `unknown-bid`, `lot-not-bid-for`, `too-many-documents`, `document-already-there` */
export function documentFits(state: TenderState, payload: TenderPayload<'document-added'>): void {
  requireRoom(state, state.documents, payload);
  const { bid, document } = payload;
  const same = documentsOf(state, bid).find(({ sha256 }) => sha256 === document.sha256);
  if (same) throw new DomainError('document-already-there', { document: same.name });
}

/** Whether the same is in keeping already is not told. @throws DomainError `documents-not-sealed`, `unknown-bid`, `lot-not-bid-for`, `too-many-documents` */
export function sealedDocumentFits(state: TenderState, payload: TenderPayload<'document-sealed'>): void {
  if (!hasSealed(state.rules)) throw new DomainError('documents-not-sealed');
  requireRoom(state, state.sealedDocuments, payload);
}

function requireRoom(
  state: TenderState,
  list: DocumentList,
  { bid, lot, document }: TenderPayload<'document-added'>,
): void {
  const handedIn = state.bids.get(bid);
  if (!handedIn) throw new DomainError('unknown-bid', { bid });
  if (lot !== undefined && !handedIn.lots.some((offer) => offer.lot === lot))
    throw new DomainError('lot-not-bid-for', { bid, lot });
  if (countOf(list, bid) >= MOST_DOCUMENTS) throw new DomainError('too-many-documents', { bid, most: MOST_DOCUMENTS });
  if ((list.get(bid) ?? []).some(({ id }) => id === document.id)) throw new DomainError('document-already-there');
}

/** @throws DomainError `document-not-there` */
export function documentIsThere(state: TenderState, { bid, document }: TenderPayload<'document-removed'>): void {
  if (!documentsOf(state, bid).some(({ id }) => id === document)) throw new DomainError('document-not-there');
}

/** @throws DomainError `nothing-sealed` */
export function somethingIsSealed(state: TenderState, { bid }: TenderPayload<'sealed-documents-removed'>): void {
  if (!bidsWithSealedDocuments(state).includes(bid)) throw new DomainError('nothing-sealed', { bid });
}
