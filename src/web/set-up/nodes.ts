import type { Path } from '../../domain/faults.ts';
import { type Draft, isList, isObject, type Json, nameOf, valueAt } from '../../domain/set-up/draft.ts';
import { fieldAt } from '../../domain/set-up/read-draft.ts';
import { type Named, nameables, namedAt } from '../../domain/set-up/references.ts';
import { type FieldShape, isLeaf, type LeafShape, type Shape, shapeMeant } from '../../domain/set-up/shape.ts';
import type { Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import {
  type ChoiceField,
  choiceField,
  type SelectField,
  selectField,
  type TextField,
  textField,
} from '../pages/fields.ts';
import { lastPage, type Pager, pager } from '../pages/pager.ts';
import { TICKED, type Writing, writeEnglish, writeLeaf } from './draft-field.ts';
import { COLUMNS, isUnseen, isUsual, patternOf } from './layout-of-rules.ts';

/** A button that changes the form itself: what it sends as {@link EDIT}. */
export interface EditButton {
  readonly value: string;
  readonly label: string;
}
export const EDIT = 'edit';
/** Says for a box to tick that it stood in the form: a box that is not ticked sends nothing. */
export const BOXES = 'boxes';
/** Before the name of a field for the English of a text. */
export const ENGLISH = 'en:';

/** One field of a form, or a figure that follows from others. */
export type FieldNode =
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'select'; readonly field: SelectField }
  | { readonly kind: 'choices'; readonly field: ChoiceField }
  | { readonly kind: 'static'; readonly text: string; readonly figure: boolean };

/** What stands in the form of a part of the rules, from top to bottom: what opens a group is closed further on. */
export type FormNode =
  | FieldNode
  | TableNode
  | { readonly kind: 'open-group'; readonly id: string; readonly legend: string }
  | { readonly kind: 'close-group'; readonly legend: string; readonly remove: EditButton | null }
  | { readonly kind: 'open-more'; readonly title: string; readonly unfolded: boolean }
  | { readonly kind: 'close-more'; readonly buttons: readonly EditButton[] };

export interface TableNode {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: string;
  /** The caption with what it belongs to, where there are more of its name. */
  readonly region: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly add: (EditButton & { readonly about: string }) | null;
  /** The way to the other rows of a long list. */
  readonly pager: Pager | null;
  readonly empty: string;
  readonly more: string;
  readonly actions: string;
}

export interface TableRow {
  readonly id: string;
  /** How deep it stands below others. */
  readonly depth: number;
  /** The fields of each column. */
  readonly cells: readonly (readonly FieldNode[])[];
  readonly more: { readonly href: string; readonly label: string } | null;
  readonly buttons: readonly RowButton[];
}

/** A button beside a row: a sign, and a word with what it is about for who hears it. */
export interface RowButton extends EditButton {
  readonly sign: string;
  readonly word: string;
}

/** A page of the rows of a list, from 1. */
export interface ShownRows {
  readonly name: string;
  readonly page: number;
}

/** So many rows of a list stand on one page. */
const ROWS_OF_A_LIST = 50;

/** What fields are made with. */
export interface Making {
  readonly m: Messages;
  readonly draft: Draft;
  readonly writing: Writing;
  readonly problems: readonly FieldProblem[];
  /** What was typed and is not in the draft, by the name of its field. */
  readonly typed: ReadonlyMap<string, string>;
  /** The page of an item of a list. */
  readonly itemHref: (name: string) => string;
  /** Which page of the rows of one long list is shown, by the name of the list; of all others the first is. */
  readonly rows: ShownRows | null;
  /** The same page with other rows of a list. */
  readonly rowsHref: (rows: ShownRows) => string;
  /** What the fields of a row are about, for who hears their labels one by one. */
  readonly about?: string;
}

const FIELD_KINDS: readonly FormNode['kind'][] = ['text', 'select', 'choices', 'static'];
const isField = (node: FormNode): node is FieldNode => FIELD_KINDS.includes(node.kind);

/** The label of a place in the rules. */
export function labelOf(m: Messages, path: Path): string {
  const pattern = patternOf(path);
  const own = m.setUp.field[pattern];
  if (own !== undefined) return own;
  const key = [...path].reverse().find((one) => typeof one === 'string') ?? '';
  const parent = [...path].reverse().filter((one) => typeof one === 'string')[1];
  return m.setUp.field[`${parent}.${key}`] ?? m.setUp.field[key] ?? String(key);
}

