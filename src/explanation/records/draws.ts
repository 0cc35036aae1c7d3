import { namesOf } from '../../domain/rules/names.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FlatBlock, typedFact } from '../blocks.ts';

/** Every draw that was held: for what, in which order, how and who saw it. Null where none was. */
export function drawBlocks(m: Messages, { draws, rules, bids }: Readonly<TenderState>): FlatBlock[] | null {
  if (draws.length === 0) return null;
  const t = m.draw.facts;
  const names = namesOf(rules, bids.values());
  return draws.map(({ lots, at, order, method, witnesses, reason }, place) => ({
    kind: 'facts',
    caption: t.caption(place + 1),
    facts: [
      { term: t.lots, value: lots.length === 0 ? t.allLots : lots.map(names.lot).join('; ') },
      { term: t.order, value: order.map((bid, drawn) => `${drawn + 1}. ${names.bidder(bid)}`).join('\n') },
      typedFact(m, t.method, method),
      witnesses === null ? { term: t.witnesses, value: t.notRecorded } : typedFact(m, t.witnesses, witnesses),
      { term: t.at, value: m.format.moment(at) },
      ...(reason === null ? [] : [typedFact(m, t.again, reason)]),
    ],
  }));
}
