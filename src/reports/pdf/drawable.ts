import { type Cell, type FlatBlock, type HeadingBlock, type Prose, unfolded } from '../../explanation/blocks.ts';
import { type Front, PROGRAM, type Report, type ReportFrame } from '../report.ts';
import { REPLACEMENT } from './fonts.ts';

/** A report in which nothing folds, as it is drawn. */
export type FlatReport = Omit<ReportFrame, 'author'> & {
  readonly author: string;
  /** As they are drawn. */
  readonly headings: readonly HeadingBlock[];
  readonly opening: readonly FlatBlock[];
  /** As they were given: {@link drawableBlock} makes one drawable when its turn comes, so that no long report is in memory twice. */
  readonly blocks: readonly FlatBlock[];
};

/**
 * The report as it can be drawn, whatever texts a dossier holds: what has one line in a report (titles, headings, captions, labels) gets a
 * space for a line break, and what no file can hold (controls, half a character) becomes a square. What came in by the door for text has
 * none of these.
 * @param house the name of the organisation, where its documents have a style of their own
 */
export function drawable(report: Report, house?: string): FlatReport {
  const opening = unfolded(report.opening ?? []);
  const blocks = unfolded(report.blocks);
  return {
    ...report,
    title: onOneLine(report.title),
    subtitle: onOneLine(report.subtitle),
    author: onOneLine(speaker(report, house)),
    front: drawableFront(report.front),
    headings: [...opening, ...blocks].filter((block) => block.kind === 'heading').map(drawableHeading),
    opening,
    blocks,
  };
}

/** Who speaks: the person or committee, before whom the house is named; else the house; else the program. The sender of a letter says it itself. */
function speaker({ author, front }: Report, house: string | undefined): string {
  if (author === null) return house ?? PROGRAM;
  return house === undefined || front.kind === 'letter' ? author : `${house} · ${author}`;
}

function drawableFront(front: Front): Front {
  const facts = front.facts.map(({ term, value }) => ({ term: onOneLine(term), value: onOneLine(value) }));
  return front.kind === 'letter'
    ? { ...front, sender: front.sender.map(onOneLine), addressee: front.addressee.map(onOneLine), facts }
    : { ...front, facts };
}

/** A text on one line, for what has no more. */
export const onOneLine = (text: string): string =>
  isPlain.test(text) ? text : holdable(text).replace(/\s*[\n\r\v\f\u0085\u2028\u2029]\s*/g, ' ');

const holdable = (text: string): string =>
  isPlain.test(text) ? text : text.replace(/(?!\s)[\p{Cc}\p{Cs}\ufffe\uffff]/gu, REPLACEMENT);

/** Letters, figures, signs and spaces, as nearly all text is. */
const isPlain = /^[ -~\u00A0-\u017F]*$/;

/** Characters that a file can hold, in every passage. */
const holdableProse = (prose: Prose): Prose =>
  typeof prose === 'string' ? holdable(prose) : prose.map((passage) => ({ ...passage, text: holdable(passage.text) }));

const drawableCell = (cell: Cell): Cell => ({
  ...cell,
  text: holdableProse(cell.text),
  ...(cell.notes ? { notes: cell.notes.map(holdableProse) } : {}),
});

const drawableHeading = (block: HeadingBlock): HeadingBlock => ({ ...block, text: onOneLine(block.text) });

/** One block as {@link drawable} says. */
export function drawableBlock(block: FlatBlock): FlatBlock {
  switch (block.kind) {
    case 'heading':
      return drawableHeading(block);
    case 'facts':
      return {
        ...block,
        caption: onOneLine(block.caption),
        facts: block.facts.map(({ term, value, ...rest }) => ({
          term: holdable(term),
          value: holdable(value),
          ...rest,
        })),
      };
    case 'table':
      return {
        ...block,
        caption: onOneLine(block.caption),
        columns: block.columns.map((column) => ({ ...column, header: onOneLine(column.header) })),
        rows: block.rows.map((row) => row.map(drawableCell)),
      };
    case 'bars':
      return {
        ...block,
        title: onOneLine(block.title),
        alternative: onOneLine(block.alternative),
        bars: block.bars.map((bar) => ({ ...bar, label: onOneLine(bar.label), text: onOneLine(bar.text) })),
      };
    case 'note':
      return {
        ...block,
        title: onOneLine(block.title),
        text: holdableProse(block.text),
        ...(block.items ? { items: block.items.map(holdableProse) } : {}),
      };
    case 'paragraph':
      return { ...block, text: holdableProse(block.text) };
    case 'code':
      return { ...block, text: holdable(block.text) };
    case 'list':
      return { ...block, items: block.items.map(holdableProse) };
    case 'signatures':
      return {
        ...block,
        lines: block.lines.map((line) => ({
          label: onOneLine(line.label),
          ...(line.name === undefined ? {} : { name: onOneLine(line.name) }),
        })),
      };
  }
}
