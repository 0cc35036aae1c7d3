import type { Canvas } from './canvas.ts';
import type { Element } from './engine.ts';
import type { TextStyle } from './theme.ts';

/**
 * Draws lines of one element from the cursor down, over as many pages as they need, and leaves the cursor under the
 * last one. No single line is left behind on a page or carried over alone.
 */
export function flowLines(
  canvas: Canvas,
  element: Element,
  lines: readonly string[],
  x: number,
  style: TextStyle,
): void {
  let rest = lines;
  while (rest.length > 0) {
    const count = linesThatFit(rest.length, canvas.room, style.leading, canvas.fresh);
    if (count > 0) drawLines(canvas, element, rest.slice(0, count), x, style);
    rest = rest.slice(count);
    if (rest.length > 0) canvas.newPage();
  }
}

/** Height that the first lines need to stand on a page together. */
export function startOfLines(count: number, style: TextStyle): number {
  return (count <= 3 ? count : 2) * style.leading;
}

function drawLines(canvas: Canvas, element: Element, lines: readonly string[], x: number, style: TextStyle): void {
  canvas.content(element, () => {
    for (const line of lines) {
      canvas.line(line, x, canvas.y, style);
      canvas.y += style.leading;
    }
  });
}

function linesThatFit(count: number, room: number, leading: number, fresh: boolean): number {
  const fitting = Math.floor((room + 0.01) / leading);
  if (fitting >= count) return count;
  const kept = count - fitting === 1 ? fitting - 1 : fitting;
  return kept >= 2 || fresh ? Math.max(kept, 1) : 0;
}