/** The label of something that can be chosen at a place. */
export function valueLabel(m: Messages, path: Path, value: string): string {
  const [key = '', parent = ''] = [...path].reverse().filter((one) => typeof one === 'string');
  const { value: words } = m.setUp;
  return words[`${parent}.${key}:${value}`] ?? words[`${key}:${value}`] ?? words[value] ?? value;
}

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
    case 'record':
      return [];
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

function groupNodes(
  making: Making,
  path: Path,
  shape: Extract<Shape, { kind: 'group' }>,
  besides: readonly string[],
): FormNode[] {
  const { m, draft } = making;
  const keys = shape.keys.filter((key) => !besides.includes(key) && !isUnseen([...path, key]));
  const isThere = (key: string): boolean => valueAt(draft, [...path, key]) !== undefined && key !== SOURCES;
  const isShown = (key: string): boolean =>
    isThere(key) ||
    (!shape.at(key)!.optional && key !== SOURCES) ||
    isUsual([...path, key]) ||
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
  const parts = rest.filter((key) => !fields.includes(key) && shape.at(key)!.shape.kind !== 'record');
  if (rest.length === 0) return shown;
  const nodes = fields.flatMap((key) => nodesOf(making, [...path, key], shape.at(key)!));
  const buttons = parts.map((key) => ({
    value: `add ${nameOf(draft, [...path, key])}`,
    label: m.setUp.add(itemLabel(m, [...path, key])),
  }));
  return nodes.length + buttons.length === 0 ? shown : [...shown, ...moreNodes(m.setUp.more, nodes, buttons)];
}

/** What is used less, folded. */
export const moreNodes = (title: string, nodes: readonly FormNode[], buttons: readonly EditButton[]): FormNode[] => [
  { kind: 'open-more', title, unfolded: nodes.length === 0 },
  ...nodes,
  { kind: 'close-more', buttons },
];

/** Whether a list is one of things to tick, rather than of rows. */
function isChecks({ draft }: Making, path: Path): boolean {
  const field = fieldAt(path, draft);
  if (field?.shape.kind !== 'list' || isOrdered(path)) return false;
  return field.shape.item.kind === 'choice' || (field.shape.item.kind === 'id' && namedAt([...path, 0]) !== undefined);
}

/** A list of names whose order says something. */
const isOrdered = (path: Path): boolean => patternOf(path) === 'award.lotOrder';

function leafNode(making: Making, path: Path, leaf: LeafShape, optional: boolean): FieldNode {
  const { m, draft, writing, problems } = making;
  const name = nameOf(draft, path);
  const value = valueAt(draft, path);
  const own = labelOf(m, path);
  const label = making.about === undefined ? own : m.setUp.fieldOf(own, making.about);
  const prefix = m.app.errorPrefix;
  const written = making.typed.get(name) ?? writeLeaf(leaf, value, writing);
  const named = leaf.kind === 'id' ? namedAt(path) : undefined;
  if (named !== undefined) {
    const options = [
      { value: '', label: m.setUp.choose, selected: written === '' },
      ...nameablesInWords(making, named).map(({ id, text }) => ({ value: id, label: text, selected: written === id })),
    ];
    return { kind: 'select', field: selectField({ name, label, options }, problems, prefix) };
  }
  switch (leaf.kind) {
    case 'choice': {
      const none =
        optional || written === '' ? [{ value: '', label: m.setUp.notChosen, selected: written === '' }] : [];
      const options = leaf.values.map((one) => ({
        value: one,
        label: valueLabel(m, path, one),
        selected: written === one,
      }));
      return { kind: 'select', field: selectField({ name, label, options: [...none, ...options] }, problems, prefix) };
    }
    case 'flag': {
      const options = [
        ...(optional || written === '' ? [{ value: '', label: m.setUp.notChosen, selected: written === '' }] : []),
        { value: 'yes', label: m.common.yes, selected: written === 'yes' },
        { value: 'no', label: m.common.no, selected: written === 'no' },
      ];
      return { kind: 'select', field: selectField({ name, label, options }, problems, prefix) };
    }
    case 'yes':
      return {
        kind: 'choices',
        field: choiceField(
          {
            name,
            label,
            many: true,
            choices: [{ id: name, value: TICKED, label: m.common.yes, checked: written === TICKED }],
          },
          problems,
          prefix,
        ),
      };
    case 'word-or-figure':
    case 'name':
    case 'text':
    case 'line':
    case 'decimal':
    case 'signed':
    case 'weight':
    case 'integer':
    case 'date':
    case 'id':
      return { kind: 'text', field: textNode(making, path, leaf, name, label, written) };
    default:
      return leaf satisfies never;
  }
}

