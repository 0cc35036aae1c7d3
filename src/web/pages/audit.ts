import type { Audit } from '../../actions/audit.ts';
import type { Verdict } from '../../actions/kinds.ts';
import { canonicalJson, sha256 } from '../../chain/canonical.ts';
import type { Edition } from '../../domain/disclosure/edition.ts';
import { eventName } from '../../explanation/event-names.ts';
import { provenInWords } from '../../explanation/verdict.ts';
import { commandLine } from '../../explanation/verification.ts';
import type { Messages } from '../../messages/messages.ts';

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
  readonly rows: readonly { item: string; stored: string; recomputed: string; same: string; code: boolean }[];
  readonly command: string;
  readonly exportHref: string;
  readonly exportLabel: string;
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

/** The figures of an outcome that are laid side by side, by what they are. */
export type Figures<State, Outcome> = (state: State, outcome: Outcome) => ReadonlyMap<string, string>;

/** @param found the audit, or in words what is wrong with the log */
export function reRunModel<State, Outcome>(
  m: Messages,
  base: string,
  dossier: string,
  figures: Figures<State, Outcome>,
  found:
    | {
        readonly audit: Audit<State, Outcome>;
        readonly verdict: Verdict;
        readonly head: string;
        readonly events: number;
      }
    | { readonly problem: string },
  editions: ReRunModel['editions'],
): ReRunModel {
  const common = {
    text: m.reRun,
    lead: m.reRun.lead,
    command: commandLine(`verify ${dossier}.json`),
    exportHref: `${base}/dossier.json`,
    exportLabel: m.tender.pages.export,
    warnings: [],
    checks: [],
    editions,
    notProven: [],
    head: '',
    rows: [],
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
  return {
    ...said,
    rows: sideBySide(
      m,
      [
        { outcome: reRun.stored, json: reRun.json.stored },
        { outcome: reRun.recomputed, json: reRun.json.recomputed },
      ].map(({ outcome, json }) => ({
        hash: sha256(canonicalJson(json)),
        figures: outcome === null ? NO_FIGURES : figures(state, outcome),
      })),
    ),
  };
}

/** Of what is no outcome at all. */
const NO_FIGURES: ReadonlyMap<string, string> = new Map();

/** Stored and recomputed beside each other: the hash of everything, and each figure. */
function sideBySide(
  m: Messages,
  [before, after]: readonly { readonly hash: string; readonly figures: ReadonlyMap<string, string> }[],
): ReRunModel['rows'] {
  const row = (item: string, stored: string, recomputed: string, code: boolean) => ({
    item,
    stored,
    recomputed,
    same: stored === recomputed ? m.common.yes : m.common.no,
    code,
  });
  const items = [...new Set([...before!.figures.keys(), ...after!.figures.keys()])];
  return [
    row(m.reRun.whole, before!.hash, after!.hash, true),
    ...items.map((item) => row(item, before!.figures.get(item) ?? '–', after!.figures.get(item) ?? '–', false)),
  ];
}
