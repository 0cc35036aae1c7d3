import type { ErrorText } from '../error-text.ts';
import { quote } from '../sentence.ts';
import { format } from './words.ts';

const name = (value: unknown): string => quote(String(value));
const text = (value: unknown): string => String(value);
/** By its name where somebody looks for it on the disk. */
const fileOf = (d: Readonly<Record<string, unknown>>): string =>
  d.file === undefined ? 'The file' : `The file ${quote(String(d.file))}`;

/** What is wrong with documents of bids. */
export const documentErrors = {
  'too-many-documents': (d) =>
    `${name(d.bid)} has ${text(d.most)} documents already. Remove one first, or put files together.`,
  'document-already-there': () => 'This file is there already, with this bid. Choose another file.',
  'document-not-there': () => 'This document is not there any more. Reload the page.',
  'documents-not-sealed': () => 'This tender asks no prices. Add the document with the bid in the ordinary way.',
  'nothing-sealed': (d) => `No price document of ${name(d.bid)} is in keeping.`,
  'document-type-unknown': () =>
    'This kind of file cannot be added. Use PDF, Word (docx), Excel (xlsx), ODT, ODS, PNG, JPG, TXT or CSV.',
  'document-type-differs': (d) =>
    d.type === 'txt' || d.type === 'csv'
      ? 'This file is not a text that can be read. Save it again as text in UTF-8, or make a PDF of it.'
      : 'What is in this file does not go with its name. Save it again as the kind that the name says, or make a PDF of it.',
  'document-empty': () => 'This file is empty. Choose another file.',
  'document-too-large': (d) =>
    `This file is larger than ${format.size(Number(d.maximum))}. Make it smaller or split it, and add it again.`,
  'document-missing': (d) => `${fileOf(d)} is missing. Tell the administrator, who puts it back from a backup.`,
  'document-length-differs': (d) =>
    `${fileOf(d)} is longer or shorter than when it came in. Tell the administrator, who puts it back from a backup.`,
  'document-changed': (d) =>
    `${fileOf(d)} was changed after it came in. Tell the administrator, who puts it back from a backup.`,
  'storage-full': () => 'The disk of the server is nearly full. Tell the administrator, and try again after that.',
  'too-many-uploads': () => 'Other files of yours are coming in already. Wait until they are done and try again.',
} satisfies Readonly<Record<string, ErrorText>>;
