import { z } from 'zod';
import { bilingualName, bilingualText, decimalText, humanText, identifier } from '../text.ts';

/**
 * How price and quality together decide, as announced. Each method is a choice in the rule set; docs/methods.md gives for each
 * the formula, where it comes from and a worked example. No method is the better one: the choice is that of the tender.
 */

/** A decimal number that may be below zero: a percentage of malus, a price that must be refused with a reason. */
export const signedDecimal = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, { error: 'not a decimal number' });

/** What a bidder fills in, and how it becomes one amount per lot. */
const priceForm = z.discriminatedUnion('kind', [
  /** One amount: a lump sum or a total. */
  z.strictObject({ kind: z.literal('amount') }),
  /** A price per unit for every line; the amount is the sum of price x quantity. */
  z.strictObject({
    kind: z.literal('sheet'),
    lines: z
      .array(
        z.strictObject({
          id: identifier,
          name: bilingualName,
          unit: bilingualName,
          quantity: decimalText,
          /** Added to the line when amounts are compared including VAT. */
          vatPercentage: decimalText.optional(),
        }),
      )
      .min(1)
      .max(200),
  }),
  /** A percentage of an announced amount: 97.5 means 2.5 % below it. */
  z.strictObject({ kind: z.literal('percentage'), reference: decimalText }),
]);

/** How the amount of a bid becomes the amount that is compared. */
const priceBasis = {
  form: priceForm,
  /** VAT on the whole amount of a form without lines; on a sheet each line carries its own. Absent: compared as offered. */
  vatPercentage: decimalText.optional(),
  /** Offered time counts as money: amount + time x cost per unit. */
  time: z.strictObject({ unit: bilingualName, costPerUnit: decimalText }).optional(),
  /** Announced bounds of the amount that is compared, inclusive. Outside them a bid is set aside, or only flagged. */
  bounds: z
    .strictObject({
      minimum: decimalText.optional(),
      maximum: decimalText.optional(),
      outside: z.enum(['set-aside', 'flag']),
    })
    .optional(),
  /** A price this far below what others ask is flagged so that the bidder can explain it; it is never rejected by itself. */
  abnormallyLow: z
    .strictObject({
      percentageBelow: decimalText,
      of: z.enum(['mean-of-all', 'mean-of-others', 'median-of-all', 'second-lowest', 'estimate']),
      /** The announced estimate, for `of: estimate`. */
      estimate: decimalText.optional(),
    })
    .optional(),
};

/** What happens with points below zero or above the maximum of the price: announced, never assumed. */
const beyond = {
  belowZero: z.enum(['clip', 'allow']),
  aboveMaximum: z.enum(['clip', 'allow']),
};
/** The price that is measured from: the lowest of the valid bids in the lot, or an announced amount. */
const reference = z.union([z.literal('lowest'), decimalText]);
/** The share of W to an announced power, which is seldom a fraction: the points are then rounded to `decimals`, as announced. */
const power = z
  .strictObject({ exponent: z.string().regex(/^\d{1,2}(\.\d{1,2})?$/), decimals: z.int().min(0).max(6) })
  .optional();

/** Price points out of `weight` (W), from the compared amount (P) of a bid. */
const pricePoints = z.discriminatedUnion('kind', [
  /** W x reference / P */
  z.strictObject({ kind: z.literal('proportional'), reference, power, ...beyond }),
  /** W x (1 - (P - reference) / (reference x zeroAt / 100)): no points left at `zeroAt` percent above the reference. */
  z.strictObject({ kind: z.literal('linear'), reference, zeroAt: decimalText, ...beyond }),
  /** W x (ceiling - P) / (ceiling - floor), between two announced amounts or between the lowest and the highest valid price */
  z.strictObject({
    kind: z.literal('bounds'),
    floor: reference,
    ceiling: z.union([z.literal('highest'), decimalText]),
    power,
    ...beyond,
  }),
  /** W x (reference - P) / (reference - lowest): the saving on an announced amount against the largest saving */
  z.strictObject({ kind: z.literal('saving'), reference: decimalText, power, ...beyond }),
  /** W - points x (P - reference) / step, per full step when `perFullStep` */
  z.strictObject({
    kind: z.literal('steps'),
    reference,
    step: decimalText,
    points: decimalText,
    perFullStep: z.boolean(),
    ...beyond,
  }),
  /** W x (1 - log(P / reference) / log(zeroAt)): no points left at `zeroAt` times the reference. Rounded to `decimals`, as announced. */
  z.strictObject({
    kind: z.literal('logarithmic'),
    reference,
    zeroAt: decimalText,
    decimals: z.int().min(0).max(6),
    ...beyond,
  }),
  /** An own formula for the points. */
  z.strictObject({ kind: z.literal('formula'), expression: z.string().min(1).max(2000), ...beyond }),
  /** Known, and refused: bidders cannot know what they are measured by, and a bid changes what the others earn. */
  z.strictObject({ kind: z.literal('closest-to-mean') }),
]);

