import { namesOf } from '../../domain/rules/names.ts';
import type { Place } from '../../domain/rules/place.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { type PriceSheetFault, readPriceSheet, writePriceSheet } from '../../exchange/price-sheet.ts';
import { lotName, type Messages } from '../../messages/messages.ts';
import { type PriceEntry, readPrices } from './price-entry.ts';
import { priceInputs } from './price-form.ts';

/** The sheet on which prices are typed outside the browser: every field of every place, empty. */
export function emptyPriceSheet(m: Messages, state: Readonly<TenderState>, places: readonly Place[]): string {
  const t = m.prices.keep.sheet;
  const names = namesOf(state.rules, state.bids.values());
  const rows = places.flatMap((place) =>
    priceInputs(m, state.rules, place, undefined, undefined).map(({ name, label }) => ({
      code: name,
      bidder: names.bidder(place.bid),
      lot: lotName(m, names, place.lot),
      asked: label,
    })),
  );
  return writePriceSheet([t.code, m.common.bidder, m.common.lot, t.asked, t.value], rows);
}

/** Reads a sheet that was filled in as if it were typed; what is wrong stands at the field of the file. */
export function readFilledSheet(
  m: Messages,
  state: Readonly<TenderState>,
  places: readonly Place[],
  text: string,
  field: string,
): Pick<PriceEntry, 'prices' | 'problems'> {
  const codes = places.flatMap((place) =>
    priceInputs(m, state.rules, place, undefined, undefined).map(({ name }) => name),
  );
  const read = readPriceSheet(text, new Set(codes));
  if ('faults' in read) {
    return { prices: [], problems: read.faults.map((fault) => ({ field, text: faultInWords(m, fault) })) };
  }
  const { prices, problems } = readPrices(m, state, places, Object.fromEntries(read.values));
  return { prices, problems: problems.map((problem) => ({ ...problem, field })) };
}

function faultInWords(m: Messages, fault: PriceSheetFault): string {
  const t = m.prices.keep.sheet;
  switch (fault.kind) {
    case 'no-sheet':
      return t.noSheet;
    case 'unknown-code':
      return t.unknownCode(fault.line, fault.code);
    case 'repeated-code':
      return t.repeatedCode(fault.line, fault.code);
    default:
      return fault satisfies never;
  }
}
