import type { Audit } from '../../actions/audit.ts';
import type { Verdict } from '../../actions/kinds.ts';
import { canonicalJson, sha256 } from '../../chain/canonical.ts';
import type { WholeEvent } from '../../chain/opened.ts';
import type { Edition } from '../../domain/disclosure/edition.ts';
import { eventName } from '../../explanation/event-names.ts';
import { provenInWords } from '../../explanation/verdict.ts';
import { commandLine } from '../../explanation/verification.ts';
import type { Messages } from '../../messages/messages.ts';

export const LOG_PAGE_SIZE = 50;

/** An event of a log, with its hash. */
export interface LogEvent {
  readonly event: WholeEvent;
  readonly hash: string;
  /** Of format 1: its hash is of what it says. */
  readonly isOpen: boolean;
}

export interface LogModel {
  readonly text: Messages['log'];
  /** Null while it could give away what may not be seen yet. */
  readonly head: string | null;
  /** What is said when some events cannot be read yet. */
  readonly closed: string | null;
  readonly rows: readonly {
    readonly seq: number;
    readonly at: string;
    readonly actor: string;
    readonly event: string;
    /** What the event is about, in a few words. */
    readonly subject: string;
    /** Null when what it says cannot be seen yet. */
    readonly payload: string | null;
    /** In groups, to be read and to be compared; null while it may not be seen. */
    readonly hash: readonly string[] | null;
  }[];
  readonly position: string;
  readonly newerHref: string | null;
  readonly olderHref: string | null;
}

/**
 * One page of the log, newest first. What an event says that may not be seen yet is left out. The hash of an event of format 2 tells nothing of
 * it; from an event of format 1 on every hash is left out: a score of few kinds at a known moment can be guessed until the hash fits, through
 * all events that are chained to it.
 * @param page from 1
 */
export function logModel(
  m: Messages,
  words: AuditWords,
  base: string,
  events: readonly LogEvent[],
  page: number,
): LogModel {
  const pages = Math.max(1, Math.ceil(events.length / LOG_PAGE_SIZE));
  const firstClosed = events.findIndex(({ event, isOpen }) => isOpen && words.closed(event) !== null);
  const someClosed = events.some(({ event }) => words.closed(event) !== null);
  const hashes = firstClosed === -1 ? events.length : firstClosed;
  const shown = [...events].reverse().slice((page - 1) * LOG_PAGE_SIZE, page * LOG_PAGE_SIZE);
  const href = (number: number): string => `${base}/log?page=${number}`;
  return {
    text: m.log,
    head: hashes === events.length ? (events[events.length - 1]?.hash ?? '') : null,
    closed: hashes < events.length ? m.log.closed : someClosed ? m.log.closedForNow : null,
    rows: shown.map(({ event, hash }) => {
      const closed = words.closed(event);
      return {
        seq: event.seq,
        at: m.format.momentInLog(event.at),
        actor: words.person(event.actor),
        event: words.event(event.type),
        subject: closed ?? words.subject(event.payload),
        payload: closed === null ? JSON.stringify(event.payload, null, 2) : null,
        hash: event.seq <= hashes ? inGroups(hash) : null,
      };
    }),
    position: m.log.page(page, pages),
    newerHref: page > 1 ? href(page - 1) : null,
    olderHref: page < pages ? href(page + 1) : null,
  };
}

/** How a kind of dossier is put into words for the auditor. */
export interface AuditWords {
  readonly person: (account: string) => string;
  readonly event: (type: string) => string;
  /** What an event is about, in a few words; empty when its name says enough. */
  readonly subject: (payload: unknown) => string;
  /** Why what such an event says cannot be seen yet; null when it can. */
  readonly closed: (event: { readonly type: string; readonly at: string }) => string | null;
}

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

/** Eight characters together, as people read a number aloud. */
const inGroups = (hash: string): string[] => hash.match(/.{1,8}/g) ?? [];
