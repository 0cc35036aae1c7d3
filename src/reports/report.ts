import type { Block, Fact, NoteTone } from '../explanation/blocks.ts';

/** A report before it is drawn: its blocks, and what stands around them. `pdf/` turns it into a PDF. */
export interface Report {
  /** BCP 47 language of the text. */
  readonly language: 'nl-NL' | 'en-GB';
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  /** The moment the report stands for: the dossier's last event, never the clock. Null where the source has no moment of its own. */
  readonly date: Date | null;
  /** sha256 of what the report shows; becomes part of the file identifier, so equal content gives equal bytes. */
  readonly contentHash: string;
  /** Lines under the title on the cover: term and value. */
  readonly cover: readonly Fact[];
  readonly labels: ReportLabels;
  readonly blocks: readonly Block[];
  readonly attachments: readonly Attachment[];
}

/** What stands around the blocks. */
export type ReportFrame = Omit<Report, 'blocks'>;

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
  readonly mediaType: string;
  readonly description: string;
}
