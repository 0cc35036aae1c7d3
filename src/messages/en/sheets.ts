import type { Nouns } from '../noun.ts';
import { quote, sentence, sentences } from '../sentence.ts';
import { count } from './words.ts';

/** Spreadsheets that come in and go out, and what is wrong with them. */
export const sheets = ({ lot }: Nouns) => ({
  place: (sheet: string | null, row: number | null, column: string | null, head: string | null) =>
    [
      sheet === null ? '' : `sheet ${quote(sheet)}`,
      row === null ? '' : `row ${row}`,
      column === null ? '' : `column ${column}${head === null ? '' : ` (${head})`}`,
    ]
      .filter((one) => one !== '')
      .join(', '),
  at: (place: string, text: string) =>
    place === '' ? text : `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${text}`,
  file: 'Completed spreadsheet (.xlsx or .csv)',
  hint: 'At most 8 MB.',
  missing: 'Choose the completed file.',
  more: (n: number) => `And ${count(n, 'other fault', 'other faults')}. Mend these first.`,
  faultsAbove: (n: number) => `${count(n, 'fault was', 'faults were')} found. They stand at the top of this page.`,
  nothingTaken: 'Nothing was taken over. Mend the file and offer it again.',
  download: 'Download the empty sheet',
  downloadXlsx: 'Excel (.xlsx)',
  downloadCsv: 'CSV',
  offer: 'Offer the completed sheet',
  columnsTitle: 'What stands in which column?',
  explanation: 'Explanation',
  column: 'Column',
  meaning: 'What do you fill in?',
  faults: {
    empty: 'The file is empty. Choose the completed file.',
    'not-a-spreadsheet':
      'This is no spreadsheet that Gunwijzer can read. Save the file as an Excel workbook (.xlsx) or as CSV.',
    'old-format': 'This is an old Excel file (.xls). Save it as an Excel workbook (.xlsx).',
    password: 'The file is protected with a password. Save it without one.',
    damaged: 'The file is damaged. Open it in your spreadsheet program and save it again as an Excel workbook (.xlsx).',
    'too-large': 'The file is too large. Leave only the rows and columns that you filled in.',
    'too-many-sheets': 'The file has more than 50 sheets. Leave only the completed sheet.',
    'hidden-sheet': 'This sheet is hidden. Make it visible or remove it.',
    'no-such-sheet': (name: string) => `There is no sheet called ${quote(name)}. Give the completed sheet that name.`,
    'nothing-in-it': 'Nothing is filled in here.',
    'too-many-rows': 'More than 5,000 rows are filled in. Leave only the rows that you want to offer.',
    'too-many-columns': 'More than 700 columns are filled in. Remove what does not belong here.',
    'hidden-row': 'This row is hidden. Make it visible (remove a filter) or delete it.',
    'hidden-column': 'This column is hidden. Make it visible or delete it.',
    merged: 'Cells are merged here. Split them and fill in each cell.',
    formula: 'A formula stands here. Fill in the value itself.',
    'error-value': 'An error value stands here. Fill in the value itself.',
    quotes:
      'A quotation mark is wrong here, so that columns run together. Offer the file as an Excel workbook (.xlsx).',
    'unknown-column': (head: string) =>
      head === ''
        ? 'There is no name above this column. Remove what stands here, or give the column its name.'
        : `The column ${quote(head)} does not belong in this sheet. Remove it, or give it a name from the empty sheet.`,
    'column-twice': (head: string) => `The column ${quote(head)} is there twice. Remove one of them.`,
    'column-missing': (head: string) => `The column ${quote(head)} is missing. Add it, even if it stays empty.`,
  },
  scores: {
    own: {
      title: 'Your scores from a spreadsheet',
      lead: 'Download the sheet with your own scores, fill it in and offer it here. The scores become your draft. You hand them in yourself afterwards.',
      fileName: 'own-scores',
      link: 'Take over scores from a spreadsheet',
    },
    consensus: {
      title: 'Consensus scores from a spreadsheet',
      lead: 'Download the sheet, fill in the consensus score for each bid and criterion, and offer it here. The scores become your draft. You record them for each bid afterwards.',
      fileName: 'consensus-scores',
      link: 'Take over consensus scores from a spreadsheet',
    },
    sheet: 'Scores',
    submit: 'Read and preview',
    heads: {
      code: 'Code (do not change)',
      criterion: 'Criterion',
      scale: 'Scale',
      score: 'Score',
      motivation: 'Motivation',
      foundAt: 'Place in the bid',
    },
    meanings: {
      score: 'A score of the scale that stands in the row. Its word is fine too, such as good or yes.',
      motivation: 'Why you give this score.',
      foundAt: 'Where it stands in the bid, such as p. 12. May stay empty.',
    },
    confirmTitle: 'Take these scores over into your draft?',
    confirmYes: 'Yes, take the scores over',
    changes: 'Changes',
    caption: 'What changes',
    was: 'Now',
    becomes: 'Becomes',
    sameMotivation: 'stays the same',
    consequences: [
      'The scores become your draft. Nothing is handed in or recorded.',
      'What you typed on these scores before is replaced.',
    ],
    undo: 'You can change every score afterwards.',
    kept: 'The scores are in your draft. They are not handed in or recorded yet.',
    nothingNew: 'The sheet says nothing new. Fill in scores or motivations and offer it again.',
    unknownCode:
      'This row is not among the scores that you can give. Use the sheet of this page and do not change the code.',
    repeatedCode: (row: number) => sentences(`This score also stands on row ${row}`, 'Remove one of the two rows.'),
  },
  bids: {
    title: 'Bids from a spreadsheet',
    link: 'Take over bids from a spreadsheet',
    lead: `Download the empty sheet, fill in a row for each bid and ${lot.one}, and offer the sheet here. You then first see what will be recorded.`,
    submit: 'Read and preview',
    sheet: 'Bids',
    fileName: 'bids',
    confirmTitle: (n: number) => `Record ${count(n, 'bid', 'bids')}?`,
    confirmYes: (n: number) => `Yes, record ${count(n, 'bid', 'bids')}`,
    inSheet: (n: number) => count(n, 'bid', 'bids'),
    heads: {
      name: 'Bidder',
      form: 'Form',
      group: 'Group',
      subcontractors: 'Subcontractors',
      late: 'Too late, because',
      preference: 'Preference',
      member: (n: number) => `Organisation ${n}`,
      number: (n: number) => `KvK number ${n}`,
      registerName: (n: number) => `Other register ${n}`,
      discountLots: (n: number) => `Discount ${n} holds for`,
      discountPercentage: (n: number) => `Discount ${n} (%)`,
      percentage: (label: string) => `${label} (%)`,
    },
    meanings: {
      name: `The name of the bidder, the same on every row of this bid. Each row is one ${lot.one} that it bids for.`,
      form: (single: string, consortium: string) =>
        sentences(`${single} or ${consortium}`, 'Filling it in once is enough, on the first row of the bid.'),
      lot: `The name of the ${lot.one}, as in the rules.`,
      member:
        'The organisations that take part. With one organisation the name may stay empty; then it is that of the bidder. If there are more than four, add columns with the next number.',
      number: 'Eight digits, even if the number begins with a zero. Leave it empty if there is no number.',
      registerName: 'Only if the number before it is from another register: the name of that register.',
      percentage: 'A percentage from 0 to 100, for example 15 or 22.5.',
      figure: 'A number, with a point or a comma before its decimals.',
      once: 'Filling it in once is enough, on the first row of the bid.',
      preference: `A number for each ${lot.one}; 1 is the most wanted.`,
      subcontractors: 'Their names, with a semicolon between them. May stay empty.',
      group: 'A short name in small letters, the same for all bids of the group. May stay empty.',
      discountLots: `The ${lot.more} that must be won together, with a semicolon between them.`,
      late: 'Only of a bid that came too late: why it is recorded all the same. It then does not count.',
    },
    tooMany: (most: number) => `The sheet has more than ${count(most, 'bid', 'bids')}. Offer them in parts.`,
    consequences: [
      'The bids go into the log, as they stand above. They are recorded together.',
      'Who works on this tender sees them after declaring interests.',
    ],
    lateCounts: 'What came too late does not count, unless you later let it count again.',
    undo: 'Until the assessment opens you can correct or strike a bid, with a reason. What stood there stays in the log.',
    nameMissing: 'Fill in the name of the bidder on every row.',
    lotMissing: `Fill in what is bid for, one ${lot.one} on a row.`,
    lotUnknown: (given: string, names: string) =>
      sentence(`${quote(given)} is not among the ${lot.more} of the rules. Choose from: ${names}`),
    lotTwice: (row: number) => sentences(`This bidder has the same on row ${row}`, 'Remove one of the two rows.'),
    formUnknown: (single: string, consortium: string) => `Fill in ${quote(single)} or ${quote(consortium)}.`,
    differs: (row: number) =>
      `Row ${row} says something else of this bidder. Fill in the same on both rows, or leave one of them empty.`,
    notHere: (lotName: string) => `This is not asked for ${quote(lotName)}. Leave the cell empty.`,
  },
});
