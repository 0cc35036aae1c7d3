import { z } from 'zod';
import { decimalText, humanText, identifier } from '../../text.ts';
import { signedDecimal } from './basis.ts';

const amounts = {
  /** For the form `amount`. */
  amount: signedDecimal.optional(),
  /** For the form `sheet`: what is filled in at every line. */
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
};

/** The figure that a bid offers on a criterion that is measured. */
export const offeredValue = z.strictObject({ criterion: identifier, value: decimalText });
export type OfferedValue = z.infer<typeof offeredValue>;

/** What a bidder asks for one lot; opened only when quality is closed. Decimal text, in euro. */
export const priceOffer = z.strictObject({
  bid: identifier,
  lot: identifier,
  ...amounts,
  /** Where the price has several parts: one entry for each. */
  parts: z
    .array(z.strictObject({ part: identifier, ...amounts }))
    .max(20)
    .optional(),
  /** What stays sealed with the price: figures for criteria that are measured. */
  values: z.array(offeredValue).max(100).optional(),
  /** Where the amounts were read, for the log. */
  note: humanText(2000).optional(),
});
export type PriceOffer = z.infer<typeof priceOffer>;
/** What is offered for the price as a whole, or for one part of it. */
export type OfferedAmounts = Pick<PriceOffer, keyof typeof amounts>;
