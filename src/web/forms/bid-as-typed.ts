import { writeAmount } from '../../domain/figures.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { COMMON } from '../../domain/rules/in-lot.ts';
import type { OfferedValue } from '../../domain/rules/price-rules.ts';
import { KVK } from '../../domain/rules/registration.ts';
import type { Messages } from '../../messages/messages.ts';
import { CAPACITY, discountField, valueField } from './bid-figures.ts';
import { growthField } from './bid-form.ts';
import { memberField } from './member-rows.ts';
import type { FormBody } from './text.ts';

/** A bid as its form would have been filled in: to correct it. What the form reads of it is the same bid. */
export function bidAsTyped(m: Messages, bid: Bid): FormBody {
  const figure = (text: string): string => writeAmount(text, m.format.decimalMark === ',');
  const { bidder, lots, values, preferences = [], capacity, discounts = [] } = bid;
  const valuesIn = (lot: string, given: readonly OfferedValue[] | undefined) =>
    (given ?? []).map(({ criterion, value }) => [valueField(lot, criterion), figure(value)] as const);
  return Object.fromEntries([
    ['name', bidder.name],
    ['form', bidder.form],
    ...(bidder.group === undefined ? [] : [['group', bidder.group] as const]),
    ['subcontractors', (bidder.subcontractors ?? []).join('\n')],
    ['lots', lots.map(({ lot }) => lot)],
    ['member-rows', String(bidder.members.length)],
    ...bidder.members.flatMap(({ name, registration }, index) => {
      const row = index + 1;
      const register = registration === undefined ? 'none' : registration.register === KVK ? KVK : 'other';
      return [
        [memberField(row, 'name'), name] as const,
        [memberField(row, 'register'), register] as const,
        [memberField(row, 'number'), registration?.number ?? ''] as const,
        [memberField(row, 'registerName'), register === 'other' ? registration!.register : ''] as const,
      ];
    }),
    ...lots.flatMap(({ lot, growthPath, values: own }) => [
      ...(growthPath?.steps ?? []).map(({ by, percentage }) => [growthField(lot, by), figure(percentage)] as const),
      ...(growthPath ? [[growthField(lot, 'initiatives'), figure(growthPath.communityInitiatives)] as const] : []),
      ...valuesIn(lot, own),
    ]),
    ...valuesIn(COMMON, values),
    ...preferences.map((lot, place) => [`preference.${lot}`, String(place + 1)] as const),
    ...(capacity === undefined ? [] : [[CAPACITY, figure(capacity)] as const]),
    ['discount-rows', String(discounts.length)],
    ...discounts.flatMap(({ lots: of, percentage }, index) => [
      [discountField(index + 1, 'lots'), of] as const,
      [discountField(index + 1, 'percentage'), figure(percentage)] as const,
    ]),
  ]);
}
