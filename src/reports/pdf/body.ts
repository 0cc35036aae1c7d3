import type { FlatBlock, HeadingBlock } from '../../explanation/blocks.ts';
import type { ReportLabels } from '../report.ts';
import { bars } from './bars.ts';
import type { Canvas } from './canvas.ts';
import { drawableBlock, type FlatReport } from './drawable.ts';
import { hasCover } from './front.ts';
import { heading, type PlacedHeading } from './heading.ts';
import { LaidOut } from './laid-out.ts';
import { list } from './list.ts';
import { note } from './note.ts';
import { code, paragraph } from './paragraph.ts';
import type { Piece } from './piece.ts';
import { signatures } from './signatures.ts';
import { factsTable, table } from './table.ts';
import { bodyHeight } from './theme.ts';

/**
 * Draws blocks in reading order, from where the cursor is, and adds to `placed` where the headings came to stand. An annex and the
 * colophon start on a new page, another chapter only near the foot of one; a heading never stands without the start of what follows it, a short introduction without
 * what it introduces, nor lines to sign on without something of what is signed.
 */
export function drawBlocks(
  canvas: Canvas,
  report: FlatReport,
  blocks: readonly FlatBlock[],
  placed: PlacedHeading[],
): void {
  const covered = hasCover(report);
  const company = companyOfSignatures(blocks, covered);
  let headings = placed.length;
  const pieces = new LaidOut(blocks.length, (index): Piece => {
    const block = drawableBlock(blocks[index]!);
    return block.kind === 'heading'
      ? heading(canvas, block, headings++, report, (place) => placed.push(place))
      : layOut(canvas, block, report.labels);
  });
  for (const [index, block] of blocks.entries()) {
    if (covered && isChapter(block) && !canvas.fresh && (block.startsPage || canvas.room < leastForChapter))
      canvas.newPage();
    // What a document begins with has its own white under it.
    if (index > 0) canvas.skip(gapBetween(blocks[index - 1]!, block, covered));
    canvas.ensure(heightWanted(canvas, blocks, pieces, index, covered, company));
    const after = heightAfter(blocks, pieces, index, covered);
    pieces.take(index).draw(after);
  }
}

/** The whole of what must stand together where that leaves no page mostly empty, else its start; what was introduced follows what introduced it. */
function heightWanted(
  canvas: Canvas,
  blocks: readonly FlatBlock[],
  pieces: LaidOut<Piece>,
  index: number,
  covered: boolean,
  company: ReadonlyMap<number, number>,
): number {
  const signed = company.get(index);
  const height = signed === undefined ? undefined : heightFrom(blocks, pieces, index, signed, covered);
  if (height !== undefined) return height;
  const before = blocks[index - 1];
  const isIntroduced = before !== undefined && introduces(blocks, index - 1);
  if (!isIntroduced && canvas.room <= mostLeft) {
    const whole = startTogether(blocks, pieces, index, covered, 'whole');
    if (whole <= bodyHeight) return whole;
  }
  return startTogether(blocks, pieces, index, covered, 'start');
}

/** No more of a page than this is left empty to keep a table whole. */
const mostLeft = bodyHeight * 0.3;

/** With less room than this left on it, a chapter leaves a page for the next one. */
const leastForChapter = bodyHeight * 0.25;

/** Space around blocks, in points: of two neighbours the larger one counts. */
const space = {
  heading1: { before: 34, after: 12 },
  heading2: { before: 24, after: 7 },
  heading3: { before: 16, after: 4 },
  paragraph: { before: 8, after: 8 },
  code: { before: 6, after: 10 },
  list: { before: 6, after: 10 },
  facts: { before: 14, after: 18 },
  table: { before: 14, after: 18 },
  bars: { before: 14, after: 14 },
  note: { before: 14, after: 16 },
  signatures: { before: 18, after: 6 },
} as const;

function gapBetween(previous: FlatBlock, next: FlatBlock, covered: boolean): number {
  return Math.max(spaceOf(previous, covered).after, spaceOf(next, covered).before);
}

/** Without a cover a chapter begins between other text, as a section does elsewhere. */
function spaceOf(block: FlatBlock, covered: boolean) {
  if (block.kind !== 'heading') return space[block.kind];
  return covered ? space[`heading${block.level}`] : space[block.level === 1 ? 'heading2' : 'heading3'];
}

const isChapter = (block: FlatBlock): block is HeadingBlock => block.kind === 'heading' && block.level === 1;

