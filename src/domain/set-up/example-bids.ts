import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  maximum as higher,
  minimum as lower,
  multiply,
  ONE,
  ratio,
  roundHalfUp,
  subtract,
  sum,
  toDecimalText,
  toPlainText,
  truncate,
} from '../number.ts';
import { type Bid, lotsOf } from '../rules/bid.ts';
import { scoredCriteria, type WeightedCriterion } from '../rules/criteria-tree.ts';
import { assessedIn, COMMON, rulesIn } from '../rules/in-lot.ts';
import { measuresOf } from '../rules/measures.ts';
import { mechanismOf } from '../rules/mechanisms.ts';
import { type Place, placeKey } from '../rules/place.ts';
import type { OfferedValue, PriceOffer } from '../rules/price-rules.ts';
import { biddable, type TenderRules } from '../rules/rules.ts';
import { scaleOf } from '../rules/scale.ts';
import { assessedPlaces, type EvaluationInput, pricedPlaces } from '../scoring/input.ts';
import { middleCriteria } from '../scoring/middle-score.ts';
import { isGoodEnough, ownQuality } from '../scoring/quality-score.ts';
import { exampleAmounts } from './example-price.ts';

/** As many made-up bidders as an example has at least and at most. */
export const FEWEST_BIDDERS = 3;
export const MOST_BIDDERS = 6;

/**
 * Made-up bids under rules, with scores and prices, ready to be evaluated. They follow from the rules alone, so that the same rules always show the
 * same: the first bidder is best in most lots, a better bid asks more, and nobody is set aside where that can be.
 * @param rules without any fault
 * @param names of the bidders
 */
export const exampleInput = (rules: TenderRules, names: readonly string[]): EvaluationInput =>
  inputOf(
    rules,
    names.map((name, nth) => ({ nth, of: names.length, name })),
    ({ nth, of }) => lotsFor(rules, nth, of),
  );

/** The same, with what each of them would offer in every lot and combination: the limits on where they may bid are not looked at. */
export const exampleEverywhere = (rules: TenderRules, names: readonly string[]): EvaluationInput =>
  inputOf(
    rules,
    names.map((name, nth) => ({ nth, of: names.length, name })),
    () => biddable(rules).map(({ id }) => id),
  );

/** The first bid twice, under two names, and nobody else. */
export function twinsOf({ bids, ...input }: EvaluationInput, names: readonly [string, string]): EvaluationInput {
  const [first] = bids;
  const twins = names.map((name, nth): Bid => {
    const id = `bid-${nth + 1}`;
    return { ...first!, id, bidder: { name, form: 'single', members: [{ id: `${id}-1`, name }] } };
  });
  const ofBoth = <One extends { readonly bid: string }>(all: readonly One[] = []): One[] =>
    twins.flatMap(({ id }) => all.filter(({ bid }) => bid === first!.id).map((one) => ({ ...one, bid: id })));
  const { consensus, middles, prices, ...rest } = input;
  return {
    ...rest,
    bids: twins,
    consensus: ofBoth(consensus),
    ...(middles ? { middles: ofBoth(middles) } : {}),
    ...(prices ? { prices: ofBoth(prices) } : {}),
  };
}

function inputOf(
  rules: TenderRules,
  bidders: readonly Bidder[],
  lotsOfBidder: (bidder: Bidder) => readonly string[],
): EvaluationInput {
  const makers = bidders.map((one): Made => ({ ...one, bid: bidOf(rules, one, lotsOfBidder(one)) }));
  const bids = makers.map(({ bid }) => bid);
  const isAssessed = placesIn(assessedPlaces(rules, bids));
  const scores = makers.flatMap((made) => scoresOf(rules, made)).filter(isAssessed);
  const prices = pricedPlaces(rules, bids).map((place) =>
    offerOf(rules, makers.find(({ bid }) => bid.id === place.bid)!, place.lot),
  );
  return exampleOf(rules, bids, scores, prices);
}

