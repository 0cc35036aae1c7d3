import type { Fault } from '../../errors.ts';
import type { Exact } from '../../number.ts';
import type { Better, Constants, MeasuredBy, RulesAt } from './measure.ts';
import type { PriceReference, QualityReference } from './reference.ts';

/** Why a price of zero has no outcome under a formula. */
export type ZeroPrice = 'divides-by-price' | 'divides-by-lowest' | 'takes-logarithm';

/** A valid bid in a lot, with its quality points. */
export interface QualityPlace {
  readonly bid: string;
  readonly lot: string;
  readonly quality: Exact;
}

/** The same where a price is asked, with what it is measured against. */
export interface PricedPlace extends QualityPlace {
  /** The amount that is compared. */
  readonly price: Exact;
  readonly reference: PriceReference;
  /** Of the valid bids in the lot; worked out when it is asked for. */
  readonly qualities: () => QualityReference;
  /** Decimals of the price points, where they are rounded. */
  readonly pointsDecimals: number | undefined;
}

/** The same where the price has several parts. */
export interface PartsPlace extends Omit<PricedPlace, 'price' | 'reference'> {
  readonly parts: ReadonlyMap<string, Pick<PricedPlace, 'price' | 'reference'>>;
}

/** What a method is given of a bid: no price, one, or one in parts. */
export type PlaceOf<R> = R extends { form: unknown }
  ? PricedPlace
  : R extends { parts: unknown }
    ? PartsPlace
    : QualityPlace;

/** The total of a bid; `points` are those of the price, null where the price enters the total in another way. */
export interface ExactTotal {
  readonly exactTotal: Exact;
  readonly points: Exact | null;
  /** Points of every part of the price, where it has several. */
  readonly partPoints?: ReadonlyMap<string, Exact>;
}

/** What a formula of price points or of the total is, for whoever reckons with it. */
interface Formula<R> {
  measuredBy(rules: R): MeasuredBy;
  /** Why a price of zero has no outcome; null where it is scored like any other. */
  zeroPrice(rules: R): ZeroPrice | null;
  /** Whether the result of a bid follows from its own quality and price and the prices of the others, however their quality changes. */
  standsAlone(rules: R): boolean;
}

/** All that the product must know of one price method. `R` is the shape of its rules. */
export interface PriceMethod<R> extends Formula<R> {
  /** Whether bidders are asked a price: exactly where the rules have a form for it, or parts that have one. */
  readonly asksPrice: R extends { form: unknown } | { parts: unknown } ? true : false;
  /** What a total is: points out of `weightsTotal`, an amount in euro, or a figure of its own. */
  readonly totalIn: 'points' | 'euro' | 'figure';
  /** What the weights of the criteria are. */
  readonly qualityIn: 'points' | 'euro';
  /** Price alone can decide, so there need be no criteria. */
  readonly withoutCriteria: boolean;
  /** A bid without quality points has no total. */
  readonly needsQuality: boolean;
  /** Whether the highest or the lowest total is best. */
  best(rules: R): 'highest' | 'lowest';
  /** What the price weighs in `weightsTotal`; zero where it does not. */
  weight(rules: R): Exact;
  /** @throws DomainError `quality-zero`, `formula-divides-by-zero` */
  total(rules: R, place: PlaceOf<R>): ExactTotal;
  /** Where totals are straight lines in the weights: what a point more does to the total of a bid with this price. Null where they are not. */
  perPoint(rules: R): ((price: Exact | null) => Exact) | null;
  /** What a schema cannot see in these rules. @param service what is bought: some methods are refused for the support of the Wmo */
  faults(rules: R, service: 'wmo' | 'other'): Fault[];
}

/** Everything that points for an amount can depend on: a price, or another figure that a bid is measured by. */
export interface PointsPlace extends PricedPlace {
  /** Points at most. */
  readonly weight: Exact;
  readonly better: Better;
  readonly constants: Constants;
}

/** All that the product must know of one kind of points for an amount. `R` is the shape of its rules. */
export interface PointsKind<R> extends Omit<Formula<R>, 'zeroPrice'> {
  /** Why an amount of zero has no outcome; null where it is scored like any other. */
  zeroPrice(rules: R, better: Better): ZeroPrice | null;
  /** Points before they are cut off or rounded. @throws DomainError `closest-to-mean-refused`, `formula-divides-by-zero` */
  points(rules: R, place: PointsPlace): Exact;
  /** Whether the points are a share of the weight that does not change with it. */
  straight(rules: R): boolean;
  /** What a schema cannot see in these rules. */
  faults(rules: R, at: RulesAt): Fault[];
}