/** Height of a block's start, or of the whole of it, and of everything that must follow on the same page. */
function startTogether(
  blocks: readonly FlatBlock[],
  pieces: LaidOut<Piece>,
  index: number,
  covered: boolean,
  of: 'start' | 'whole',
): number {
  const piece = pieces.get(index);
  const kept = of === 'whole' ? (piece.whole ?? piece.start) : piece.start;
  const isWhole = kept === (piece.whole ?? piece.introducing);
  const start = isWhole ? kept + heightAfter(blocks, pieces, index, covered) : kept;
  const block = blocks[index]!;
  if (!introduces(blocks, index)) return start;
  const next = gapBetween(block, blocks[index + 1]!, covered) + startTogether(blocks, pieces, index + 1, covered, of);
  const together = (piece.introducing ?? start) + next;
  return block.kind === 'heading' || together <= (of === 'whole' ? bodyHeight : mostTogether) ? together : start;
}

/**
 * From which block lines to sign on need company: what is signed shares their page. After a cover signing is a chapter, which is company enough.
 * @returns by that block, the block of the lines
 */
function companyOfSignatures(blocks: readonly FlatBlock[], covered: boolean): ReadonlyMap<number, number> {
  const company = new Map<number, number>();
  for (const [signed, { kind }] of blocks.entries()) {
    if (kind !== 'signatures') continue;
    let from = Math.max(0, signed - 2);
    if (!covered && blocks[from]!.kind === 'heading' && from > 0) from -= 1;
    while (from > 0 && introduces(blocks, from - 1)) from -= 1;
    company.set(from, signed);
  }
  return company;
}

/** Height from one block to another, both whole; undefined where that is too much for a page. */
function heightFrom(
  blocks: readonly FlatBlock[],
  pieces: LaidOut<Piece>,
  from: number,
  to: number,
  covered: boolean,
): number | undefined {
  let height = 0;
  for (let at = from; at <= to && height <= mostSigned; at += 1) {
    const { whole, introducing, start } = pieces.get(at);
    if (at > from) height += gapBetween(blocks[at - 1]!, blocks[at]!, covered);
    height += whole ?? introducing ?? start;
  }
  return height <= mostSigned ? height : undefined;
}

const mostSigned = bodyHeight * 0.8;

/**
 * Height of the short paragraph that says what a table comes to, or in small letters where a text comes from, with the white above it; and of one with
 * which a document ends, or what stands before a new page: it would have that page to itself.
 */
function heightAfter(blocks: readonly FlatBlock[], pieces: LaidOut<Piece>, index: number, covered: boolean): number {
  const [block, next] = [blocks[index]!, blocks[index + 1]];
  if (next?.kind !== 'paragraph' || introduces(blocks, index + 1)) return 0;
  const belongs =
    block.kind === 'table' ||
    (next.style === 'small' && (block.kind === 'list' || block.kind === 'paragraph')) ||
    (block.kind !== 'heading' && isLastOnItsPage(blocks, index + 1, covered));
  if (!belongs) return 0;
  const { introducing = 0 } = pieces.get(index + 1);
  return introducing <= mostAfter ? gapBetween(block, next, covered) + introducing : 0;
}

function isLastOnItsPage(blocks: readonly FlatBlock[], index: number, covered: boolean): boolean {
  const next = blocks[index + 1];
  return next === undefined || (covered && isChapter(next) && next.startsPage === true);
}

/** Four lines under a table. */
const mostAfter = 62;

/** What is introduced stays with its introduction up to this height; only a heading never stands alone. */
const mostTogether = bodyHeight * 0.6;

/** A heading introduces what follows, a paragraph what it says something of, directly or by way of another paragraph, and a list the table under it. */
function introduces(blocks: readonly FlatBlock[], index: number): boolean {
  const [block, next] = [blocks[index]!, blocks[index + 1]];
  if (next === undefined) return false;
  if (block.kind === 'list') return next.kind === 'table';
  if (block.kind !== 'paragraph') return block.kind === 'heading';
  // Small print over a chart says something of what stands above it.
  if (block.style === 'small' && next.kind === 'bars') return false;
  return isIntroducedByText.has(next.kind) || (next.kind === 'paragraph' && introduces(blocks, index + 1));
}

const isIntroducedByText: ReadonlySet<FlatBlock['kind']> = new Set(['table', 'bars', 'list', 'code', 'signatures']);

function layOut(canvas: Canvas, block: Exclude<FlatBlock, { kind: 'heading' }>, labels: ReportLabels): Piece {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(canvas, block);
    case 'code':
      return code(canvas, block);
    case 'list':
      return list(canvas, block);
    case 'facts':
      return factsTable(canvas, block.caption, block.facts);
    case 'table':
      return table(canvas, block);
    case 'bars':
      return bars(canvas, block);
    case 'note':
      return note(canvas, block, labels);
    case 'signatures':
      return signatures(canvas, block);
    default:
      return block satisfies never;
  }
}