/** Made-up bids as the input of an evaluation. @param scores where the mean or the median counts, as if that were it */
export function exampleOf(
  rules: TenderRules,
  bids: readonly Bid[],
  scores: EvaluationInput['consensus'],
  prices: readonly PriceOffer[],
): EvaluationInput {
  const middle = middleCriteria(rules);
  const middles = scores.filter(({ criterion }) => middle.has(criterion));
  return {
    fictional: true,
    rules,
    bids: [...bids],
    consensus: scores.filter(({ criterion }) => !middle.has(criterion)),
    ...(middles.length > 0 ? { middles } : {}),
    ...(prices.length > 0 ? { prices: [...prices] } : {}),
  };
}

function placesIn(places: readonly Place[]): (place: Place) => boolean {
  const keys = new Set<string>(places.map(({ bid, lot }) => placeKey(bid, lot)));
  return ({ bid, lot }) => keys.has(placeKey(bid, lot));
}

/** The same rules for their first lots only: what an example of a large tender shows. */
export function firstLots(rules: TenderRules, most: number): TenderRules {
  if (rules.lots.length <= most) return rules;
  const { course, combinations = [], ...rest } = rules;
  const lots = rules.lots.slice(0, most);
  const isLeft = (id: string): boolean => lots.some((lot) => lot.id === id);
  const kept = combinations.filter((one) => one.lots.every(isLeft));
  const known = new Set([...lots, ...kept].map(({ id }) => id));
  const criteria = (all: TenderRules['criteria']): TenderRules['criteria'] =>
    all.flatMap((one) => {
      const own = one.lots?.filter((id) => known.has(id));
      const children = one.children && criteria([...one.children]);
      if (own?.length === 0 || children?.length === 0) return [];
      return [{ ...one, ...(own ? { lots: own } : {}), ...(children ? { children } : {}) }];
    });
  const { award } = rules;
  const groups = award.lotGroups
    ?.map((group) => ({ ...group, lots: group.lots.filter(isLeft) }))
    .filter((group) => group.lots.length > 0);
  const { lotGroups, ...limits } = award;
  return {
    ...rest,
    lots,
    ...(kept.length > 0 ? { combinations: kept } : {}),
    criteria: criteria(rules.criteria),
    award: {
      ...limits,
      ...(award.lotOrder ? { lotOrder: award.lotOrder.filter(isLeft) } : {}),
      ...(groups && groups.length > 0 ? { lotGroups: groups } : {}),
      winners: {
        minimum: Math.min(award.winners.minimum, lots.length),
        maximum: Math.min(award.winners.maximum, lots.length),
      },
      maximumLotsPerBidder: Math.min(award.maximumLotsPerBidder, lots.length),
      ...(award.maximumLotsToBidFor === undefined
        ? {}
        : { maximumLotsToBidFor: Math.min(award.maximumLotsToBidFor, lots.length) }),
    },
  };
}

/** A made-up bidder, and its place among them. */
interface Bidder {
  readonly nth: number;
  readonly of: number;
  readonly name: string;
}
interface Made extends Bidder {
  readonly bid: Bid;
}

/** Who is best in each lot, in turn: the first bidder more often than a limit on lots may allow. */
const LEADERS = [0, 0, 1, 0, 2, 1];

/** How many are better in a lot, if all of them bid there. */
const betterThan = (rules: TenderRules, { nth, of }: Bidder, lot: string): number =>
  (nth - LEADERS[placeOf(rules, lot) % LEADERS.length]! + of) % of;

/** Of a lot or combination; what is common stands with the first. */
const placeOf = (rules: TenderRules, lot: string): number =>
  Math.max(
    0,
    biddable(rules).findIndex(({ id }) => id === lot),
  );

/** How good a bid is by how many are better, in percent of what can be had. */
const GOOD = [92, 80, 70, 62, 55, 50];
/** How high its price is, in percent of the way from a low to a usual one. */
const DEAR = [85, 50, 65, 20, 75, 35];
/** What it promises above the norm, in percent. */
const ABOVE_NORM = ['6', '4', '3', '2', '1', '0'];

