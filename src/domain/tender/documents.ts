import type { Viewer } from '../roles.ts';
import { placeIn } from '../rules/place.ts';
import { isChair, mustDeclare, seesOnlyThisRound } from './access.ts';
import { isVeiledFrom } from './anonymity.ts';
import { documentsOf } from './state/documents.ts';
import { currentRound, isShutOut } from './state/rounds.ts';
import type { BidDocument, TenderState } from './state/state.ts';
import { maySeeThing } from './visibility.ts';

/** A document as somebody may know it. */
export interface SeenDocument {
  readonly document: BidDocument;
  /** The number that stands for its name, for who must not know yet whose bid is whose: a name can tell. Null for who may. */
  readonly anonymousAs: number | null;
}

/**
 * The documents of a bid that this person may see now: none of who takes part and has not declared any interests, who is kept out of that bid, or who assesses in
 * a further round in which it is not; those that came sealed once prices may be seen.
 */
export function documentsFor(state: Readonly<TenderState>, viewer: Viewer, bid: string): SeenDocument[] {
  if (!maySeeThing(state, viewer, 'documents') || !maySeeContent(state, viewer, bid)) return [];
  const pricesToo = maySeeThing(state, viewer, 'price-documents');
  const isVeiled = isVeiledFrom(state, viewer);
  return documentsOf(state, bid)
    .filter(({ ofPrice }) => pricesToo || !ofPrice)
    .map((document) => ({ document, anonymousAs: isVeiled ? numberOf(state, bid, document) : null }));
}

/** Whether somebody may see what stands in a bid. Who chairs typed it over, and so is asked for no declaration first. */
function maySeeContent(state: Readonly<TenderState>, viewer: Viewer, bid: string): boolean {
  if (!state.bids.has(bid) || isShutOut(state, viewer.id, bid)) return false;
  if (!isChair(state, viewer) && mustDeclare(state, viewer.id)) return false;
  return !seesOnlyThisRound(state, viewer) || isInRound(state, bid);
}

function isInRound(state: Readonly<TenderState>, bid: string): boolean {
  const { cells } = currentRound(state);
  return cells === null || [...cells.keys()].some((key) => placeIn(key).bid === bid);
}

/** The place in which it came in; one that is removed does not change those of the others. */
const numberOf = ({ documents }: Readonly<TenderState>, bid: string, document: BidDocument): number =>
  (documents.get(bid) ?? []).indexOf(document) + 1;
