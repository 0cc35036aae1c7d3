import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Attachment, ReportFrame } from '../report.ts';
import type { Engine } from './engine.ts';
import { momentOf } from './metadata.ts';
import { packedInPieces } from './packed-pieces.ts';

/**
 * Embeds the files of the report as data that belong to the whole document (ISO 19005-3, section 6.8). Written here
 * and not with pdfkit's `file()`, because that writes the checksum as text where the standard asks for its 16 bytes.
 */
export function attachFiles(engine: Engine, report: ReportFrame): void {
  if (report.attachments.length === 0) return;
  engine._root.data.AF = report.attachments.map((attachment) => attachFile(engine, attachment, momentOf(report)));
}

function attachFile(engine: Engine, attachment: Attachment, date: Date) {
  const { pieces } = attachment;
  const size = (pieces ?? [attachment.bytes]).reduce((sum, { length }) => sum + length, 0);
  const content = engine.ref({
    Type: 'EmbeddedFile',
    Subtype: asName(attachment.mediaType),
    Params: {
      CreationDate: date,
      ModDate: date,
      Size: size,
      ...(pieces ? {} : { CheckSum: checksumOf(attachment.bytes) }),
    },
    // pdfkit counts it anew.
    Length: 0,
    Filter: 'FlateDecode',
  });
  // Packed here: pdfkit would copy it first.
  content.end(pieces ? packedInPieces(pieces) : deflateSync(attachment.bytes));
  const file = engine.ref({
    Type: 'Filespec',
    AFRelationship: 'Data',
    F: new String(attachment.name),
    UF: new String(attachment.name),
    Desc: new String(attachment.description),
    EF: { F: content, UF: content },
  });
  file.end();
  engine.addNamedEmbeddedFile(attachment.name, file);
  return file;
}

/** An optional entry, which takes longer to work out than the rest of a letter: what is given in pieces has none, and is a dossier with a seal of its own. */
const checksumOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('md5').update(bytes).digest());

function asName(mediaType: string): string {
  return mediaType.replace(
    /[^A-Za-z0-9.+-]/g,
    (sign) => `#${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
