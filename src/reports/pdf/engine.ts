import PDFDocument, { type Dictionary, type Page } from 'pdfkit';
import { collectBytes } from './collected-bytes.ts';
import { parsedFonts } from './fonts.ts';
import { keepSmall, type PageContent } from './page-content.ts';
import { Scratch } from './scratch.ts';
import { page } from './theme.ts';
import { writtenParents } from './written-parents.ts';

export type { Dictionary, ElementOptions, OutlineItem, StructureElement as Element } from 'pdfkit';

/**
 * An empty file that claims PDF/A-3a and is tagged from the first page on. Pages stay open until the end, so that the contents and the page
 * numbers can be written when the pages are known; what is drawn on them is kept small meanwhile.
 */
export class Engine extends PDFDocument {
  private readonly collected: () => Uint8Array;
  private readonly scratch = new Scratch();
  private readonly contents = new Map<Page, PageContent>();

  constructor(language: string, info: Dictionary) {
    super({
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
    });
    for (const [face, font] of Object.entries(parsedFonts())) this.registerFont(face, font);
    this.collected = collectBytes(this);
  }

  /** Everything that belongs to the structure is drawn on the page before it; on one that is still empty it can be drawn later. */
  override addPage(): this {
    if (this.page) {
      writtenParents(this.getStructParentTree(), this.page);
      this.putAway();
    }
    super.addPage();
    this.contents.set(this.page, keepSmall(this.page.content, this.scratch));
    return this;
  }

  override switchToPage(index: number): unknown {
    this.putAway();
    return super.switchToPage(index);
  }

  /** Closes the file and gives its bytes. */
  close(): Uint8Array {
    this.putAway();
    this.end();
    return this.collected();
  }

  private putAway(): void {
    this.contents.get(this.page)?.putAway();
  }
}
