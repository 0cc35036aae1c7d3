import type { Path } from '../../domain/faults.ts';
import { type Draft, isList, nameOf, valueAt } from '../../domain/set-up/draft.ts';
import { fieldAt } from '../../domain/set-up/read-draft.ts';
import { type FieldShape, isLeaf, type Shape, shapeMeant } from '../../domain/set-up/shape.ts';
import type { Messages } from '../../messages/messages.ts';
import { lastPage, pager } from '../pages/pager.ts';
import { checksNode, isChecks, leafNode } from './field-node.ts';
import {
  type AddButton,
  type FieldNode,
  type FormNode,
  isField,
  type Making,
  type RowButton,
  type TableRow,
} from './form-node.ts';
import { COLUMNS, isUnseen, isUsual, patternOf } from './layout-of-rules.ts';
import { inList, itemLabel, labelOf, ownerOf, titleOf } from './words-of-rules.ts';

/** So many rows of a list stand on one page. */
const ROWS_OF_A_LIST = 50;

/** The fields of one place in the rules; nothing where nothing stands in a form. */
export function nodesAt(making: Making, path: Path): FormNode[] {
  const field = fieldAt(path, making.draft);
  return field ? nodesOf(making, path, field) : [];
}

/** The same where it is one field. */
export const fieldsAt = (making: Making, path: Path): FieldNode[] => nodesAt(making, path).filter(isField);

function nodesOf(making: Making, path: Path, { shape, optional }: FieldShape): FormNode[] {
  const value = valueAt(making.draft, path);
  const meant = shapeMeant(shape, value);
  if (isLeaf(meant)) return [leafNode(making, path, meant, optional)];
  switch (meant.kind) {
    case 'list':
      return [listNode(making, path, meant)];
    case 'group':
    case 'variants': {
      const name = nameOf(making.draft, path);
      const legend = labelOf(making.m, path);
      const remove = optional ? { value: `remove ${name}`, label: making.m.setUp.remove } : null;
      return [
        { kind: 'open-group', id: name, legend },
        ...insideOf(making, path, meant),
        { kind: 'close-group', legend, remove },
      ];
    }
    default:
      return meant satisfies never;
  }
}

/** The fields of a group, those that are used less folded behind them. */
export function insideOf(making: Making, path: Path, shape: Shape): FormNode[] {
  const meant = shapeMeant(shape, valueAt(making.draft, path));
  if (meant.kind === 'variants') return variantNodes(making, path, meant);
  if (meant.kind !== 'group') return [];
  return groupNodes(making, path, meant, []);
}

function variantNodes(making: Making, path: Path, shape: Extract<Shape, { kind: 'variants' }>): FormNode[] {
  const value = valueAt(making.draft, [...path, shape.by]);
  const chosen = typeof value === 'string' && shape.names.includes(value) ? value : undefined;
  const choice = leafNode(making, [...path, shape.by], { kind: 'choice', values: shape.names }, chosen === undefined);
  if (chosen === undefined) return [choice];
  const inner = shape.of(chosen);
  return [choice, ...(inner.kind === 'group' ? groupNodes(making, path, inner, [shape.by]) : [])];
}

/** Where things come from is asked after what they are. */
const SOURCES = 'sources';

/** Numbers of one's own are named by a formula of one's own, and asked with it. */
const OWN_FIGURES = 'constants';
const namesFigures = (draft: Draft, path: Path): boolean =>
  valueAt(draft, [...path, OWN_FIGURES]) !== undefined ||
  valueAt(draft, [...path, 'method']) === 'formula' ||
  valueAt(draft, [...path, 'points', 'kind']) === 'formula';

function groupNodes(
  making: Making,
  path: Path,
  shape: Extract<Shape, { kind: 'group' }>,
  besides: readonly string[],
): FormNode[] {
  const { m, draft } = making;
  const isAsked = (key: string): boolean => key !== OWN_FIGURES || namesFigures(draft, path);
  const keys = shape.keys.filter((key) => !besides.includes(key) && !isUnseen([...path, key]) && isAsked(key));
  const isThere = (key: string): boolean => valueAt(draft, [...path, key]) !== undefined && key !== SOURCES;
  const isShown = (key: string): boolean =>
    isThere(key) ||
    (!shape.at(key)!.optional && key !== SOURCES) ||
    isUsual([...path, key]) ||
    key === OWN_FIGURES ||
    making.typed.has(nameOf(draft, [...path, key]));
  const shown = keys.filter(isShown).flatMap((key) => nodesOf(making, [...path, key], shape.at(key)!));
  const rest = keys.filter((key) => !isShown(key));
  const isFilled = (key: string): boolean => {
    const value = valueAt(draft, [...path, key]);
    return isList(value) && value.length > 0;
  };
  const fields = rest.filter(
    (key) => isFilled(key) || isLeaf(shapeMeant(shape.at(key)!.shape, undefined)) || isChecks(making, [...path, key]),
  );
  const parts = rest.filter((key) => !fields.includes(key));
  if (rest.length === 0) return shown;
  const nodes = fields.flatMap((key) => nodesOf(making, [...path, key], shape.at(key)!));
  const buttons = parts.map((key) => ({
    value: `add ${nameOf(draft, [...path, key])}`,
    label: m.setUp.add(itemLabel(m, [...path, key])),
    about: ownerOf(making, [...path, key]),
  }));
  return nodes.length + buttons.length === 0 ? shown : [...shown, ...moreNodes(m.setUp.more, nodes, buttons)];
}

