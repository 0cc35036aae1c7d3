import { datesOf } from '../../domain/purchase-plan/count-back.ts';
import { type PlanState, standing } from '../../domain/purchase-plan/state.ts';
import type { Table, TableCell } from '../../exchange/spreadsheet/table.ts';
import { dateInWords, moreOnDate } from '../../explanation/plan-blocks.ts';
import { maximumInWords } from '../../explanation/purchase-plan.ts';
import type { Messages } from '../../messages/messages.ts';

/** A purchase plan as tables: the services, and every date in order. */
export function planTables(m: Messages, state: Readonly<PlanState>): [Table, Table] {
  const [t, w] = [m.planPages, m.purchasePlan];
  const columns = (...headers: readonly (readonly [header: string, width: number])[]): Table['columns'] =>
    headers.map(([header, width]) => ({ header, width }));
  const services = standing(state, 'service-planned').map(({ payload }) => payload);
  return [
    {
      name: t.sheets.services,
      columns: columns(
        [w.service, 36],
        [w.instrument, 18],
        [w.scale, 16],
        [w.providers, 40],
        [w.currentEnds, 20],
        [w.starts, 20],
        [w.until, 20],
        [w.maximum, 24],
        [w.contractModel, 28],
        [w.partners, 40],
      ),
      rows: services.map((service): TableCell[] => [
        service.name,
        w.instruments[service.instrument],
        w.scales[service.scale],
        service.current?.providers ?? null,
        service.current?.ends ?? null,
        service.starts,
        service.until,
        maximumInWords(m, service.maximum),
        service.contractModel?.name ?? null,
        service.partners.join('; '),
      ]),
    },
    {
      name: t.sheets.dates,
      columns: columns([t.sheets.day, 14], [t.what, 60], [w.decider, 40]),
      rows: allDates(state).map((one): TableCell[] => [one.on, dateInWords(m, one), moreOnDate(m, one)]),
    },
  ];
}

/** Everything that a plan has on a day. */
export const allDates = (state: Readonly<PlanState>) =>
  datesOf(
    standing(state, 'service-planned').map(({ payload }) => payload),
    standing(state, 'phase-planned').map(({ payload }) => payload),
    standing(state, 'moment-planned').map(({ payload }) => payload),
  );
