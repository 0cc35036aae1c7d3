import {
  type Block,
  type Cell,
  type FlatBlock,
  type NoteBlock,
  plain,
  type SignaturesBlock,
  type TableBlock,
  unfolded,
} from '../explanation/blocks.ts';
import type { Messages } from '../messages/messages.ts';

/** Characters on a line of the terminal. */
const WIDTH = 100;

/** Blocks as plain text, no line wider than {@link WIDTH} but for a word that is. */
export function printBlocks(m: Messages, blocks: readonly Block[]): string {
  return unfolded(blocks)
    .map((block) => printed(m, block).join('\n'))
    .join('\n\n');
}

function printed(m: Messages, block: FlatBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return headingLines(block.text, block.level);
    case 'paragraph':
      return wrapped(plain(block.text));
    case 'code':
      return [`    ${block.text}`];
    case 'list':
      return block.items.flatMap((item, index) => hung(block.ordered ? `${index + 1}. ` : '- ', plain(item)));
    case 'facts':
      return block.facts.flatMap(({ term, value }) => hung(`${term}: `, value));
    case 'table':
      return tableLines(block);
    case 'bars':
      return barLines(block);
    case 'note':
      return noteLines(m, block);
    case 'signatures':
      return signatureLines(block);
    default:
      return block satisfies never;
  }
}

/** Underlined where a section starts, so that the eye finds it without colour. */
function headingLines(text: string, level: 1 | 2 | 3): string[] {
  const lines = wrapped(text);
  const rule = { 1: '=', 2: '-', 3: '' }[level];
  const longest = Math.max(...lines.map(({ length }) => length));
  return rule === '' ? lines : [...lines, rule.repeat(longest)];
}

function noteLines(m: Messages, { tone, title, text, items = [] }: NoteBlock): string[] {
  const label = m.report.notes[tone];
  return [
    ...wrapped(title === '' ? `[${label}]` : `[${label}] ${title}`),
    ...(plain(text) === '' ? [] : wrapped(plain(text))),
    ...items.flatMap((item) => hung('- ', plain(item))),
  ];
}

const BLANK = '.'.repeat(40);
/** For each who signs, room for a signature, a name and a date. */
const signatureLines = ({ lines, labels }: SignaturesBlock): string[] => {
  const widest = Math.max(...Object.values(labels).map(({ length }) => length));
  const blank = (label: string, value = BLANK): string => `    ${`${label}:`.padEnd(widest + 1)} ${value}`;
  return lines.flatMap(({ label, name }) => [
    ...wrapped(label),
    blank(labels.signature),
    blank(labels.name, name),
    blank(labels.date),
  ]);
};

const BAR = 40;
/** Label, bar and value, each under the other. */
function barLines({ title, full, bars }: Extract<FlatBlock, { kind: 'bars' }>): string[] {
  const widest = Math.max(0, ...bars.map(({ label }) => label.length));
  const label = Math.min(widest, WIDTH - BAR - 20);
  const value = Math.max(0, ...bars.map(({ text }) => text.length));
  return [
    title,
    ...bars.flatMap((bar) => {
      const [first = '', ...rest] = wrapped(bar.label, label);
      const filled = Math.round(Math.min(1, Math.max(0, bar.value / full)) * BAR);
      const drawn = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
      return [`  ${first.padEnd(label)}  ${drawn}  ${bar.text.padStart(value)}`, ...rest.map((line) => `  ${line}`)];
    }),
  ];
}

const GAP = 2;
const DEPTH = 2;

