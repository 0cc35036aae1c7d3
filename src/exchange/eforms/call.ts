import { exact, sum, toDecimalText } from '../../domain/number.ts';
import { lastDayForBids } from '../../domain/rules/course.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { criteriaGroups } from './criteria.ts';
import { type FieldGroup, type FieldRow, lotNumber, type Notice, type NoticeWords, row } from './notice.ts';

/** The call for social and other specific services (notice subtype 20), as the announced rules have it. */
export function callNotice(state: Readonly<TenderState>, words: NoticeWords): Notice {
  const { rules } = state;
  return {
    subtype: 20,
    lots: rules.lots.length,
    groups: [
      {
        of: 'procedure',
        lot: null,
        name: null,
        rows: [...aboutProcedure(state, words), ...procedureRows(state, words)],
      },
      ...rules.lots.flatMap((lot, place): FieldGroup[] => {
        const number = lotNumber(place);
        return [
          { of: 'lot', lot: number, name: lot.name, rows: lotRows(rules, place) },
          ...criteriaGroups(rules, { id: lot.id, lot: number, name: lot.name }, words.method),
        ];
      }),
    ],
  };
}

/** What the call and the result both say of the procedure. */
export function aboutProcedure(
  { title, dossier, rules }: Readonly<TenderState>,
  { authority }: NoticeWords,
): FieldRow[] {
  return [
    row('BT-500', authority),
    row('BT-501', null),
    row('BT-21', title),
    row('BT-24', rules.description?.nl ?? null),
    row('BT-22', dossier),
    // Support of the Wmo is a service; of what else is bought the rules do not say it.
    row('BT-23', (rules.service ?? 'wmo') === 'wmo' ? 'services' : null),
    row('BT-262', null),
    // Social and other specific services have no code: the field is optional then, and the features say it.
    ...(rules.procedure === 'open' || rules.procedure === 'restricted' ? [row('BT-105', rules.procedure)] : []),
  ];
}

function procedureRows({ rules }: Readonly<TenderState>, { features }: NoticeWords): FieldRow[] {
  const values = rules.lots.flatMap(({ value }) => (value === undefined ? [] : [exact(value)]));
  const known = values.length === rules.lots.length;
  return [
    row('BT-27', known ? Number(toDecimalText(sum(values), 2)) : null),
    row('BT-88', features),
    ...limitRows(rules),
  ];
}

/** How many lots one may bid for, and win: only where there are two or more. */
function limitRows({ lots, award }: TenderRules): FieldRow[] {
  if (lots.length < 2) return [];
  const toBidFor = Math.min(award.maximumLotsToBidFor ?? lots.length, lots.length);
  return [row('BT-31', toBidFor), row('BT-33', Math.min(award.maximumLotsPerBidder, toBidFor))];
}

function lotRows(rules: TenderRules, place: number): FieldRow[] {
  const { lots, term } = rules;
  const { name, value } = lots[place]!;
  // What the source names as an example only is no term.
  const years = term && !term.example ? term : undefined;
  return [
    row('BT-137', lotNumber(place)),
    row('BT-21', name),
    row('BT-24', null),
    row('BT-27', value === undefined ? null : Number(value)),
    row('BT-536', term?.start ?? null),
    row('BT-36', years ? `${years.years} YEAR` : null),
    row('BT-58', years?.extensions.count ?? null),
    row('BT-131', lastDayForBids(rules) ?? null),
    row('BT-99', null),
  ];
}
