import type { Font, Subset } from 'fontkit';

/**
 * The part of pdfkit that the reports use: its published types lack most of the tagging, and what keeps a long report small. The compiler
 * reads this file in their place (`paths` in tsconfig.json).
 */

/** A dictionary of the file, in the notation of pdfkit: a plain string is a name, a String object is text. */
export type Dictionary = Record<string, unknown>;

export interface Reference {
  readonly id: number;
  readonly data: Dictionary;
  /** Whether what stands in it is compressed when it ends. */
  compress: boolean;
  write(content: Uint8Array | string): void;
  end(bytes?: Uint8Array | string): void;
}

/** What is drawn on one page; every write is one operator. */
export interface ContentStream extends Reference {
  /** What stands in it until it ends. */
  buffer: Uint8Array[];
  write(operator: string): void;
}

export interface Page {
  readonly content: ContentStream;
  readonly dictionary: Reference;
  readonly height: number;
  /** The fonts that are drawn with on the page, by their name in the file. */
  readonly fonts: Record<string, Reference>;
  /** The pictures that are drawn on the page, by their name in the file. */
  readonly xobjects: Record<string, Reference>;
}

/** A font as the file holds it: the letters that were drawn. */
export interface EmbeddedFont {
  /** Its name in the file. */
  readonly id: string;
  ref(): Reference;
  /** As it was registered; its letters are measured in thousandths of the font size. */
  readonly font: Font;
  /** The letters that are in the file; by their numbers there, their widths and the characters that they stand for. */
  readonly subset: Subset;
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  /** Takes the letters of a text into the file. */
  encode(text: string): unknown;
}

/** A node of the structure tree, such as a paragraph or a table cell. */
export interface StructureElement {
  readonly dictionary: Reference;
  add(child: StructureElement | MarkedContent): this;
  end(): void;
}

/** One stretch of content on one page that belongs to a structure element. */
export interface MarkedContent {
  readonly refs: readonly unknown[];
}

export interface ElementOptions {
  readonly alt?: string;
  /** Where it is not that of the document. */
  readonly lang?: string;
  /** Left, top, right and bottom in points from the top left corner of the current page. */
  readonly bbox?: readonly [number, number, number, number];
  readonly scope?: 'Column' | 'Row';
}

/** Which element each stretch of content on a page belongs to, by the number of the page in the structure. */
export interface ParentTree {
  get(page: number): unknown;
  add(page: number, parents: unknown): void;
}

export interface OutlineItem {
  readonly children: readonly OutlineItem[];
  readonly dictionary: Reference;
  addItem(title: string, options: { fit: false; top: number; left: number; pageNumber: number }): OutlineItem;
}

export default class PDFDocument {
  constructor(options: Dictionary);
  info: Dictionary;
  readonly page: Page;
  readonly outline: OutlineItem;
  /** The catalog: pdfkit offers no other door to the files that belong to the document. */
  readonly _root: Reference;
  /** The font that is drawn with, and its size. */
  readonly _font: EmbeddedFont;
  readonly _fontSize: number;
  /** Bytes of the file so far. */
  _offset: number;
  /** Where every object of the file stands. */
  readonly _offsets: readonly number[];
  /** Where all bytes of the file pass: text is one byte a character, and ends with a line end. */
  _write(data: Uint8Array | string): void;
  addPage(): this;
  switchToPage(index: number): unknown;
  registerFont(name: string, font: Font): this;
  font(name: string, size: number): this;
  /** Adds an operator to what is drawn on the page. */
  addContent(operator: string): this;
  save(): this;
  restore(): this;
  transform(...matrix: [number, number, number, number, number, number]): this;
  fillColor(value: string): this;
  rect(x: number, y: number, width: number, height: number): this;
  fill(): this;
  text(text: string, x: number, y: number, options: Dictionary): this;
  /** An object of the file; without data one that is filled later. */
  ref(data?: Dictionary): Reference;
  struct(type: string, options?: ElementOptions): StructureElement;
  addStructure(element: StructureElement): this;
  getStructParentTree(): ParentTree;
  markStructureContent(type: string): MarkedContent;
  markContent(type: 'Artifact', options: { type: 'Layout' | 'Pagination'; attached?: string[] }): this;
  endMarkedContent(): this;
  addNamedDestination(name: string, ...place: unknown[]): void;
  addNamedEmbeddedFile(name: string, file: Reference): void;
  goTo(x: number, y: number, width: number, height: number, name: string, options: Dictionary): this;
  appendXML(xml: string): void;
  endMetadata(): void;
  end(): void;
  read(): Uint8Array | null;
}
