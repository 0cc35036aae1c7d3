import { namesOf } from '../../domain/rules/names.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import type { Messages } from '../../messages/messages.ts';
import type { FlatBlock } from '../blocks.ts';
import { drawInWords } from '../draw.ts';

/** Every draw that was held: when, between whom, in which order, how and who saw it. Null where none was. */
export function drawBlocks(m: Messages, { draws, rules, bids }: Readonly<TenderState>): FlatBlock[] | null {
  if (draws.length === 0) return null;
  const names = namesOf(rules, bids.values());
  return [{ kind: 'list', ordered: true, items: draws.map((draw) => drawInWords(m, draw, names)) }];
}
