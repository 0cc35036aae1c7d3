import type { HeadingBlock } from '../../explanation/blocks.ts';
import type { Canvas } from './canvas.ts';
import type { FlatReport } from './drawable.ts';
import type { Element } from './engine.ts';
import { sharesContents } from './front.ts';
import { destinationOf, type PlacedHeading } from './heading.ts';
import { bodyHeight, bodyWidth, color, page, type TextStyle, text } from './theme.ts';

/** The contents, with their pages reserved and their places in the structure, but not drawn yet. */
export interface Contents {
  readonly title: Element;
  readonly list: Element;
  readonly pages: readonly (readonly Entry[])[];
  readonly styles: Readonly<Record<1 | 2, TextStyle>>;
  readonly firstPage: number;
}

/**
 * Reserves the pages of the contents: how many there are depends on the headings alone, not on where they stand. Leaves the cursor where the
 * text begins: on the next page, or under short contents that share their page.
 */
export function reserveContents(canvas: Canvas, report: FlatReport): Contents {
  const title = canvas.element('H1', canvas.root);
  const list = canvas.element('TOC', canvas.root);
  const { pages, styles } = layOut(canvas, report);
  const firstPage = canvas.pages;
  for (const _ of pages) canvas.newPage();
  const height = titleHeight + heightOf(pages[0]!, styles);
  if (sharesContents(report) && pages.length === 1 && height <= mostShared) {
    canvas.engine.leaveOpen();
    canvas.y += height + underContents;
  } else canvas.newPage();
  return { title, list, pages, styles, firstPage };
}

/** Of the body: contents that take more have their page to themselves. */
const mostShared = bodyHeight / 2;
const underContents = 40;

const heightOf = (entries: readonly Entry[], styles: Contents['styles']): number =>
  entries.reduce(
    (sum, { heading, lines, before }) => sum + before + lines.length * styles[levelOf(heading)].leading,
    0,
  );

/** Draws the contents on the reserved pages, every line a link, now that the pages of the headings are known. */
export function drawContents(
  canvas: Canvas,
  contents: Contents,
  report: FlatReport,
  placed: readonly PlacedHeading[],
): void {
  let chapter: Element | undefined;
  let sections: Element | undefined;
  for (const [index, entries] of contents.pages.entries()) {
    canvas.turnTo(contents.firstPage + index);
    if (index === 0) drawTitle(canvas, contents, report);
    for (const entry of entries) {
      const isChapter = entry.heading.level === 1;
      if (isChapter) {
        sections?.end();
        chapter?.end();
        chapter = canvas.element('TOCI', contents.list);
        sections = undefined;
      } else {
        sections ??= canvas.element('TOC', chapter ?? contents.list);
      }
      const item = isChapter ? chapter! : canvas.element('TOCI', sections!);
      drawEntry(canvas, item, entry, contents.styles, placed[entry.index]!.pageIndex + 1, report);
      if (!isChapter) item.end();
    }
  }
  sections?.end();
  chapter?.end();
  contents.list.end();
}

interface Entry {
  readonly heading: HeadingBlock;
  /** Index of the heading among all headings. */
  readonly index: number;
  readonly lines: readonly string[];
  readonly before: number;
}

const titleHeight = text.heading1.leading + 14;

/** How close the entries stand. */
interface Spacing {
  readonly styles: Readonly<Record<1 | 2, TextStyle>>;
  readonly before: Readonly<Record<1 | 2, number>>;
}
const chapterEntry: TextStyle = { face: 'semibold', size: 11, leading: 16, color: color.ink };
const sectionEntry: TextStyle = { face: 'regular', size: 10.5, leading: 15, color: color.quiet };
const open: Spacing = { styles: { 1: chapterEntry, 2: sectionEntry }, before: { 1: 11, 2: 3 } };
/** Where that saves a page. */
const close: Spacing = {
  styles: { 1: { ...chapterEntry, size: 10.5, leading: 14 }, 2: { ...sectionEntry, size: 9.5, leading: 12.5 } },
  before: { 1: 7, 2: 1.5 },
};
const indent = { 1: 0, 2: 16 } as const;
const numberWidth = 40;

