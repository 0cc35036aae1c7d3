import { DomainError } from '../../errors.ts';
import { checkBid } from '../../rules/bid.ts';
import { COMMON, rulesIn } from '../../rules/in-lot.ts';
import { hasSealed } from '../../rules/measures.ts';
import { placeKey } from '../../rules/place.ts';
import { type PriceOffer, partsOf } from '../../rules/price-rules.ts';
import {
  checkAssessed,
  checkFallen,
  checkOffered,
  checkSealed,
  fallenIn,
  pricedPlaces,
  validPlaces,
} from '../../scoring/input.ts';
import { comparePrice } from '../../scoring/price.ts';
import { opensWithPrices } from '../state/documents.ts';
import type { TenderPayload } from '../state/events.ts';
import { isExcluded } from '../state/rounds.ts';
import { everAwarded, type TenderState } from '../state/state.ts';

/** What bids, and the prices in them, must satisfy; each throws a DomainError with the rule that is broken. */

/** The growth path itself must be complete; falling short is a fact about the bid, not an error. */
export function bidFitsRules(state: TenderState, { bid }: TenderPayload<'bid-registered'>): void {
  checkBid(state.rules, state.bids.values(), bid);
  validPlaces(state.rules, [bid]);
}

/** @throws DomainError `unknown-bid`, and what `checkBid` throws of it beside the others */
export function correctionFitsRules(state: TenderState, { bid }: TenderPayload<'bid-corrected'>): void {
  requireBid(state, bid.id);
  checkBid(
    state.rules,
    [...state.bids.values()].filter(({ id }) => id !== bid.id),
    bid,
  );
  validPlaces(state.rules, [bid]);
}

/** @throws DomainError `unknown-bid` */
export function bidIsThere(state: TenderState, { bid }: { readonly bid: string }): void {
  requireBid(state, bid);
}

function requireBid({ bids }: TenderState, bid: string): void {
  if (!bids.has(bid)) throw new DomainError('unknown-bid', { bid });
}

/** @throws DomainError `not-yet-ranked`, `already-set-aside`, and what `checkFallen` throws */
export function bidCanFall(state: TenderState, { fallen }: TenderPayload<'bid-set-aside'>): void {
  checkFallen(state.rules, state.bids.values(), fallen);
  if (fallen.stage === 'withdrawn' && !everAwarded(state)) throw new DomainError('not-yet-ranked', { bid: fallen.bid });
  const lots = fallen.lot === undefined ? state.bids.get(fallen.bid)!.lots.map(({ lot }) => lot) : [fallen.lot];
  const known =
    fallen.lot === undefined
      ? state.fallen.some((one) => one.bid === fallen.bid && one.lot === undefined)
      : state.fallen.some((one) => one.bid === fallen.bid && (one.lot ?? fallen.lot) === fallen.lot);
  if (known && lots.every((lot) => fallenIn(state.fallen, fallen.bid, lot) !== undefined)) {
    throw new DomainError('already-set-aside', { bid: fallen.bid });
  }
}

/** @throws DomainError `wrong-phase`: the first tables knew it only after quality was closed */
export function qualityIsClosed({ phase }: TenderState): void {
  if (phase === 'quality-closed' || phase === 'awarded') return;
  throw new DomainError('wrong-phase', { scope: 'tender', phase, needed: ['quality-closed', 'awarded'] });
}

/** @throws DomainError `unknown-bid`, `unknown-lot`, `lot-not-bid-for`, `not-set-aside` */
export function bidCanCountAgain(state: TenderState, { bid, lot }: TenderPayload<'bid-reinstated'>): void {
  checkFallen(state.rules, state.bids.values(), {
    bid,
    ...(lot === undefined ? {} : { lot }),
    stage: 'reinstated',
    reason: '-',
  });
  const lots = lot === undefined ? state.bids.get(bid)!.lots.map((offer) => offer.lot) : [lot];
  if (lots.every((one) => fallenIn(state.fallen, bid, one) === undefined)) {
    throw new DomainError('not-set-aside', { bid });
  }
}