const constants = z.record(z.string().regex(/^[a-z][a-z0-9_]{0,31}$/), signedDecimal);

const common = { description: bilingualText, ...priceBasis };

export const priceRules = z.discriminatedUnion('method', [
  /** The price is fixed beforehand, so quality alone decides. */
  z.strictObject({ method: z.literal('fixed-lump-sum'), description: bilingualText }),
  /** Announced prices per unit and quantities; quality alone decides. */
  z.strictObject({
    method: z.literal('fixed-unit-prices'),
    description: bilingualText,
    lines: z
      .array(
        z.strictObject({
          id: identifier,
          name: bilingualName,
          unit: bilingualName,
          price: decimalText,
          quantity: decimalText,
          vatPercentage: decimalText.optional(),
        }),
      )
      .min(1)
      .max(200),
  }),
  /** Weighted factor: total = quality points + price points; the highest total is best. `weight` is in the same points as the criteria. */
  z.strictObject({
    method: z.literal('weighted-factor'),
    weight: decimalText,
    points: pricePoints,
    constants: constants.optional(),
    ...common,
  }),
  /** Award on value: amount minus the value of quality; criteria weigh in euro, the lowest is best. */
  z.strictObject({ method: z.literal('award-on-value'), ...common }),
  /** Quality points per `per` euro; the highest is best. */
  z.strictObject({ method: z.literal('quality-per-euro'), per: decimalText, ...common }),
  /** Amount divided by the coefficient of quality (quality points / `divisor`); the lowest is best. */
  z.strictObject({ method: z.literal('price-per-quality'), divisor: decimalText, ...common }),
  /** The lowest amount is best. Only with the motivation that AW 2.114-2.115 asks, and not for Wmo support. */
  z.strictObject({ method: z.literal('lowest-price'), motivation: bilingualText, ...common }),
  /** An own formula for the total. */
  z.strictObject({
    method: z.literal('formula'),
    expression: z.string().min(1).max(2000),
    constants: constants.optional(),
    best: z.enum(['highest', 'lowest']),
    ...common,
  }),
]);

export type PriceRules = z.infer<typeof priceRules>;
export type PricedRules = Exclude<PriceRules, { method: 'fixed-lump-sum' | 'fixed-unit-prices' }>;
export type PricePoints = Extract<PriceRules, { method: 'weighted-factor' }>['points'];
export type PriceForm = PricedRules['form'];

/** The rules that ask a price of bidders; undefined where the price is fixed beforehand. */
export const pricedRules = (price: PriceRules): PricedRules | undefined =>
  price.method === 'fixed-lump-sum' || price.method === 'fixed-unit-prices' ? undefined : price;

/** What a bidder asks for one lot; opened only when quality is closed. Decimal text, in euro. */
export const priceOffer = z.strictObject({
  bid: identifier,
  lot: identifier,
  /** For the form `amount`. */
  amount: signedDecimal.optional(),
  /** For the form `sheet`: the price per unit of every line. */
  lines: z
    .array(z.strictObject({ line: identifier, price: signedDecimal }))
    .max(200)
    .optional(),
  /** For the form `percentage`. */
  percentage: signedDecimal.optional(),
  /** Offered time, where time counts. */
  time: signedDecimal.optional(),
  /** The total that the bid itself states: compared with the computed one and flagged when it differs, never used. */
  statedTotal: signedDecimal.optional(),
  /** Where the amounts were read, for the log. */
  note: humanText(2000).optional(),
});
export type PriceOffer = z.infer<typeof priceOffer>;
