import type { TenderRules } from '../domain/rules/rules.ts';
import type { RulesStanding } from '../domain/rules/standing.ts';
import { type Block, heading, lowered } from '../explanation/blocks.ts';
import { priceExampleBlocks } from '../explanation/price-examples.ts';
import { rulesInWords } from '../explanation/rules.ts';
import { rulesBlocks } from '../explanation/rules-blocks.ts';
import { SourceNotes } from '../explanation/sources.ts';
import { forRules, inLanguage, type Messages } from '../messages/messages.ts';
import type { Report } from './report.ts';

export interface RulesReportSource {
  readonly title: string;
  readonly rules: TenderRules;
  readonly sha256: string;
  readonly standing: RulesStanding;
  /** Not for rules that are still being set up. */
  readonly published: boolean;
  /** What is said of the versions that were announced. */
  readonly versions: readonly Block[];
  /** The rules as a file. */
  readonly file: string;
}

/** The rules of a tender as a document of its own, for the tender documents. */
export function rulesReport(given: Messages, source: RulesReportSource): Report {
  const { rules, sha256, published } = source;
  const m = forRules(given, rules);
  const t = m.rulesDocument;
  return {
    language: m.locale,
    title: `${t.title}: ${source.title}`,
    subtitle: t.subtitle,
    author: null,
    // Rules have no moment of their own: they are the same whenever they are printed.
    date: null,
    contentHash: sha256,
    front: {
      kind: 'cover',
      brief: true,
      facts: [
        { term: t.status, value: published ? t.published : t.draft },
        { term: t.rules, value: m.tender.rulesVersion(inLanguage(rules.title, m), rules.version) },
      ],
    },
    labels: { contents: m.report.contents, page: m.report.page, notes: m.report.notes },
    // One chapter: a page for every heading would be a book of nearly empty pages.
    blocks: [
      heading(1, t.rules),
      ...lowered(rulesBlocks(m, rulesInWords(m, rules, sha256, source.standing, new SourceNotes()))),
      ...priceExampleBlocks(m, rules),
      ...source.versions,
    ],
    attachments: [
      {
        name: `${rules.id}.v${rules.version}.json`,
        bytes: Buffer.from(source.file, 'utf8'),
        mediaType: 'application/json',
        description: t.attachment,
      },
    ],
  };
}
