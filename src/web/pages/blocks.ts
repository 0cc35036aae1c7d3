import {
  type BarsBlock,
  type Block,
  type Cell,
  type Fact,
  type FlatBlock,
  type NoteTone,
  type Passage,
  type Prose,
  passagesOf,
  type SignaturesBlock,
  type TableBlock,
} from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';
import { type BarChart, barChart } from './charts.ts';

/** Blocks as a page draws them: in sections, each named by its heading, with ids and texts worked out. Partial: `partials/blocks`. */
export type BlocksModel = readonly SectionModel[];

export interface SectionModel {
  /** None for what stands before the first heading. */
  readonly heading: { readonly id: string; readonly text: string } | null;
  readonly blocks: readonly DrawnBlock[];
}

export type DrawnBlock =
  | DrawnFlatBlock
  | { readonly kind: 'details'; readonly summary: string; readonly blocks: readonly DrawnFlatBlock[] };

export type DrawnFlatBlock =
  | { readonly kind: 'heading'; readonly level: 3 | 4; readonly id: string | null; readonly text: string }
  | ({ readonly kind: 'paragraph'; readonly class: string } & DrawnText)
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly DrawnText[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'table'; readonly table: DrawnTable }
  | { readonly kind: 'stacking-table'; readonly table: StackingTable }
  | { readonly kind: 'bars'; readonly chart: BarChart }
  | {
      readonly kind: 'signatures';
      /** Who signs, and what is filled in there; a value of null is written by hand. */
      readonly lines: readonly {
        readonly label: string;
        readonly blanks: readonly { readonly term: string; readonly value: string | null }[];
      }[];
    }
  | {
      readonly kind: 'note';
      readonly tone: string;
      readonly title: string;
      /** Of its title. */
      readonly level: 2 | 3;
      readonly passages: readonly Passage[];
      readonly items: readonly (readonly Passage[])[];
    };

export interface DrawnText {
  /** The whole text where it is in the language of the page and leads nowhere, as nearly all are: it is drawn without a partial of its own. */
  readonly plain: string | null;
  readonly passages: readonly Passage[];
}

export interface DrawnTable {
  readonly caption: string;
  /** Names the frame that scrolls: no two on a page are the same. */
  readonly region: string;
  readonly columns: readonly { readonly header: string; readonly class: string }[];
  readonly rows: readonly { readonly marked: boolean; readonly cells: readonly DrawnCell[] }[];
}

/** A table whose rows become lists on a narrow page; a tree of rows comes in the parts that add up, and what they come to. */
export interface StackingTable extends Omit<DrawnTable, 'rows'> {
  readonly parts: readonly { readonly class: string; readonly rows: DrawnTable['rows'] }[];
  /** What it is more than a table that stacks: all figures but for its first column, or too many columns for paper. */
  readonly class: string;
}

export interface DrawnCell extends DrawnText {
  readonly header: boolean;
  readonly class: string;
  /** The head of its column, for where that is not above it. */
  readonly label: string;
  readonly notes: readonly (readonly Passage[])[];
  readonly badge: string | null;
}

const TONES: Readonly<Record<NoteTone, string>> = { information: 'info', success: 'ok', warning: 'warning' };
const STYLES = {
  normal: 'utrecht-paragraph',
  lead: 'utrecht-paragraph utrecht-paragraph--lead',
  small: 'gw-source',
} as const;

/** @param names what a page holds is named once: hand the same to every call for one page */
export function blocksModel(m: Messages, blocks: readonly Block[], names: PageNames = pageNames()): BlocksModel {
  const sections: { heading: SectionModel['heading']; blocks: DrawnBlock[] }[] = [];
  /** From the section down to what the next block stands under. */
  let under: string[] = [];
  for (const block of blocks) if (block.kind === 'heading' && block.level === 1) names.section(block.text);
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) {
      sections.push({ heading: { id: names.id(block.id ?? 'section'), text: block.text }, blocks: [] });
      under = [block.text];
      continue;
    }
    if (block.kind === 'heading') under = [...under.slice(0, block.level - 1), block.text];
    if (sections.length === 0) sections.push({ heading: null, blocks: [] });
    const section = sections.at(-1)!;
    section.blocks.push(
      block.kind === 'details'
        ? {
            kind: 'details',
            summary: block.summary,
            blocks: block.blocks.map((one) =>
              drawn(m, folded(one), names, [...under.slice(0, 1), block.summary], true),
            ),
          }
        : drawn(m, block, names, under, section.heading !== null),
    );
  }
  return sections;
}

/** A summary is no heading: what stands in it comes right under the heading of the section. */
const folded = (block: FlatBlock): FlatBlock => (block.kind === 'heading' ? { ...block, level: 2 } : block);

/** Gives every id and every name of a frame once. */
export interface PageNames {
  id(wanted: string): string;
  /** A section has the name of its heading: no frame gets that too. */
  section(heading: string): void;
  /** The shortest that is still free: the caption, or the caption after what it stands under. */
  region(caption: string, under: readonly string[]): string;
}

export function pageNames(): PageNames {
  const given = new Set<string>();
  const free = (wanted: string): string => {
    let name = wanted;
    for (let more = 2; given.has(name); more++) name = `${wanted}-${more}`;
    given.add(name);
    return name;
  };
  return {
    id: free,
    section: (heading) => {
      given.add(heading);
    },
    region: (caption, under) => {
      const longer = under.map((_, index) => [...under.slice(under.length - 1 - index), caption].join(': '));
      return free([caption, ...longer].find((name) => !given.has(name)) ?? caption);
    },
  };
}

