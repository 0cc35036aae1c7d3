/**
 * What a report says, before anybody draws it: plain blocks in reading order.
 * A report model turns data into blocks (pure); `pdf/` turns blocks into a PDF.
 */
export interface Report {
  /** BCP 47 language of the text. */
  readonly language: 'nl-NL' | 'en-GB';
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  /** The moment the report stands for: the dossier's last event, never the clock. */
  readonly date: Date;
  /** sha256 of what the report shows; becomes part of the file identifier, so equal content gives equal bytes. */
  readonly contentHash: string;
  /** Lines under the title on the cover: term and value. */
  readonly cover: readonly Fact[];
  readonly labels: ReportLabels;
  readonly blocks: readonly Block[];
  readonly attachments: readonly Attachment[];
}

/** Words that the drawing itself needs, in the language of the report. */
export interface ReportLabels {
  readonly contents: string;
  /** Footer text with the places {page} and {total}: for example "pagina {page} van {total}". */
  readonly page: string;
  /** Said before the text of a note: for example "Let op". */
  readonly notes: Readonly<Record<NoteTone, string>>;
}

export interface Fact {
  readonly term: string;
  readonly value: string;
}

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly description: string;
}

export type NoteTone = 'information' | 'success' | 'warning';

export type Block =
  /** Levels never skip: 1 is a chapter (starts a new page, stands in the contents and the bookmarks), 2 stands there too. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly style?: 'normal' | 'lead' | 'small' }
  /** Text that must be read letter by letter, such as a hash; may break anywhere. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly caption: string; readonly facts: readonly Fact[] }
  | TableBlock
  | BarsBlock
  | { readonly kind: 'note'; readonly tone: NoteTone; readonly title: string; readonly text: string };

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  /** As many cells as columns; the first cell of a row is its header. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly header: string;
  readonly align: 'start' | 'end';
  /** Share of the width, relative to the other columns. */
  readonly width: number;
}

export interface Cell {
  readonly text: string;
  readonly strong?: boolean;
}

/** A horizontal bar chart. Every bar carries its value as text: colour and length never stand alone. */
export interface BarsBlock {
  readonly kind: 'bars';
  readonly title: string;
  /** The whole chart in one sentence, for who cannot see it. */
  readonly alternative: string;
  /** The value of a full-length bar, larger than 0. */
  readonly full: number;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  /** Drawn in the strong colour, for example the winner; `text` says so too. */
  readonly highlighted?: boolean;
}
