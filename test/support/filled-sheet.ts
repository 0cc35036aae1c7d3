import { readFileSync } from 'node:fs';
import { readSheet } from '../../src/exchange/spreadsheet/read-sheet.ts';
import { writeXlsx } from '../../src/exchange/spreadsheet/write-xlsx.ts';
import type { Visitor } from './browser.ts';

/** The file behind a link, as the browser keeps it. */
export async function download({ page }: Visitor, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [kept] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  return { name: kept.suggestedFilename(), bytes: readFileSync(await kept.path()) };
}

/** A row of a sheet, by the heads of its columns; what is not there stays empty. */
export type FilledRow = Readonly<Record<string, string>>;

/**
 * A sheet that was downloaded, filled in.
 * @param sheet the name of the sheet in it @param fill given the heads and the rows that stand in it; returns its rows as they become
 */
export async function filledSheet(
  bytes: Uint8Array,
  sheet: string,
  fill: (heads: readonly string[], rows: readonly FilledRow[]) => readonly FilledRow[],
): Promise<Buffer> {
  const read = await readSheet(bytes, [sheet]);
  if ('faults' in read || read.sheet.faults.length > 0) throw new Error(JSON.stringify(read));
  const [first, ...others] = read.sheet.rows;
  const heads = [...first!.cells].map(([column, { text }]) => ({ column, text }));
  const rows = others.map(({ cells }) =>
    Object.fromEntries(
      heads.flatMap(({ column, text }) => (cells.has(column) ? [[text, cells.get(column)!.text]] : [])),
    ),
  );
  const texts = heads.map(({ text }) => text);
  const filled = fill(texts, rows);
  return Buffer.from(
    writeXlsx([
      {
        name: sheet,
        columns: texts.map((header) => ({ header, width: 12 })),
        rows: filled.map((row) => texts.map((head) => row[head] ?? null)),
      },
    ]),
  );
}

/** Chooses a sheet in the field for one. */
export const chooseSheet = ({ page }: Visitor, label: string, buffer: Buffer): Promise<void> =>
  page.getByLabel(label).setInputFiles({ name: 'ingevuld.xlsx', mimeType: 'application/octet-stream', buffer });