function bidOf(rules: TenderRules, bidder: Bidder, offered: readonly string[]): Bid {
  const { name, nth } = bidder;
  const id = `bid-${nth + 1}`;
  const lots = offered.map((lot) => ({
    lot,
    ...growthPathOf(rules, betterThan(rules, bidder, lot)),
    ...(isReserved(rules, lot) ? { meetsReservation: true } : {}),
    ...given(valuesOf(rules, bidder, lot, 'open')),
  }));
  return {
    id,
    bidder: { name, form: 'single', members: [{ id: `${id}-1`, name }] },
    lots,
    ...(mechanismOf(rules).asksPreferences ? { preferences: wishes(rules, offered, bidder) } : {}),
    ...given(valuesOf(rules, bidder, COMMON, 'open')),
    ...capacityOf(rules, offered, nth),
  };
}

/** The last of four or more bids for every other lot only; the first two for combinations as well. */
function lotsFor(rules: TenderRules, nth: number, of: number): string[] {
  const most = rules.award.maximumLotsToBidFor ?? rules.lots.length;
  const isChoosy = of > FEWEST_BIDDERS && nth === of - 1;
  const from = most < rules.lots.length ? nth : 0;
  const turned = rules.lots.map((_, place) => rules.lots[(place + from) % rules.lots.length]!.id);
  const wanted = turned.filter((_, place) => !isChoosy || place % 2 === 0).slice(0, most);
  const lots = rules.lots.map(({ id }) => id).filter((id) => wanted.includes(id));
  const together = (rules.combinations ?? []).filter((one) => nth < 2 && one.lots.every((lot) => lots.includes(lot)));
  return [...lots, ...together.map(({ id }) => id)];
}

const isReserved = (rules: TenderRules, offered: string): boolean =>
  rules.lots.some(({ id, reserved }) => reserved !== undefined && lotsOf(rules, offered).includes(id));

const given = (values: readonly OfferedValue[]): { values?: OfferedValue[] } =>
  values.length === 0 ? {} : { values: [...values] };

/** First the lots in which it is best. */
const wishes = (rules: TenderRules, lots: readonly string[], bidder: Bidder): string[] =>
  lots.toSorted((a, b) => betterThan(rules, bidder, a) - betterThan(rules, bidder, b));

function growthPathOf({ growthPath }: TenderRules, better: number): Pick<Bid['lots'][number], 'growthPath'> {
  if (!growthPath) return {};
  const promised = (norm: string): string =>
    toPlainText(lower(add(exact(norm), exact(ABOVE_NORM[better] ?? '0')), HUNDRED));
  return {
    growthPath: {
      steps: growthPath.steps.map(({ by, minimumPercentage }) => ({ by, percentage: promised(minimumPercentage) })),
      communityInitiatives: promised(growthPath.communityInitiatives.minimumPercentage),
    },
  };
}

const HUNDRED = exact('100');

/** Room for two thirds of the lots that it bids for, and for the largest of them in any case. */
function capacityOf(rules: TenderRules, lots: readonly string[], nth: number): Pick<Bid, 'capacity'> {
  const { capacity } = rules.award;
  if (!capacity) return {};
  const sizes = rules.lots.filter(({ id }) => lots.includes(id)).map(({ size }) => exact(size ?? '0'));
  const part = multiply(sum(sizes), ratio(BigInt(4 + (nth % 2)), 6n));
  const needed = divide(sizes.reduce(higher, part), exact(capacity.factor ?? '1'));
  const whole = truncate(needed);
  return { capacity: toPlainText(compare(whole, needed) < 0 ? add(whole, ONE) : whole) };
}

/** The figures that a bid is measured by. */
function valuesOf(rules: TenderRules, bidder: Bidder, lot: string, when: 'open' | 'sealed'): OfferedValue[] {
  const good = GOOD[betterThan(rules, bidder, lot)]!;
  return measuresOf(rules, lot, when).map(({ criterion: { id, measured } }) => {
    const { minimum, maximum, better, decimals = 2 } = measured!;
    const low = minimum === undefined ? exact(maximum === undefined ? '20' : '0') : exact(minimum);
    const high = maximum === undefined ? add(low, HUNDRED) : exact(maximum);
    const share = better === 'higher' ? good : 100 - good;
    const value = add(low, multiply(subtract(high, low), ratio(BigInt(share), 100n)));
    const coarse = compare(subtract(high, low), exact('10')) > 0 ? 0 : decimals;
    return { criterion: id, value: toPlainText(roundHalfUp(value, Math.min(coarse, decimals))) };
  });
}

