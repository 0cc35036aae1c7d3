import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF read back with another library than the one that wrote it. */
export interface ReadPdf {
  readonly info: Readonly<Record<string, unknown>>;
  /** Values from the XMP by name in lower case, such as `pdfuaid:part`. */
  readonly xmp: ReadonlyMap<string, unknown>;
  readonly pages: readonly ReadPage[];
  readonly outline: readonly Bookmark[];
  readonly attachments: readonly ReadAttachment[];
  /** Changes with the identifier of the file. */
  readonly fingerprint: string;
  /** Page, from 0, that a named place in the file is on. */
  pageOf(destination: string): Promise<number>;
}

export interface ReadPage {
  readonly runs: readonly Run[];
  /** The part of the structure tree that is on this page. */
  readonly structure: Node;
  readonly links: readonly Link[];
  /** What is filled with, such as "#1b2529". */
  readonly colors: ReadonlySet<string>;
}

/** A stretch of text, and the marked content that it stands in; `tag` is missing when it stands in none. */
export interface Run {
  readonly text: string;
  readonly x: number;
  /** From the bottom of the page. */
  readonly y: number;
  readonly width: number;
  readonly tag: string | undefined;
}

export interface Node {
  readonly role: string;
  readonly alt: string | undefined;
  /** Its language, where that is not the language around it. */
  readonly lang: string | undefined;
  /** The text of the node itself and of everything in it, in reading order. */
  readonly text: string;
  readonly children: readonly Node[];
}

export interface Link {
  readonly contents: string;
  readonly destination: string;
}

export interface Bookmark {
  readonly title: string;
  readonly children: readonly Bookmark[];
}

export interface ReadAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly description: string;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const { info, metadata } = await document.getMetadata();
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) pages.push(await readPage(document, number));
  const attachments = (await document.getAttachments()) as Record<string, RawAttachment> | null;
  return {
    info: info as Record<string, unknown>,
    xmp: new Map((metadata ?? []) as Iterable<[string, unknown]>),
    pages,
    outline: bookmarks(await document.getOutline()),
    attachments: Object.values(attachments ?? {}).map(({ filename, content, description }) => ({
      name: filename,
      bytes: content,
      description,
    })),
    fingerprint: document.fingerprints[0] ?? '',
    async pageOf(destination) {
      const place = await document.getDestination(destination);
      return document.getPageIndex(place?.[0]);
    },
  };
}

/** All nodes with one of these roles, in reading order over all pages. */
export function nodes(pdf: ReadPdf, ...roles: string[]): Node[] {
  const within = (node: Node): Node[] => [
    ...(roles.includes(node.role) ? [node] : []),
    ...node.children.flatMap((child) => within(child)),
  ];
  return pdf.pages.flatMap((page) => within(page.structure));
}

/** What stands for a picture in the text of its element. */
export const PICTURE = '\uFFFC';

/** What a screen reader would read of a page or of all pages; artifacts are left out. */
export function readAloud(pdf: ReadPdf, pageIndex?: number): string {
  const pages = pageIndex === undefined ? pdf.pages : [pdf.pages[pageIndex]!];
  return pages.map((page) => page.structure.text).join(' ');
}

export function artifacts(page: ReadPage): string[] {
  return page.runs.filter((run) => run.tag === 'Artifact').map((run) => run.text);
}

/** The run that is exactly this text. */
export function runOf(page: ReadPage, text: string): Run {
  const run = page.runs.find((candidate) => candidate.text.trim() === text);
  if (!run) throw new Error(`no text "${text}" on the page`);
  return run;
}

interface RawAttachment {
  readonly filename: string;
  readonly content: Uint8Array;
  readonly description: string;
}

interface RawNode {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly RawNode[];
}

interface RawBookmark {
  readonly title: string;
  readonly items: readonly RawBookmark[];
}

/** Reads the drawing operators themselves: the text that pdfjs extracts adds and drops spaces by its own lights. */
async function readPage(document: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await document.getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList();
  const runs: Run[] = [];
  const texts = new Map<number, string>();
  const colors = new Set<string>();
  const open: { tag: string; id: number | undefined }[] = [];
  let size = 0;
  let [x, y] = [0, 0];
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      open.push({ tag: args[0], id: typeof args[1] === 'number' ? args[1] : undefined });
    } else if (operator === OPS.endMarkedContent) {
      open.pop();
    } else if (operator === OPS.setFillRGBColor) {
      colors.add(String(args[0]));
    } else if (operator === OPS.paintImageXObject) {
      const current = open.at(-1);
      if (current?.id !== undefined) texts.set(current.id, PICTURE);
    } else if (operator === OPS.setFont) {
      size = args[1];
    } else if (operator === OPS.setTextMatrix) {
      [x, y] = [args[0][4], args[0][5]];
    } else if (operator === OPS.showText) {
      const { text, width } = shown(args[0], size);
      const current = open.at(-1);
      if (current?.id !== undefined) texts.set(current.id, (texts.get(current.id) ?? '') + text);
      runs.push({ text: text.trim(), x, y, width, tag: current?.tag });
      x += width;
    }
  }
  const annotations = await page.getAnnotations();
  return {
    runs: runs.filter((run) => run.text !== ''),
    structure: nodeOf(((await page.getStructTree()) ?? {}) as RawNode, texts),
    colors,
    links: annotations
      .filter((annotation) => annotation.subtype === 'Link')
      .map((annotation) => ({ contents: annotation.contentsObj?.str ?? '', destination: annotation.dest })),
  };
}

/** Glyphs, with numbers between them that bring the next one closer, both in thousandths of the font size. */
function shown(glyphs: readonly (Glyph | number)[], size: number) {
  let text = '';
  let width = 0;
  for (const glyph of glyphs) {
    width += typeof glyph === 'number' ? -glyph : glyph.width;
    if (typeof glyph !== 'number') text += glyph.unicode;
  }
  return { text, width: (width * size) / 1000 };
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
}

function nodeOf(raw: RawNode, texts: ReadonlyMap<number, string>): Node {
  const parts = (raw.children ?? []).map((child) =>
    child.role ? nodeOf(child, texts) : (texts.get(contentNumber(child)) ?? ''),
  );
  const text = parts.map((part) => (typeof part === 'string' ? part : part.text)).join(' ');
  return {
    role: raw.role ?? '',
    alt: raw.alt,
    lang: raw.lang,
    text: text.replace(/\s+/g, ' ').trim(),
    children: parts.filter((part) => typeof part !== 'string').filter(isOnPage),
  };
}

/** The number of marked content in its name, such as 12 in `p41R_mc12`. */
function contentNumber({ id }: RawNode): number {
  return Number(/_mc(\d+)$/.exec(id ?? '')?.[1] ?? -1);
}

/** The tree of a page also names elements whose content is on other pages. An empty cell is a cell all the same. */
function isOnPage(node: Node): boolean {
  return node.text !== '' || node.role === 'TD' || node.role === 'TH';
}

function bookmarks(items: readonly RawBookmark[] | null): Bookmark[] {
  return (items ?? []).map((item) => ({ title: item.title, children: bookmarks(item.items) }));
}
