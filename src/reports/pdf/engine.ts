import PDFDocument, { type Dictionary, type Page, type Reference } from 'pdfkit';
import { type CollectedBytes, collectBytes } from './collected-bytes.ts';
import { EncodedWords, inFile } from './encoded-words.ts';
import { parsedFonts } from './fonts.ts';
import { packOnce, packWrittenOnce } from './packed-once.ts';
import { keepSmall, type PageContent } from './page-content.ts';
import type { Picture } from './png.ts';
import { Scratch } from './scratch.ts';
import { page } from './theme.ts';
import { writtenParents } from './written-parents.ts';

export type { Dictionary, ElementOptions, OutlineItem, StructureElement as Element } from 'pdfkit';

/** What pdfkit is asked for a file that claims PDF/A-3a and is tagged from the first page on. */
export const archivalOptions = (language: string, info: Dictionary): Dictionary => ({
  pdfVersion: '1.7',
  subset: 'PDF/A-3a',
  tagged: true,
  lang: language,
  displayTitle: true,
  autoFirstPage: false,
  bufferPages: true,
  font: null,
  // Words are remembered by the engine, and for all files in fonts.ts.
  fontLayoutCache: false,
  size: [page.width, page.height],
  margin: 0,
  info,
});

/** So many pages may stand in memory as they were drawn, some 15 kB each. */
const FEW_PAGES = 24;

/** What stands in a file around what is drawn. */
const BYTES_A_PAGE = 1_000;
const BYTES_AN_OBJECT = 40;
const BYTES_OF_FONTS = 100_000;

/**
 * An empty file, drawn as pdfkit draws, to the byte. Pages stay open until the end, so that the contents and the page numbers can be written
 * when the pages are known; what is drawn on them is kept small meanwhile.
 */
export class Engine extends PDFDocument {
  private readonly collected: CollectedBytes;
  private readonly paints = new Map<string, string>();
  private readonly words = new EncodedWords();
  private readonly scratch = new Scratch();
  private readonly contents = new Map<Page, PageContent>();
  private readonly open = new Set<Page>();

  constructor(language: string, info: Dictionary) {
    super(archivalOptions(language, info));
    for (const [face, font] of Object.entries(parsedFonts())) this.registerFont(face, font);
    this.collected = collectBytes(this);
  }

  /** On the page that is drawn on now, more that belongs to the structure is drawn later. */
  leaveOpen(): void {
    this.open.add(this.page);
  }

  /** Everything that belongs to the structure is drawn on the page before it, unless that was left open; on one that is still empty it can be drawn later. */
  override addPage(): this {
    if (this.page) {
      if (!this.open.has(this.page)) writtenParents(this.getStructParentTree(), this.page);
      this.putAway();
    }
    super.addPage();
    this.contents.set(
      this.page,
      keepSmall(this.page.content, this.scratch, () => this.contents.size > FEW_PAGES),
    );
    return this;
  }

  /** pdfkit fills what it asks for without saying what it is with bytes of a font, and an object of which it says how many colours it has with their profile: it would pack both in every file. */
  override ref(data?: Dictionary): Reference {
    const reference = super.ref(data);
    if (data === undefined) packOnce(reference);
    else if (data.N !== undefined) packWrittenOnce(reference);
    return reference;
  }

  override switchToPage(index: number): unknown {
    this.putAway();
    return super.switchToPage(index);
  }

  /**
   * Draws a line of text as pdfkit's `text` does, to the byte, but encodes every word once in a file and measures nothing.
   * @param baseline that the letters stand on; @param tracking extra distance between letters
   * @param apart every letter by itself, which pdfkit cannot
   */
  line(text: string, x: number, baseline: number, tracking: number, apart = false): void {
    if (text === '') return;
    const font = this._font;
    const shown = this.words.line(font, text, apart);
    if (shown === null) {
      this.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: tracking });
      return;
    }
    const { height } = this.page;
    this.page.fonts[font.id] ??= font.ref();
    this.addContent(
      `q\n1 0 0 -1 0 ${inFile(height)} cm\nBT\n1 0 0 1 ${inFile(x)} ${inFile(height - baseline)} Tm\n/${font.id} ${inFile(this._fontSize)} Tf${
        tracking === 0 ? '' : `\n${inFile(tracking)} Tc`
      }${shown === '' ? '' : `\n[${shown}] TJ`}\nET\nQ`,
    );
  }

  /** Sets the colour that is filled with, as pdfkit does. @param hex "#1b2529" */
  paint(hex: string): void {
    let operator = this.paints.get(hex);
    if (operator === undefined) {
      const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
      operator = `/DeviceRGB cs\n${parts.join(' ')} scn`;
      this.paints.set(hex, operator);
    }
    this.addContent(operator);
  }

  /** Draws the one picture of a file. pdfkit's `image` reads its file anew, and where it has transparency only after the file is closed. */
  picture({ width, height, colors, opacity }: Picture, x: number, y: number, drawnWidth: number, drawnHeight: number) {
    const kind = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
    const mask = opacity && this.ref({ ...kind, ColorSpace: 'DeviceGray', Filter: 'FlateDecode' });
    mask?.end(opacity!);
    const picture = this.ref({
      ...kind,
      ColorSpace: 'DeviceRGB',
      Filter: 'FlateDecode',
      ...(mask ? { SMask: mask } : {}),
    });
    picture.end(colors);
    this.page.xobjects.Logo = picture;
    this.save();
    this.transform(drawnWidth, 0, 0, -drawnHeight, x, y + drawnHeight);
    this.addContent('/Logo Do');
    this.restore();
  }

  /** Closes the file and gives its bytes. */
  close(): Uint8Array {
    this.putAway();
    this.collected.reserve(this.stillToWrite());
    this.end();
    return this.collected.take();
  }

  /** At the most, unless much more was drawn than usual: the pages, the places of all objects and what belongs to what. In bytes. */
  private stillToWrite(): number {
    const drawn = [...this.contents.values()].reduce((sum, content) => sum + content.size(), 0);
    return drawn + BYTES_A_PAGE * this.contents.size + BYTES_AN_OBJECT * this._offsets.length + BYTES_OF_FONTS;
  }

  private putAway(): void {
    this.contents.get(this.page)?.putAway();
  }
}
