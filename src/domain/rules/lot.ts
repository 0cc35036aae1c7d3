import { z } from 'zod';
import { bilingualText, decimalText, identifier, oneLine } from '../text.ts';
import { weightText } from './criterion.ts';

/** What the price, or one part of it, is in one lot. */
const priceInLot = z.strictObject({
  /** Of a price in parts. */
  part: identifier.optional(),
  weight: decimalText.optional(),
  /** Bounds of the compared amount; what happens outside them stands with the price. */
  minimum: decimalText.optional(),
  maximum: decimalText.optional(),
  /** What a low price is held against. */
  estimate: decimalText.optional(),
  /** Amounts that the formula is measured from. */
  reference: decimalText.optional(),
  floor: decimalText.optional(),
  ceiling: decimalText.optional(),
  /** Quantities of lines with a price per unit. */
  quantities: z
    .array(z.strictObject({ line: identifier, quantity: decimalText }))
    .max(200)
    .optional(),
});
export type PriceInLot = z.infer<typeof priceInLot>;

/** What holds in one lot, or in one combination, instead of what holds everywhere. */
const own = {
  /** Weights of criteria, as they are announced elsewhere: percentages of the parent, points at the top. */
  weights: z
    .array(z.strictObject({ criterion: identifier, weight: weightText }))
    .max(500)
    .optional(),
  prices: z.array(priceInLot).max(20).optional(),
};

export const lot = z.strictObject({
  id: identifier,
  name: oneLine(200),
  /** What the lot is worth, in euro: weighs the lots against each other where the award says so. */
  value: decimalText.optional(),
  /** How much of a bidder's capacity the lot takes. */
  size: decimalText.optional(),
  /** Only bidders that meet this condition may bid for the lot. */
  reserved: bilingualText.optional(),
  ...own,
});
export type Lot = z.infer<typeof lot>;

/** Lots that may be bid for, and are then awarded, as one whole: only where the tender reserves that right (AW 2.10). */
export const combination = z.strictObject({
  id: identifier,
  name: oneLine(200),
  lots: z.array(identifier).min(2).max(100),
  ...own,
});
export type Combination = z.infer<typeof combination>;
