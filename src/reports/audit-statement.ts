import { type Statement, statementBlocks } from '../explanation/audit-statement.ts';
import type { Block, Fact } from '../explanation/blocks.ts';
import { RELEASE } from '../explanation/verification.ts';
import type { Messages } from '../messages/messages.ts';
import type { Report } from './report.ts';

export interface AuditStatementSource {
  readonly kind: keyof Messages['statement']['kinds'];
  readonly statement: Statement;
  /** The moment of the last event of the dossier; null where the log cannot be read. */
  readonly asOf: string | null;
  /** How many events are stored. */
  readonly events: number;
  /** @returns the sha256 of what the document shows */
  readonly hashOf: (shown: { readonly facts: readonly Fact[]; readonly blocks: readonly Block[] }) => string;
}

/** What an auditor signs: what was checked of a dossier, with which version, what came of it, and what was not checked. */
export function auditStatement(m: Messages, { kind, statement, asOf, events, hashOf }: AuditStatementSource): Report {
  const t = m.statement;
  const { found } = statement;
  const engine = 'refusal' in found ? null : found.proven.engine;
  const facts: Fact[] = [
    { term: t.about, value: `${t.kinds[kind]}: ${statement.title}` },
    { term: t.id, value: statement.dossier },
    { term: t.events, value: m.format.grouped(String(events), 0) },
    { term: t.asOf, value: asOf === null ? t.unknown : m.format.moment(asOf) },
    { term: t.release, value: t.releaseIs(RELEASE) },
    { term: t.engine, value: engine === null ? t.noOutcome : t.engineIs(engine) },
  ];
  const blocks = statementBlocks(m, statement);
  return {
    language: m.locale,
    title: `${t.title}: ${statement.title}`,
    subtitle: t.subtitle,
    author: null,
    date: asOf === null ? null : new Date(asOf),
    contentHash: hashOf({ facts, blocks }),
    front: { kind: 'heading', facts },
    labels: { contents: m.report.contents, page: m.report.page, notes: m.report.notes },
    blocks,
    attachments: [],
  };
}
