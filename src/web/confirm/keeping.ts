import { namesOf } from '../../domain/rules/names.ts';
import { placeKey } from '../../domain/rules/place.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { type Block, cells } from '../../explanation/blocks.ts';
import { forRules, lotName, type Messages } from '../../messages/messages.ts';
import type { PriceEntry } from '../forms/price-entry.ts';
import { priceInputs } from '../forms/price-form.ts';
import type { Confirmation } from './confirmation.ts';
import { firstRows } from './first-rows.ts';

/** The prices of a sheet as they were read, before they are taken into keeping. What is in keeping already is not among them. */
export function confirmationOfKeeping(
  given: Messages,
  state: Readonly<TenderState>,
  prices: PriceEntry['prices'],
): { readonly confirmation: Confirmation; readonly details: readonly Block[] } {
  const m = forRules(given, state.rules);
  const t = m.confirm.keep;
  const kept = prices.filter(({ price }) => state.sealed.has(placeKey(price.bid, price.lot))).length;
  return {
    confirmation: {
      title: t.title,
      yes: t.yes,
      action: `/tenders/${state.dossier}/sealed-prices/keep`,
      facts: [
        { term: m.confirm.terms.inSheet, value: m.confirm.pricesInSheet(prices.length) },
        { term: m.confirm.terms.replaced, value: m.confirm.pricesInSheet(kept) },
      ],
      consequences: t.consequences,
      undo: t.undo,
      basis: [],
    },
    details: firstRows(m, pricesInSheet(m, state, prices, t.caption)),
  };
}

/** So many prices far from the others are named. */
const MOST_FAR = 50;

/** The prices of a sheet that are recorded now that prices are open. What they replace is told. */
export function confirmationOfRecording(
  given: Messages,
  state: Readonly<TenderState>,
  { prices, far }: Pick<PriceEntry, 'prices' | 'far'>,
): { readonly confirmation: Confirmation; readonly details: readonly Block[] } {
  const m = forRules(given, state.rules);
  const t = m.prices.fromSheet;
  const names = namesOf(state.rules, state.bids.values());
  const recorded = prices.filter(({ price }) => state.prices.has(placeKey(price.bid, price.lot))).length;
  return {
    confirmation: {
      title: t.confirmTitle,
      yes: t.confirmYes,
      action: `/tenders/${state.dossier}/prices-sheet/record`,
      facts: [
        { term: m.confirm.terms.inSheet, value: m.confirm.pricesInSheet(prices.length) },
        { term: t.replaces, value: m.confirm.pricesInSheet(recorded) },
      ],
      consequences: [
        ...far
          .slice(0, MOST_FAR)
          .map(({ bid, lot }) => t.far(m.prices.place(names.bidder(bid), lotName(m, names, lot)))),
        ...(far.length > MOST_FAR ? [t.moreFar(far.length - MOST_FAR)] : []),
        ...t.consequences,
      ],
      undo: t.undo,
      basis: prices.flatMap(({ price, version }) => [price.bid, price.lot, version]),
    },
    details: firstRows(m, pricesInSheet(m, state, prices, t.caption)),
  };
}

function pricesInSheet(
  m: Messages,
  state: Readonly<TenderState>,
  prices: PriceEntry['prices'],
  caption: string,
): readonly Block[] {
  const names = namesOf(state.rules, state.bids.values());
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { header: m.common.bidder, align: 'start', width: 3 },
        { header: m.common.lot, align: 'start', width: 2 },
        { header: m.prices.keep.sheet.asked, align: 'start', width: 2 },
        { header: m.confirm.terms.read, align: 'end', width: 1.5 },
      ],
      rows: prices.flatMap(({ price }) =>
        priceInputs(m, state.rules, price, price, undefined)
          .filter(({ value }) => value !== '')
          .map(({ label, value }) =>
            cells(names.bidder(price.bid), lotName(m, names, price.lot), label, thousandsApart(m, value)),
          ),
      ),
    },
  ];
}

/** A figure as it stands in a form, with its thousands apart: a nought too many is then seen. */
function thousandsApart({ format }: Messages, written: string): string {
  const [whole = '', decimals] = written.split(format.decimalMark);
  const grouped = format.grouped(whole, 0);
  return decimals === undefined ? grouped : `${grouped}${format.decimalMark}${decimals}`;
}