function levelOf(heading: HeadingBlock): 1 | 2 {
  return heading.level === 1 ? 1 : 2;
}

function layOut(canvas: Canvas, report: FlatReport): Pick<Contents, 'pages' | 'styles'> {
  const pages = layOutWith(canvas, report, open);
  const fewer = pages.length === 1 ? pages : layOutWith(canvas, report, close);
  return fewer.length < pages.length ? { pages: fewer, styles: close.styles } : { pages, styles: open.styles };
}

function layOutWith(canvas: Canvas, report: FlatReport, { styles, before }: Spacing): Entry[][] {
  const pages: Entry[][] = [[]];
  const bottom = page.height - page.bottom;
  let y = page.top + titleHeight;
  const { headings } = report;
  for (const [index, heading] of headings.entries()) {
    if (heading.level === 3) continue;
    const level = levelOf(heading);
    const lines = canvas.lines(heading.text, styles[level], bodyWidth - indent[level] - numberWidth);
    const height = before[level] + lines.length * styles[level].leading;
    const next = headings.slice(index + 1).find((other) => other.level < 3);
    const kept = level === 1 && next?.level === 2 ? height + before[2] + styles[2].leading : height;
    if (y + kept > bottom) {
      pages.push([]);
      y = page.top;
    }
    pages.at(-1)!.push({ heading, index, lines, before: before[level] });
    y += height;
  }
  return pages;
}

function drawTitle(canvas: Canvas, contents: Contents, report: FlatReport): void {
  canvas.content(contents.title, () => canvas.line(report.labels.contents, page.left, canvas.y, text.heading1));
  contents.title.end();
  canvas.y += titleHeight;
}

function drawEntry(
  canvas: Canvas,
  item: Element,
  entry: Entry,
  styles: Contents['styles'],
  pageNumber: number,
  report: FlatReport,
): void {
  const level = levelOf(entry.heading);
  const style = styles[level];
  canvas.y += entry.before;
  const top = canvas.y;
  const bottom = top + entry.lines.length * style.leading;
  const left = page.left + indent[level];
  const right = page.left + bodyWidth;
  drawLeader(canvas, entry, pageNumber, style, left, bottom - style.leading);
  const reference = canvas.element('Reference', item);
  const link = canvas.element('Link', reference);
  canvas.content(link, () => {
    for (const [index, line] of entry.lines.entries()) {
      canvas.line(`${line.trimEnd()} `, left, top + index * style.leading, style);
    }
    canvas.line(String(pageNumber), right, bottom - style.leading, style, 'end');
  });
  const contents = `${entry.heading.text}, ${pageLabel(report, pageNumber, canvas.pages)}`;
  canvas.engine.goTo(left, top, right - left, bottom - top, destinationOf(entry.index), {
    structParent: link,
    Contents: new String(contents),
  });
  link.end();
  reference.end();
  canvas.y = bottom;
}

/** Dots that lead the eye from the title to the page number. */
function drawLeader(
  canvas: Canvas,
  entry: Entry,
  pageNumber: number,
  style: TextStyle,
  left: number,
  top: number,
): void {
  const from = left + canvas.width(entry.lines.at(-1) ?? '', style) + 6;
  const to = page.left + bodyWidth - canvas.width(String(pageNumber), style) - 6;
  const step = 4;
  const y = top + style.leading / 2 + style.size * 0.3;
  canvas.artifact(() => {
    for (let x = Math.ceil(from / step) * step; x < to; x += step) canvas.box(x, y, 0.7, 0.7, color.line);
  });
}

/** The text for a page number, in the language of the report: "pagina 3 van 20". */
export function pageLabel(report: FlatReport, pageNumber: number, total: number): string {
  return report.labels.page.replace('{page}', String(pageNumber)).replace('{total}', String(total));
}
