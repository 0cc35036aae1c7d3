import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_TYPES, type DocumentType } from '../../src/domain/tender/state/events/documents.ts';
import { typeCheck, typeOfName } from '../../src/exchange/document-type.ts';
import { archive, FILES, inPieces } from '../support/files.ts';

/** Asks of a file whether it is of this type; its largest piece that was read at once. */
async function check(type: DocumentType, content: Buffer, piece = 1024): Promise<number> {
  const asked = typeCheck(type);
  for await (const bytes of inPieces(content, piece)) asked.piece(bytes);
  let largest = 0;
  await asked.whole(content.length, async (from, length) => {
    const read = content.subarray(from, from + length);
    largest = Math.max(largest, read.length);
    return read;
  });
  return largest;
}
const refused = (type: DocumentType, content: Buffer) =>
  expect(check(type, content), type).rejects.toThrow('document-type-differs');

describe('the kind of a file', () => {
  it('is said by the ending of its name, in capitals or not', () => {
    expect(['Plan.PDF', 'prijs.blad.xlsx', 'foto.JPEG', 'foto.jpg'].map(typeOfName)).toEqual([
      'pdf',
      'xlsx',
      'jpg',
      'jpg',
    ]);
    for (const name of ['plan', 'plan.', 'plan.exe', 'plan.pdf.exe', 'plan.html', 'plan.svg', 'macro.docm', '.pdf/x']) {
      expect(() => typeOfName(name), name).toThrow('document-type-unknown');
    }
  });

  it.each(DOCUMENT_TYPES)('is what its bytes say: a %s, and no other', async (type) => {
    await check(type, FILES[type]);
    const isText = type === 'txt' || type === 'csv';
    for (const other of DOCUMENT_TYPES) {
      // One text cannot be told from another.
      if (other === type || (isText && ['txt', 'csv', 'pdf'].includes(other))) continue;
      await refused(type, FILES[other]);
    }
    if (!isText) await refused(type, FILES[type].subarray(1));
  });

  it('is not what a program, a page or an older format calls itself', async () => {
    await refused('pdf', Buffer.from('MZ\x90\x00\x03'));
    await refused('docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    await refused('docx', archive({ 'word/document.xml': '<document/>' }));
    await refused('xlsx', archive({ '[Content_Types].xml': '<Types/>', 'programma.exe': 'MZ' }));
    await refused('odt', archive({ 'content.xml': '', mimetype: 'application/vnd.oasis.opendocument.text' }));
    await refused('odt', archive({ mimetype: 'application/zip' }));
    await refused('txt', Buffer.from([0x61, 0x00]));
    await refused('txt', Buffer.from('naïef', 'latin1'));
    await refused('csv', Buffer.concat([FILES.csv, Buffer.from([0xe2, 0x82])]));
  });

  it('of a text does not depend on where it is cut', async () => {
    for (let piece = 1; piece < 8; piece++) await check('txt', Buffer.from('€ één ✓ 🙂'), piece);
  });

  it('of an archive is read from its directory, and nothing is unpacked', async () => {
    const bomb = archive({ '[Content_Types].xml': '<Types/>', 'word/document.xml': 'x'.repeat(10_000_000) });
    expect(await check('docx', bomb, 65_536)).toBeLessThan(70_000);
    const claims = Buffer.from(FILES.docx);
    // A directory that says that it is as large as memory, or begins beyond the end.
    for (const [place, value] of [
      [10, 0xffffffff],
      [6, 0xfffffff0],
    ] as const) {
      const forged = Buffer.from(claims);
      forged.writeUInt32LE(value, forged.length - place);
      await refused('docx', forged);
    }
  });

  it('is asked of anything without falling over', async () => {
    const anything = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.tuple(fc.constantFrom(...DOCUMENT_TYPES), fc.nat(200), fc.nat(255)).map(([type, place, value]) => {
        const bytes = Buffer.from(FILES[type]);
        bytes[place % bytes.length] = value;
        return bytes;
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...DOCUMENT_TYPES), anything, async (type, bytes) => {
        await check(type, Buffer.from(bytes)).catch((error) => expect(error.code).toBe('document-type-differs'));
      }),
      { numRuns: 1000 },
    );
  });
});
