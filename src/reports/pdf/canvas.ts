import type { HouseStyle } from '../house-style.ts';
import { onOneLine } from './drawable.ts';
import type { Element, ElementOptions, Engine } from './engine.ts';
import { CAPITAL_HEIGHT, WIDEST_PLAIN_LETTER, widthOf } from './fonts.ts';
import { breakLines, widestPiece } from './lines.ts';
import { page, type TextStyle } from './theme.ts';

/**
 * The pages of a report and the place where the next thing is drawn. All distances are in points, from the top left
 * corner. Whatever is drawn is either content of a structure element or an artifact; there is no third way.
 */
export class Canvas {
  readonly engine: Engine;
  readonly house: HouseStyle | undefined;
  /** The root of the structure tree. */
  readonly root: Element;
  y: number = page.top;
  private pageCount = 0;
  private current = -1;
  private paint = '';

  constructor(engine: Engine, house?: HouseStyle) {
    this.engine = engine;
    this.house = house;
    this.root = engine.struct('Document');
    engine.addStructure(this.root);
  }

  get pages(): number {
    return this.pageCount;
  }

  /** Index of the page that is drawn on, from 0. */
  get pageIndex(): number {
    return this.current;
  }

  /** Height that is left above the bottom margin. */
  get room(): number {
    return page.height - page.bottom - this.y;
  }

  /** Nothing stands in the body of this page yet. */
  get fresh(): boolean {
    return this.y <= page.top;
  }

  newPage(): void {
    this.engine.addPage();
    this.current = this.pageCount;
    this.pageCount += 1;
    this.paint = '';
    this.y = page.top;
  }

  /** Goes back to a page that was made before. */
  turnTo(pageIndex: number): void {
    this.engine.switchToPage(pageIndex);
    this.current = pageIndex;
    this.paint = '';
    this.y = page.top;
  }

  /** Leaves white under what stands on the page, but never at its top. */
  skip(height: number): void {
    if (!this.fresh) this.y += height;
  }

  /** Starts a new page when less than this height is left. */
  ensure(height: number): void {
    if (height > this.room && !this.fresh) this.newPage();
  }

  /** Adds an element to the structure tree. Close it with `end()` when its last content is drawn. */
  element(type: string, parent: Element, options?: ElementOptions): Element {
    const element = this.engine.struct(type, options);
    parent.add(element);
    return element;
  }

  /** Draws content that belongs to an element. */
  content(element: Element, draw: () => void): void {
    const type = String(element.dictionary.data.S);
    const marked = this.engine.markStructureContent(type);
    draw();
    this.engine.endMarkedContent();
    element.add(marked);
  }

  /** Draws what is only decoration (`Layout`) or belongs to the page and not to the text (`Pagination`). */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.engine.markContent('Artifact', { type });
    draw();
    this.engine.endMarkedContent();
  }

  box(x: number, y: number, width: number, height: number, fill: string): void {
    this.usePaint(fill);
    this.engine.rect(x, y, width, height).fill();
  }

  width(text: string, style: TextStyle): number {
    return widthOf(text, style.face, style.apart) * style.size + (style.tracking ?? 0) * text.length;
  }

  lines(text: string, style: TextStyle, width: number): string[] {
    return breakLines(text, width, (piece) => this.width(piece, style));
  }

  /** Width that lines need if no word of the text may be broken; `least` when they need less. */
  widestPiece(text: string, style: TextStyle, least = 0): number {
    const widestLetter = WIDEST_PLAIN_LETTER * style.size + (style.tracking ?? 0);
    return widestPiece(text, (piece) => this.width(piece, style), least, widestLetter);
  }

  /** Draws one line of text in a line box that starts at `y`; with `align` end it ends at `x`. */
  line(text: string, x: number, y: number, style: TextStyle, align: 'start' | 'end' = 'start'): void {
    if (text === '') return;
    const start = align === 'start' ? x : x - this.width(text.trimEnd(), style);
    const baseline = y + (style.leading + CAPITAL_HEIGHT * style.size) / 2;
    this.usePaint(style.color);
    this.engine.font(style.face, style.size).line(onOneLine(text), start, baseline, style.tracking ?? 0, style.apart);
  }

  private usePaint(color: string): void {
    if (color !== this.paint) this.engine.paint(this.house?.colors.get(color) ?? color);
    this.paint = color;
  }
}