/** Caption, heads, a rule and the rows; figures end in their columns, texts are broken inside theirs. One that is too wide is stacked. */
function tableLines(table: TableBlock): string[] {
  const { caption, columns, rows } = table;
  const grid = [columns.map(({ header }): string[] => [header]), ...rows.map((row) => row.map(cellTexts))];
  const widths = columnWidths(
    grid,
    columns.map(({ width }) => width),
  );
  if (table.stacks && sum(widths) + GAP * (widths.length - 1) > WIDTH) return stackedLines(table);
  const lined = (texts: readonly (readonly string[])[]): string[] => {
    const cells = texts.map((parts, index) => parts.flatMap((part) => indented(part, widths[index]!)));
    const height = Math.max(1, ...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, index) => {
          const text = cell[line] ?? '';
          return columns[index]!.align === 'end' ? text.padStart(widths[index]!) : text.padEnd(widths[index]!);
        })
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  };
  const [heads, ...body] = grid;
  const rule = widths.map((width) => '-'.repeat(width)).join(' '.repeat(GAP));
  return [...wrapped(caption), ...lined(heads!), rule, ...body.flatMap(lined)];
}

/** Every row as a list: its header, and under it each other cell after the head of its column. */
const stackedLines = ({ caption, columns, rows }: TableBlock): string[] => [
  ...wrapped(caption),
  ...rows.flatMap(([header, ...others]) => [
    ...cellTexts(header!).flatMap((text) => indented(text, WIDTH)),
    ...others.flatMap((cell, place) => {
      const [text = '', ...notes] = [plain(cell.text), ...(cell.notes ?? []).map(plain)];
      const said = [text, ...notes].filter((one) => one !== '').join(' – ');
      return said === '' ? [] : hung(`    ${columns[place + 1]!.header}: `, said);
    }),
  ]),
];

/** The text of a cell and what is said under it; a row deep in a tree stands in. */
function cellTexts({ text, notes = [], depth = 0 }: Cell): string[] {
  const indent = ' '.repeat(depth * DEPTH);
  return [plain(text), ...notes.map(plain)].map((part, index) => `${indent}${index === 0 ? '' : '  '}${part}`);
}

/** A text broken into lines that all start where its first one does. */
function indented(text: string, width: number): string[] {
  const indent = /^ */.exec(text)![0];
  return wrapped(text.trimStart(), Math.max(1, width - indent.length)).map((line) => `${indent}${line}`);
}

/** Every column as wide as it needs; where that is too much together, the widest give way, but never below their longest word. */
function columnWidths(grid: readonly (readonly (readonly string[])[])[], shares: readonly number[]): number[] {
  const cellsOf = (index: number): string[] => grid.flatMap((row) => row[index] ?? []);
  const longest = (texts: readonly string[]): number => Math.max(1, ...texts.map(({ length }) => length));
  const wishes = shares.map((_, index) => longest(cellsOf(index)));
  const least = shares.map((_, index) =>
    longest(cellsOf(index).map((text) => `${/^ */.exec(text)![0]}${longestWord(text)}`)),
  );
  const room = WIDTH - GAP * (shares.length - 1);
  const widths = [...wishes];
  while (sum(widths) > room) {
    const widest = widths.reduce(
      (best, width, index) => (width > least[index]! && (best < 0 || width > widths[best]!) ? index : best),
      -1,
    );
    if (widest < 0) break;
    widths[widest]! -= 1;
  }
  return widths;
}

const longestWord = (text: string): string =>
  text.split(/(?<!€|\bEUR)\s+/).reduce((longest, word) => (word.length > longest.length ? word : longest), '');

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A text after a mark, its other lines under its first. */
function hung(mark: string, text: string): string[] {
  const [first = '', ...rest] = wrapped(text, WIDTH - mark.length);
  return [`${mark}${first}`, ...rest.map((line) => `${' '.repeat(mark.length)}${line}`)];
}

/** Broken between words; an amount stays with its sign, and what was typed on lines of its own stays there. */
function wrapped(text: string, width = WIDTH): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(/(?<!€|\bEUR) +/)) {
      if (current !== '' && current.length + 1 + word.length > width) {
        lines.push(current);
        current = word;
      } else {
        current = current === '' ? word : `${current} ${word}`;
      }
    }
    return [...lines, current];
  });
}
