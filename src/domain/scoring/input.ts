import { z } from 'zod';
import { DomainError, type ErrorCode, type Fault } from '../errors.ts';
import type { Path } from '../faults.ts';
import { shortest } from '../figures.ts';
import { compare, exact, toPlainText } from '../number.ts';
import { type Bid, bid, checkBid, lotsOf } from '../rules/bid.ts';
import { scoredCriteria, type WeightedCriterion } from '../rules/criteria-tree.ts';
import { growthPathShortfalls, type Shortfall } from '../rules/growth-path.ts';
import { assessedIn, COMMON, hasCommon } from '../rules/in-lot.ts';
import { checkValues, measuresOf } from '../rules/measures.ts';
import { type Place, placeKey } from '../rules/place.ts';
import { type PriceOffer, partsOf, priceOffer } from '../rules/price-rules.ts';
import { biddable, type TenderRules, tenderRules } from '../rules/rules.ts';
import { scaleOf, stepOf } from '../rules/scale.ts';
import { decimalText, humanText, identifier } from '../text.ts';
import { checkRules } from './check-rules.ts';
import { heldDraw } from './draws.ts';
import { assessorScore, middleCriteria, middleScore, middleScores } from './middle-score.ts';

/** The score that the committee agreed on for one criterion of one bid in one lot, or once for all its lots ({@link COMMON}), with the reasons for it. */
export const consensusScore = z.strictObject({
  bid: identifier,
  lot: identifier,
  criterion: identifier,
  score: decimalText,
  motivation: humanText(20_000),
});

export type ConsensusScore = z.infer<typeof consensusScore>;

/** The same in the input of an evaluation, which can do without the reasons. */
export const consensusScoreOfInput = consensusScore.extend({ motivation: humanText(20_000).optional() });

/** A bid that no longer counts: excluded before the ranking, or withdrawn after it. Without a lot: in all its lots. */
export const fallenBid = z.strictObject({
  bid: identifier,
  lot: identifier.optional(),
  stage: z.enum(['excluded', 'withdrawn']),
  reason: humanText(2000),
});
export type FallenBid = z.infer<typeof fallenBid>;

/** The same, or that a bid counts again. The last that is said of a bid in a lot holds. */
const saidOfBid = fallenBid.extend({ stage: z.enum(['excluded', 'withdrawn', 'reinstated']) });
export type SaidOfBid = z.infer<typeof saidOfBid>;

/** How a bid fell away in a lot, if it did and does not count again. */
export function fallenIn(said: readonly SaidOfBid[] | undefined, bid: string, lot: string): FallenBid | undefined {
  const last = said?.findLast((one) => one.bid === bid && (one.lot ?? lot) === lot);
  return last && isFallen(last) ? last : undefined;
}

const isFallen = (said: SaidOfBid): said is SaidOfBid & FallenBid => said.stage !== 'reinstated';

/** A lot that stays with who has it, or stays open: its contract is signed, or it is left out of what is computed anew. */
export const fixedLot = z.strictObject({
  lot: identifier,
  /** Null for a lot that stays open. */
  bid: identifier.nullable(),
  reason: humanText(2000),
});
export type FixedLot = z.infer<typeof fixedLot>;

/** A lot that is no longer awarded at all. */
const withdrawnLot = z.strictObject({ lot: identifier, reason: humanText(2000) });

/** Everything an evaluation depends on, and nothing else. */
export const evaluationInput = z.strictObject({
  /** The version of the meaning: that of now when absent. Only versions that were in use are known. */
  engine: z.literal(2).optional(),
  /** Bidders, prices and scores are made up: whatever is made of it says so. */
  fictional: z.boolean().optional(),
  rules: tenderRules,
  bids: z.array(bid).min(1).max(500),
  consensus: z.array(consensusScoreOfInput).max(500_000),
  /** What each assessor gave, on the criteria of which the mean or the median counts. */
  assessments: z.array(assessorScore).max(500_000).optional(),
  /** The mean or the median itself, where what each assessor gave is not shown to whoever has this input. */
  middles: z.array(middleScore).max(500_000).optional(),
  /** One for every bid in every lot that is assessed, where the rules ask a price. */
  prices: z.array(priceOffer).max(50_000).optional(),
  fallen: z.array(saidOfBid).max(1000).optional(),
  /** Draws that were held, in the order in which they were. */
  draws: z.array(heldDraw).max(500).optional(),
  fixedLots: z.array(fixedLot).max(500).optional(),
  withdrawnLots: z.array(withdrawnLot).max(500).optional(),
});
export type EvaluationInput = z.infer<typeof evaluationInput>;

