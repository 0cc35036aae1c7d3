import { builtInFormat, type CellFormat, formatOfCode } from './cell-format.ts';
import { walkXml } from './xml.ts';

/** What of a workbook stands beside its sheets (ECMA-376, part 1, 18.2, 18.4 and 18.8). */

export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** The id under which its part is found. */
  readonly relation: string;
}

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

type Pieces = AsyncIterable<Buffer>;

export async function readRelations(part: Pieces): Promise<readonly Relation[]> {
  const relations: Relation[] = [];
  await walkXml(part, {
    open: (name, of) => {
      if (name !== 'Relationship' || of('TargetMode') === 'External') return;
      relations.push({ id: of('Id') ?? '', type: of('Type') ?? '', target: of('Target') ?? '' });
    },
  });
  return relations;
}

export async function readWorkbook(
  part: Pieces,
): Promise<{ readonly sheets: readonly WorkbookSheet[]; readonly from1904: boolean }> {
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  await walkXml(part, {
    open: (name, of) => {
      if (name === 'workbookPr') from1904 = isTrue(of('date1904'));
      if (name !== 'sheet') return;
      sheets.push({
        name: of('name') ?? '',
        isHidden: (of('state') ?? 'visible') !== 'visible',
        relation: of('id') ?? '',
      });
    },
  });
  return { sheets, from1904 };
}

/** How numbers are shown, by the style of a cell. */
export async function readStyles(part: Pieces): Promise<readonly CellFormat[]> {
  const codes = new Map<string, string>();
  const formats: CellFormat[] = [];
  let isOfCells = false;
  await walkXml(part, {
    open: (name, of) => {
      if (name === 'numFmt') codes.set(of('numFmtId') ?? '', of('formatCode') ?? '');
      if (name === 'cellXfs') isOfCells = true;
      if (name !== 'xf' || !isOfCells) return;
      const id = of('numFmtId') ?? '0';
      const code = codes.get(id);
      formats.push(code === undefined ? builtInFormat(Number(id)) : formatOfCode(code));
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return formats;
}

/** The texts that cells refer to by their number; how they are said (phonetic runs) is no part of them. */
export async function readStrings(part: Pieces): Promise<readonly string[]> {
  const strings: string[] = [];
  let [text, isText, isSaid] = ['', false, false];
  await walkXml(part, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isSaid = true;
      isText = name === 't';
    },
    text: (piece) => {
      if (isText && !isSaid) text += piece;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isSaid = false;
      if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}

/** Characters that XML has no place for are written by their number (ECMA-376, part 1, 22.4.2.4). */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
