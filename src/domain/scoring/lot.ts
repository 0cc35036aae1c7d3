import { DomainError, type Fault } from '../errors.ts';
import { toFractionText } from '../number.ts';
import type { Bid } from '../rules/bid.ts';
import { scoredCriteria } from '../rules/criteria-tree.ts';
import type { Shortfall } from '../rules/growth-path.ts';
import { COMMON, rulesIn } from '../rules/in-lot.ts';
import type { OutsideMeasure } from '../rules/measures.ts';
import { type PlaceKey, placeKey } from '../rules/place.ts';
import { type PriceReference, priceReference, qualityReference } from '../rules/price/reference.ts';
import { lowTests, type PriceOffer, type PriceRules, partsOf } from '../rules/price-rules.ts';
import { biddable, type TenderRules } from '../rules/rules.ts';
import { drawIn, type HeldDraw } from './draws.ts';
import { type EvaluationInput, type FallenBid, fallenIn, isFixed, isWithdrawn, lotShortfalls } from './input.ts';
import { middleScores } from './middle-score.ts';
import {
  type ComparedPrice,
  comparePrice,
  isSetAside,
  outsideBounds,
  type PriceFlag,
  partOf,
  priceFlags,
} from './price.ts';
import {
  type BelowMinimum,
  type BelowPoints,
  isGoodEnough,
  type OwnQuality,
  ownQuality,
  qualityScores,
} from './quality-score.ts';
import { type Candidate, type Ranked, rankLot } from './ranking.ts';
import { type PriceReferences, totalOf } from './total.ts';

/** One lot (or combination of lots): its ranking, who cannot win it and why, and its prices. */
export interface LotResult {
  readonly ranking: readonly Ranked[];
  readonly setAside: readonly SetAside[];
  readonly prices: LotPrices | null;
  readonly flags: readonly PriceFlag[];
}

/** A bid that cannot win this lot, with every reason. */
export interface SetAside {
  readonly bid: string;
  readonly belowMinimum: readonly BelowMinimum[];
  readonly shortfalls: readonly Shortfall[];
  readonly belowPoints: readonly BelowPoints[];
  readonly outsideBounds: null | {
    readonly flag: 'below-minimum' | 'above-maximum';
    readonly threshold: string;
    readonly compared: string;
    /** Of a price in parts. */
    readonly part?: string;
  };
  /** Figures outside the announced bounds of their criterion; absent where there are none. */
  readonly outsideMeasures?: readonly OutsideMeasure[];
  readonly fallen: null | { readonly stage: FallenBid['stage']; readonly reason: string };
}

/** What the prices of the valid bids are measured against, exact; of a price in parts, that of the first of them. */
export interface LotPrices extends PartPrices {
  readonly parts?: readonly ({ readonly part: string } & PartPrices)[];
}

export interface PartPrices {
  readonly bids: number;
  readonly lowest: string;
  readonly highest: string;
  readonly mean: string;
}

/**
 * Evaluates every lot and combination by itself: a bid that is set aside never sets the lowest price or the best quality.
 * @throws DomainError what {@link evaluateLot} throws, with what is wrong with prices in all lots on it
 */
export function evaluateLots(input: EvaluationInput): Map<string, LotResult> {
  const faults: Fault[] = [];
  const results = new Map<string, LotResult>();
  for (const [lot, ones] of enterLots(input)) {
    try {
      results.set(lot, evaluateLot(rulesIn(input.rules, lot), lot, ones, drawIn(input.draws, lot)));
    } catch (error) {
      if (!(error instanceof DomainError) || error.faults.length === 0) throw error;
      faults.push(...error.faults);
    }
  }
  refuse(faults);
  return results;
}

/** @throws DomainError the first of these, where there are any, with all of them on it */
function refuse(faults: readonly Fault[]): void {
  const [first] = faults;
  if (first) throw new DomainError(first.code, first.details, faults);
}

/** What a bid brings into a lot, before it is measured against others. */
export interface Entrant {
  readonly bid: string;
  readonly shortfalls: readonly Shortfall[];
  readonly fallen: FallenBid | undefined;
  /** Absent when the bid was not assessed: it falls short, or was excluded before that. */
  readonly quality: OwnQuality | undefined;
  readonly offer: PriceOffer | undefined;
}

