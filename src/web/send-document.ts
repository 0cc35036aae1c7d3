import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { DocumentType } from '../domain/tender/state/events/documents.ts';
import type { OpenedFile } from '../storage/document-store.ts';

const MEDIA_TYPES: Readonly<Record<DocumentType, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/** A file of somebody else is a page of nobody: it loads, runs and sends nothing. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** The PDF viewer of a browser styles itself in the page, and does not work in a sandbox. */
const VIEWER = `${NOTHING}; style-src 'unsafe-inline'`;

/** Sends a document of a bid: a PDF to be shown, everything else to be kept. @param name what the file is called */
export const sendDocument = (response: Response, file: OpenedFile, name: string, type: DocumentType): Promise<void> =>
  send(response, file, name, type, type === 'pdf');

/** Sends a document that was made here and kept, to be kept. */
export const sendKeptPdf = (response: Response, file: OpenedFile, name: string): Promise<void> =>
  send(response, file, name, 'pdf', false);

/** The file is closed when it was sent, and when nobody is there any more. @param shown in the browser; else it is downloaded */
async function send(
  response: Response,
  file: OpenedFile,
  name: string,
  type: DocumentType,
  shown: boolean,
): Promise<void> {
  response.set({
    'Content-Type': MEDIA_TYPES[type],
    'Content-Length': String(file.size),
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename="document.${type}"; filename*=UTF-8''${encoded(name)}`,
    'Content-Security-Policy': shown ? VIEWER : `${NOTHING}; sandbox`,
    'X-Content-Type-Options': 'nosniff',
  });
  await pipeline(file.stream(), response).catch((error: NodeJS.ErrnoException) => {
    // Whoever asked is gone: nothing is wrong with the file.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

/** A name in a header (RFC 8187). */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
