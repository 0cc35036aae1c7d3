import { z } from 'zod';
import { DomainError } from '../errors.ts';
import { shortest } from '../figures.ts';
import { compare, exact, toFractionText } from '../number.ts';
import { type Bid, bid, checkBid } from '../rules/bid.ts';
import { scoredCriteria } from '../rules/criteria-tree.ts';
import { growthPathShortfalls, type Shortfall } from '../rules/growth-path.ts';
import { type Place, type PlaceKey, placeKey } from '../rules/place.ts';
import { pricedRules, priceOffer } from '../rules/price-rules.ts';
import { biddable, type TenderRules, tenderRules } from '../rules/rules.ts';
import { decimalText, humanText, identifier } from '../text.ts';
import { checkRules } from './check-rules.ts';

/** The score that the committee agreed on for one criterion of one bid in one lot, with the reasons for it. */
export const consensusScore = z.strictObject({
  bid: identifier,
  lot: identifier,
  criterion: identifier,
  score: decimalText,
  motivation: humanText(20_000),
});

/** A bid that no longer counts: excluded before the ranking, or withdrawn after it. Without a lot: in all its lots. */
export const fallenBid = z.strictObject({
  bid: identifier,
  lot: identifier.optional(),
  stage: z.enum(['excluded', 'withdrawn']),
  reason: humanText(2000),
});
export type FallenBid = z.infer<typeof fallenBid>;

/** How a bid fell away in a lot, if it did. */
export const fallenIn = (fallen: readonly FallenBid[] | undefined, bid: string, lot: string): FallenBid | undefined =>
  fallen?.find((one) => one.bid === bid && (one.lot ?? lot) === lot);

/** Everything an evaluation depends on, and nothing else. */
export const evaluationInput = z.strictObject({
  /** Bidders, prices and scores are made up: whatever is made of it says so. */
  fictional: z.boolean().optional(),
  rules: tenderRules,
  bids: z.array(bid).min(1).max(500),
  consensus: z.array(consensusScore).max(200_000),
  /** One for every bid in every lot that is assessed, where the rules ask a price. */
  prices: z.array(priceOffer).max(50_000).optional(),
  fallen: z.array(fallenBid).max(1000).optional(),
  /** A draw that was held: the bids in the order in which they were drawn. Decides what the announced tie-break leaves equal. */
  draw: z.array(identifier).min(2).max(500).optional(),
});
export type EvaluationInput = z.infer<typeof evaluationInput>;

/** A bid in a lot is valid unless a commitment in it stays below an announced minimum. */
export const lotShortfalls = (rules: TenderRules, candidate: Bid, lot: string): Shortfall[] => {
  const offer = candidate.lots.find((one) => one.lot === lot);
  return rules.growthPath && offer?.growthPath ? growthPathShortfalls(rules.growthPath, offer.growthPath) : [];
};

/**
 * Checks that a self-contained input is complete and obeys its own rules.
 * @throws DomainError what {@link checkRules} and `checkBid` throw; `unknown-bid`, `unknown-lot`, `lot-not-bid-for`, `unknown-criterion`,
 *   `score-outside-scale`, `duplicate-score`, `score-for-invalid-bid`, `missing-score`
 */
export function checkInput(input: EvaluationInput): void {
  const { rules, bids, consensus } = input;
  checkRules(rules);
  bids.forEach((candidate, index) => {
    checkBid(rules, bids.slice(0, index), candidate);
  });

  const places = assessedLots(rules, bids);
  const assessed = new Set(places.map((place) => placeKey(place.bid, place.lot)));
  const criteria = new Set(scoredCriteria(rules).map((node) => node.criterion.id));
  const seen = new Set<string>();
  for (const entry of consensus) {
    if (!assessed.has(placeKey(entry.bid, entry.lot))) checkAssessed(rules, bids, entry);
    if (!criteria.has(entry.criterion)) throw new DomainError('unknown-criterion', { criterion: entry.criterion });
    checkOnScale(rules, entry.criterion, entry.score);
    const key = `${placeKey(entry.bid, entry.lot)} ${entry.criterion}`;
    if (seen.has(key)) {
      throw new DomainError('duplicate-score', { bid: entry.bid, lot: entry.lot, criterion: entry.criterion });
    }
    seen.add(key);
  }
  const excluded = (bidId: string, lot: string): boolean => fallenIn(input.fallen, bidId, lot)?.stage === 'excluded';
  for (const { bid: bidId, lot } of places) {
    if (excluded(bidId, lot)) continue;
    for (const criterion of criteria) {
      if (!seen.has(`${placeKey(bidId, lot)} ${criterion}`)) {
        throw new DomainError('missing-score', { bid: bidId, lot, criterion });
      }
    }
  }
  checkPrices(input, assessed);
  for (const fallen of input.fallen ?? []) checkFallen(rules, bids, fallen);
  if (input.draw) checkDraw(bids, input.draw);
}

