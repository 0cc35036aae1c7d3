import { DomainError } from '../errors.ts';
import { toFractionText } from '../number.ts';
import { scoredCriteria } from '../rules/criteria-tree.ts';
import type { Shortfall } from '../rules/growth-path.ts';
import { type PlaceKey, placeKey } from '../rules/place.ts';
import { type PriceReference, priceReference, qualityReference } from '../rules/price/reference.ts';
import { type PriceOffer, pricedRules } from '../rules/price-rules.ts';
import { biddable, type TenderRules } from '../rules/rules.ts';
import { type EvaluationInput, type FallenBid, fallenIn, lotShortfalls } from './input.ts';
import { type ComparedPrice, comparePrice, isSetAside, outsideBounds, type PriceFlag, priceFlags } from './price.ts';
import { type BelowMinimum, type BelowPoints, type OwnQuality, ownQuality, qualityScores } from './quality-score.ts';
import { type Candidate, type Ranked, rankLot } from './ranking.ts';
import { totalOf } from './total.ts';

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
  };
  readonly fallen: null | { readonly stage: FallenBid['stage']; readonly reason: string };
}

/** What the prices of the valid bids are measured against, exact. */
export interface LotPrices {
  readonly bids: number;
  readonly lowest: string;
  readonly highest: string;
  readonly mean: string;
}

/** Evaluates every lot and combination by itself: a bid that is set aside never sets the lowest price or the best quality. */
export function evaluateLots(input: EvaluationInput): Map<string, LotResult> {
  const entrants = enterLots(input);
  return new Map([...entrants].map(([lot, ones]) => [lot, evaluateLot(input.rules, lot, ones, input.draw)]));
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
    biddable(rules).map(({ id: lot }) => [
      lot,
      input.bids
        .filter((bid) => bid.lots.some((offer) => offer.lot === lot))
        .map((bid): Entrant => {
          const key = placeKey(bid.id, lot);
          const shortfalls = lotShortfalls(rules, bid, lot);
          const scores = scoresOf.get(key) ?? NO_SCORES;
          const scored = shortfalls.length === 0 && scores.size === scoredCriteria(rules).length;
          return {
            bid: bid.id,
            shortfalls,
            fallen: fallenIn(input.fallen, bid.id, lot),
            quality: scored ? ownQuality(rules, scores) : undefined,
            offer: offers.get(key),
          };
        }),
    ]),
  );
}

/** Ranks the bids of one lot. @throws DomainError `missing-price`, and what the announced method throws */
export function evaluateLot(
  rules: TenderRules,
  lot: string,
  entrants: readonly Entrant[],
  draw: readonly string[] | undefined,
): LotResult {
  const price = pricedRules(rules.price);
  const sound = entrants.filter((one) => isSound(one) && measuresOthers(rules, one));
  const prices = pricesOf(rules, lot, sound);
  const outside = new Map(
    [...prices].flatMap(([bid, { compared }]) => {
      const side = price && isSetAside(price, compared) ? outsideBounds(price, compared) : undefined;
      return side ? [[bid, { ...side, compared: toFractionText(compared) }] as const] : [];
    }),
  );

  const valid = sound.filter(({ bid }) => !outside.has(bid));
  const validPrices = new Map([...prices].filter(([bid]) => !outside.has(bid)));
  const reference = priceReference([...validPrices.values()].map(({ compared }) => compared));
  const candidates = candidatesOf(rules, lot, valid, validPrices, reference);
  const fallen = new Set(entrants.filter((one) => one.fallen).map(({ bid }) => bid));
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
    prices: reference
      ? {
          bids: reference.bids,
          lowest: toFractionText(reference.lowest),
          highest: toFractionText(reference.highest),
          mean: toFractionText(reference.mean),
        }
      : null,
    flags: price ? priceFlags(price, validPrices).sort((a, b) => (a.bid < b.bid ? -1 : a.bid > b.bid ? 1 : 0)) : [],
  };
}

const NO_SCORES: ReadonlyMap<string, string> = new Map();

/** Nothing in the bid itself, in its scores or in its minimums speaks against it. */
const isSound = ({ quality }: Entrant): boolean =>
  quality !== undefined && quality.belowMinimum.length === 0 && quality.belowPoints.length === 0;

/** A bid that fell away before the ranking never measures others; one that was withdrawn after it only where the rules say so. */
const measuresOthers = (rules: TenderRules, { fallen }: Entrant): boolean =>
  !fallen || (fallen.stage === 'withdrawn' && rules.onWithdrawal === 'keep');

/** @throws DomainError `missing-price`, and what {@link comparePrice} throws */
function pricesOf(rules: TenderRules, lot: string, entrants: readonly Entrant[]): Map<string, ComparedPrice> {
  const price = pricedRules(rules.price);
  if (!price) return new Map();
  return new Map(
    entrants.map(({ bid, offer }) => {
      if (!offer) throw new DomainError('missing-price', { bid, lot });
      return [bid, comparePrice(price, offer)];
    }),
  );
}

function candidatesOf(
  rules: TenderRules,
  lot: string,
  valid: readonly Entrant[],
  prices: ReadonlyMap<string, ComparedPrice>,
  reference: PriceReference | undefined,
): Candidate[] {
  const scores = qualityScores(rules, new Map(valid.map(({ bid, quality }) => [bid, quality!])));
  const qualities = once(() => qualityReference([...scores.values()].map(({ total }) => total)));
  return valid.map(({ bid }) => {
    const quality = scores.get(bid)!;
    const price = prices.get(bid) ?? null;
    const priced = price && reference ? { price, reference, qualities } : undefined;
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
  outsideBounds: outside,
  fallen: fallen ? { stage: fallen.stage, reason: fallen.reason } : null,
});

function groupScores({ consensus }: EvaluationInput): Map<PlaceKey, Map<string, string>> {
  const groups = new Map<PlaceKey, Map<string, string>>();
  for (const { bid, lot, criterion, score } of consensus) {
    const key = placeKey(bid, lot);
    groups.set(key, (groups.get(key) ?? new Map<string, string>()).set(criterion, score));
  }
  return groups;
}
