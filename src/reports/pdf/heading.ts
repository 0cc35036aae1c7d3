import type { HeadingBlock } from '../../explanation/blocks.ts';
import type { Report } from '../report.ts';
import type { Canvas } from './canvas.ts';
import { flowLines } from './flow.ts';
import { hasCover, titleLevels } from './front.ts';
import type { Piece } from './piece.ts';
import { bodyWidth, color, page, text } from './theme.ts';

/** A heading and the place where it came to stand. */
export interface PlacedHeading {
  readonly heading: HeadingBlock;
  readonly pageIndex: number;
  readonly top: number;
}

/** Without a cover, headings stand between the text of one page. */
const styles = {
  covered: { 1: text.heading1, 2: text.heading2, 3: text.heading3 },
  uncovered: { 1: text.heading2, 2: text.heading3, 3: { ...text.heading3, color: color.quiet } },
} as const;

/** A reader that follows a link sees a little white above the heading. */
const spaceAboveTarget = 12;

/** Name of the place in the file that links to this heading point at. */
export function destinationOf(index: number): string {
  return `heading-${index}`;
}

/** A heading, marked as the target of its links. `index` counts all headings; `place` hears where it stands. */
export function heading(
  canvas: Canvas,
  block: HeadingBlock,
  index: number,
  report: Pick<Report, 'front'>,
  place: (placed: PlacedHeading) => void,
): Piece {
  const style = styles[hasCover(report) ? 'covered' : 'uncovered'][block.level];
  const lines = canvas.lines(block.text, style, bodyWidth);
  return {
    start: lines.length * style.leading,
    draw() {
      const top = Math.max(0, canvas.y - spaceAboveTarget);
      place({ heading: block, pageIndex: canvas.pageIndex, top });
      canvas.engine.addNamedDestination(destinationOf(index), 'XYZ', 0, top, null);
      const element = canvas.element(`H${block.level + titleLevels(report)}`, canvas.root);
      flowLines(canvas, element, lines, page.left, style);
      element.end();
    },
  };
}

/**
 * Readers that jump from heading to heading get lost when a level is missing.
 *
 * @throws Error for a report that skips a level: a fault of ours, not of who asked for it
 */
export function checkHeadingLevels(headings: readonly HeadingBlock[]): void {
  let previous = 0;
  for (const { level, text } of headings) {
    if (level > previous + 1) throw new Error(`heading-level-skipped: ${level}, "${text}"`);
    previous = level;
  }
}