/** All bids per lot and combination, with their own points. Nothing in it depends on the other bids. */
export function enterLots(input: EvaluationInput): Map<string, Entrant[]> {
  const { rules } = input;
  const scoresOf = groupScores(input);
  const offers = new Map((input.prices ?? []).map((offer) => [placeKey(offer.bid, offer.lot), offer]));
  return new Map(
    biddable(rules).map(({ id: lot }) => {
      if (isWithdrawn(input, lot)) return [lot, []];
      const own = rulesIn(rules, lot);
      const scored = scoredCriteria(own);
      const entrants = input.bids
        .filter((bid) => bid.lots.some((offer) => offer.lot === lot))
        .map((bid): Entrant => {
          const shortfalls = lotShortfalls(rules, bid, lot);
          const scores = new Map([
            ...(scoresOf.get(placeKey(bid.id, COMMON)) ?? NO_SCORES),
            ...(scoresOf.get(placeKey(bid.id, lot)) ?? NO_SCORES),
          ]);
          const complete = shortfalls.length === 0 && scored.every(({ criterion }) => scores.has(criterion.id));
          const offer = offers.get(placeKey(bid.id, lot));
          const values = valuesOf(bid, lot, offer, offers.get(placeKey(bid.id, COMMON)));
          return {
            bid: bid.id,
            shortfalls,
            fallen: fallenIn(input.fallen, bid.id, lot),
            quality: complete ? ownQuality(own, { bid: bid.id, lot }, scores, values) : undefined,
            offer,
          };
        });
      // Of a lot that is fixed, what was not assessed again says nothing.
      return [lot, isFixed(input, lot) ? entrants.filter(({ quality }) => quality !== undefined) : entrants];
    }),
  );
}

/** The figures of a bid in a lot: handed in with it or with its price, for the lot or for all lots. */
function valuesOf(
  bid: Bid,
  lot: string,
  offer: PriceOffer | undefined,
  common: PriceOffer | undefined,
): ReadonlyMap<string, string> {
  const given = [bid.values, bid.lots.find((one) => one.lot === lot)?.values, common?.values, offer?.values];
  return new Map(given.flatMap((values) => (values ?? []).map(({ criterion, value }) => [criterion, value])));
}

/** Ranks the bids of one lot. @param rules as they hold in the lot @throws DomainError `missing-price`, and what the announced method throws */
export function evaluateLot(
  rules: TenderRules,
  lot: string,
  entrants: readonly Entrant[],
  draw: HeldDraw | undefined,
): LotResult {
  const sound = entrants.filter((one) => isSound(one) && measuresOthers(rules, one));
  const prices = pricesOf(rules, lot, sound);
  const outside = new Map(
    [...prices].flatMap(([bid, price]) => {
      const side = outsideIn(rules.price, price);
      return side ? [[bid, side] as const] : [];
    }),
  );

  const valid = sound.filter(({ bid }) => !outside.has(bid));
  const validPrices = new Map([...prices].filter(([bid]) => !outside.has(bid)));
  const references = referencesOf(rules.price, validPrices);
  const candidates = candidatesOf(rules, lot, valid, validPrices, references);
  const fallen = new Set(entrants.filter((one) => one.fallen).map(({ bid }) => bid));
  const all = { valid: validPrices, all: allPrices(rules, entrants, prices) };
  return {
    ranking: rankLot(
      rules,
      candidates.filter(({ bid }) => !fallen.has(bid)),
      draw,
    ),
    setAside: entrants
      .filter((one) => !isSound(one) || one.fallen || outside.has(one.bid))
      .map((one) => toSetAside(one, outside.get(one.bid) ?? null))
      .sort((a, b) => (a.bid < b.bid ? -1 : 1)),
    prices: lotPrices(references),
    flags: priceFlags(rules.price, all).sort((a, b) => (a.bid < b.bid ? -1 : a.bid > b.bid ? 1 : 0)),
  };
}

/** The first part of a price that lies outside announced bounds that set a bid aside. */
function outsideIn(rules: PriceRules, price: ComparedPrice): SetAside['outsideBounds'] {
  for (const { id, rules: own } of partsOf(rules)) {
    const { compared } = id === null ? price : price.parts!.get(id)!;
    if (!isSetAside(own, compared)) continue;
    return {
      ...outsideBounds(own, compared)!,
      compared: toFractionText(compared),
      ...(id === null ? {} : { part: id }),
    };
  }
  return null;
}

