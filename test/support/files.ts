import { crc32 } from 'node:zlib';
import type { DocumentType } from '../../src/domain/tender/state/events/documents.ts';

/** Files as bidders hand them in: as small as they can be, and real. */

/** An archive that packs nothing. */
export function archive(entries: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [title, content] = [Buffer.from(name), Buffer.from(text)];
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(content.length, 4);
    sizes.writeUInt32LE(content.length, 8);
    const lengths = Buffer.from([title.length, 0, 0, 0]);
    const local = Buffer.concat([bytes('504b03040a00000000000000 0000'), sizes, lengths, title, content]);
    const at = Buffer.alloc(4);
    at.writeUInt32LE(place);
    const [before, between] = [bytes('504b01020a000a0000000000 0000 0000'), bytes('0000 0000 0000 00000000')];
    directory.push(Buffer.concat([before, sizes, lengths, between, at, title]));
    locals.push(local);
    place += local.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...locals, all, end]);
}
const bytes = (hex: string): Buffer => Buffer.from(hex.replace(/ /g, ''), 'hex');

const CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const openDocument = (kind: string): Buffer =>
  archive({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<content/>' });

/** One of each kind. */
export const FILES: Readonly<Record<DocumentType, Buffer>> = {
  pdf: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n',
  ),
  docx: archive({ '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': '<document/>' }),
  xlsx: archive({ '[Content_Types].xml': CONTENT_TYPES, 'xl/workbook.xml': '<workbook/>' }),
  odt: openDocument('text'),
  ods: openDocument('spreadsheet'),
  png: bytes('89504e470d0a1a0a 0000000d49484452'),
  jpg: bytes('ffd8ffe0 00104a464946'),
  txt: Buffer.from('Eén plan van aanpak.\r\n\tVoor € 10.\f'),
  csv: Buffer.from('\ufeffnaam;bedrag\nA;10\n'),
};

/** The bytes of a file, as they come in. */
export async function* inPieces(content: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.length; from += size) yield content.subarray(from, from + size);
}

export const anything = { piece: (): void => undefined, whole: async (): Promise<void> => undefined };