/** As many times the scores of a bid are raised to get it above the announced minimums. */
const MOST_RAISES = 10;

/** The scores of a bid: as good as it is, and just better where that would set it aside. */
function scoresOf(rules: TenderRules, made: Made): EvaluationInput['consensus'] {
  for (let raises = 0; raises < MOST_RAISES; raises++) {
    const scores = scoresRaised(rules, made, raises * 10);
    if (made.bid.lots.every(({ lot }) => isGoodIn(rules, made, lot, scores))) return scores;
  }
  return scoresRaised(rules, made, MOST_RAISES * 10);
}

const scoresRaised = (rules: TenderRules, made: Made, raised: number): EvaluationInput['consensus'] =>
  [COMMON, ...made.bid.lots.map(({ lot }) => lot)].flatMap((lot) =>
    assessedIn(rules, lot)
      .filter(({ common }) => common === (lot === COMMON))
      .map((node, place) => ({
        bid: made.bid.id,
        lot,
        criterion: node.criterion.id,
        score: scoreOf(
          rules,
          node,
          GOOD[betterThan(rules, made, lot)]! + uneven(made.nth, placeOf(rules, lot), place) + raised,
        ),
      })),
  );

/** Nobody is equally good at everything, nor everywhere: so that lots and bids differ. */
const uneven = (nth: number, lot: number, criterion: number): number =>
  ((nth * 5 + lot * 7 + criterion * 3 + lot * criterion * 2) % 11) * 3 - 15;

function isGoodIn(rules: TenderRules, { bid }: Made, lot: string, scores: EvaluationInput['consensus']): boolean {
  const own = rulesIn(rules, lot);
  const counting = new Set(scoredCriteria(own).map(({ criterion }) => criterion.id));
  const here = scores.filter((one) => (one.lot === lot || one.lot === COMMON) && counting.has(one.criterion));
  const offered = [...(bid.values ?? []), ...(bid.lots.find((one) => one.lot === lot)?.values ?? [])];
  return isGoodEnough(
    ownQuality(
      own,
      { bid: bid.id, lot },
      new Map(here.map(({ criterion, score }) => [criterion, score])),
      new Map(offered.map(({ criterion, value }) => [criterion, value])),
    ),
  );
}

/** The score on a scale that is so good, in percent; what only sets aside is met. */
function scoreOf(rules: TenderRules, node: WeightedCriterion, good: number): string {
  const { minimumScore, knockOut } = node.criterion;
  const share = knockOut ? 100 : Math.min(100, Math.max(0, good));
  const scale = scaleOf(rules, node);
  const isEnough = (score: Exact): boolean => minimumScore === undefined || compare(score, exact(minimumScore)) >= 0;
  if (scale.kind === 'steps') {
    const steps = scale.steps.filter(({ value }) => isEnough(exact(value)));
    const allowed = steps.length > 0 ? steps : scale.steps;
    const place = Math.round((share * (scale.steps.length - 1)) / 100) - (scale.steps.length - allowed.length);
    return allowed[Math.max(0, place)]!.value;
  }
  const { minimum, maximum, decimals } = scale;
  const unit = exact(10n ** BigInt(decimals));
  const wanted = add(minimum, multiply(subtract(maximum, minimum), ratio(BigInt(share), 100n)));
  const score = higher(divide(truncate(multiply(wanted, unit)), unit), minimum);
  return isEnough(score) ? toDecimalText(score, decimals) : minimumScore!;
}

function offerOf(rules: TenderRules, made: Made, lot: string): PriceOffer {
  const values = valuesOf(rules, made, lot, 'sealed');
  const place = { bid: made.bid.id, lot };
  const share = DEAR[betterThan(rules, made, lot)]!;
  const amounts = lot === COMMON ? {} : exampleAmounts(rules, place, share);
  return { ...place, ...amounts, ...given(values) };
}
