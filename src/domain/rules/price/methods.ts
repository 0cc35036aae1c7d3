import { z } from 'zod';
import type { BilingualText } from '../../text.ts';
import { awardOnValue, awardOnValueRules } from './award-on-value.ts';
import { fixedLumpSum, fixedLumpSumRules } from './fixed-lump-sum.ts';
import { fixedUnitPrices, fixedUnitPricesRules } from './fixed-unit-prices.ts';
import { lowestPrice, lowestPriceRules } from './lowest-price.ts';
import { priceParts, pricePartsRules } from './price-parts.ts';
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
  pricePartsRules,
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
  'price-parts': priceParts,
  'award-on-value': awardOnValue,
  'quality-per-euro': qualityPerEuro,
  'price-per-quality': pricePerQuality,
  'lowest-price': lowestPrice,
  formula: ownTotal,
} as const satisfies { [M in PriceRules['method']]: PriceMethod<RulesOf<M>> };

/** The record of a method, for rules of that very method. */
export const methodOf = (rules: PriceRules): PriceMethod<PriceRules> => METHODS[rules.method];

/** The price as a whole, or one part of it: what is asked of bidders and measured by itself. */
export interface PricePart {
  /** Null for the price as a whole. */
  readonly id: string | null;
  readonly name: BilingualText | null;
  readonly rules: PricedRules;
}

/** Rules never change, so they are taken apart once. */
const parts = new WeakMap<PriceRules, readonly PricePart[]>();

/** What is asked of bidders: nothing where the price is fixed beforehand, one price, or the price in parts. */
export function partsOf(rules: PriceRules): readonly PricePart[] {
  const known = parts.get(rules);
  if (known) return known;
  const found = takenApart(rules);
  parts.set(rules, found);
  return found;
}

function takenApart(rules: PriceRules): readonly PricePart[] {
  if ('form' in rules) return [{ id: null, name: null, rules }];
  if (rules.method !== 'price-parts') return [];
  return rules.parts.map(({ id, name, ...part }) => ({ id, name, rules: { method: 'weighted-factor', ...part } }));
}
