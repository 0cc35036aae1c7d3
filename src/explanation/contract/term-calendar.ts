import type { AreaOverview } from '../../domain/contract/overview.ts';
import type { Period } from '../../domain/contract/term.ts';
import { addMonths } from '../../domain/procedure/calendar.ts';
import type { Messages } from '../../messages/messages.ts';

/** A day of a contract as it stands in a calendar. */
export interface TermDay {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  /** "2030-09-30" */
  readonly on: string;
}

/** How long before the last day to decide a reminder stands: ours. */
const MONTHS_REMINDED = 3;

/** The days that contracts wait for: the last one to decide on each extension, with a reminder and what is to be considered before it, and the end. */
export const daysOfTerm = (m: Messages, areas: readonly AreaOverview[]): TermDay[] =>
  areas
    .filter(({ contract }) => contract.until === null)
    .flatMap((one) => daysOfArea(m, one))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

function daysOfArea(m: Messages, { contract, term }: AreaOverview): TermDay[] {
  const t = m.watching.calendar;
  const { area, provider, added, ended } = contract;
  const open = (term?.periods ?? []).filter(({ status }) => status === 'open');
  const end = ended?.payload.on ?? term?.sureUntil ?? added.payload.until;
  return [
    ...open.flatMap((period) => daysOfExtension(m, contract, period, before(period))),
    { id: `${area.id}-end`, summary: t.end(area.name), description: t.endHint(provider.name), on: end },
  ];

  function before({ extension }: Period): string {
    return term?.periods[extension - 1]?.until ?? end;
  }
}

function daysOfExtension(
  m: Messages,
  { area, provider }: AreaOverview['contract'],
  { extension, decideBy, toConsider }: Period,
  endsOn: string,
): TermDay[] {
  if (decideBy === null) return [];
  const t = m.watching.calendar;
  const reminded = addMonths(decideBy, -MONTHS_REMINDED);
  const id = `${area.id}-${extension}`;
  return [
    ...(toConsider
      ? [
          {
            id: `${id}-consider`,
            summary: t.consider(extension, area.name),
            description: t.considerHint,
            on: reminded,
          },
        ]
      : []),
    {
      id: `${id}-reminder`,
      summary: t.reminder(extension, area.name),
      description: t.reminderHint(m.format.date(decideBy)),
      on: reminded,
    },
    {
      id: `${id}-decide`,
      summary: t.decide(extension, area.name),
      description: t.decideHint(provider.name, m.format.date(endsOn)),
      on: decideBy,
    },
  ];
}