const FIGURES: readonly LeafShape['kind'][] = ['decimal', 'signed', 'weight', 'integer'];

function textNode(
  { m, problems }: Making,
  path: Path,
  leaf: LeafShape,
  name: string,
  label: string,
  value: string,
): TextField {
  const isLong = leaf.kind === 'text' || (leaf.kind === 'line' && leaf.lines === 'many');
  const words = leaf.kind === 'word-or-figure' ? leaf.values.map((one) => valueLabel(m, path, one)) : [];
  const word = leaf.kind === 'word-or-figure' && leaf.values.includes(value) ? valueLabel(m, path, value) : value;
  return textField(
    {
      name,
      label,
      value: word,
      multiline: isLong,
      inputmode: FIGURES.includes(leaf.kind) ? 'decimal' : null,
      hint: words.length > 0 ? m.setUp.orAmount(words) : null,
    },
    problems,
    m.app.errorPrefix,
  );
}

/** What can be named, with its name. */
function nameablesInWords({ draft, m }: Making, named: Named): { id: string; text: string }[] {
  return nameables(draft, named).map(({ id, value }) => ({ id, text: nameIn(value) || m.setUp.unnamed }));
}

/** The name of something in a draft, in Dutch; empty where it has none yet. */
export function nameIn(value: Json | undefined): string {
  const name = isObject(value) ? value.name : undefined;
  if (typeof name === 'string') return name;
  return isObject(name) && typeof name.nl === 'string' ? name.nl : '';
}

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

/** On which page a row stands. @param place from 0 */
export const pageOfRow = (place: number): number => Math.floor(place / ROWS_OF_A_LIST) + 1;

/** What one item of a list is called. */
export const itemLabel = (m: Messages, path: Path): string =>
  m.setUp.item[patternOf(path)] ?? m.setUp.item[String(path.at(-1))] ?? labelOf(m, path);

/** What an item is called: its name, or "Gunningscriterium 2.1" while it has none. */
export const titleOf = ({ m, draft }: Pick<Making, 'm' | 'draft'>, item: Path): string =>
  nameIn(valueAt(draft, item)) || nthOf(m, item);

/** The place of an item in its list, and of what that is in in theirs. */
export const nthOf = (m: Messages, item: Path): string =>
  m.setUp.nth(itemLabel(m, listOf(item)), item.flatMap((key) => (typeof key === 'number' ? [key + 1] : [])).join('.'));

/** The list that an item stands in; criteria below others are criteria. */
const listOf = (path: Path): Path =>
  path[0] === 'criteria' && path.at(-2) === 'children' ? ['criteria'] : path.slice(0, -1);

/** What a list belongs to: the last thing above it that has a name of its own; empty for a list of the tender itself. */
function ownerOf({ m, draft }: Making, path: Path): string {
  const above = path.slice(0, -1);
  const named = above
    .map((_, depth) => nameIn(valueAt(draft, above.slice(0, depth + 1))))
    .filter((name) => name !== '');
  return named.at(-1) ?? (above.length === 0 ? '' : labelOf(m, above));
}

/** A name within what its list belongs to. */
const inList = (making: Making, path: Path, name: string): string => {
  const owner = ownerOf(making, path);
  return owner === '' ? name : `${name} (${owner})`;
};

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

function checksNode(making: Making, path: Path, item: Shape, list: readonly Json[]): FieldNode {
  const { m, draft, problems } = making;
  const name = nameOf(draft, path);
  const named = namedAt([...path, 0]);
  const things =
    named === undefined && item.kind === 'choice'
      ? item.values.map((id) => ({ id, text: valueLabel(m, path, id) }))
      : named === undefined
        ? []
        : nameablesInWords(making, named);
  const choices = things.map(({ id, text }, place) => ({
    id: place === 0 ? name : `${name}.${id}`,
    value: id,
    label: text,
    checked: list.includes(id),
  }));
  const field = choiceField({ name, label: labelOf(m, path), many: true, choices }, problems, m.app.errorPrefix);
  return { kind: 'choices', field };
}

/** The English of a text, beside the Dutch. */
export function englishField({ m, problems, draft }: Making, path: Path, label: string, isLong: boolean): TextField {
  const value = writeEnglish(valueAt(draft, path));
  const name = `${ENGLISH}${nameOf(draft, path)}`;
  return textField({ name, label, value, multiline: isLong }, problems, m.app.errorPrefix);
}
