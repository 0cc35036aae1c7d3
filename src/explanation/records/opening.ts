import { toFractionText } from '../../domain/number.ts';
import { rulesIn } from '../../domain/rules/in-lot.ts';
import { hasSealed } from '../../domain/rules/measures.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { placeIn } from '../../domain/rules/place.ts';
import { comparePrice } from '../../domain/scoring/price.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { lotName, type Messages } from '../../messages/messages.ts';
import { cells, type FlatBlock, paragraph } from '../blocks.ts';
import { eurosColumn } from '../columns.ts';

/** Who opened what was sealed, with whom and when, and what each bid asks; null where nothing is sealed or nothing is open. */
export function openingBlocks(
  m: Messages,
  state: Readonly<TenderState>,
  nameOf: (account: string) => string,
): FlatBlock[] | null {
  const t = m.records.opening;
  if (!hasSealed(state.rules) || state.prices.size === 0) return null;
  const opened = state.pricesOpened;
  const names = namesOf(state.rules, state.bids.values());
  const offers = [...state.prices].map(([key, { price }]) => ({ ...placeIn(key), price }));
  const amounts = eurosColumn(
    m,
    offers.map(({ lot, price }) => toFractionText(comparePrice(rulesIn(state.rules, lot).price, price).compared)),
  );
  return [
    paragraph(opened ? t.opened(m.format.moment(opened.at), nameOf(opened.with), nameOf(opened.by)) : t.notByTwo),
    {
      kind: 'table',
      caption: t.caption,
      columns: [
        { header: m.records.bidder, align: 'start', width: 4 },
        { header: m.letters.lot, align: 'start', width: 3 },
        { header: t.amount, align: 'end', width: 2 },
      ],
      rows: offers.map(({ bid, lot }, index) => cells(names.bidder(bid), lotName(m, names, lot), amounts[index]!)),
      stacks: true,
    },
  ];
}
