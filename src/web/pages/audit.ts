import type { Accounts } from '../../actions/accounts.ts';
import type { TenderAudit } from '../../actions/tenders.ts';
import { canonicalJson, sha256 } from '../../chain/canonical.ts';
import type { EventBody } from '../../chain/chain.ts';
import type { Outcome } from '../../domain/evaluation/evaluate.ts';
import { isTenderEventType } from '../../domain/tender/events.ts';
import { type Names, namesOf } from '../../domain/tender/names.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';

export const LOG_PAGE_SIZE = 50;

export interface LogModel {
  readonly text: Messages['log'];
  readonly head: string;
  readonly rows: readonly {
    readonly seq: number;
    readonly at: string;
    readonly actor: string;
    readonly event: string;
    /** What the event is about, in a few words. */
    readonly subject: string;
    readonly payload: string;
    readonly hash: string;
  }[];
  readonly position: string;
  readonly newerHref: string | null;
  readonly olderHref: string | null;
}

/** One page of the log, newest first. @param page from 1 */
export function logModel(
  m: Messages,
  accounts: Accounts,
  names: Names,
  dossier: string,
  stored: readonly { body: string; hash: string }[],
  page: number,
): LogModel {
  const pages = Math.max(1, Math.ceil(stored.length / LOG_PAGE_SIZE));
  const shown = [...stored].reverse().slice((page - 1) * LOG_PAGE_SIZE, page * LOG_PAGE_SIZE);
  const href = (number: number): string => `/tenders/${dossier}/log?page=${number}`;
  return {
    text: m.log,
    head: stored[stored.length - 1]?.hash ?? '',
    rows: shown.map(({ body, hash }) => {
      const event = JSON.parse(body) as EventBody;
      return {
        seq: event.seq,
        at: m.format.moment(event.at),
        actor: accounts.nameOf(event.actor),
        event: isTenderEventType(event.type) ? m.log.types[event.type] : event.type,
        subject: subjectOf(m, accounts, names, event.payload as Subject),
        payload: JSON.stringify(event.payload, null, 2),
        hash,
      };
    }),
    position: m.log.page(page, pages),
    newerHref: page > 1 ? href(page - 1) : null,
    olderHref: page < pages ? href(page + 1) : null,
  };
}

/** The keys of a payload that say what an event is about; most events have only some of them. */
interface Subject {
  readonly bid?: string | { readonly bidder: { readonly name: string } };
  readonly lot?: string;
  readonly criterion?: string;
  readonly score?: string;
  readonly assessor?: string;
}

function subjectOf(
  m: Messages,
  accounts: Accounts,
  names: Names,
  { bid, lot, criterion, score, assessor }: Subject,
): string {
  return [
    typeof bid === 'string' ? names.bidder(bid) : bid?.bidder.name,
    lot === undefined ? undefined : names.lot(lot),
    criterion === undefined ? undefined : inLanguage(names.criterion(criterion), m),
    score,
    assessor === undefined ? undefined : accounts.nameOf(assessor),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

export interface ReRunModel {
  readonly text: Messages['reRun'];
  readonly tone: 'ok' | 'error' | 'info';
  readonly verdict: string;
  readonly problem: string | null;
  readonly checks: readonly string[];
  readonly head: string;
  readonly rows: readonly { item: string; stored: string; recomputed: string; same: string; code: boolean }[];
  readonly command: string;
  readonly exportHref: string;
  readonly exportLabel: string;
}

/** @param found the audit, or in words what is wrong with the log */
export function reRunModel(
  m: Messages,
  dossier: string,
  found: { readonly audit: TenderAudit; readonly head: string; readonly events: number } | { readonly problem: string },
): ReRunModel {
  const common = {
    text: m.reRun,
    command: `npx gunwijzer verify ${dossier}.json`,
    exportHref: `/tenders/${dossier}/dossier.json`,
    exportLabel: m.tender.pages.export,
  };
  if ('problem' in found) {
    return {
      ...common,
      tone: 'error',
      verdict: m.reRun.verdict.broken,
      problem: found.problem,
      checks: [],
      head: '',
      rows: [],
    };
  }
  const { audit, head, events } = found;
  const { reRun, state } = audit;
  const checks = [m.reRun.chain(events), m.reRun.rules];
  if (!reRun) return { ...common, tone: 'info', verdict: m.reRun.verdict.none, problem: null, checks, head, rows: [] };
  return {
    ...common,
    tone: reRun.identical ? 'ok' : 'error',
    verdict: reRun.identical ? m.reRun.verdict.confirmed : m.reRun.verdict.different,
    problem: null,
    checks: [...checks, m.reRun.engine(reRun.engine)],
    head,
    rows: compare(m, namesOf(state.rules, state.bids.values()), reRun.stored, reRun.recomputed),
  };
}

/** Stored and recomputed beside each other: the award, every rank and total, and the hash of everything. */
function compare(m: Messages, names: Names, stored: Outcome, recomputed: Outcome): ReRunModel['rows'] {
  const [before, after] = [figures(m, names, stored), figures(m, names, recomputed)];
  const items = [...new Set([...before.keys(), ...after.keys()])];
  return items.map((item) => {
    const [one, two] = [before.get(item) ?? '–', after.get(item) ?? '–'];
    return {
      item,
      stored: one,
      recomputed: two,
      same: one === two ? m.common.yes : m.common.no,
      code: item === m.reRun.whole,
    };
  });
}

function figures(m: Messages, names: Names, outcome: Outcome): Map<string, string> {
  const rows = new Map<string, string>();
  rows.set(m.reRun.whole, sha256(canonicalJson(outcome)));
  rows.set(m.reRun.sum, outcome.award.total ?? '–');
  for (const { lot, winner, open } of outcome.award.lots) {
    rows.set(m.reRun.winner(names.lot(lot)), winner === null ? m.award.open[open!] : names.bidder(winner));
  }
  for (const { lot, ranking } of outcome.lots) {
    for (const { bid, rank, exactTotal } of ranking) {
      rows.set(m.reRun.rank(names.bidder(bid), names.lot(lot)), String(rank));
      rows.set(m.reRun.total(names.bidder(bid), names.lot(lot)), exactTotal);
    }
  }
  return rows;
}
