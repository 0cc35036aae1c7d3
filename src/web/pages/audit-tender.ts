import type { Accounts } from '../../actions/accounts.ts';
import type { Outcome } from '../../domain/evaluation/evaluate.ts';
import { isTenderEventType } from '../../domain/tender/events.ts';
import { namesOf } from '../../domain/tender/names.ts';
import type { TenderState } from '../../domain/tender/state.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { AuditWords, Figures } from './audit.ts';

/** The keys of a payload that say what an event is about; most events have only some of them. */
interface Subject {
  readonly bid?: string | { readonly bidder: { readonly name: string } };
  readonly lot?: string;
  readonly criterion?: string;
  readonly score?: string;
  readonly assessor?: string;
}

/** The events of a tender in words. */
export function tenderWords(m: Messages, accounts: Accounts, state: Readonly<TenderState>): AuditWords {
  const names = namesOf(state.rules, state.bids.values());
  return {
    person: accounts.nameOf,
    event: (type) => (isTenderEventType(type) ? m.log.types[type] : type),
    subject: (payload) => {
      const { bid, lot, criterion, score, assessor } = payload as Subject;
      return [
        typeof bid === 'string' ? names.bidder(bid) : bid?.bidder.name,
        lot === undefined ? undefined : names.lot(lot),
        criterion === undefined ? undefined : inLanguage(names.criterion(criterion), m),
        score,
        assessor === undefined ? undefined : accounts.nameOf(assessor),
      ]
        .filter((part) => part !== undefined)
        .join(', ');
    },
  };
}

/** The award, and every rank and exact total. */
export const tenderFigures =
  (m: Messages): Figures<TenderState, Outcome> =>
  (state, outcome) => {
    const names = namesOf(state.rules, state.bids.values());
    const rows = new Map([[m.reRun.sum, outcome.award.total ?? '–']]);
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
  };