/** What is used less, folded. */
export const moreNodes = (title: string, nodes: readonly FormNode[], buttons: readonly AddButton[]): FormNode[] => [
  { kind: 'open-more', title, unfolded: nodes.length === 0 },
  ...nodes,
  { kind: 'close-more', buttons },
];

function listNode(making: Making, path: Path, shape: Extract<Shape, { kind: 'list' }>): FormNode {
  const { m, draft } = making;
  const value = valueAt(draft, path);
  const list = isList(value) ? value : [];
  if (isChecks(making, path)) return checksNode(making, path, shape.item, list);
  const name = nameOf(draft, path);
  const label = labelOf(m, path);
  const columns = COLUMNS[patternOf(path)];
  const asked = making.rows?.name === name ? making.rows.page : 1;
  const page = Math.min(Math.max(1, asked), lastPage(list.length, ROWS_OF_A_LIST));
  const row = (place: number): TableRow => {
    const at = [...path, place];
    const own = nameOf(draft, at);
    const title = titleOf(making, [...path, place]);
    return {
      id: own,
      depth: 0,
      cells: cellsOf({ ...making, about: title }, at, shape.item, columns),
      more: columns?.isWhole === false ? { href: making.itemHref(own), label: m.setUp.detailsOf(title) } : null,
      buttons: rowButtons(m, own, inList(making, path, title), place, list.length),
    };
  };
  return {
    kind: 'table',
    id: name,
    caption: label,
    columns: columnsOf(making, path, shape.item, columns),
    rows: list
      .map((_, place) => place)
      .filter((place) => pageOfRow(place) === page)
      .map(row),
    pager: pager(m, list.length, page, (other) => making.rowsHref({ name, page: other }), ROWS_OF_A_LIST),
    add:
      list.length < shape.most
        ? { value: `add ${name}`, label: m.setUp.add(itemLabel(m, path)), about: ownerOf(making, path) }
        : null,
    region: inList(making, path, label),
    empty: m.setUp.nothingYet,
    more: m.setUp.details,
    actions: m.setUp.actions,
  };
}

/** Which rows of a long list are asked for, in an address or a form. */
export const ROWS_FIELD = 'rows';

/** What an address ends with for a row beyond the first page of its list. @param place from 0 */
export const rowsPart = (list: string, place: number): string =>
  pageOfRow(place) === 1 ? '' : `?${ROWS_FIELD}=${list}:${pageOfRow(place)}`;

/** On which page a row stands. @param place from 0 */
export const pageOfRow = (place: number): number => Math.floor(place / ROWS_OF_A_LIST) + 1;

/** What is done with a row: its name tells buttons with the same word apart for who hears them. */
export const rowButtons = (
  { setUp: t }: Messages,
  name: string,
  title: string,
  place: number,
  count: number,
): RowButton[] => [
  ...(place > 0 ? [{ value: `up ${name}`, sign: '↑', word: t.up, label: title }] : []),
  ...(place < count - 1 ? [{ value: `down ${name}`, sign: '↓', word: t.down, label: title }] : []),
  { value: `remove ${name}`, sign: '×', word: t.remove, label: title },
];

function columnsOf({ m }: Making, path: Path, item: Shape, columns: (typeof COLUMNS)[string] | undefined): string[] {
  const at = (key: string): string => labelOf(m, [...path, 0, key]);
  if (columns) return columns.keys.map(at);
  const meant = shapeMeant(item, undefined);
  return meant.kind === 'group' ? meant.keys.filter((key) => !isUnseen([...path, 0, key])).map(at) : [labelOf(m, path)];
}

function cellsOf(
  making: Making,
  at: Path,
  item: Shape,
  columns: (typeof COLUMNS)[string] | undefined,
): (readonly FieldNode[])[] {
  const meant = shapeMeant(item, valueAt(making.draft, at));
  if (meant.kind === 'group') {
    const keys = columns?.keys ?? meant.keys.filter((key) => !isUnseen([...at, key]));
    return keys.flatMap((key) => {
      const field = meant.at(key);
      const shape = field && shapeMeant(field.shape, undefined);
      return field && shape && isLeaf(shape) ? [[leafNode(making, [...at, key], shape, field.optional)]] : [];
    });
  }
  if (isLeaf(meant)) return [[leafNode(making, at, meant, false)]];
  return [insideOf(making, at, meant).filter(isField)];
}