/** Whether a lot, or any lot of a combination, is no longer awarded. */
export const isWithdrawn = ({ rules, withdrawnLots = [] }: EvaluationInput, lot: string): boolean =>
  withdrawnLots.some((one) => lotsOf(rules, lot).includes(one.lot));

/** Whether a lot, or any lot of a combination, stays as it is. */
export const isFixed = ({ rules, fixedLots = [] }: EvaluationInput, lot: string): boolean =>
  fixedLots.some((one) => lotsOf(rules, lot).includes(one.lot));

/** A bid in a lot is valid unless a commitment in it stays below an announced minimum. */
export const lotShortfalls = (rules: TenderRules, candidate: Bid, lot: string): Shortfall[] => {
  const offer = candidate.lots.find((one) => one.lot === lot);
  return rules.growthPath && offer?.growthPath ? growthPathShortfalls(rules.growthPath, offer.growthPath) : [];
};

/**
 * Checks that a self-contained input is complete and obeys its own rules.
 * @throws DomainError the first of {@link checkRules}, else of {@link inputFaults}, with all of them on it
 */
export function checkInput(input: EvaluationInput): void {
  checkRules(input.rules);
  const faults = inputFaults(input);
  const [first] = faults;
  if (first) throw new DomainError(first.code, first.details, faults);
}

/** Notes what a check refuses, and where. */
type Try = (path: Path, check: () => void) => void;

/**
 * Everything that is wrong with the bids, the scores, the prices and what is said of lots.
 * @param input with rules that have no fault
 * @returns `unknown-bid`, `unknown-lot`, `lot-not-bid-for`, `unknown-criterion`, `score-outside-scale`, `duplicate-score`,
 *   `score-for-invalid-bid`, `missing-score`, and what is wrong with prices, figures, draws and lots
 */
export function inputFaults(input: EvaluationInput): Fault[] {
  const faults: Fault[] = [];
  const noting: Try = (path, check) => {
    try {
      check();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      faults.push({ path, code: error.code, details: error.details, mends: null });
    }
  };
  const { rules, bids } = input;
  bids.forEach((candidate, index) => {
    noting(['bids', index], () => checkBid(rules, bids.slice(0, index), candidate));
  });
  // A bid that is wrong in itself makes more wrong than there is.
  if (faults.length > 0) return faults;
  lotsSaidOf(input, noting);
  scoresOf(input, noting, faults);
  pricesOf(input, noting);
  (input.fallen ?? []).forEach((fallen, place) => {
    noting(['fallen', place], () => checkFallen(rules, bids, fallen));
  });
  (input.draws ?? []).forEach(({ order }, place) => {
    noting(['draws', place, 'order'], () => checkDraw(bids, order));
  });
  return faults;
}

