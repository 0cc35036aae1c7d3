import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAmount } from '../../../src/domain/figures.ts';
import { pricedPlaces } from '../../../src/domain/scoring/input.ts';
import { readEvaluationInput } from '../../../src/exchange/evaluation-file.ts';
import { readSheet } from '../../../src/exchange/spreadsheet/read-sheet.ts';
import type { Sheet } from '../../../src/exchange/spreadsheet/sheet.ts';
import type { Table } from '../../../src/exchange/spreadsheet/table.ts';
import { writeCsv } from '../../../src/exchange/spreadsheet/write-csv.ts';
import { writeXlsx } from '../../../src/exchange/spreadsheet/write-xlsx.ts';
import { en } from '../../../src/messages/en.ts';
import { nl } from '../../../src/messages/nl.ts';
import { priceInputs } from '../../../src/web/forms/price-form.ts';
import { bidderPriceSheet, emptyPriceSheet, PRICE_SHEET, readPriceSheet } from '../../../src/web/forms/price-sheet.ts';
import { dossierIn } from '../../support/dossier.ts';
import { projectRoot } from '../../support/http.ts';

const input = readEvaluationInput(readFileSync(join(projectRoot(), 'data/samples/schoonmaak.json'), 'utf8'));
const state = dossierIn('registration', input).state()!;
const places = pricedPlaces(input.rules, input.bids);
const prices = input.prices ?? [];
/** What a bidder offers, by the codes of the sheet. */
const offered = new Map(
  prices.flatMap((price) =>
    priceInputs(nl, input.rules, price, price, undefined).map(({ name, value }) => [name, value] as const),
  ),
);
/** The sheet with the values filled in, in its last column. */
const filled = (table: Table, given: (code: string) => string | undefined): Table => ({
  ...table,
  rows: table.rows.map((row) => [...row.slice(0, -1), given(String(row[0])) || null]),
});
async function saved(table: Table, asText = false): Promise<Sheet> {
  const read = await readSheet(asText ? Buffer.from(writeCsv(table, ',')) : writeXlsx([table]), PRICE_SHEET);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.sheet;
}
const textsOf = ({ problems }: Awaited<ReturnType<typeof readPriceSheet>>): string[] =>
  problems.map(({ text }) => text);

describe('a sheet of prices', () => {
  it.each([
    ['as a workbook', false],
    ['as text', true],
  ])('reads what is typed by hand, %s', async (_, asText) => {
    const sheet = await saved(
      filled(emptyPriceSheet(nl, state, places), (code) => offered.get(code)),
      asText,
    );
    const read = await readPriceSheet(nl, state, places, sheet, '');
    expect(textsOf(read)).toEqual([]);
    expect(read.prices.map(({ price }) => price)).toEqual(
      places.map((place) => prices.find(({ bid, lot }) => bid === place.bid && lot === place.lot)),
    );
  });

  it('reads what a bidder filled in before anybody knew its bid', async () => {
    const [bid] = input.bids;
    const own = (code: string) => offered.get(code.replace('price..', `price.${bid!.id}.`));
    const sheet = await saved(filled(bidderPriceSheet(en, state), own));
    const read = await readPriceSheet(nl, state, places, sheet, bid!.id);
    expect(textsOf(read)).toEqual([]);
    expect(read.prices.map(({ price }) => price)).toEqual(prices.filter((price) => price.bid === bid!.id));
    expect(textsOf(await readPriceSheet(nl, state, places, sheet, ''))[0]).toContain(nl.prices.keep.sheet.whose);
  });

  it('takes numbers as a spreadsheet keeps them: three decimals are no thousands', async () => {
    const table = emptyPriceSheet(nl, state, places);
    const numbers = {
      ...table,
      rows: table.rows.map((row) => [
        ...row.slice(0, -1),
        { number: (offered.get(String(row[0])) || '0').replace(',', '.'), decimals: null },
      ]),
    };
    expect(textsOf(await readPriceSheet(nl, state, places, await saved(numbers), ''))).toEqual([]);
    expect(writeAmount('1.125', true)).toBe('1,1250');
  });

  it('locks everything but the values', () => {
    const { isLocked, columns } = emptyPriceSheet(nl, state, places);
    expect([isLocked, columns.filter(({ isOpen }) => isOpen).map(({ header }) => header)]).toEqual([
      true,
      [nl.prices.keep.sheet.value],
    ]);
  });

  it('says all that is wrong, with sheet, row and column', async () => {
    const table = emptyPriceSheet(nl, state, places);
    const sheet = await saved({
      ...filled(table, (code) => offered.get(code)),
      rows: filled(table, (code) => offered.get(code)).rows.map((row, index) =>
        index === 0
          ? ['onzin', ...row.slice(1)]
          : index === 1
            ? [...row.slice(0, -1), 'veel']
            : index === 2
              ? [table.rows[1]![0]!, ...row.slice(1)]
              : row,
      ),
    });
    expect(textsOf(await readPriceSheet(nl, state, places, sheet, ''))).toEqual([
      'Werkblad “Prijzen”, kolom E (Invullen): Kwikstaart, Stadhuis: Jaarbedrag: Uren, prijs per uur: vul een getal in.',
      'Werkblad “Prijzen”, kolom E (Invullen): Kwikstaart, Stadhuis: Jaarbedrag: Opslag voor beheer, procent van de regels hierboven: vul een getal in.',
      'Werkblad “Prijzen”, rij 2, kolom A (Code (niet wijzigen)): Dit invulblad kent de code “onzin” niet. Wijzig deze kolom niet.',
      'Werkblad “Prijzen”, rij 3, kolom E (Invullen): Kwikstaart, Stadhuis: Jaarbedrag: Middelen en machines, bedrag in euro: vul een getal in, met cijfers en ten hoogste zes decimalen.',
      'Werkblad “Prijzen”, rij 4, kolom A (Code (niet wijzigen)): Deze code staat ook op rij 3. Haal een van de twee rijen weg.',
    ]);
  });
});
