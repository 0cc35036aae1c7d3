/** What the rest of the product reads of the price: its rules, the offers of bidders, and the one record of each method. */
export { type PriceForm, signedDecimal } from './price/basis.ts';
export { methodOf, type PricedRules, type PriceRules, pricedRules, priceRules, type RulesOf } from './price/methods.ts';
export { type PriceOffer, priceOffer } from './price/offer.ts';
export type { PricePoints } from './price/points.ts';
