import { COMMON } from '../../rules/in-lot.ts';
import type { TenderPayload } from './events.ts';
import { isExcluded } from './rounds.ts';
import type { BidDocument, DocumentList, TenderState } from './state.ts';

/** The documents of a bid that can be shown: neither those that are still sealed, nor those that were removed. */
export const documentsOf = ({ documents }: Pick<TenderState, 'documents'>, bid: string): readonly BidDocument[] =>
  standing(documents, bid);

/** Documents of a bid that were removed after they could be shown. */
export const removedDocumentsOf = (
  { documents }: Pick<TenderState, 'documents'>,
  bid: string,
): readonly BidDocument[] => (documents.get(bid) ?? []).filter(({ removed }) => removed !== null);

/** Whether something of a bid is in keeping, and not opened: all that may be known of it. */
export const hasSealedDocuments = ({ sealedDocuments }: Pick<TenderState, 'sealedDocuments'>, bid: string): boolean =>
  standing(sealedDocuments, bid).length > 0;

/** The bids of which something is in keeping, and not opened. */
export const bidsWithSealedDocuments = ({ sealedDocuments }: Pick<TenderState, 'sealedDocuments'>): string[] =>
  [...sealedDocuments.keys()].filter((bid) => standing(sealedDocuments, bid).length > 0);

/** How many documents of a bid were ever taken into keeping, opened or not. */
export const everSealed = ({ documents, sealedDocuments }: TenderState, bid: string): number =>
  (sealedDocuments.get(bid)?.length ?? 0) + (documents.get(bid) ?? []).filter(({ ofPrice }) => ofPrice).length;

/** How many documents of a bid stand in one of its lists. */
export const countOf = (list: DocumentList, bid: string): number => standing(list, bid).length;

const standing = (list: DocumentList, bid: string): readonly BidDocument[] =>
  (list.get(bid) ?? []).filter(({ removed }) => removed === null);

/** Notes a document, as it came in. */
export function noteDocument(
  list: TenderState['documents'],
  { bid, lot, document }: TenderPayload<'document-added'>,
  at: string,
  ofPrice: boolean,
): void {
  list.set(bid, [...(list.get(bid) ?? []), { ...document, lot: lot ?? null, at, ofPrice, removed: null }]);
}

/** Notes why documents of a bid are not shown any more. @param which all that stand where it is not said */
export function noteRemoval(
  list: TenderState['documents'],
  bid: string,
  removed: NonNullable<BidDocument['removed']>,
  which: (document: BidDocument) => boolean = () => true,
): void {
  const after = (list.get(bid) ?? []).map((one) => (one.removed === null && which(one) ? { ...one, removed } : one));
  list.set(bid, after);
}

/** Whether a document in keeping would be shown when prices are opened: one of a bid that was excluded there stays closed. */
export const opensWithPrices = (state: TenderState, bid: string, { lot, removed }: BidDocument): boolean =>
  removed === null && state.bids.has(bid) && !isExcluded(state, bid, lot ?? COMMON);

/** What was in keeping is shown from here on, save of bids that were excluded. */
export function openSealedDocuments(state: TenderState): void {
  for (const [bid, list] of state.sealedDocuments) {
    const opened = list.filter((one) => opensWithPrices(state, bid, one));
    if (opened.length === 0) continue;
    state.documents.set(bid, [...(state.documents.get(bid) ?? []), ...opened]);
    state.sealedDocuments.set(
      bid,
      list.filter((one) => !opened.includes(one)),
    );
  }
}
