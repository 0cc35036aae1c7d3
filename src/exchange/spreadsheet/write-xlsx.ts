import { strToU8, zipSync } from 'fflate';
import { divide, exact, toDecimalText } from '../../domain/number.ts';
import { columnLetters } from './sheet.ts';
import type { Table, TableCell, TableColumn } from './table.ts';
import { createStyles, type Styles } from './xlsx-styles.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Archives have no time zones and begin in 1980; the same table is the same file. */
const WRITTEN = new Date(1980, 0, 1);

/** Tables as an Office Open XML workbook (ECMA-376, part 1, 18), one on a sheet. */
export function writeXlsx(tables: readonly Table[]): Uint8Array {
  const styles = createStyles();
  const sheets = tables.map((table) => worksheet(table, styles));
  const numbers = tables.map((_, index) => index + 1);
  const parts = {
    '[Content_Types].xml': element('Types', { xmlns: `${PACKAGE}/content-types` }, [
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>`,
      `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>`,
      ...numbers.map(
        (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
      ),
    ]),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': element('workbook', { xmlns: MAIN, 'xmlns:r': OFFICE }, [
      '<sheets>',
      ...tables.map(
        ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`,
      ),
      '</sheets>',
      // Programs work the formulas out themselves; until then the values in their cells are what they come to.
      '<calcPr fullCalcOnLoad="1"/>',
    ]),
    'xl/_rels/workbook.xml.rels': relations([
      ...numbers.map((n): [string, string] => ['worksheet', `worksheets/sheet${n}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles.part(),
    ...Object.fromEntries(sheets.map((text, index) => [`xl/worksheets/sheet${index + 1}.xml`, text])),
  };
  const packed = Object.entries(parts).map(([name, text]) => [name, strToU8(`${DECLARATION}${text}`)] as const);
  return zipSync(Object.fromEntries(packed), { mtime: WRITTEN });
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const element = (name: string, attributes: Readonly<Record<string, string>>, content: readonly string[]): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('')}>${content.join('')}</${name}>`;

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    targets.map(
      ([type, target], index) => `<Relationship Id="r${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    ),
  );

function worksheet({ columns, rows, openRows = 0, isLocked = false }: Table, styles: Styles): string {
  const last = 1 + rows.length + openRows;
  const head = columns.map(({ header }, index) => cellText(header, 1, index + 1, styles.of({ isHead: true })));
  const filled = rows.map((row, index) =>
    rowText(
      index + 2,
      row.map((cell, place) => cellText(cell, index + 2, place + 1, styleOf(cell, columns[place]!, styles))),
    ),
  );
  // Empty cells have a style too: a text keeps its leading zeros, and what is open can be typed in.
  const open = Array.from({ length: openRows }, (_, index) => {
    const number = 2 + rows.length + index;
    return rowText(
      number,
      columns.map((column, place) => cellText(null, number, place + 1, styleOf(null, column, styles))),
    );
  });
  return element('worksheet', { xmlns: MAIN }, [
    // The head stays in sight.
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    '<cols>',
    ...columns.map((column, index) => {
      const style = styleOf(null, column, styles);
      return `<col min="${index + 1}" max="${index + 1}" width="${column.width}" customWidth="1" style="${style}"/>`;
    }),
    '</cols>',
    element('sheetData', {}, [rowText(1, head), ...filled, ...open]),
    // Columns may be made wider, and rows be filtered and put in another order.
    ...(isLocked ? ['<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'] : []),
    validations(columns, last),
  ]);
}

const rowText = (number: number, cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`;

const styleOf = (cell: TableCell, { takes, isOpen = false }: TableColumn, styles: Styles): number =>
  typeof cell === 'object' && cell !== null
    ? styles.of({ isOpen, decimals: cell.decimals, ...(cell.as === undefined ? {} : { as: cell.as }) })
    : styles.of({ isOpen, isText: typeof cell === 'string' || takes !== 'figure' });

function cellText(cell: TableCell, row: number, column: number, style: number): string {
  const place = `r="${columnLetters(column)}${row}" s="${style}"`;
  if (cell === null) return `<c ${place}/>`;
  if (typeof cell === 'string')
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(storable(cell))}</t></is></c>`;
  const formula = cell.formula === undefined ? '' : `<f>${escaped(cell.formula)}</f>`;
  return `<c ${place}>${formula}<v>${cell.as === 'percentage' ? hundredth(cell.number) : cell.number}</v></c>`;
}

/** Programs keep a percentage as the part of one that it is. */
const hundredth = (number: string): string =>
  toDecimalText(divide(exact(number), exact(100n)), (number.split('.')[1] ?? '').length + 2);

/** What a program lets through: a list to choose from, a figure of zero or more. Whoever reads the sheet checks it all again. */
function validations(columns: readonly TableColumn[], last: number): string {
  const checks = columns.flatMap(({ takes, isOpen }, index) => {
    if (!isOpen || takes === undefined || takes === 'text') return [];
    const letters = columnLetters(index + 1);
    const range = `sqref="${letters}2:${letters}${last}" allowBlank="1" showErrorMessage="1"`;
    if (takes === 'figure')
      return [
        `<dataValidation type="decimal" operator="greaterThanOrEqual" ${range}><formula1>0</formula1></dataValidation>`,
      ];
    const list = takes.oneOf.join(',');
    // A list in a cell has no commas in it, and is short.
    if (takes.oneOf.some((one) => one.includes(',')) || list.length > 250) return [];
    return [
      `<dataValidation type="list" ${range}><formula1>"${escaped(list.replaceAll('"', '""'))}"</formula1></dataValidation>`,
    ];
  });
  return checks.length === 0 ? '' : element('dataValidations', { count: String(checks.length) }, checks);
}

/** A text that reads as a character by its number is written so that it does not (ECMA-376, part 1, 22.4.2.4). */
const storable = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, numbered)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, numbered);

const numbered = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
