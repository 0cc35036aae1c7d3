import { z } from 'zod';
import { readSheet } from '../exchange/spreadsheet/read-sheet.ts';
import { BOUNDS, ofFile, type Sheet, type SheetRead } from '../exchange/spreadsheet/sheet.ts';
import { type Carried, carriedFields } from './confirm/confirmation.ts';
import { carriedFile, type FormBody, fileText, isCarriable } from './forms/text.ts';
import type { Upload } from './upload-reader.ts';

/**
 * Reads a sheet out of a form with a file. What is too large is not taken in.
 * @param names of the sheet
 * @returns null when no file was chosen
 */
export async function uploadedSheet({ file }: Upload, names: readonly string[]): Promise<SheetRead | null> {
  if (!file) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.pieces) {
    size += piece.length;
    if (size > BOUNDS.file) return { faults: [ofFile('too-large')] };
    pieces.push(piece);
  }
  const read = await readSheet(Buffer.concat(pieces), names);
  // What is shown first must be able to go along to where it is agreed to.
  return 'sheet' in read && !isCarriable(sheetAsText(read.sheet)) ? { faults: [ofFile('too-large')] } : read;
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
    .max(BOUNDS.rows),
});

/** A sheet that was read, as a text that goes along with a form: with the page on which it is agreed to. */
export const sheetAsText = ({ name, rows }: Sheet): string =>
  JSON.stringify({
    name,
    rows: rows.map(({ row, cells }) => [row, [...cells].map(([column, { kind, text }]) => [column, kind, text])]),
  } satisfies z.infer<typeof carried>);

/** A sheet that goes along to the page on which it is agreed to. @param fields what else of the form goes along */
export function carriedWithSheet(field: string, sheet: Sheet, fields: Readonly<Record<string, string>> = {}): Carried {
  const { name, value } = carriedFile(field, sheetAsText(sheet));
  return carriedFields({ ...fields, [name]: value }, [field]);
}

/** The sheet that {@link sheetAsText} wrote, out of a form; undefined when there is none. */
export function carriedSheet(body: FormBody, field: string): Sheet | undefined {
  try {
    const { name, rows } = carried.parse(JSON.parse(fileText(body, field)));
    return {
      name,
      rows: rows.map(([row, cells]) => ({
        row,
        cells: new Map(cells.map(([column, kind, text]) => [column, { kind, text }])),
      })),
    };
  } catch {
    return undefined;
  }
}