/** @throws DomainError `price-not-asked`, `duplicate-price`, and for a bid that is not assessed there what {@link checkAssessed} throws */
function checkPrices({ rules, bids, prices = [] }: EvaluationInput, assessed: ReadonlySet<PlaceKey>): void {
  if (prices.length > 0 && !pricedRules(rules.price)) {
    throw new DomainError('price-not-asked', { bid: prices[0]!.bid, lot: prices[0]!.lot, part: 'price' });
  }
  const seen = new Set<PlaceKey>();
  for (const { bid: bidId, lot } of prices) {
    const key = placeKey(bidId, lot);
    if (!assessed.has(key)) checkAssessed(rules, bids, { bid: bidId, lot });
    if (seen.has(key)) throw new DomainError('duplicate-price', { bid: bidId, lot });
    seen.add(key);
  }
}

/** @throws DomainError `unknown-bid`, `lot-not-bid-for` */
export function checkFallen(rules: TenderRules, bids: Iterable<Bid>, { bid: bidId, lot }: FallenBid): void {
  const found = [...bids].find((one) => one.id === bidId);
  if (!found) throw new DomainError('unknown-bid', { bid: bidId });
  if (lot === undefined || found.lots.some((offer) => offer.lot === lot)) return;
  if (!biddable(rules).some((one) => one.id === lot)) throw new DomainError('unknown-lot', { lot });
  throw new DomainError('lot-not-bid-for', { bid: bidId, lot });
}

/** @throws DomainError `unknown-bid`, `draw-twice` */
export function checkDraw(bids: Iterable<Bid>, draw: readonly string[]): void {
  const known = new Set([...bids].map((one) => one.id));
  draw.forEach((bidId, index) => {
    if (!known.has(bidId)) throw new DomainError('unknown-bid', { bid: bidId });
    if (draw.indexOf(bidId) !== index) throw new DomainError('draw-twice', { bid: bidId });
  });
}

/** Every pair of a bid and a lot that must be assessed: the bid is for that lot and valid there. In the order of the rules. */
export function assessedLots(rules: TenderRules, bids: Iterable<Bid>): Place[] {
  const all = [...bids];
  return biddable(rules).flatMap((lot) =>
    all
      .filter((candidate) => candidate.lots.some((offer) => offer.lot === lot.id))
      .filter((candidate) => lotShortfalls(rules, candidate, lot.id).length === 0)
      .map((candidate) => ({ bid: candidate.id, lot: lot.id })),
  );
}

/** @throws DomainError `unknown-criterion`: there is no such criterion, or it is not one that is scored */
export function checkCriterion(rules: TenderRules, criterion: string): void {
  if (scoredCriteria(rules).some((node) => node.criterion.id === criterion)) return;
  throw new DomainError('unknown-criterion', { criterion });
}

/** @throws DomainError `unknown-bid`, `unknown-lot`, `lot-not-bid-for`, `score-for-invalid-bid` */
export function checkAssessed(
  rules: TenderRules,
  bids: Iterable<Bid>,
  place: { readonly bid: string; readonly lot: string },
): void {
  const found = [...bids].find((candidate) => candidate.id === place.bid);
  if (!found) throw new DomainError('unknown-bid', { bid: place.bid });
  if (!biddable(rules).some((lot) => lot.id === place.lot)) throw new DomainError('unknown-lot', { lot: place.lot });
  if (!found.lots.some((offer) => offer.lot === place.lot)) {
    throw new DomainError('lot-not-bid-for', { bid: place.bid, lot: place.lot });
  }
  if (lotShortfalls(rules, found, place.lot).length > 0) {
    throw new DomainError('score-for-invalid-bid', { bid: place.bid, lot: place.lot });
  }
}

/**
 * A score as it was announced: compared as numbers, so that "7.50" is the step "7.5" of the scale, and 7.5 points. What is no number and no
 * step stays as it is, for {@link checkOnScale}.
 */
export function scoreAsAnnounced(rules: TenderRules, criterion: string, score: string): string {
  if (!decimalText.safeParse(score).success) return score;
  const scoring = scoredCriteria(rules).find((one) => one.criterion.id === criterion)?.criterion.scoring;
  if (scoring?.kind === 'points') return shortest(score);
  return rules.scale.find((step) => shortest(step.value) === shortest(score))?.value ?? score;
}

/**
 * @throws DomainError `score-outside-scale`: only the announced values can be given, written as they were announced;
 *   `score-above-maximum`, `score-decimals` where the committee gives the points themselves
 */
export function checkOnScale(rules: TenderRules, criterion: string, score: string): void {
  const node = scoredCriteria(rules).find((one) => one.criterion.id === criterion);
  const scoring = node?.criterion.scoring;
  if (node && scoring?.kind === 'points') {
    const maximum = toFractionText(node.weight);
    if (compare(exact(score), node.weight) > 0)
      throw new DomainError('score-above-maximum', { criterion, score, maximum });
    if ((score.split('.')[1] ?? '').length > scoring.decimals) {
      throw new DomainError('score-decimals', { criterion, score, decimals: scoring.decimals });
    }
    return;
  }
  if (rules.scale.some((step) => step.value === score)) return;
  throw new DomainError('score-outside-scale', { criterion, score, scale: rules.scale.map((step) => step.value) });
}
