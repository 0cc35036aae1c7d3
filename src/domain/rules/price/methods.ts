import { z } from 'zod';
import { awardOnValue, awardOnValueRules } from './award-on-value.ts';
import { fixedLumpSum, fixedLumpSumRules } from './fixed-lump-sum.ts';
import { fixedUnitPrices, fixedUnitPricesRules } from './fixed-unit-prices.ts';
import { lowestPrice, lowestPriceRules } from './lowest-price.ts';
import { pricePerQuality, pricePerQualityRules } from './price-per-quality.ts';
import { qualityPerEuro, qualityPerEuroRules } from './quality-per-euro.ts';
import type { PriceMethod } from './record.ts';
import { ownTotal, ownTotalRules } from './total-formula.ts';
import { weightedFactor, weightedFactorRules } from './weighted-factor.ts';

/**
 * How price and quality together decide, as announced. Each method is a choice in the rule set; docs/methods.md gives for each
 * the formula, where it comes from and a worked example. No method is the better one: the choice is that of the tender.
 */
export const priceRules = z.discriminatedUnion('method', [
  fixedLumpSumRules,
  fixedUnitPricesRules,
  weightedFactorRules,
  awardOnValueRules,
  qualityPerEuroRules,
  pricePerQualityRules,
  lowestPriceRules,
  ownTotalRules,
]);
export type PriceRules = z.infer<typeof priceRules>;
export type PricedRules = Extract<PriceRules, { form: unknown }>;
export type RulesOf<M extends PriceRules['method']> = Extract<PriceRules, { method: M }>;

/** One record per method; a method without one does not compile. */
export const METHODS = {
  'fixed-lump-sum': fixedLumpSum,
  'fixed-unit-prices': fixedUnitPrices,
  'weighted-factor': weightedFactor,
  'award-on-value': awardOnValue,
  'quality-per-euro': qualityPerEuro,
  'price-per-quality': pricePerQuality,
  'lowest-price': lowestPrice,
  formula: ownTotal,
} as const satisfies { [M in PriceRules['method']]: PriceMethod<RulesOf<M>> };

/** The record of a method, for rules of that very method. */
export const methodOf = (rules: PriceRules): PriceMethod<PriceRules> => METHODS[rules.method];

/** The rules that ask a price of bidders; undefined where the price is fixed beforehand. */
export const pricedRules = (rules: PriceRules): PricedRules | undefined => ('form' in rules ? rules : undefined);
