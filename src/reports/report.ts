import type { Block, Fact, NoteTone } from '../explanation/blocks.ts';

/** A report before it is drawn: its blocks, and what stands around them. `pdf/` turns it into a PDF. */
export interface Report {
  /** BCP 47 language of the text. */
  readonly language: 'nl-NL' | 'en-GB';
  readonly title: string;
  readonly subtitle: string;
  /** Who speaks; null where no person or committee does: then the house whose documents these are, or the program. */
  readonly author: string | null;
  /** The moment the report stands for: the dossier's last event, never the clock. Null where the source has no moment of its own. */
  readonly date: Date | null;
  /** sha256 of what the report shows; becomes part of the file identifier, so equal content gives equal bytes. */
  readonly contentHash: string;
  /** What the document begins with. */
  readonly front: Front;
  readonly labels: ReportLabels;
  /** What a reader must see before the contents: it stands on the page after the cover. Without a cover it comes before the text. */
  readonly opening?: readonly Block[];
  readonly blocks: readonly Block[];
  readonly attachments: readonly Attachment[];
}

export type Front =
  /**
   * A page of its own with title and facts, then what opens it, and the contents. An annex and the colophon start on a new page, another chapter (a heading of
   * level 1) near the foot of one. Of a brief document the text begins under the contents where they leave half a page.
   */
  | { readonly kind: 'cover'; readonly facts: readonly Fact[]; readonly brief?: true }
  /** Title and facts at the top of the first page, the text directly under them; no contents. For records and short documents. */
  | { readonly kind: 'heading'; readonly facts: readonly Fact[] }
  /**
   * A letter: who sends it, to whom, date, reference and subject as facts, then the text; no contents. Its title names the file and stands at the
   * foot of its pages; what it is about is one of its facts.
   */
  | {
      readonly kind: 'letter';
      readonly sender: readonly string[];
      readonly addressee: readonly string[];
      readonly facts: readonly Fact[];
    };

/** Who speaks where nobody else does. */
export const PROGRAM = 'Gunwijzer';

/** What stands around the blocks. */
export type ReportFrame = Omit<Report, 'blocks' | 'opening'>;

/** Words that the drawing itself needs, in the language of the report. */
export interface ReportLabels {
  readonly contents: string;
  /** Footer text with the places {page} and {total}: for example "pagina {page} van {total}". */
  readonly page: string;
  /** Said before the text of a note: for example "Let op". */
  readonly notes: Readonly<Record<NoteTone, string>>;
}

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The same bytes in pieces: one that several reports attach, the very same object, is packed once for all of them. */
  readonly pieces?: readonly Uint8Array[];
  readonly mediaType: string;
  readonly description: string;
}
