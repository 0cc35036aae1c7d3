import type { Account } from '../../actions/accounts.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { maySeeThing } from '../../domain/tender/visibility.ts';
import { datesInWords, datesTable, type TenderDate } from '../../explanation/dates.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';

export interface DatesModel {
  readonly text: Messages['dates'];
  readonly none: string | null;
  readonly dates: BlocksModel;
  readonly calendarHref: string;
}

/** The dates of a tender that this person may know of. */
export const datesFor = (m: Messages, state: Readonly<TenderState>, account: Account): TenderDate[] =>
  datesInWords(forRules(m, state.rules), state, maySeeThing(state, account, 'prices'));

/** @param today the date on which the page is read */
export function datesModel(m: Messages, state: Readonly<TenderState>, account: Account, today: string): DatesModel {
  const dates = datesFor(m, state, account);
  return {
    text: m.dates,
    none: dates.length === 0 ? m.dates.none : null,
    dates: blocksModel(m, dates.length === 0 ? [] : [datesTable(m, dates, today)]),
    calendarHref: `/tenders/${state.dossier}/dates.ics`,
  };
}
