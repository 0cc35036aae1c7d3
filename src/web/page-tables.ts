import { type AnyNode, type Element, hasChildren, isTag, isText } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';
import type { Table, TableCell, TableNumber } from '../exchange/spreadsheet/table.ts';
import type { Format } from '../messages/format.ts';

/** Its whole name stands beside the table: the name of a sheet has no room for it. */
export interface PageTable extends Omit<Table, 'name'> {
  /** The name of the frame that it scrolls in, which no two tables of a page share; else its caption. */
  readonly caption: string;
}

/** What reads the figures of a page. */
type Notation = Pick<Format, 'readNumber'>;

/** A cell stands in its first row, also where it is drawn over more; a head stands above each of its columns. */
type Grid = (Element | undefined)[][];

/**
 * The tables of a page as it is drawn: every one that is seen, in the order of the page, with what stands in its fields. Figures are numbers
 * with the decimals that are seen.
 * @param html of the page below its head
 */
export const tablesOf = (html: string, notation: Notation): readonly PageTable[] =>
  elementsOf(parseDocument(html), 'table').map((table) => pageTable(table, notation));

function pageTable(table: Element, notation: Notation): PageTable {
  const heads = gridOf(elementsOf(table, 'thead').flatMap((head) => elementsOf(head, 'tr')));
  const rows = gridOf(elementsOf(table, 'tr').filter((row) => !isIn(row, 'thead')));
  const width = Math.max(0, ...[...heads, ...rows].map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !leadsOn(rows.map((row) => row[column])),
  );
  const read = rows.map((row) => columns.map((column) => cellOf(row[column], notation)));
  return {
    caption: frameOf(table)?.attribs['aria-label'] ?? textOf(elementsOf(table, 'caption')[0]),
    columns: columns.map((column, place) => {
      const header = heads.map((row) => textOf(row[column])).filter((text) => text !== '');
      return {
        header: header.join(' '),
        width: widthOf(
          header.join(' '),
          read.map((row) => row[place] ?? null),
        ),
      };
    }),
    rows: read,
  };
}

/** Whether a column holds nothing but the same link in every row, such as "Bekijken". */
function leadsOn(cells: readonly (Element | undefined)[]): boolean {
  const texts = new Set(cells.map(textOf));
  const [text = ''] = texts;
  return (
    texts.size === 1 &&
    text !== '' &&
    cells.every((cell) => cell && textOf(elementsOf(cell, 'a')[0]) === text && elementsOf(cell, 'a').length === 1)
  );
}

const frameOf = ({ parent }: Element): Element | undefined =>
  parent && isTag(parent) && parent.attribs.role === 'region' ? parent : undefined;

function gridOf(rows: readonly Element[]): Grid {
  const grid: Grid = rows.map(() => []);
  const taken = rows.map(() => new Set<number>());
  rows.forEach((row, down) => {
    let column = 0;
    for (const cell of DomUtils.getChildren(row).filter(isTag)) {
      while (taken[down]!.has(column)) column++;
      grid[down]![column] = cell;
      for (let below = 0; below < spanOf(cell, 'rowspan'); below++) {
        for (let beside = 0; beside < spanOf(cell, 'colspan'); beside++) {
          taken[down + below]?.add(column + beside);
          if (below === 0 && isIn(cell, 'thead')) grid[down]![column + beside] = cell;
        }
      }
    }
  });
  return grid;
}

const spanOf = (cell: Element, name: 'rowspan' | 'colspan'): number => Number(cell.attribs[name] ?? '1');

function cellOf(cell: Element | undefined, notation: Notation): TableCell {
  if (!cell) return null;
  const text = textOf(cell);
  if (text === '' || text === UNTICKED) return null;
  const number: TableNumber | null = hasClass(cell, 'gw-number') ? notation.readNumber(text) : null;
  return number ?? text;
}

/** Drawn for the eye only, or pressed. */
const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'svg', 'button']);
/** What stands in them is apart from what stands before and after. */
const APART: ReadonlySet<string> = new Set(['br', 'p', 'div', 'dt', 'dd', 'summary', 'option', 'textarea']);

/** What is read in an element, on one line; of a field what was typed or chosen. */
const textOf = (node: AnyNode | undefined): string => (node ? piecesOf(node).join('').replace(/\s+/g, ' ').trim() : '');

function piecesOf(node: AnyNode): readonly string[] {
  if (isText(node)) return [node.data];
  if (!hasChildren(node)) return [];
  if (!isTag(node)) return node.children.flatMap(piecesOf);
  if (UNREAD.has(node.name) || hasClass(node, 'gw-visually-hidden')) return [];
  if (node.name === 'input') return [' ', typedIn(node), ' '];
  if (node.name === 'option' && node.attribs.selected === undefined) return [];
  const pieces = node.children.flatMap(piecesOf);
  // Notes stand under the text of a cell in smaller letters, and items of a list below one another.
  if (hasClass(node, 'gw-cell-note')) return [` (${pieces.join('').trim()})`];
  if (node.name === 'li') return [isFirst(node) ? ' ' : '; ', pieces.join('').trim()];
  return APART.has(node.name) ? [' ', ...pieces, ' '] : pieces;
}

const isFirst = (node: Element): boolean => DomUtils.prevElementSibling(node) === null;

/** Of what is ticked its label says what it is: it stands in the same cell. */
function typedIn({ attribs: { type = 'text', value = '', checked } }: Element): string {
  if (type === 'checkbox' || type === 'radio') return checked === undefined ? UNTICKED : TICKED;
  return type === 'hidden' || type === 'submit' ? '' : value;
}

const [UNTICKED, TICKED] = ['☐', '☒'];

/** As wide as what stands in it, within reason; in characters. */
const widthOf = (header: string, cells: readonly TableCell[]): number => {
  const lengths = cells.map((cell) => (typeof cell === 'string' ? cell.length : cell === null ? 0 : LEAST_WIDTH));
  return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, header.length, ...lengths) + 2);
};
const [LEAST_WIDTH, MOST_WIDTH] = [10, 60];

const elementsOf = (node: AnyNode, name: string): readonly Element[] =>
  hasChildren(node) ? DomUtils.getElementsByTagName(name, node.children) : [];

const isIn = ({ parent }: AnyNode, name: string): boolean =>
  parent !== null && ((isTag(parent) && parent.name === name) || isIn(parent, name));

const hasClass = ({ attribs: { class: classes = '' } }: Element, name: string): boolean =>
  classes.split(/\s+/).includes(name);