function scoresOf(input: EvaluationInput, noting: Try, faults: Fault[]): void {
  const { rules, bids, consensus } = input;
  const places = assessedPlaces(rules, bids);
  const assessed = new Set<string>(places.map((place) => placeKey(place.bid, place.lot)));
  const middle = middleCriteria(rules);
  const scored = new Map<string, ReadonlyMap<string, WeightedCriterion>>();
  const scoredHere = (lot: string): ReadonlyMap<string, WeightedCriterion> => {
    const known = scored.get(lot) ?? new Map(assessedIn(rules, lot).map((node) => [node.criterion.id, node]));
    scored.set(lot, known);
    return known;
  };
  const seen = new Set<string>();
  const take = (entry: Place & { readonly criterion: string; readonly score: string }, key: string): void => {
    if (!assessed.has(placeKey(entry.bid, entry.lot))) checkAssessed(rules, bids, entry);
    const node = scoredHere(entry.lot).get(entry.criterion);
    if (!node) throw new DomainError('unknown-criterion', { criterion: entry.criterion });
    const twice = seen.has(key);
    seen.add(key);
    checkOnScale(rules, node, entry.score);
    if (twice) throw new DomainError('duplicate-score', { bid: entry.bid, lot: entry.lot, criterion: entry.criterion });
  };
  const keyOf = ({ bid: bidId, lot }: Place, criterion: string): string => `${placeKey(bidId, lot)} ${criterion}`;
  consensus.forEach((entry, place) => {
    noting(['consensus', place], () => {
      if (middle.has(entry.criterion)) throw new DomainError('score-from-assessors', { criterion: entry.criterion });
      take(entry, keyOf(entry, entry.criterion));
    });
  });
  (input.assessments ?? []).forEach((entry, place) => {
    noting(['assessments', place], () => {
      if (!middle.has(entry.criterion)) throw new DomainError('score-from-committee', { criterion: entry.criterion });
      take(entry, `${keyOf(entry, entry.criterion)} ${entry.assessor}`);
      seen.add(keyOf(entry, entry.criterion));
    });
  });
  (input.middles ?? []).forEach((entry, place) => {
    noting(['middles', place], () => {
      const { bid: bidId, lot, criterion } = entry;
      if (!middle.has(criterion)) throw new DomainError('score-from-committee', { criterion });
      if (!assessed.has(placeKey(bidId, lot))) checkAssessed(rules, bids, entry);
      const node = scoredHere(lot).get(criterion);
      if (!node) throw new DomainError('unknown-criterion', { criterion });
      const key = keyOf(entry, criterion);
      if (seen.has(key)) throw new DomainError('duplicate-score', { bid: bidId, lot, criterion });
      seen.add(key);
      checkWithinScale(rules, node, entry.score);
    });
  });
  for (const place of places) {
    if (fallenIn(input.fallen, place.bid, place.lot)?.stage === 'excluded') continue;
    if (isExcludedEverywhere(input, place) || isWithdrawn(input, place.lot) || isFixed(input, place.lot)) continue;
    for (const criterion of scoredHere(place.lot).keys()) {
      if (seen.has(keyOf(place, criterion))) continue;
      faults.push({
        path: ['consensus'],
        code: 'missing-score',
        details: { ...place, criterion },
        mends: { kind: 'add' },
      });
    }
  }
}

/** What is scored once for all lots is not missed of a bid that was excluded from all of them. */
function isExcludedEverywhere({ bids, fallen }: EvaluationInput, { bid: bidId, lot }: Place): boolean {
  if (lot !== COMMON) return false;
  const { lots } = bids.find(({ id }) => id === bidId)!;
  return lots.every((offer) => fallenIn(fallen, bidId, offer.lot)?.stage === 'excluded');
}

/** `price-not-asked`, `duplicate-price`, and for a bid that is not assessed there what {@link checkAssessed} throws. */
function pricesOf({ rules, bids, prices = [] }: EvaluationInput, noting: Try): void {
  const places = new Set<string>(pricedPlaces(rules, bids).map((place) => placeKey(place.bid, place.lot)));
  const seen = new Set<string>();
  prices.forEach((offer, place) => {
    noting(['prices', place], () => {
      const key = placeKey(offer.bid, offer.lot);
      const about = { bid: offer.bid, lot: offer.lot };
      if (!places.has(key)) {
        if (places.size === 0) throw new DomainError('price-not-asked', { ...about, part: 'price' });
        checkAssessed(rules, bids, offer);
      }
      if (seen.has(key)) throw new DomainError('duplicate-price', about);
      seen.add(key);
      checkSealed(rules, offer);
    });
  });
}

/** What is sealed with a price besides amounts. @throws DomainError what `checkValues` throws, `price-not-asked` for an amount where none is */
export function checkSealed(rules: TenderRules, offer: PriceOffer): void {
  const { bid: bidId, lot, values } = offer;
  checkValues({ bid: bidId, lot }, measuresOf(rules, lot, 'sealed'), values);
  if (lot !== COMMON && partsOf(rules.price).length > 0) return;
  const given = (['amount', 'lines', 'percentage', 'time', 'statedTotal', 'parts'] as const).find(
    (part) => offer[part] !== undefined,
  );
  if (given !== undefined) throw new DomainError('price-not-asked', { bid: bidId, lot, part: given });
}

