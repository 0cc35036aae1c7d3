/** A table to be written to a spreadsheet. */
export interface Table {
  /** Of its sheet; at most 31 characters, none of them : \ / ? * [ or ]. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Rows under it that can be filled in as well; none where that is not asked. */
  readonly openRows?: number;
  /** Whether everything but open columns is locked: against mistakes, without a password. */
  readonly isLocked?: boolean;
}

export interface TableColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** Whether it is filled in by who gets the sheet. */
  readonly isOpen?: boolean;
  /** What the spreadsheet program lets through in it; a text keeps its leading zeros. */
  readonly takes?: 'text' | 'figure' | { readonly oneOf: readonly string[] };
}

/** A text; a number as decimal text, shown with so many decimals or as it is; a sum of other cells, with what it comes to. */
export type TableCell = null | string | TableNumber;

export interface TableNumber {
  readonly number: string;
  readonly decimals: number | null;
  /** As what it is shown; a percentage is what is seen: 3.4 is "3,4%". */
  readonly as?: 'percentage' | 'euro';
  /** Without "=": "SUM(B2:B9)". The number is what it comes to. */
  readonly formula?: string;
}
