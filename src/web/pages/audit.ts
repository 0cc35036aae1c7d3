import type { Audit } from '../../actions/audit.ts';
import type { Verdict } from '../../actions/kinds.ts';
import { reRunFigures } from '../../actions/re-run-figures.ts';
import { canonicalJson, sha256 } from '../../chain/canonical.ts';
import type { Edition } from '../../domain/disclosure/edition.ts';
import { heading } from '../../explanation/blocks.ts';
import type { Figure } from '../../explanation/compared.ts';
import { comparedLetterBlocks, type LetterFindings } from '../../explanation/compared-letters.ts';
import { eventName } from '../../explanation/event-names.ts';
import { comparisonBlocks, todayBlocks } from '../../explanation/re-run.ts';
import { provenInWords } from '../../explanation/verdict.ts';
import { commandLine } from '../../explanation/verification.ts';
import type { Messages } from '../../messages/messages.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';

export interface ReRunModel {
  readonly text: Messages['reRun'];
  readonly lead: string;
  readonly tone: 'ok' | 'error' | 'info';
  readonly verdict: string;
  readonly problem: string | null;
  readonly warnings: readonly string[];
  readonly checks: readonly string[];
  readonly notProven: readonly string[];
  readonly head: string;
  /** The stored and the recomputed outcome, figure by figure, and what the newest engine says; empty where there is no outcome. */
  readonly comparison: BlocksModel;
  /** Of each of the two as a whole; null where there is no outcome. */
  readonly checksums: { readonly stored: string; readonly recomputed: string } | null;
  readonly command: string;
  readonly exportHref: string;
  readonly exportLabel: string;
  readonly statement: { readonly title: string; readonly text: string; readonly href: string; readonly label: string };
  /** Editions in which is left out what their readers may not see. */
  readonly editions: readonly { readonly href: string; readonly label: string }[];
}

/** Every edition that can be made of a dossier, besides the whole one. @param bidders those that took part */
export const editionLinks = (
  m: Messages,
  base: string,
  readers: readonly Edition['of'][],
  bidders: readonly { readonly id: string; readonly name: string }[],
): ReRunModel['editions'] =>
  readers.flatMap((of) => {
    const href = `${base}/dossier.json?edition=${of}`;
    return of === 'bidder'
      ? bidders.map(({ id, name }) => ({ href: `${href}&bid=${id}`, label: m.reRun.editionFor(name) }))
      : [{ href, label: m.editions[of] }];
  });

/** @param found the audit, or in words what is wrong with the log */
export function reRunModel<State, Outcome>(
  m: Messages,
  base: string,
  dossier: string,
  figures: (m: Messages, state: State, outcome: Outcome) => readonly Figure[],
  found:
    | {
        readonly audit: Audit<State, Outcome>;
        readonly verdict: Verdict;
        readonly head: string;
        readonly events: number;
      }
    | { readonly problem: string },
  editions: ReRunModel['editions'],
  letters: readonly LetterFindings[] | null,
): ReRunModel {
  const common = {
    text: m.reRun,
    lead: m.reRun.lead,
    command: commandLine(`verify ${dossier}.json`),
    exportHref: `${base}/dossier.json`,
    exportLabel: m.tender.pages.export,
    statement: {
      title: m.statement.title,
      text: m.statement.downloadText,
      href: `${base}/audit-statement.pdf`,
      label: m.statement.download,
    },
    warnings: [],
    checks: [],
    editions,
    notProven: [],
    head: '',
    comparison: [],
    checksums: null,
    problem: null,
  };
  if ('problem' in found) {
    return {
      ...common,
      lead: m.reRun.leadNone,
      tone: 'error',
      verdict: m.reRun.verdict.broken,
      problem: found.problem,
    };
  }
  const { audit, verdict, head, events } = found;
  const { reRun, state } = audit;
  const proven = { ...verdict, events, edition: 'whole' as const };
  const said = { ...common, ...provenInWords(m, proven, (type) => eventName(m, type), false), head };
  if (!reRun || !state) return { ...said, lead: m.reRun.leadNone };
  const issued =
    letters === null ? [] : [heading(1, m.letters.compared.title, 'issued'), ...comparedLetterBlocks(m, letters)];
  const compared = reRunFigures(reRun, (outcome) => figures(m, state, outcome));
  const checksums = [reRun.json.stored, reRun.json.recomputed].map((json) => sha256(canonicalJson(json)));
  return {
    ...said,
    comparison: blocksModel(m, [...comparisonBlocks(m, compared), ...todayBlocks(m, compared), ...issued]),
    checksums: { stored: checksums[0]!, recomputed: checksums[1]! },
  };
}
