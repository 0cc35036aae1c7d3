import PDFDocument from 'pdfkit';
import { parsedFonts } from './fonts.ts';
import { page } from './theme.ts';

/** A dictionary of the file, in the notation of pdfkit: a plain string is a name, a String object is text. */
export type Dictionary = Record<string, unknown>;

export interface Reference {
  readonly data: Dictionary;
  end(bytes?: Uint8Array): void;
}

/** A node of the structure tree, such as a paragraph or a table cell. */
export interface Element {
  readonly dictionary: Reference;
  add(child: Element | MarkedContent): this;
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

export interface OutlineItem {
  readonly children: readonly OutlineItem[];
  readonly dictionary: Reference;
  addItem(title: string, options: { fit: false; top: number; left: number; pageNumber: number }): OutlineItem;
}

/** The part of pdfkit that the reports use. Its published types lack most of the tagging. */
export interface Engine {
  info: Dictionary;
  readonly outline: OutlineItem;
  /** The catalog: pdfkit offers no other door to the files that belong to the document. */
  readonly _root: Reference;
  addPage(): this;
  switchToPage(index: number): unknown;
  font(name: string, size: number): this;
  fillColor(value: string): this;
  rect(x: number, y: number, width: number, height: number): this;
  fill(): this;
  text(text: string, x: number, y: number, options: Dictionary): this;
  ref(data: Dictionary): Reference;
  struct(type: string, options?: ElementOptions): Element;
  addStructure(element: Element): this;
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

/**
 * Opens an empty file that claims PDF/A-3a and is tagged from the first page on. Pages stay open until the end, so
 * that the contents and the page numbers can be written when the pages are known.
 */
export function openEngine(language: string, info: Dictionary): Engine {
  const options = {
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: language,
    displayTitle: true,
    autoFirstPage: false,
    bufferPages: true,
    font: null,
    size: [page.width, page.height],
    margin: 0,
    info,
  };
  const engine = new (PDFDocument as unknown as new (options: Dictionary) => Engine & FontRegistry)(options);
  for (const [face, font] of Object.entries(parsedFonts())) engine.registerFont(face, font);
  return engine;
}

/** Closes the file and gives its bytes. */
export function closeEngine(engine: Engine): Uint8Array {
  engine.end();
  const chunks: Uint8Array[] = [];
  for (let chunk = engine.read(); chunk !== null; chunk = engine.read()) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

interface FontRegistry {
  registerFont(name: string, font: unknown): void;
}
