import { z } from 'zod';
import { bid } from '../../../rules/bid.ts';
import { priceOffer } from '../../../rules/price-rules.ts';
import { fallenBid } from '../../../scoring/input.ts';
import { dateText, humanText, identifier } from '../../../text.ts';
import { reason } from './fields.ts';

/** What was handed in, and what becomes of a bid. */
export const bidEvents = {
  'bid-registered': z.strictObject({
    bid,
    /** It came too late, and why it is registered all the same: it counts only once it is reinstated. */
    late: z.strictObject({ reason }).optional(),
  }),
  /** The bid as it was handed in, where it was typed over wrongly. */
  'bid-corrected': z.strictObject({ bid, reason }),
  /** It was registered by mistake: there was no such bid. */
  'bid-struck': z.strictObject({ bid: identifier, reason }),
  /** A bid no longer counts: excluded before the ranking, or withdrawn after it. After an award, the award is computed anew. */
  'bid-set-aside': z.strictObject({ fallen: fallenBid }),
  /** A bid counts again: a ruling, or a mistake. Without a lot: in all its lots. */
  'bid-reinstated': z.strictObject({ bid: identifier, lot: identifier.optional(), reason }),
  /** One of two people held the requirements and the self-declaration against the bid. */
  'requirements-checked': z.strictObject({ bid: identifier, met: z.boolean(), findings: humanText(5000) }),
} as const;

/** What was sealed, and what is asked about it. */
export const priceEvents = {
  /** Typed over before quality is closed: shown to nobody until it is opened. A later one for the same place takes its place. */
  'price-sealed': z.strictObject({ price: priceOffer }),
  /** The first of two people asks to open what is sealed. */
  'opening-proposed': z.strictObject({}),
  /** The second of two people opens it. */
  'prices-opened': z.strictObject({}),
  /** What a bid asks for one lot: only after quality is closed. A later one for the same place corrects it, until the first award. */
  'price-recorded': z.strictObject({ price: priceOffer }),
  /** A price that was found to be otherwise: also after an award, which is then computed anew. */
  'price-corrected': z.strictObject({ price: priceOffer, reason }),
  /** Asked to explain a price that looks too low. */
  'explanation-asked': z.strictObject({ bid: identifier, lot: identifier, question: humanText(5000), until: dateText }),
  'explanation-received': z.strictObject({ bid: identifier, lot: identifier, explanation: humanText(20_000) }),
  'explanation-judged': z.strictObject({
    bid: identifier,
    lot: identifier,
    accepted: z.boolean(),
    reason,
  }),
} as const;
