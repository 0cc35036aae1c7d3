import type { Account } from '../../actions/accounts.ts';
import type { ProcurementLaw } from '../../domain/law/law.ts';
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

/** The dates of a tender that this person may know of. @param law as it is today */
export const datesFor = (
  m: Messages,
  state: Readonly<TenderState>,
  law: ProcurementLaw,
  account: Account,
): TenderDate[] => datesInWords(forRules(m, state.rules), state, law, maySeeThing(state, account, 'prices'));

/** @param today the date on which the page is read */
export function datesModel(
  m: Messages,
  state: Readonly<TenderState>,
  law: ProcurementLaw,
  account: Account,
  today: string,
): DatesModel {
  const dates = datesFor(m, state, law, account);
  return {
    text: m.dates,
    none: dates.length === 0 ? m.dates.none : null,
    dates: blocksModel(m, dates.length === 0 ? [] : [datesTable(m, dates, today)]),
    calendarHref: `/tenders/${state.dossier}/dates.ics`,
  };
}
