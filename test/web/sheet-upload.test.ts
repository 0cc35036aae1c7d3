import { describe, expect, it } from 'vitest';
import { carriedFile } from '../../src/web/forms/text.ts';
import { carriedSheet, sheetAsText, uploadedSheet } from '../../src/web/sheet-upload.ts';

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
const uploaded = (text: string) =>
  uploadedSheet({ fields: {}, file: { name: 'x.csv', pieces: pieces(text) }, end: () => undefined }, []);

describe('a sheet that is offered', () => {
  it('goes along to the page where it is agreed to, exactly as it was read', async () => {
    const read = await uploaded('Naam;Nummer\r\n"Zorg; ""Noord""";01234567\r\n\r\nx;é €\r\n');
    if (!read || 'faults' in read) throw new Error(JSON.stringify(read));
    const { name, value } = carriedFile('sheet', sheetAsText(read.sheet));
    expect(carriedSheet({ [name]: value }, 'sheet')).toEqual(read.sheet);
    for (const text of ['', 'x', '{}', '{"name":null,"rows":[[1,[[0,"text","x"]]]]}']) {
      expect(carriedSheet({ sheet: text }, 'sheet')).toBeUndefined();
    }
  });

  it('is refused when it could not go along', async () => {
    const row = `"${'a\n'.repeat(1000)}a";b\r\n`;
    expect(await uploaded(`Naam;Nummer\r\n${row.repeat(3000)}`)).toEqual({
      faults: [{ kind: 'too-large', sheet: null, row: null, column: null }],
    });
  });

  it('is none when no file was chosen', async () => {
    expect(await uploadedSheet({ fields: {}, file: null, end: () => undefined }, [])).toBeNull();
  });
});
