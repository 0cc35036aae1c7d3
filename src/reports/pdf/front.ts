import type { Report } from '../report.ts';
import type { Canvas } from './canvas.ts';
import { drawCover } from './cover.ts';
import type { FlatReport } from './drawable.ts';
import { drawFrontFacts } from './front-facts.ts';
import { drawLetterhead } from './letterhead.ts';
import { drawLogo, widthBesideLogo } from './logo.ts';
import { bodyWidth, color, page, type TextStyle, text } from './theme.ts';

/** Draws what a document begins with: a cover fills a page of its own, under the others the text goes on. */
export function drawFront(canvas: Canvas, report: FlatReport): void {
  canvas.newPage();
  const { front } = report;
  switch (front.kind) {
    case 'cover':
      drawCover(canvas, report, front.facts);
      break;
    case 'heading':
      drawTitle(canvas, report);
      break;
    case 'letter':
      drawLetterhead(canvas, front);
      break;
    default:
      front satisfies never;
  }
}

/** Whether the text starts a page of its own, after contents. */
export const hasCover = ({ front }: Pick<Report, 'front'>): boolean => front.kind === 'cover';

/** Whether short contents and the text share a page. */
export const sharesContents = ({ front }: Pick<Report, 'front'>): boolean =>
  front.kind === 'cover' && front.brief === true;

/** Where the title of a document is its first heading, those of its text stand a level under it. */
export const titleLevels = ({ front }: Pick<Report, 'front'>): 0 | 1 => (front.kind === 'heading' ? 1 : 0);

const author: TextStyle = { ...text.small, face: 'semibold', color: color.accent };
const title: TextStyle = { face: 'bold', size: 21, leading: 26, color: color.accent };
const subtitle: TextStyle = { ...text.normal, color: color.quiet };
const gap = { author: 6, subtitle: 3, facts: 12, text: 14 };
const rule = 0.5;

/** Who speaks, the title, what it is about, and the facts over a line. */
function drawTitle(canvas: Canvas, { author: who, title: name, subtitle: about, front }: FlatReport): void {
  drawLogo(canvas);
  drawLines(canvas, 'P', who, author, widthBesideLogo(canvas));
  canvas.y += gap.author;
  drawLines(canvas, 'H1', name, title);
  if (about !== '') {
    canvas.y += gap.subtitle;
    drawLines(canvas, 'P', about, subtitle);
  }
  canvas.y += gap.facts;
  drawFrontFacts(canvas, front.facts, 'close');
  canvas.y += gap.facts / 2;
  canvas.artifact(() => canvas.box(page.left, canvas.y, bodyWidth, rule, color.line));
  canvas.y += rule + gap.text;
}

function drawLines(canvas: Canvas, type: 'P' | 'H1', words: string, style: TextStyle, width = bodyWidth): void {
  const element = canvas.element(type, canvas.root);
  canvas.content(element, () => {
    for (const line of canvas.lines(words, style, width)) {
      canvas.line(line, page.left, canvas.y, style);
      canvas.y += style.leading;
    }
  });
  element.end();
}
