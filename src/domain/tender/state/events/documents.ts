import { z } from 'zod';
import { identifier, oneLine } from '../../../text.ts';
import { reason } from './fields.ts';

/** The kinds of file that a document of a bid can be; each is the ending of its name as well. */
export const DOCUMENT_TYPES = ['pdf', 'docx', 'xlsx', 'odt', 'ods', 'png', 'jpg', 'txt', 'csv'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** A document as it came in. The file lies beside the database, under its sha256. */
export const document = z.strictObject({
  /** Of the documents of this bid. */
  id: identifier,
  /** As the file was called. */
  name: oneLine(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** In bytes. */
  size: z.number().int().min(1),
  type: z.enum(DOCUMENT_TYPES),
});

const added = z.strictObject({
  bid: identifier,
  /** Of one lot only; absent for all lots. */
  lot: identifier.optional(),
  document,
});

/** What was handed in with a bid, as files. */
export const documentEvents = {
  'document-added': added,
  /** It belongs elsewhere, or should not have been here: nobody is shown it any more, what was stays in the log. */
  'document-removed': z.strictObject({ bid: identifier, document: identifier, reason }),
  /** A document with prices: shown to nobody, neither that it says anything nor what it is called, until prices are opened. */
  'document-sealed': added,
  /** What was taken into keeping of this bid was wrong: all of it, for who took it in does not see it either. */
  'sealed-documents-removed': z.strictObject({ bid: identifier, reason }),
} as const;
