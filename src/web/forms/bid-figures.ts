import type { DomainError } from '../../domain/errors.ts';
import { type ReadFigure, readPercentage, readQuantity } from '../../domain/figures.ts';
import { compare, exact, ZERO } from '../../domain/number.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { COMMON } from '../../domain/rules/in-lot.ts';
import { measuresOf } from '../../domain/rules/measures.ts';
import type { OfferedValue } from '../../domain/rules/price-rules.ts';
import { biddable, type TenderRules } from '../../domain/rules/rules.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { asTyped, type FormBody, typed, typedAll } from './text.ts';

/** The figures of a bid: values of criteria that are measured, what the bidder can take on, and its discounts. */

export const CAPACITY = 'capacity';
export const MOST_DISCOUNTS = 50;
const FIRST_DISCOUNTS = 2;
const DISCOUNT_FIELD = /^discount\.(\d{1,2})\.(lots|percentage)$/;
const HUNDRED = exact('100');

type Report = (field: string, text: string) => void;

/** The fields for the figures of one lot, or of all lots together ({@link COMMON}), in the announced order. */
export const valueFields = (m: Messages, rules: TenderRules, lot: string): { name: string; label: string }[] =>
  measuresOf(rules, lot, 'open').map(({ criterion: { id, name, measured } }) => ({
    name: valueField(lot, id),
    label: m.bids.form.value(inLanguage(name, m), inLanguage(measured!.unit, m)),
  }));

export const valueField = (lot: string, criterion: string): string => `value.${lot}.${criterion}`;

/** The fields of a discount, counted from 1: "discount.2.percentage". */
export const discountField = (row: number, part: 'lots' | 'percentage'): string => `discount.${row}.${part}`;

/** Of a made-up bid. */
export const ONLY_DISCOUNT = 1;

/** The button that asks for a discount more, with everything that was typed. */
export const asksForMoreDiscounts = (body: FormBody): boolean => typed(body, 'intent') === 'more-discounts';

/** How many discounts the form shows: those with something in them, one more where that was asked for. */
export function discountsShown(body: FormBody): number {
  const before = Number(/^\d{1,2}$/.exec(typed(body, 'discount-rows'))?.[0] ?? FIRST_DISCOUNTS);
  const rows = Math.max(before, FIRST_DISCOUNTS, ...filledDiscounts(body)) + (asksForMoreDiscounts(body) ? 1 : 0);
  return Math.min(rows, MOST_DISCOUNTS);
}

/** The discounts, from 1, of which a lot or a percentage is filled in. */
function filledDiscounts(body: FormBody): number[] {
  const rows = Object.keys(body).flatMap((field) => {
    const row = Number(DISCOUNT_FIELD.exec(field)?.[1] ?? 0);
    const isFilled = typedAll(body, field).some((one) => one.trim() !== '');
    return row >= 1 && row <= MOST_DISCOUNTS && isFilled ? [row] : [];
  });
  return [...new Set(rows)].sort((a, b) => a - b);
}

/** The figures that a bid offers in one lot, or once for all lots; nothing where none are asked. */
export function readValues(
  m: Messages,
  rules: TenderRules,
  body: FormBody,
  lot: string,
  problem: Report,
): { readonly values?: OfferedValue[] } {
  if (lot !== COMMON && !biddable(rules).some(({ id }) => id === lot)) return {};
  const fields = valueFields(m, rules, lot);
  const values = measuresOf(rules, lot, 'open').map(({ criterion: { id } }, index) => ({
    criterion: id,
    value: readNumber(m, body, fields[index]!, placeInWords(m, rules, lot), problem),
  }));
  return values.length === 0 ? {} : { values };
}

const placeInWords = (m: Messages, rules: TenderRules, lot: string): string =>
  lot === COMMON ? m.common.allLots : biddable(rules).find(({ id }) => id === lot)!.name;

/** What the bidder can take on, where that is asked. */
export function readCapacity(m: Messages, rules: TenderRules, body: FormBody, problem: Report): Pick<Bid, 'capacity'> {
  const { capacity } = rules.award;
  if (!capacity) return {};
  const label = m.bids.form.value(inLanguage(capacity.name, m), inLanguage(capacity.unit, m));
  return { capacity: readNumber(m, body, { name: CAPACITY, label }, null, problem) };
}

/** Decimal text; empty where there is a problem. */
function readNumber(
  m: Messages,
  body: FormBody,
  { name, label }: { readonly name: string; readonly label: string },
  place: string | null,
  problem: Report,
): string {
  const raw = asTyped(body, name);
  const what = place === null ? label : m.prices.place(place, label);
  const read: ReadFigure = readQuantity(raw);
  if (typeof read === 'object') return read.figure;
  if (raw.trim() === '') problem(name, m.prices.missing(what));
  else problem(name, read === 'ambiguous' ? m.prices.ambiguous(what, raw) : m.prices.notANumber(what));
  return '';
}

/** The discounts that are filled in. @param chosen the lots that the bid is for */
export function readDiscounts(
  m: Messages,
  rules: TenderRules,
  body: FormBody,
  chosen: readonly string[],
  problem: Report,
): Pick<Bid, 'discounts'> {
  const t = m.bids.form;
  if (!rules.award.discounts) return {};
  const sets = new Set<string>();
  const discounts = filledDiscounts(body).map((row) => {
    const lots = rules.lots.map(({ id }) => id).filter((id) => typedAll(body, discountField(row, 'lots')).includes(id));
    const key = lots.join(' ');
    if (lots.length < 2) problem(discountField(row, 'lots'), t.discountLots(row));
    else if (lots.some((lot) => !chosen.includes(lot))) problem(discountField(row, 'lots'), t.discountElsewhere(row));
    else if (sets.has(key)) problem(discountField(row, 'lots'), t.discountTwice(row));
    sets.add(key);
    const percentage = readPercentage(asTyped(body, discountField(row, 'percentage')));
    const isRight =
      percentage !== undefined && compare(exact(percentage), ZERO) > 0 && compare(exact(percentage), HUNDRED) <= 0;
    if (!isRight) problem(discountField(row, 'percentage'), t.discountPercentage(row));
    return { lots, percentage: percentage ?? '' };
  });
  return discounts.length === 0 ? {} : { discounts };
}

/** The field that a refused figure is about; undefined for another refusal. */
export function fieldOfFigure({ code, details }: DomainError, rules: TenderRules, body: FormBody): string | undefined {
  if (code.startsWith('value-')) return valueField(String(details.lot ?? COMMON), String(details.criterion));
  if (code.startsWith('capacity-')) return CAPACITY;
  if (!code.startsWith('discount-')) return undefined;
  const { maximumLotsPerBidder, lotGroups = [] } = rules.award;
  const rows = filledDiscounts(body);
  const row = rows.find((one) => {
    const lots = typedAll(body, discountField(one, 'lots'));
    return (
      lots.length > maximumLotsPerBidder ||
      lotGroups.some((group) => lots.filter((lot) => group.lots.includes(lot)).length > group.maximumLots)
    );
  });
  return discountField(row ?? rows[0] ?? 1, 'lots');
}
