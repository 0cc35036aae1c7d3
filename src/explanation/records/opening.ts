import { toFractionText } from '../../domain/number.ts';
import { COMMON, rulesIn } from '../../domain/rules/in-lot.ts';
import { hasSealed } from '../../domain/rules/measures.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { placeIn } from '../../domain/rules/place.ts';
import { partsOf } from '../../domain/rules/price-rules.ts';
import { comparePrice } from '../../domain/scoring/price.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { lotName, type Messages } from '../../messages/messages.ts';
import { figuresInWords } from '../bids.ts';
import { type FlatBlock, paragraph } from '../blocks.ts';
import { eurosColumn } from '../columns.ts';

/** Who opened what was sealed, with whom and when, and what each bid asks and the figures that came in with it; null where nothing is sealed or nothing is open. */
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
  const priced = offers.filter(({ lot }) => lot !== COMMON && partsOf(state.rules.price).length > 0);
  const euros = eurosColumn(
    m,
    priced.map(({ lot, price }) => toFractionText(comparePrice(rulesIn(state.rules, lot).price, price).compared)),
  );
  const amounts = new Map(priced.map((offer, index) => [offer, euros[index]!]));
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
      rows: offers.map((offer) => [
        { text: names.bidder(offer.bid) },
        { text: lotName(m, names, offer.lot), notes: figuresInWords(m, state.rules, offer.price.values) },
        { text: amounts.get(offer) ?? '–' },
      ]),
      stacks: true,
    },
  ];
}
