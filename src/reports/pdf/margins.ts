import type { Canvas } from './canvas.ts';
import { pageLabel } from './contents.ts';
import type { FlatReport } from './drawable.ts';
import { hasCover } from './front.ts';
import { bodyWidth, color, page, text } from './theme.ts';

/**
 * Draws what stands around the text of every page, for the eye only: at its head where the reader is (not in a letter), at its foot the title and
 * the page number. A cover has neither, nor has a document that is one page without one.
 * @param heads of the pages, in their order; empty for a page that says it itself
 */
export function drawMargins(canvas: Canvas, report: FlatReport, heads: readonly string[]): void {
  const covered = hasCover(report);
  if (!covered && canvas.pages === 1) return;
  for (let index = covered ? 1 : 0; index < canvas.pages; index += 1) {
    canvas.turnTo(index);
    const head = report.front.kind === 'letter' ? '' : (heads[index] ?? '');
    canvas.artifact(() => {
      if (head !== '') canvas.line(shortened(canvas, head, bodyWidth), page.left, page.head, text.footer);
      drawFooter(canvas, report, index + 1);
    }, 'Pagination');
  }
}

function drawFooter(canvas: Canvas, report: FlatReport, pageNumber: number): void {
  const number = pageLabel(report, pageNumber, canvas.pages);
  canvas.box(page.left, page.footer - 8, bodyWidth, 0.5, color.line);
  const title = shortened(canvas, report.title, bodyWidth - canvas.width(number, text.footer) - 24);
  canvas.line(title, page.left, page.footer, text.footer);
  canvas.line(number, page.left + bodyWidth, page.footer, text.footer, 'end');
}

/** As much of a text as stands on one line. */
function shortened(canvas: Canvas, words: string, width: number): string {
  if (canvas.width(words, text.footer) <= width) return words;
  const [first = '', ...more] = canvas.lines(words, text.footer, width - canvas.width(' …', text.footer));
  return more.length > 0 ? `${first.trimEnd()} …` : first;
}
