import { z } from 'zod';
import { humanText, identifier } from '../../text.ts';
import { signedDecimal } from './basis.ts';

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
