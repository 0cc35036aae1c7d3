import type { Block } from '../explanation/blocks.ts';
import type { Messages } from '../messages/messages.ts';
import type { Attachment, Report } from './report.ts';

export interface LetterReportSource {
  readonly title: string;
  /** The name of the bidder, and of its members where they are several. */
  readonly addressee: readonly string[];
  readonly sender: string;
  readonly sentOn: string;
  /** Of the letters of this tender, from 1. */
  readonly number: number;
  /** Shown as a draft; a letter that is sent has none. */
  readonly isDraft: boolean;
  readonly blocks: readonly Block[];
  /** When the dossier stood like this. */
  readonly asOf: string;
  readonly attachments: readonly Attachment[];
  readonly contentHash: string;
}

/** A letter about the award decision, to one bidder. */
export function letterReport(m: Messages, source: LetterReportSource): Report {
  const t = m.letters;
  const subject = t.subject(source.title);
  return {
    language: m.locale,
    title: source.isDraft ? `${t.form.draft}: ${subject}` : subject,
    subtitle: '',
    author: source.sender,
    date: new Date(source.asOf),
    contentHash: source.contentHash,
    front: {
      kind: 'letter',
      sender: [source.sender],
      addressee: source.addressee,
      facts: [
        { term: t.date, value: m.format.date(source.sentOn) },
        { term: t.reference, value: t.number(source.number) },
        { term: t.subjectTerm, value: subject },
      ],
    },
    labels: { contents: m.report.contents, page: m.report.page, notes: m.report.notes },
    blocks: source.blocks,
    attachments: source.attachments,
  };
}
