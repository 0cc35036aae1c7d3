/** What the rest of the product reads of the price: its rules, the offers of bidders, and the one record of each method. */
export {
  betterOf,
  type LowTest,
  lineKind,
  lowTests,
  type PriceForm,
  type PriceLine,
  signedDecimal,
} from './price/basis.ts';
export {
  methodOf,
  type PricedRules,
  type PricePart,
  type PriceRules,
  partsOf,
  priceRules,
  type RulesOf,
} from './price/methods.ts';
export { type OfferedAmounts, type OfferedValue, offeredValue, type PriceOffer, priceOffer } from './price/offer.ts';
export type { PricePoints } from './price/points.ts';
export { weightOfPrice } from './price/weight.ts';
