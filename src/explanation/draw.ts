import type { Messages } from '../messages/messages.ts';
import { sentence } from '../messages/sentence.ts';
import { type Prose, typedPassage } from './blocks.ts';

/** A draw that was held: when, in which order bidders were drawn, and how, as it was typed. */
export const drawInWords = (
  m: Messages,
  { at, order, method }: { readonly at: string; readonly order: readonly string[]; readonly method: string },
  bidder: (bid: string) => string,
): Prose => [{ text: m.draw.held(m.format.moment(at), order.map(bidder)) }, typedPassage(m, sentence(method))];
