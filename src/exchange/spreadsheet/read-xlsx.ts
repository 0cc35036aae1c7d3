import { type ArchiveEntry, archiveEntries, Unpackable, unpacked } from '../archive.ts';
import { readWorksheet } from './read-worksheet.ts';
import { BOUNDS, ofFile, type SheetFault, type SheetRead } from './sheet.ts';
import { type Relation, readRelations, readStrings, readStyles, readWorkbook, type WorkbookSheet } from './workbook.ts';

/** The parts of the file (ECMA-376, part 2), by name and as their text comes out. */
interface Parts {
  has(name: string): boolean;
  text(name: string, most?: number): AsyncIterable<Buffer>;
}

const MAIN = /\/officeDocument$/;
const NO_PART: AsyncIterable<Buffer> = { [Symbol.asyncIterator]: async function* () {} };

/**
 * Reads one sheet of an Office Open XML workbook (ECMA-376, part 1, 18).
 * @throws Unpackable when the file is broken or too large
 */
export async function readXlsx(file: Buffer, names: readonly string[]): Promise<SheetRead> {
  const entries = await archiveEntries(file.length, async (from, length) => file.subarray(from, from + length));
  if (!entries) throw new Unpackable('damaged');
  const parts = partsOf(file, entries);
  const main = (await readRelations(parts.text('_rels/.rels'))).find(({ type }) => MAIN.test(type));
  const path = main && resolved('', main.target);
  if (path === undefined || !/^xl\//.test(path) || !parts.has(path)) return { faults: [ofFile('not-a-spreadsheet')] };

  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = await readRelations(parts.text(`${folder}_rels/${path.slice(folder.length)}.rels`));
  const workbook = await readWorkbook(parts.text(path));
  if (workbook.sheets.length > BOUNDS.sheets) return { faults: [ofFile('too-many-sheets')] };
  const hidden = workbook.sheets.flatMap(({ name, isHidden }): SheetFault[] =>
    isHidden ? [{ kind: 'hidden-sheet', sheet: name, row: null, column: null }] : [],
  );
  const chosen = sheetNamed(workbook.sheets, names);
  if (!chosen) {
    return { faults: [...hidden, { kind: 'no-such-sheet', sheet: null, row: null, column: null, text: names[0]! }] };
  }
  const partOf = (isMeant: (relation: Relation) => boolean): string | undefined => {
    const target = relations.find(isMeant)?.target;
    return target === undefined ? undefined : resolved(folder, target);
  };
  const ofType = (type: string) => partOf((one) => one.type.endsWith(`/${type}`));
  const sheetPart = partOf(({ id }) => id === chosen.relation);
  if (sheetPart === undefined || !parts.has(sheetPart)) throw new Unpackable('damaged');
  const formats = await readStyles(parts.text(ofType('styles') ?? ''));
  const strings = await readStrings(parts.text(ofType('sharedStrings') ?? ''));
  const known = { formats, strings, from1904: workbook.from1904 };
  const read = await readWorksheet(parts.text(sheetPart, BOUNDS.sheet), chosen.name, known);
  return 'faults' in read
    ? { faults: [...hidden, ...read.faults] }
    : { sheet: { ...read.sheet, faults: [...hidden, ...read.sheet.faults] } };
}

function partsOf(file: Buffer, entries: readonly ArchiveEntry[]): Parts {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  // Everything beside the sheet comes out of one bound: many small parts are as much as one large.
  let rest: number = BOUNDS.rest;
  return {
    has: (name) => byName.has(name),
    text: (name, most) => {
      const entry = byName.get(name);
      if (!entry) return NO_PART;
      return most === undefined
        ? counted(unpacked(file, entry, rest), (size) => (rest -= size))
        : unpacked(file, entry, most);
    },
  };
}

async function* counted(pieces: AsyncIterable<Buffer>, count: (size: number) => void): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    count(piece.length);
    yield piece;
  }
}

/** The name of a part from a target that is relative to a folder, or begins at the root. */
const resolved = (folder: string, target: string): string =>
  new URL(target, `file:///${folder}`).pathname.slice(1).replace(/%20/g, ' ');

/** By its name, whatever its place among the others; a single sheet may have any name. */
function sheetNamed(sheets: readonly WorkbookSheet[], names: readonly string[]): WorkbookSheet | undefined {
  const plain = (name: string): string => name.trim().toLowerCase();
  const found = sheets.find(({ name }) => names.some((one) => plain(one) === plain(name)));
  return found ?? (sheets.length === 1 ? sheets[0] : undefined);
}
