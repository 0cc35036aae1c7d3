import type { ProcurementLaw } from '../domain/law/law.ts';
import { daysBetween, lastDayOf, STANDSTILL_DAYS } from '../domain/procedure/terms.ts';
import { namesOf } from '../domain/rules/names.ts';
import { placeIn } from '../domain/rules/place.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import { inLanguage, lotName, type Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';
import type { TableBlock } from './blocks.ts';
import { basisInWords } from './law.ts';

/** A date of a tender, what it is and why it is one. */
export interface TenderDate {
  readonly id: string;
  readonly what: string;
  readonly date: string;
  readonly why: string;
}

/** Announced dates, what was sent and asked for, and the terms of the law that follow, in order. */
export function datesInWords(
  m: Messages,
  state: Readonly<TenderState>,
  law: ProcurementLaw,
  prices: boolean,
): TenderDate[] {
  const t = m.dates;
  const names = namesOf(state.rules, state.bids.values());
  const announced = (state.rules.course?.dates ?? []).map(({ name, date }, index) => ({
    id: `announced-${index + 1}`,
    what: inLanguage(name, m),
    date,
    why: t.announced,
  }));
  const sent = new Map<string, { readonly on: string; readonly until: string; readonly lots: string[] }>();
  for (const [lot, said] of state.lots) {
    if (said.is !== 'sent') continue;
    const { on, until } = said;
    const known = sent.get(`${on} ${until}`) ?? { on, until, lots: [] };
    known.lots.push(names.lot(lot));
    sent.set(`${on} ${until}`, known);
  }
  const decisions = [...sent.values()].flatMap(({ on, until, lots }, index) => [
    { id: `sent-${index + 1}`, what: t.sent(m.format.list(lots)), date: on, why: t.sentWhy },
    {
      id: `standstill-${index + 1}`,
      what: t.standstill(m.format.list(lots)),
      date: until,
      why: sentences(
        basisInWords(m, law, state.rules.procedure, 'standstill'),
        until > lastDayOf(on, STANDSTILL_DAYS) ? t.longerTerm : '',
      ),
    },
  ]);
  const asked = prices
    ? [...state.explanations].flatMap(([key, { until, judged }], index) => {
        const { bid, lot } = placeIn(key);
        const what = t.explanation(names.bidder(bid), lotName(m, names, lot));
        return judged ? [] : [{ id: `explanation-${index + 1}`, what, date: until, why: t.explanationWhy }];
      })
    : [];
  return [...announced, ...decisions, ...asked].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** @param today the date on which it is read, "2027-03-10" */
export function datesTable(m: Messages, dates: readonly TenderDate[], today: string): TableBlock {
  const t = m.dates;
  return {
    kind: 'table',
    caption: t.caption,
    columns: [
      { header: t.what, align: 'start', width: 4 },
      { header: t.date, align: 'start', width: 2 },
      { header: t.left, align: 'start', width: 1.5 },
    ],
    rows: dates.map(({ what, date, why }) => [
      { text: what, notes: [why] },
      { text: m.format.date(date) },
      { text: leftInWords(m, daysBetween(today, date)) },
    ]),
  };
}

function leftInWords(m: Messages, days: number): string {
  if (days === 0) return m.dates.today;
  return days > 0 ? m.dates.days(days) : m.dates.past(-days);
}
