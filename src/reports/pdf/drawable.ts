import type { Block, Report } from '../blocks.ts';
import { REPLACEMENT } from './fonts.ts';

/**
 * The report as it can be drawn, whatever texts a dossier holds: what has one line in a report (titles, headings, captions, labels) gets a
 * space for a line break, and what no file can hold (controls, half a character) becomes a square. What came in by the door for text has
 * none of these.
 */
export function drawable(report: Report): Report {
  return {
    ...report,
    title: onOneLine(report.title),
    subtitle: onOneLine(report.subtitle),
    author: onOneLine(report.author),
    cover: report.cover.map(({ term, value }) => ({ term: onOneLine(term), value: onOneLine(value) })),
    blocks: report.blocks.map(drawableBlock),
  };
}

/** A text on one line, for what has no more. */
export const onOneLine = (text: string): string => holdable(text).replace(/\s*[\n\r\v\f\u0085\u2028\u2029]\s*/g, ' ');

const holdable = (text: string): string => text.replace(/(?!\s)[\p{Cc}\p{Cs}\ufffe\uffff]/gu, REPLACEMENT);

function drawableBlock(block: Block): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: onOneLine(block.text) };
    case 'facts':
      return {
        ...block,
        caption: onOneLine(block.caption),
        facts: block.facts.map(({ term, value }) => ({ term: holdable(term), value: holdable(value) })),
      };
    case 'table':
      return {
        ...block,
        caption: onOneLine(block.caption),
        columns: block.columns.map((column) => ({ ...column, header: onOneLine(column.header) })),
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: holdable(cell.text) }))),
      };
    case 'bars':
      return {
        ...block,
        title: onOneLine(block.title),
        alternative: onOneLine(block.alternative),
        bars: block.bars.map((bar) => ({ ...bar, label: onOneLine(bar.label), text: onOneLine(bar.text) })),
      };
    case 'note':
      return { ...block, title: onOneLine(block.title), text: holdable(block.text) };
    case 'paragraph':
    case 'code':
      return { ...block, text: holdable(block.text) };
    case 'list':
      return { ...block, items: block.items.map(holdable) };
  }
}
