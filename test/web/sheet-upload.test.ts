import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/chain/canonical.ts';
import { BOUNDS } from '../../src/exchange/spreadsheet/sheet.ts';
import { carriedWithSheet, createSheetDesk, type SheetOffer } from '../../src/web/sheet-upload.ts';

async function* pieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
const desk = createSheetDesk();
const uploaded = (text: string | Uint8Array) => {
  const file = { name: 'x.csv', pieces: pieces(Buffer.from(text)) };
  return desk.uploaded('een', { fields: {}, file, end: () => undefined }, 'sheet', []);
};
const carried = (body: Readonly<Record<string, string>>, account = 'een') => desk.carried(account, body, 'sheet', []);
function read(offer: SheetOffer) {
  if (!offer || 'faults' in offer) throw new Error(JSON.stringify(offer));
  return offer;
}
/** What the page on which it is agreed to sends back. */
const sent = (offer: SheetOffer): Record<string, string> =>
  Object.fromEntries(carriedWithSheet(read(offer), { bid: 'a' }));

describe('a sheet that is offered', () => {
  it('goes along to the page where it is agreed to, exactly as it was read', async () => {
    const offer = await uploaded('Naam;Nummer\r\n"Zorg; ""Noord""";01234567\r\n\r\nx;é €\r\n');
    expect(Object.keys(sent(offer))).toEqual(['bid', 'sheet-packed']);
    expect(read(await carried(sent(offer))).sheet).toEqual(read(offer).sheet);
    for (const body of [{}, { 'sheet-packed': 'x' }, { sheet: '{}' }, { 'sheet-kept': 'x' }]) {
      expect(await carried(body)).toBeNull();
    }
  });

  it('stays at the server when it is large, for who offered it', async () => {
    const offer = await uploaded(`Naam;Nummer\r\n${'Zorg;8\r\n'.repeat(40_000)}`);
    expect(read(offer).sheet.rows).toHaveLength(40_001);
    expect(Object.keys(sent(offer))).toEqual(['bid', 'sheet-kept']);
    expect(read(await carried(sent(offer))).sheet).toEqual(read(offer).sheet);
    expect(await carried(sent(offer), 'twee')).toBeNull();
    const long = Array.from({ length: 1_900 }, (_, place) => sha256(`${place}`).repeat(4));
    expect(Object.keys(sent(await uploaded(`Naam\r\n${long.join('\r\n')}`)))).toEqual(['bid', 'sheet-kept']);
  });

  it('says what is wrong in it with what could be read of it, and is not kept', async () => {
    const offer = read(await uploaded('Naam;Nummer\r\nZorg;=1+2\r\n'));
    expect(offer.sheet.faults.map(({ kind, row, column }) => [kind, row, column])).toEqual([['formula', 2, 2]]);
    expect(offer.sheet.rows).toHaveLength(2);
  });

  it('is refused when it is larger than any list', async () => {
    const kinds = async (content: string | Uint8Array) => {
      const offer = await uploaded(content);
      return offer && 'faults' in offer ? offer.faults.map(({ kind }) => kind) : [];
    };
    expect(await kinds(new Uint8Array(BOUNDS.file + 1))).toEqual(['too-large']);
    expect(await kinds(`a\r\n${'b\r\n'.repeat(BOUNDS.rows)}`)).toEqual(['too-many-rows']);
  });

  it('is none when no file was chosen', async () => {
    expect(await desk.uploaded('een', { fields: {}, file: null, end: () => undefined }, 'sheet', [])).toBeNull();
  });
});
