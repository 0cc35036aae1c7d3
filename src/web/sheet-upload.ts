import { z } from 'zod';
import { readSheet } from '../exchange/spreadsheet/read-sheet.ts';
import { BOUNDS, ofFile, type Sheet, type SheetFault } from '../exchange/spreadsheet/sheet.ts';
import { createFairQueue } from '../threads/fair-queue.ts';
import { type Carried, carriedFields } from './confirm/confirmation.ts';
import { asTyped, carriedFile, type FormBody, fileText } from './forms/text.ts';
import { createKeptSheets, type KeptSheetBounds } from './kept-sheets.ts';
import type { Upload } from './upload-reader.ts';

/** A sheet that was read, and the field with which it goes along to the page on which it is agreed to. */
interface OfferedSheet {
  readonly sheet: Sheet;
  /** Keeps what is too large to go along at the server: asked only of a sheet that is taken. */
  along(): readonly [name: string, value: string];
}

/** What was offered; null where nothing was. */
export type SheetOffer = OfferedSheet | { readonly faults: readonly SheetFault[] } | null;

export interface SheetDesk {
  /**
   * Reads a sheet out of a form with a file. What is too large is not taken in.
   * @param account whoever offers it
   * @param field under which it goes along
   * @param names of the sheet
   * @throws DomainError `too-busy` when this account has others waiting to be read
   */
  uploaded(account: string, upload: Upload, field: string, names: readonly string[]): Promise<SheetOffer>;
  /** The sheet that went along with the page on which it is agreed to. */
  carried(account: string, body: FormBody, field: string, names: readonly string[]): Promise<SheetOffer>;
}

/** What goes along in a page: packed, some 60 kB. What is more stays at the server until it is agreed to. */
const MOST_ROWS_ALONG = 2_000;
const MOST_ALONG = 60_000;

/** Sheets are read two at a time, in turns: they take memory. Of one account four may wait. */
const READING = { atOnce: 2, atOncePerOwner: 1, waitingPerOwner: 4 };

/** Where sheets come in, whole or not at all, and wait until they are agreed to. */
export function createSheetDesk(bounds?: KeptSheetBounds): SheetDesk {
  const kept = createKeptSheets(bounds);
  const queue = createFairQueue(READING);
  return {
    uploaded: async (account, { file }, field, names) => {
      if (!file) return null;
      const pieces: Uint8Array[] = [];
      let size = 0;
      for await (const piece of file.pieces) {
        size += piece.length;
        if (size > BOUNDS.file) return { faults: [ofFile('too-large')] };
        pieces.push(piece);
      }
      const bytes = Buffer.concat(pieces);
      const read = await queue.run(account, () => readSheet(bytes, names));
      if ('faults' in read) return read;
      const along = () => packedAlong(field, read.sheet) ?? ([keptField(field), kept.keep(account, bytes)] as const);
      return { sheet: read.sheet, along };
    },

    carried: async (account, body, field, names) => {
      const file = kept.find(account, asTyped(body, keptField(field)));
      if (!file) {
        const along = [`${field}-packed`, asTyped(body, `${field}-packed`)] as const;
        const sheet = sheetIn(fileText(Object.fromEntries([along]), field));
        return sheet ? { sheet, along: () => along } : null;
      }
      const read = await queue.run(account, () => readSheet(file, names));
      return 'faults' in read ? read : { sheet: read.sheet, along: () => [keptField(field), kept.keep(account, file)] };
    },
  };
}

const keptField = (field: string): string => `${field}-kept`;

/** A sheet that goes along to the page on which it is agreed to. @param fields what else of the form goes along */
export const carriedWithSheet = ({ along }: OfferedSheet, fields: Readonly<Record<string, string>> = {}): Carried => [
  ...carriedFields(fields),
  along(),
];

function packedAlong(field: string, sheet: Sheet): ReturnType<OfferedSheet['along']> | undefined {
  if (sheet.rows.length > MOST_ROWS_ALONG) return undefined;
  const { name, value } = carriedFile(field, sheetAsText(sheet));
  return value.length > MOST_ALONG ? undefined : [name, value];
}

const carried = z.strictObject({
  name: z.string().nullable(),
  rows: z
    .array(
      z.tuple([
        z.int().min(1),
        z.array(z.tuple([z.int().min(1), z.enum(['text', 'number', 'percentage', 'date', 'boolean']), z.string()])),
      ]),
    )
    .min(1)
    .max(MOST_ROWS_ALONG),
});

/** The rows of a sheet in which nothing is wrong, as a text that goes along with a form. */
export const sheetAsText = ({ name, rows }: Pick<Sheet, 'name' | 'rows'>): string =>
  JSON.stringify({
    name,
    rows: rows.map(({ row, cells }) => [
      row,
      [...cells].flatMap(([column, { kind, text }]) => (kind === 'unread' ? [] : [[column, kind, text]])),
    ]),
  } satisfies z.infer<typeof carried>);

/** The sheet that {@link sheetAsText} wrote; undefined when there is none. */
function sheetIn(text: string): Sheet | undefined {
  try {
    const { name, rows } = carried.parse(JSON.parse(text));
    return {
      name,
      rows: rows.map(([row, cells]) => ({
        row,
        cells: new Map(cells.map(([column, kind, given]) => [column, { kind, text: given }])),
      })),
      faults: [],
    };
  } catch {
    return undefined;
  }
}
