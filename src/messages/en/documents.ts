import type { documents as nl } from '../nl/documents.ts';
import type { Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { format } from './words.ts';

const types: ReturnType<typeof nl>['types'] = {
  pdf: 'PDF',
  docx: 'Word document',
  xlsx: 'Excel sheet',
  odt: 'text document (ODT)',
  ods: 'spreadsheet (ODS)',
  png: 'image (PNG)',
  jpg: 'photo (JPG)',
  txt: 'text',
  csv: 'CSV file',
};

/** The documents of a bid. */
export const documents = ({ lot }: Nouns): ReturnType<typeof nl> => ({
  title: (bidder) => `Documents of ${quote(bidder)}`,
  lead: 'What was handed in with this bid. Whoever may see this bid can open the documents.',
  heading: 'Documents',
  none: 'There are no documents yet.',
  caption: (bidder) => `Documents of ${quote(bidder)}`,
  name: 'Document',
  what: 'Kind and size',
  about: 'About',
  added: 'Added',
  allLots: `all ${lot.more}`,
  types,
  kind: (type, size) => `${type}, ${size}`,
  ofPrice: 'price document',
  neutral: (n) => `Document ${n}`,
  opensInTab: 'opens in a new tab',
  isDownloaded: 'is downloaded',
  manage: (bidder) => `Add or remove documents of ${quote(bidder)}`,
  removedTitle: 'Removed documents',
  removed: (name, moment, why) => sentence(`${quote(name)}, removed on ${moment}: ${why}`),
  add: {
    title: 'Add a document',
    file: 'File',
    hint: (most) =>
      `PDF, Word, Excel, ODT, ODS, PNG, JPG, TXT or CSV, ${most} at most. Whoever may see this bid can see the name of the file.`,
    anonymous:
      'The assessors must not know the names of the bidders yet. They see a neutral name of the file. Take names and logos out of the document yourself.',
    lot: `Which ${lot.one} is the document about?`,
    submit: 'Add the document',
    missing: 'Choose a file.',
    nameLabel: 'the name of the file',
    done: 'The document was added.',
    remove: 'Remove a document',
  },
  sealed: {
    title: (bidder) => `Price documents of ${quote(bidder)}`,
    lead: 'Take a price sheet into keeping. Nobody sees the document or its name until two people open the prices; nor do you. Whoever runs the server can read it.',
    kept: 'At least one price document of this bid is in keeping.',
    notKept: 'No price document of this bid is in keeping yet.',
    handedIn: 'in keeping',
    add: 'Take a price document into keeping',
    hint: (most) => `PDF, Word, Excel, ODT, ODS, PNG, JPG, TXT or CSV, ${most} at most.`,
    submit: 'Take into keeping',
    done: 'The price document is in keeping.',
    caption: 'Price documents in keeping, by bidder',
    heading: 'Price documents',
    text: 'Did a bidder hand in its prices in a file? Take that into keeping as well.',
    link: 'Add',
    linkFor: (bidder) => `Add: price document of ${quote(bidder)}`,
    remove: 'Take price documents out of keeping',
  },
  checked: (files) =>
    files === 1
      ? '1 file of a bid: it still is what it was.'
      : `${format.decimal(String(files))} files of bids: they still are what they were.`,
});
