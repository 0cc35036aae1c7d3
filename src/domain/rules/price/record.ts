import type { Fault } from '../../errors.ts';
import type { Exact } from '../../number.ts';
import type { PriceReference, QualityReference } from './reference.ts';

/** What a bid is measured by: nothing outside itself, the lowest price alone, or others in more ways. */
export type MeasuredBy = 'itself' | 'lowest-price' | 'others';

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

/** The total of a bid; `points` are those of the price, null where the price enters the total in another way. */
export interface ExactTotal {
  readonly exactTotal: Exact;
  readonly points: Exact | null;
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
  /** Whether bidders are asked a price: exactly where the rules have a form for it. */
  readonly asksPrice: R extends { form: unknown } ? true : false;
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
  total(rules: R, place: R extends { form: unknown } ? PricedPlace : QualityPlace): ExactTotal;
  /** Where totals are straight lines in the weights: what a point more does to the total of a bid with this price. Null where they are not. */
  perPoint(rules: R): ((price: Exact | null) => Exact) | null;
  /** What a schema cannot see in these rules. @param service what is bought: some methods are refused for the support of the Wmo */
  faults(rules: R, service: 'wmo' | 'other'): Fault[];
}

/** Names of one's own in a formula, with their value as decimal text. */
export type Constants = Readonly<Record<string, string>> | undefined;

/** Everything that price points can depend on. */
export interface PointsPlace extends PricedPlace {
  /** Points of the price at most. */
  readonly weight: Exact;
  readonly constants: Constants;
}

/** All that the product must know of one kind of price points. `R` is the shape of its rules. */
export interface PointsKind<R> extends Formula<R> {
  /** Points before they are cut off or rounded. @throws DomainError `closest-to-mean-refused`, `formula-divides-by-zero` */
  points(rules: R, place: PointsPlace): Exact;
  /** Whether the points are a share of the weight that does not change with it. */
  straight(rules: R): boolean;
  /** What a schema cannot see in these rules. @param constants of the rules around it */
  faults(rules: R, constants: Constants): Fault[];
}
