import type { Canvas } from './canvas.ts';
import type { OutlineItem } from './engine.ts';
import type { PlacedHeading } from './heading.ts';
import { page } from './theme.ts';

/** Adds bookmarks: the chapters, each with its sections folded away below it. */
export function addBookmarks(canvas: Canvas, placed: readonly PlacedHeading[]): void {
  const root = canvas.engine.outline;
  let chapter: OutlineItem | undefined;
  for (const { heading, pageIndex, top } of placed) {
    if (heading.level === 3) continue;
    const parent = heading.level === 1 ? root : (chapter ?? root);
    // pdfkit counts `left` from the right edge, so this is the left edge.
    const item = parent.addItem(heading.text, { fit: false, top, left: page.width, pageNumber: pageIndex });
    if (heading.level === 1) chapter = item;
  }
  root.dictionary.data.Count = root.children.length;
  for (const item of root.children) {
    if (item.children.length > 0) item.dictionary.data.Count = -item.children.length;
  }
}
