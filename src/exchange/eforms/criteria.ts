import { type Exact, toDecimalText } from '../../domain/number.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { type AnnouncedCriterion, announcedCriteria, isComplicated } from '../announced-criteria.ts';
import { type FieldGroup, type FieldRow, row } from './notice.ts';

/** What a price is called where the rules have no name for it. */
const PRICE = 'Prijs';

/**
 * The award criteria of a lot, and how they decide together where that is no weight for each of them.
 * @param lot its number in the notice @param method how price and quality decide, in words
 */
export function criteriaGroups(
  rules: TenderRules,
  about: { readonly id: string; readonly lot: string; readonly name: string },
  method: string,
): FieldGroup[] {
  const complicated = isComplicated(rules);
  const { lot } = about;
  return [
    ...announcedCriteria(rules, about.id).map((criterion): FieldGroup => {
      const name = criterion.name ?? PRICE;
      return { of: 'criterion', lot, name, rows: rowsOf(criterion, name, complicated) };
    }),
    ...(complicated ? [{ of: 'lot' as const, lot, name: about.name, rows: [row('BT-543', method)] }] : []),
  ];
}

function rowsOf(
  { type, description, weight, fixed, minimumScore }: AnnouncedCriterion,
  name: string,
  complicated: boolean,
): FieldRow[] {
  return [
    row('BT-539', type),
    row('BT-734', name),
    row('BT-540', description),
    // Where a formula decides, a weight would say something else.
    ...(weight && !complicated
      ? [row('BT-541', figure(weight.value)), row('BT-5421', weight.in === 'percentages' ? 'per-exa' : 'poi-exa')]
      : []),
    ...(fixed
      ? [
          row('BT-541', fixed.value === null ? null : figure(fixed.value)),
          row('BT-5422', fixed.per === 'unit' ? 'fix-unit' : 'fix-tot'),
        ]
      : []),
    ...(minimumScore ? [row('BT-541', figure(minimumScore)), row('BT-5423', 'min-score')] : []),
  ];
}

/** Two decimals, as the forms have them. */
const figure = (value: Exact): number => Number(toDecimalText(value, 2));
