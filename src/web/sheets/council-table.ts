import type { Exact } from '../../domain/number.ts';
import { toDecimalText } from '../../domain/number.ts';
import type { Table, TableCell } from '../../exchange/spreadsheet/table.ts';
import { type DossierInYear, shareSpent } from '../../explanation/contract/council.ts';
import { periodName } from '../../explanation/contract/term.ts';
import type { Messages } from '../../messages/messages.ts';

/** The overview for the council as a sheet: a row for each norm of an area, or one where none has a date in the year. */
export function councilTable(m: Messages, dossiers: readonly DossierInYear[]): Table {
  const t = m.council;
  const number = (value: Exact | null | undefined, decimals: number): TableCell =>
    value == null ? null : { number: toDecimalText(value, decimals), decimals };
  const whole = (value: number | null): TableCell => (value === null ? null : { number: String(value), decimals: 0 });
  return {
    name: t.sheet,
    columns: [
      { header: t.dossier, width: 40 },
      { header: t.area, width: 28 },
      { header: t.provider, width: 32 },
      { header: t.granted, width: 16 },
      { header: t.spent, width: 16 },
      { header: t.used, width: 12 },
      { header: m.following.growth.by, width: 18 },
      { header: t.norm, width: 10 },
      { header: t.reached, width: 10 },
      { header: t.growth, width: 18 },
      { header: t.missingUsers, width: 14 },
      { header: t.complaintsColumn, width: 10 },
      { header: t.quarters, width: 14 },
      { header: t.evaluated, width: 12 },
      { header: t.decisions, width: 50 },
    ],
    rows: dossiers.flatMap(({ title, contracts }) =>
      contracts.flatMap((one) =>
        (one.steps.length === 0 ? [null] : one.steps).map((step): TableCell[] => [
          title,
          one.area.name,
          one.provider,
          number(one.granted, 2),
          number(one.spent, 2),
          number(shareSpent(one), 4),
          step ? step.by : null,
          number(step?.norm, 4),
          number(step?.point?.share, 4),
          step ? m.following.growth.statuses[step.status] : null,
          whole(step?.point ? step.missing : null),
          whole(one.complaints),
          whole(one.quarters),
          one.evaluation === null ? t.no : t.yes,
          one.due.map((period) => `${periodName(m, period)}: ${m.format.date(period.decideBy!)}`).join('; ') || null,
        ]),
      ),
    ),
  };
}
