import type { Accounts } from '../../actions/accounts.ts';
import type { StoredAward } from '../../actions/tenders.ts';
import type { Outcome } from '../../domain/evaluation/evaluate.ts';
import type { Viewer } from '../../domain/roles.ts';
import { namesOf } from '../../domain/rules/names.ts';
import type { FallenBid } from '../../domain/scoring/input.ts';
import { isTenderEventType } from '../../domain/tender/state/events.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { readFrom } from '../../domain/tender/visibility.ts';
import { toTheLastDigit } from '../../explanation/award.ts';
import { plain } from '../../explanation/blocks.ts';
import { fallenInWords } from '../../explanation/fallen.ts';
import { forRules, inLanguage, type Messages } from '../../messages/messages.ts';
import type { AuditWords, Figures } from './audit.ts';

/** The keys of a payload that say what an event is about; most events have only some of them. */
interface Subject extends Place {
  readonly title?: string;
  readonly price?: Place;
  readonly fallen?: Place & Pick<FallenBid, 'stage' | 'reason'>;
  /** Of a draw. */
  readonly order?: readonly string[];
  readonly outcome?: Outcome;
}

interface Place {
  readonly bid?: string | { readonly bidder: { readonly name: string } };
  readonly lot?: string;
  readonly criterion?: string;
  readonly score?: string;
  readonly assessor?: string;
  readonly auditor?: string;
}

/** The events of a tender in words, for who reads them. */
export function tenderWords(m: Messages, accounts: Accounts, state: Readonly<TenderState>, viewer: Viewer): AuditWords {
  const names = namesOf(state.rules, state.bids.values());
  return {
    person: accounts.nameOf,
    event: (type) => (isTenderEventType(type) ? m.log.types[type] : type),
    subject: (payload) => {
      const { title, price, fallen, order, outcome, ...own } = payload as Subject;
      const { bid, lot, criterion, score, assessor, auditor = assessor } = price ?? fallen ?? own;
      return [
        title,
        order && m.format.list(order.map(names.bidder)),
        outcome && m.award.statusShort[outcome.award.status],
        typeof bid === 'string' ? names.bidder(bid) : bid?.bidder.name,
        lot === undefined ? undefined : names.lot(lot),
        criterion === undefined ? undefined : inLanguage(names.criterion(criterion), m),
        score === undefined ? undefined : m.format.decimal(score),
        auditor === undefined ? undefined : accounts.nameOf(auditor),
        fallen && plain(fallenInWords(m, fallen)),
      ]
        .filter((part) => part !== undefined)
        .join('; ');
    },
    closed: ({ type, at }) => {
      const from = isTenderEventType(type) ? readFrom(state, viewer, { type, at }) : 'always';
      if (from === 'always') return null;
      return from === 'never' ? m.log.closed : m.log.closedUntil(m.phases[from]);
    },
  };
}

/** The award, and every rank and exact total. */
export const tenderFigures =
  (m: Messages): Figures<TenderState, StoredAward> =>
  (state, { outcome }) => {
    const names = namesOf(state.rules, state.bids.values());
    const text = forRules(m, state.rules).award;
    const rows = new Map([[m.reRun.sum, outcome.award.total === null ? '–' : toTheLastDigit(m, outcome.award.total)]]);
    for (const { lot, winner, open } of outcome.award.lots) {
      rows.set(m.reRun.winner(text.winner, names.lot(lot)), winner === null ? text.open[open!] : names.bidder(winner));
    }
    for (const { lot, ranking } of outcome.lots) {
      for (const { bid, rank, exactTotal } of ranking) {
        rows.set(m.reRun.rank(names.bidder(bid), names.lot(lot)), String(rank));
        rows.set(m.reRun.total(names.bidder(bid), names.lot(lot)), toTheLastDigit(m, exactTotal));
      }
    }
    return rows;
  };
