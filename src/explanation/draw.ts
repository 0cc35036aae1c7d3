import type { Names } from '../domain/rules/names.ts';
import type { Messages } from '../messages/messages.ts';
import { sentence } from '../messages/sentence.ts';
import { type Prose, passagesOf, typedPassage, withTyped } from './blocks.ts';

interface Draw {
  readonly at: string;
  readonly order: readonly string[];
  readonly lots: readonly string[];
  readonly method: string;
  readonly witnesses: string | null;
  readonly reason: string | null;
}

/** A draw that was held: when, for which lots, in which order bidders were drawn, and how, as it was typed. @param m of the tender: see `forRules` */
export const drawInWords = (m: Messages, { at, order, lots, method, witnesses, reason }: Draw, names: Names): Prose => [
  { text: m.draw.held(m.format.moment(at), order.map(names.bidder), lots.map(names.lot)) },
  typedPassage(m, sentence(method)),
  ...(witnesses === null ? [] : passagesOf(withTyped(m, m.draw.seenBy(witnesses), witnesses))),
  ...(reason === null ? [] : passagesOf(withTyped(m, m.draw.again(reason), reason))),
];