/** `unknown-lot`, `lot-said-twice`, `unknown-bid`, `lot-not-bid-for`. */
function lotsSaidOf({ rules, bids, fixedLots = [], withdrawnLots = [] }: EvaluationInput, noting: Try): void {
  const said = new Set<string>();
  const known = (lot: string): void => {
    if (!rules.lots.some(({ id }) => id === lot)) throw new DomainError('unknown-lot', { lot });
    if (said.has(lot)) throw new DomainError('lot-said-twice', { lot });
    said.add(lot);
  };
  fixedLots.forEach(({ lot, bid: bidId }, place) => {
    noting(['fixedLots', place], () => {
      known(lot);
      if (bidId === null) return;
      const found = bids.find(({ id }) => id === bidId);
      if (!found) throw new DomainError('unknown-bid', { bid: bidId });
      const isFor = found.lots.some((offer) => lotsOf(rules, offer.lot).includes(lot));
      if (!isFor) throw new DomainError('lot-not-bid-for', { bid: bidId, lot });
    });
  });
  withdrawnLots.forEach(({ lot }, place) => {
    noting(['withdrawnLots', place], () => known(lot));
  });
}

/** @throws DomainError `unknown-bid`, `lot-not-bid-for` */
export function checkFallen(rules: TenderRules, bids: Iterable<Bid>, { bid: bidId, lot }: SaidOfBid): void {
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

/** Every pair of a bid and a lot: the bid is for that lot and valid there. In the order of the rules. */
export function validPlaces(rules: TenderRules, bids: Iterable<Bid>): Place[] {
  const all = [...bids];
  return biddable(rules).flatMap((lot) =>
    all
      .filter((candidate) => candidate.lots.some((offer) => offer.lot === lot.id))
      .filter((candidate) => lotShortfalls(rules, candidate, lot.id).length === 0)
      .map((candidate) => ({ bid: candidate.id, lot: lot.id })),
  );
}

/** Every place that assessors score: what is common of each valid bid, then the bids of every lot in which there is something to score. */
export function assessedPlaces(rules: TenderRules, bids: Iterable<Bid>): Place[] {
  const valid = validPlaces(rules, bids);
  // Where price alone decides there are no criteria, and assessors still hand in that they looked.
  const places = valid.filter(({ lot }) => rules.criteria.length === 0 || assessedIn(rules, lot).length > 0);
  return hasCommon(rules) && assessedIn(rules, COMMON).length > 0 ? [...commonPlaces(valid), ...places] : places;
}

/** Every place of which a price, or a figure that is sealed with it, is opened. */
export function pricedPlaces(rules: TenderRules, bids: Iterable<Bid>): Place[] {
  return pricedAmong(rules, validPlaces(rules, bids));
}

/** The same of a bid for everything that can be bid for, of which nothing is known yet. @param bid what stands for its id */
export const placesAsked = (rules: TenderRules, bid: string): Place[] =>
  pricedAmong(
    rules,
    biddable(rules).map(({ id }) => ({ bid, lot: id })),
  );

function pricedAmong(rules: TenderRules, valid: readonly Place[]): Place[] {
  const asked = (lot: string): boolean =>
    partsOf(rules.price).length > 0 || measuresOf(rules, lot, 'sealed').length > 0;
  const common = measuresOf(rules, COMMON, 'sealed').length > 0 ? commonPlaces(valid) : [];
  return [...common, ...valid.filter(({ lot }) => asked(lot))];
}

const commonPlaces = (valid: readonly Place[]): Place[] =>
  [...new Set(valid.map((place) => place.bid))].map((bidId) => ({ bid: bidId, lot: COMMON }));

/** @throws DomainError `unknown-bid`, `unknown-lot`, `lot-not-bid-for`, `score-for-invalid-bid` */
export function checkOffered(rules: TenderRules, bids: Iterable<Bid>, place: Place): void {
  if (!validPlaces(rules, bids).some(({ bid: bidId, lot }) => bidId === place.bid && lot === place.lot)) {
    checkAssessed(rules, bids, place);
  }
}

/** @returns the criterion, where it is scored at this place @throws DomainError `unknown-criterion` */
export function scoredAt(rules: TenderRules, lot: string, criterion: string): WeightedCriterion {
  const node = assessedIn(rules, lot).find((one) => one.criterion.id === criterion);
  if (!node) throw new DomainError('unknown-criterion', { criterion });
  return node;
}

/** @throws DomainError `unknown-bid`, `unknown-lot`, `lot-not-bid-for`, `score-for-invalid-bid`, `nothing-scored-there` */
export function checkAssessed(
  rules: TenderRules,
  bids: Iterable<Bid>,
  place: { readonly bid: string; readonly lot: string },
): void {
  const found = [...bids].find((candidate) => candidate.id === place.bid);
  if (!found) throw new DomainError('unknown-bid', { bid: place.bid });
  if (place.lot !== COMMON || !hasCommon(rules)) {
    if (!biddable(rules).some((lot) => lot.id === place.lot)) throw new DomainError('unknown-lot', { lot: place.lot });
    if (!found.lots.some((offer) => offer.lot === place.lot)) {
      throw new DomainError('lot-not-bid-for', { bid: place.bid, lot: place.lot });
    }
    if (lotShortfalls(rules, found, place.lot).length > 0) {
      throw new DomainError('score-for-invalid-bid', { bid: place.bid, lot: place.lot });
    }
  }
  throw new DomainError('nothing-scored-there', { bid: place.bid, lot: place.lot });
}

/** @throws DomainError `score-below-minimum`, `score-above-maximum`: a mean need not be a score that can be given, and lies between two */
function checkWithinScale(rules: TenderRules, node: WeightedCriterion, score: string): void {
  const scale = scaleOf(rules, node);
  const [least, most] =
    scale.kind === 'steps'
      ? [exact(scale.steps[0]!.value), exact(scale.steps.at(-1)!.value)]
      : [scale.minimum, scale.maximum];
  const details = { criterion: node.criterion.id, score, minimum: toPlainText(least), maximum: toPlainText(most) };
  if (compare(exact(score), most) > 0) throw new DomainError('score-above-maximum', details);
  if (compare(exact(score), least) < 0) throw new DomainError('score-below-minimum', details);
}

/** The same input without what each assessor gave, and with the same outcome. */
export function withoutAssessors(input: EvaluationInput): EvaluationInput {
  const { assessments, middles, ...rest } = input;
  return assessments || middles ? { ...rest, middles: middleScores(input) } : input;
}

/**
 * A score as it was announced: compared as numbers, so that "7.50" is the step "7.5" of the scale, and 7.5 points. What is no number and no
 * step stays as it is, for {@link checkOnScale}.
 */
export function scoreAsAnnounced(rules: TenderRules, criterion: string, score: string): string {
  if (!decimalText.safeParse(score).success) return score;
  const node = scoredCriteria(rules).find((one) => one.criterion.id === criterion);
  if (!node) return score;
  const scale = scaleOf(rules, node);
  return scale.kind === 'numbers' ? shortest(score) : (stepOf(scale, score)?.value ?? score);
}

/**
 * @throws DomainError `score-outside-scale`: only the announced values can be given, written as they were announced;
 *   `score-below-minimum`, `score-above-maximum`, `score-decimals` on a scale of numbers
 */
export function checkOnScale(rules: TenderRules, node: WeightedCriterion, score: string): void {
  const scale = scaleOf(rules, node);
  const criterion = node.criterion.id;
  if (scale.kind === 'steps') {
    if (scale.steps.some((step) => step.value === score)) return;
    throw new DomainError('score-outside-scale', { criterion, score, scale: scale.steps.map((step) => step.value) });
  }
  const { decimals } = scale;
  const refused = (code: ErrorCode, more: object = {}): DomainError => {
    const [minimum, maximum] = [toPlainText(scale.minimum), toPlainText(scale.maximum)];
    return new DomainError(code, { criterion, score, minimum, maximum, ...more });
  };
  const given = exact(score);
  if (compare(given, scale.maximum) > 0) throw refused('score-above-maximum');
  if (compare(given, scale.minimum) < 0) throw refused('score-below-minimum');
  if ((score.split('.')[1] ?? '').length > decimals) throw refused('score-decimals', { decimals });
}