function drawn(
  m: Messages,
  block: FlatBlock,
  names: PageNames,
  under: readonly string[],
  inSection: boolean,
): DrawnFlatBlock {
  switch (block.kind) {
    case 'heading':
      return {
        kind: 'heading',
        level: block.level === 3 ? 4 : 3,
        id: block.id === undefined ? null : names.id(block.id),
        text: block.text,
      };
    case 'paragraph':
      return { kind: 'paragraph', ...textModel(block.text), class: STYLES[block.style ?? 'normal'] };
    case 'code':
      return block;
    case 'list':
      return { kind: 'list', ordered: block.ordered, items: block.items.map(textModel) };
    case 'facts':
      return { kind: 'facts', facts: block.facts };
    case 'table':
      return block.stacks
        ? { kind: 'stacking-table', table: stackingTable(block, names.region(block.caption, under)) }
        : { kind: 'table', table: tableModel(block, names.region(block.caption, under)) };
    case 'bars':
      return { kind: 'bars', chart: chartModel(block, names.id('chart')) };
    case 'note':
      return {
        kind: 'note',
        tone: TONES[block.tone],
        title: block.title === '' ? m.report.notes[block.tone] : block.title,
        level: inSection ? 3 : 2,
        passages: filled(block.text),
        items: (block.items ?? []).map(passagesOf),
      };
    case 'signatures':
      return { kind: 'signatures', lines: block.lines.map((line) => signatureModel(line, block.labels)) };
    default:
      return block satisfies never;
  }
}

const signatureModel = (
  { label, name }: SignaturesBlock['lines'][number],
  labels: SignaturesBlock['labels'],
): Extract<DrawnFlatBlock, { kind: 'signatures' }>['lines'][number] => ({
  label,
  blanks: [
    { term: labels.signature, value: null },
    { term: labels.name, value: name ?? null },
    { term: labels.date, value: null },
  ],
});

function textModel(prose: Prose): DrawnText {
  if (typeof prose === 'string' && prose !== '') return { plain: prose, passages: [{ text: prose }] };
  const passages = filled(prose);
  const [only] = passages;
  const isPlain = passages.length === 1 && only!.language === undefined && only!.href === undefined;
  return { plain: isPlain ? only!.text : null, passages };
}

const filled = (prose: Prose): readonly Passage[] => passagesOf(prose).filter(({ text }) => text !== '');

function tableModel({ caption, columns, rows }: TableBlock, region: string): DrawnTable {
  const figures = columns.map(({ align, marked }) =>
    [...(align === 'end' ? ['gw-number'] : []), ...(marked ? ['gw-column--marked'] : [])].join(' '),
  );
  return {
    caption,
    region,
    columns: columns.map(({ header }, index) => ({ header, class: classes(figures[index]) })),
    rows: rows.map((row) => {
      const marked = row.every(({ strong }) => strong);
      return {
        marked,
        cells: row.map((cell, index) => cellModel(cell, index, figures[index]!, columns[index]!, marked)),
      };
    }),
  };
}

/** Columns of more than this get smaller letters on paper. */
const MOST_ON_PAPER = 9;

function stackingTable(block: TableBlock, region: string): StackingTable {
  const { rows, ...table } = tableModel(block, region);
  const sums = rows.length - (block.sums ?? 0);
  // A row at the top of the tree starts a part, where there is a tree at all.
  const isTree = block.rows.slice(0, sums).some(([header]) => header!.part);
  const starts = block.rows.flatMap(([header], place) =>
    place === 0 || place === sums || (isTree && place < sums && !header!.part) ? [place] : [],
  );
  return {
    ...table,
    class: classes(
      block.columns.slice(1).every(({ align }) => align === 'end') ? 'gw-stack--figures' : '',
      block.columns.length > MOST_ON_PAPER ? 'gw-stack--many' : '',
    ),
    parts: starts.map((start, place) => ({
      class: classes(start === sums ? 'gw-sums' : isTree ? 'gw-part' : ''),
      rows: rows.slice(start, starts[place + 1]),
    })),
  };
}

const cellModel = (
  cell: Cell,
  index: number,
  figures: string,
  { header, prose }: TableBlock['columns'][number],
  inMarkedRow: boolean,
): DrawnCell => {
  const { plain, passages } = textModel(cell.text);
  return {
    plain,
    passages,
    header: index === 0,
    class: classes(
      figures,
      prose ? 'gw-prose' : '',
      cell.depth ? `gw-depth-${Math.min(cell.depth, DEEPEST)}` : '',
      cell.part ? 'gw-counted' : '',
      index > 0 && cell.strong && !inMarkedRow ? 'gw-strong' : '',
    ),
    label: header,
    notes: cell.notes === undefined ? NO_NOTES : cell.notes.map(passagesOf),
    badge: cell.badge === undefined ? null : `utrecht-badge-status--${cell.badge}`,
  };
};
const DEEPEST = 3;
const NO_NOTES: DrawnCell['notes'] = [];

/** Class names after one that is always there. */
const classes = (...names: readonly (string | undefined)[]): string =>
  names
    .filter((name) => name)
    .map((name) => ` ${name}`)
    .join('');

const chartModel = ({ title, alternative, full, bars }: BarsBlock, id: string): BarChart =>
  barChart(
    { id, title, description: alternative, full },
    bars.map(({ label, value, text, highlighted = false }) => ({ label, value, text, highlighted })),
  );
