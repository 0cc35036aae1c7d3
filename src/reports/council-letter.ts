import type { Block } from '../explanation/blocks.ts';
import type { AboutLetter } from '../explanation/contract/council-letter.ts';
import type { Messages } from '../messages/messages.ts';
import type { Attachment, Report } from './report.ts';

export interface CouncilLetterSource {
  readonly about: AboutLetter;
  /** The day of the evaluation. */
  readonly on: string;
  readonly blocks: readonly Block[];
  /** When the dossier stood like this. */
  readonly asOf: string;
  readonly attachments: readonly Attachment[];
  readonly contentHash: string;
}

/** A letter to the council about how a contract went in a year. */
export function councilLetterReport(
  m: Messages,
  { about, on, blocks, asOf, attachments, contentHash }: CouncilLetterSource,
): Report {
  const t = m.evaluations.letter;
  const { provider, area, year, title } = about;
  return {
    language: m.locale,
    title: t.title(area, year, title),
    subtitle: '',
    author: t.sender,
    date: new Date(asOf),
    contentHash,
    front: {
      kind: 'letter',
      sender: [t.sender],
      addressee: [t.addressee],
      facts: [
        { term: t.date, value: m.format.date(on) },
        { term: t.subject, value: t.subjectOf(provider, area, year) },
      ],
    },
    labels: { contents: m.report.contents, page: m.report.page, notes: m.report.notes },
    blocks,
    attachments,
  };
}
