/** A sheet as it was read: what a person sees in it, without anything that a spreadsheet program computes. */
export interface Sheet {
  /** Null in a file that has no names of sheets (CSV). */
  readonly name: string | null;
  /** In their order; without rows in which nothing stands. */
  readonly rows: readonly SheetRow[];
  /** What is wrong in it though the rest can be read: nothing of such a sheet is taken, and what else is wrong is said with it. */
  readonly faults: readonly SheetFault[];
}

export interface SheetRow {
  /** Its number, as the spreadsheet program shows it. */
  readonly row: number;
  /** By the number of the column, from 1; without empty cells. */
  readonly cells: ReadonlyMap<number, Cell>;
}

/**
 * - `text`: as it was typed, leading zeros and all.
 * - `number`: decimal text with a point, without the noise of binary fractions; it may be below zero.
 * - `percentage`: as it is shown: a cell that holds 0.15 and shows 15% is "15%".
 * - `date`: "2027-12-31", "2027-12-31 14:30" or "14:30".
 * - `unread`: something that is not taken for what was filled in, without its text; there is a fault of it.
 */
export interface Cell {
  readonly kind: 'text' | 'number' | 'percentage' | 'date' | 'boolean' | 'unread';
  readonly text: string;
}

/** What is wrong with a whole file. */
type FileFault =
  | 'empty'
  | 'not-a-spreadsheet'
  | 'old-format'
  | 'password'
  | 'damaged'
  | 'too-large'
  | 'too-many-sheets'
  | 'more-faults';
/** What is wrong with a sheet, a row, a column or a cell. */
type PlaceFault =
  | 'hidden-sheet'
  | 'no-such-sheet'
  | 'nothing-in-it'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'hidden-row'
  | 'hidden-column'
  | 'merged'
  | 'formula'
  | 'error-value'
  | 'quotes'
  | 'unknown-column'
  | 'column-twice'
  | 'column-missing';

/** What is wrong, and where; what is not said of the place is null. */
export interface SheetFault {
  readonly kind: FileFault | PlaceFault;
  readonly sheet: string | null;
  readonly row: number | null;
  /** From 1. */
  readonly column: number | null;
  /** What stands there, or should: the head of a column, the name of a sheet. */
  readonly text?: string;
  /** The last cell of those that it is about, where they are more than one. */
  readonly to?: { readonly row: number; readonly column: number };
}

/** A sheet, with what is wrong in it; or what keeps the file from being read at all. */
export type SheetRead = { readonly sheet: Sheet } | { readonly faults: readonly SheetFault[] };

/** More than any list that the product asks for: 100 bids for 12 lots on 40 criteria are 48,000 rows. What is larger is another file. */
export const BOUNDS = {
  /** Of the file as it comes in. In bytes. */
  file: 16 * 1024 * 1024,
  /** Of what is packed in it: of the sheet, and of everything beside it, such as the texts of its cells. In bytes. */
  sheet: 64 * 1024 * 1024,
  rest: 32 * 1024 * 1024,
  sheets: 50,
  rows: 50_000,
  columns: 700,
  cells: 450_000,
  /** A file that is something else altogether has no more to say after so many. */
  faults: 50,
} as const;

/** What takes the place of a formula, or of an error that one came to. */
export const UNREAD: Cell = { kind: 'unread', text: '' };

/** The last column of a row in which something stands. */
export const lastColumn = (cells: ReadonlyMap<number, Cell>): number =>
  [...cells.keys()].reduce((last, column) => Math.max(last, column), 0);

/** The letters of a column, as spreadsheet programs show them: 1 is A, 28 is AB. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? letter : columnLetters(Math.floor((column - 1) / 26)) + letter;
}

/** The number of a column by its letters. */
export const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** The first faults; where there are more, that is said too. */
export const firstFaults = (faults: readonly SheetFault[]): readonly SheetFault[] =>
  faults.length <= BOUNDS.faults ? faults : [ofFile('more-faults'), ...faults.slice(0, BOUNDS.faults)];

/** A fault of the whole file. */
export const ofFile = (kind: FileFault): SheetFault => ({
  kind,
  sheet: null,
  row: null,
  column: null,
});
