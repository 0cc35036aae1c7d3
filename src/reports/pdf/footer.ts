import type { Canvas } from './canvas.ts';
import { pageLabel } from './contents.ts';
import type { FlatReport } from './drawable.ts';
import { hasCover } from './front.ts';
import { bodyWidth, color, page, text } from './theme.ts';

/**
 * Draws title and page number at the foot of every page, for the eye only; a cover has none, nor has a document that is one page without one.
 */
export function drawFooters(canvas: Canvas, report: FlatReport): void {
  const covered = hasCover(report);
  if (!covered && canvas.pages === 1) return;
  for (let index = covered ? 1 : 0; index < canvas.pages; index += 1) {
    canvas.turnTo(index);
    canvas.artifact(() => drawFooter(canvas, report, index + 1), 'Pagination');
  }
}

function drawFooter(canvas: Canvas, report: FlatReport, pageNumber: number): void {
  const number = pageLabel(report, pageNumber, canvas.pages);
  const room = bodyWidth - canvas.width(number, text.footer) - 24;
  const [title = '', ...more] = canvas.lines(report.title, text.footer, room - canvas.width(' …', text.footer));
  canvas.box(page.left, page.footer - 8, bodyWidth, 0.5, color.line);
  canvas.line(more.length > 0 ? `${title.trimEnd()} …` : title, page.left, page.footer, text.footer);
  canvas.line(number, page.left + bodyWidth, page.footer, text.footer, 'end');
}