/** @throws DomainError `price-not-asked`, what {@link checkOffered} and `comparePrice` throw */
export function sealedPriceFits(state: TenderState, { price }: { readonly price: PriceOffer }): void {
  const { rules, bids } = state;
  if (!hasSealed(rules)) throw new DomainError('price-not-asked', { bid: price.bid, lot: price.lot, part: 'price' });
  const opened = pricedPlaces(rules, bids.values()).some(({ bid, lot }) => bid === price.bid && lot === price.lot);
  if (!opened) checkAssessed(rules, bids.values(), price);
  checkSealed(rules, price);
  if (price.lot !== COMMON && partsOf(rules.price).length > 0) comparePrice(rulesIn(rules, price.lot).price, price);
}

/** @throws DomainError `price-not-asked`, `prices-final`, what {@link sealedPriceFits} throws */
export function priceFits(state: TenderState, { price }: TenderPayload<'price-recorded'>): void {
  if (!hasSealed(state.rules)) {
    throw new DomainError('price-not-asked', { bid: price.bid, lot: price.lot, part: 'price' });
  }
  if (everAwarded(state) && state.prices.has(placeKey(price.bid, price.lot))) throw new DomainError('prices-final');
  sealedPriceFits(state, { price });
}

/** The first tables closed all prices with the first award. @throws DomainError `prices-final` */
export function nothingWasAwardedYet(state: TenderState): void {
  if (everAwarded(state)) throw new DomainError('prices-final');
}

/** @throws DomainError `price-not-there`, `price-unchanged`, what {@link sealedPriceFits} throws */
export function priceCanBeCorrected(state: TenderState, { price }: TenderPayload<'price-corrected'>): void {
  sealedPriceFits(state, { price });
  const known = state.prices.get(placeKey(price.bid, price.lot));
  if (!known) throw new DomainError('price-not-there', { bid: price.bid, lot: price.lot });
  if (JSON.stringify(known.price) === JSON.stringify(price)) {
    throw new DomainError('price-unchanged', { bid: price.bid, lot: price.lot });
  }
}

/** @throws DomainError `prices-not-opened` */
export function pricesAreOpened(state: TenderState): void {
  if (hasSealed(state.rules) && !state.pricesOpened) throw new DomainError('prices-not-opened');
}

/** What is open is not sealed any more: a price that was wrong is corrected. @throws DomainError `prices-open` */
export function nothingIsOpened({ pricesOpened }: TenderState): void {
  if (pricesOpened) throw new DomainError('prices-open');
}

/** @throws DomainError `price-not-asked`, `nothing-to-open`: once open, only what is still sealed of a bid that counts again */
export function somethingToOpen(state: TenderState): void {
  if (!hasSealed(state.rules)) throw new DomainError('nothing-to-open');
  if (!state.pricesOpened) return;
  const closed = [...state.sealed].some(
    ([key, { price }]) => !state.prices.has(key) && !isExcluded(state, price.bid, price.lot),
  );
  const closedDocument = [...state.sealedDocuments].some(([bid, list]) =>
    list.some((one) => opensWithPrices(state, bid, one)),
  );
  if (!closed && !closedDocument) throw new DomainError('nothing-to-open');
}

/** @throws DomainError what {@link checkOffered} throws, `explanation-pending` */
export function explanationCanBeAsked(state: TenderState, payload: TenderPayload<'explanation-asked'>): void {
  checkOffered(state.rules, state.bids.values(), payload);
  const before = state.explanations.get(placeKey(payload.bid, payload.lot));
  if (before && before.judged === null) throw new DomainError('explanation-pending', { bid: payload.bid });
}

/** @throws DomainError `explanation-not-asked`, `already-judged` */
export function explanationWasAsked(state: TenderState, { bid, lot }: TenderPayload<'explanation-received'>): void {
  const asked = state.explanations.get(placeKey(bid, lot));
  if (!asked) throw new DomainError('explanation-not-asked', { bid });
  if (asked.judged) throw new DomainError('already-judged', { bid });
}

/** Judged once it was received; that nothing came is a judgement as well. @throws DomainError `explanation-not-asked`, `already-judged` */
export function explanationCanBeJudged(state: TenderState, payload: TenderPayload<'explanation-judged'>): void {
  explanationWasAsked(state, { ...payload, explanation: '' });
}
