import type { Block, Fact } from '../explanation/blocks.ts';
import type { Messages } from '../messages/messages.ts';
import type { Attachment, Report } from './report.ts';

export interface RecordReportSource {
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly Fact[];
  readonly blocks: readonly Block[];
  /** When the dossier stood like this, as far as its reader may know. */
  readonly asOf: string;
  readonly attachments: readonly Attachment[];
  readonly contentHash: string;
}

/** A short paper: a record, a form or the public edition. Its title and facts stand above the text. */
export const recordReport = (m: Messages, source: RecordReportSource): Report => ({
  language: m.locale,
  title: source.title,
  subtitle: source.subtitle,
  author: null,
  date: source.asOf === '' ? null : new Date(source.asOf),
  contentHash: source.contentHash,
  front: { kind: 'heading', facts: source.facts },
  labels: { contents: m.report.contents, page: m.report.page, notes: m.report.notes },
  blocks: source.blocks,
  attachments: source.attachments,
});