function referencesOf(rules: PriceRules, prices: ReadonlyMap<string, ComparedPrice>): PriceReferences {
  return new Map(
    partsOf(rules).flatMap(({ id }) => {
      const amounts = [...(id === null ? prices : partOf(prices, id)).values()].map(({ compared }) => compared);
      const reference = priceReference(amounts);
      return reference ? [[id, reference] as const] : [];
    }),
  );
}

function lotPrices(references: PriceReferences): LotPrices | null {
  const figures = ({ bids, lowest, highest, mean }: PriceReference) => ({
    bids,
    lowest: toFractionText(lowest),
    highest: toFractionText(highest),
    mean: toFractionText(mean),
  });
  const whole = references.get(null);
  if (whole) return figures(whole);
  const [first] = references.values();
  if (!first) return null;
  return { ...figures(first), parts: [...references].map(([part, one]) => ({ part: part!, ...figures(one) })) };
}

/** Prices of all bids that have one and did not fall away before the ranking, whether they are set aside or not. */
function allPrices(
  rules: TenderRules,
  entrants: readonly Entrant[],
  known: ReadonlyMap<string, ComparedPrice>,
): ReadonlyMap<string, ComparedPrice> {
  const needed = partsOf(rules.price).some(({ rules: own }) => lowTests(own).some(({ among }) => among === 'all-bids'));
  if (!needed) return known;
  return new Map(
    entrants
      .filter((one) => one.offer && (!one.fallen || measuresOthers(rules, one)))
      .map(({ bid, offer }) => [bid, known.get(bid) ?? comparePrice(rules.price, offer!)]),
  );
}

const NO_SCORES: ReadonlyMap<string, string> = new Map();

/** Nothing in the bid itself, in its scores and figures or in its minimums speaks against it. */
const isSound = ({ quality }: Entrant): boolean => quality !== undefined && isGoodEnough(quality);

/** A bid that fell away before the ranking never measures others; one that was withdrawn after it only where the rules say so. */
const measuresOthers = (rules: TenderRules, { fallen }: Entrant): boolean =>
  !fallen || (fallen.stage === 'withdrawn' && rules.onWithdrawal === 'keep');

/** @throws DomainError `missing-price`, and what {@link comparePrice} throws */
function pricesOf({ price }: TenderRules, lot: string, entrants: readonly Entrant[]): Map<string, ComparedPrice> {
  if (partsOf(price).length === 0) return new Map();
  const faults: Fault[] = [];
  const compared = new Map<string, ComparedPrice>();
  for (const { bid, offer } of entrants) {
    try {
      if (!offer) throw new DomainError('missing-price', { bid, lot });
      compared.set(bid, comparePrice(price, offer));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      faults.push({ path: ['prices'], code: error.code, details: error.details, mends: null });
    }
  }
  refuse(faults);
  return compared;
}

function candidatesOf(
  rules: TenderRules,
  lot: string,
  valid: readonly Entrant[],
  prices: ReadonlyMap<string, ComparedPrice>,
  references: PriceReferences,
): Candidate[] {
  const scores = qualityScores(rules, new Map(valid.map(({ bid, quality }) => [bid, quality!])));
  const qualities = once(() => qualityReference([...scores.values()].map(({ total }) => total)));
  return valid.map(({ bid }) => {
    const quality = scores.get(bid)!;
    const price = prices.get(bid) ?? null;
    const priced = price ? { price, references, qualities } : undefined;
    return { bid, quality, price, ...totalOf(rules, { bid, lot, quality: quality.total, priced }) };
  });
}

/** Works something out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: make() };
    return known.value;
  };
}

const toSetAside = ({ bid, quality, shortfalls, fallen }: Entrant, outside: SetAside['outsideBounds']): SetAside => ({
  bid,
  belowMinimum: quality?.belowMinimum ?? [],
  shortfalls,
  belowPoints: quality?.belowPoints ?? [],
  ...(quality && quality.outsideMeasures.length > 0 ? { outsideMeasures: quality.outsideMeasures } : {}),
  outsideBounds: outside,
  fallen: fallen ? { stage: fallen.stage, reason: fallen.reason } : null,
});

/** By place and criterion: what the committee agreed on, and the mean or the median of its members where that was announced. */
function groupScores(input: EvaluationInput): Map<PlaceKey, Map<string, string>> {
  const groups = new Map<PlaceKey, Map<string, string>>();
  for (const { bid, lot, criterion, score } of [...input.consensus, ...middleScores(input)]) {
    const key = placeKey(bid, lot);
    groups.set(key, (groups.get(key) ?? new Map<string, string>()).set(criterion, score));
  }
  return groups;
}
