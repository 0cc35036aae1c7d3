import { shortest } from '../../domain/figures.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { type Place, placeKey } from '../../domain/rules/place.ts';
import type { PriceOffer } from '../../domain/rules/price-rules.ts';
import { placesAsked } from '../../domain/scoring/input.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { recordsOf } from '../../exchange/spreadsheet/records.ts';
import type { Sheet } from '../../exchange/spreadsheet/sheet.ts';
import type { Table, TableCell } from '../../exchange/spreadsheet/table.ts';
import { forRules, lotName, type Messages, messagesIn } from '../../messages/messages.ts';
import { type PriceEntry, readPrices } from './price-entry.ts';
import { priceInputs, sureName, versionName } from './price-form.ts';
import { cellAsTyped, othersGo, placeIn, ROWS_AT_ONCE } from './sheet-cells.ts';
import { type SheetProblem, sheetProblems } from './sheet-faults.ts';
import type { FieldProblem } from './text.ts';

/** The columns of a sheet of prices; the code tells what a value is for, and is read back as it was written. */
const COLUMNS = ['code', 'bidder', 'lot', 'asked', 'value'] as const;
type ColumnKey = (typeof COLUMNS)[number];

/** The names of the sheet, in every language. */
export const PRICE_SHEET: readonly string[] = (['nl', 'en'] as const).map(
  (one) => messagesIn(one).prices.keep.sheet.name,
);

/** In a sheet that a bidder fills in nobody knows yet which bid it belongs to. */
const NOBODY = '';
const ofNobody = 'price..';

/** The sheet on which prices are filled in outside the browser: everything that is asked in every place; only the values are open. */
export const emptyPriceSheet = (m: Messages, state: Readonly<TenderState>, places: readonly Place[]): Table =>
  priceSheet(m, state, places, () => undefined);

/** The same with the prices that were recorded. */
export const recordedPriceSheet = (m: Messages, state: Readonly<TenderState>, places: readonly Place[]): Table =>
  priceSheet(m, state, places, ({ bid, lot }) => state.prices.get(placeKey(bid, lot))?.price);

function priceSheet(
  m: Messages,
  state: Readonly<TenderState>,
  places: readonly Place[],
  recorded: (place: Place) => PriceOffer | undefined,
): Table {
  const names = namesOf(state.rules, state.bids.values());
  const isOfBids = places.every(({ bid }) => bid !== NOBODY);
  const heads = headsIn(m, state);
  const widths: Readonly<Record<ColumnKey, number>> = { code: 30, bidder: 32, lot: 28, asked: 60, value: 20 };
  const shown = COLUMNS.filter((key) => key !== 'bidder' || isOfBids);
  return {
    name: m.prices.keep.sheet.name,
    isLocked: true,
    columns: shown.map((key) => ({
      header: heads[key],
      width: widths[key],
      ...(key === 'value' ? ({ takes: 'figure', isOpen: true } as const) : {}),
    })),
    rows: places.flatMap((place) =>
      priceInputs(m, state.rules, place, recorded(place), undefined).map(({ name, label, hint, required, value }) => {
        const what = required ? label : `${label} ${m.app.mayStayEmpty}`;
        const cells: Readonly<Record<ColumnKey, TableCell>> = {
          code: name,
          bidder: isOfBids ? names.bidder(place.bid) : null,
          lot: lotName(m, names, place.lot),
          asked: hint === null || hint === '' ? what : `${what}. ${hint}`,
          value: value === '' ? null : { number: shortest(value.replace(',', '.')), decimals: null },
        };
        return shown.map((key) => cells[key]);
      }),
    ),
  };
}

/** The same for a bidder to fill in, made from the rules alone: everything that can be asked of one. */
export const bidderPriceSheet = (m: Messages, state: Readonly<TenderState>): Table =>
  emptyPriceSheet(m, state, placesAsked(state.rules, NOBODY));

/**
 * Reads a sheet that was filled in as if it were typed, by the codes of its rows. A row without a value says nothing; a price far from the others is
 * taken, and told.
 * @param bid whose sheet it is, where the sheet does not say so; empty where it does
 */
export async function readPriceSheet(
  m: Messages,
  state: Readonly<TenderState>,
  places: readonly Place[],
  sheet: Sheet,
  bid: string,
): Promise<PriceEntry> {
  const t = m.prices.keep.sheet;
  const all = [m, messagesIn('nl'), messagesIn('en')].map((one) => headsIn(one, state));
  const known = COLUMNS.map((key) => ({
    key,
    heads: [...all.map((heads) => heads[key]), ...(key === 'code' ? ['code'] : [])],
    isNeeded: key === 'code' || key === 'value',
  }));
  const records = recordsOf(sheet, known);
  const codes = new Map<string, Place>();
  for (const place of places) {
    for (const { name } of priceInputs(m, state.rules, place, undefined, undefined)) codes.set(name, place);
    await othersGo();
  }
  const wrong: SheetProblem[] = [];
  const values = new Map<string, string>();
  const rows = new Map<string, number>();
  const filled = new Set<Place>();
  for (const [index, { row, cells }] of records.records.entries()) {
    if (index % ROWS_AT_ONCE === 0) await othersGo();
    const written = cells.get('code')?.text.trim() ?? '';
    const value = cellAsTyped(m, cells.get('value')).trim();
    const refuse = (text: string): void => {
      wrong.push({ ...placeIn(records, row, 'code'), text });
    };
    // A sheet of a bidder has rows for everything that can be asked; what it did not fill in, it does not offer.
    if (value === '' && (written === '' || written.startsWith(ofNobody))) continue;
    const isOwn = written.startsWith(ofNobody) && bid !== '';
    const code = isOwn ? `price.${bid}.${written.slice(ofNobody.length)}` : written;
    if (written.startsWith(ofNobody) && bid === '') refuse(t.whose);
    else if (!codes.has(code)) refuse(isOwn ? t.notOffered : t.unknownCode(written));
    else if (rows.has(code)) refuse(t.repeatedCode(rows.get(code)!));
    if (rows.has(code)) continue;
    rows.set(code, row);
    const place = codes.get(code);
    if (value === '' || !place) continue;
    values.set(code, value);
    filled.add(place);
  }
  const form = {
    ...Object.fromEntries([...filled].flatMap((place) => madeFrom(state, place))),
    ...Object.fromEntries(values),
  };
  const prices: PriceEntry['prices'][number][] = [];
  const problems: FieldProblem[] = [];
  const far: Place[] = [];
  for (const place of places) {
    if (!filled.has(place)) continue;
    const read = readPrices(m, state, [place], form);
    prices.push(...read.prices);
    problems.push(...read.problems);
    far.push(...read.far);
    await othersGo();
  }
  wrong.push(...problems.map(({ field, text }) => ({ ...placeIn(records, rows.get(field) ?? null, 'value'), text })));
  const told = sheetProblems(m, records, wrong);
  return told.length > 0 ? { prices: [], problems: told, far: [] } : { prices, problems: [], far };
}

/** What a form tells beside its prices: what was recorded when it was made, and that a price far from the others is meant. */
const madeFrom = ({ prices }: Readonly<TenderState>, place: Place): [string, string][] => [
  [versionName(place), String(prices.get(placeKey(place.bid, place.lot))?.version ?? 0)],
  [sureName(place), 'yes'],
];

function headsIn(given: Messages, { rules }: Readonly<TenderState>): Readonly<Record<ColumnKey, string>> {
  const m = forRules(given, rules);
  const t = m.prices.keep.sheet;
  return { code: t.code, bidder: m.common.bidder, lot: m.common.lot, asked: t.asked, value: t.value };
}
