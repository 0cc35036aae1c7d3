import { z } from 'zod';
import type { Fault } from '../../errors.ts';
import { fault, mustAscend, mustBePositive, mustDiffer, type Path } from '../../faults.ts';
import { compare, exact } from '../../number.ts';
import { bilingualName, bilingualText, decimalText, identifier } from '../../text.ts';
import type { Better } from './measure.ts';

/** A decimal number that may be below zero: a percentage of malus, a price that must be refused with a reason. */
export const signedDecimal = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, { error: 'not a decimal number' });

/** Of what a line of percentages is a percentage: an announced amount, or the sum of the lines above it. */
const LINES_ABOVE = 'lines-above';

const priceLine = z.strictObject({
  id: identifier,
  name: bilingualName,
  /** What is filled in: a price per unit (when absent), an amount for the line as a whole, or a percentage. */
  kind: z.enum(['unit-price', 'amount', 'percentage']).optional(),
  /** Of a price per unit: "hour". */
  unit: bilingualName.optional(),
  /** Of a price per unit: how many are counted. */
  quantity: decimalText.optional(),
  /** Of a percentage. */
  of: z.union([z.literal(LINES_ABOVE), decimalText]).optional(),
  /** A discount: the line is taken off the sum. */
  subtracts: z.literal(true).optional(),
  /** Added to the line when amounts are compared including VAT. */
  vatPercentage: decimalText.optional(),
});
export type PriceLine = z.infer<typeof priceLine>;

/** What a bidder fills in, and how it becomes one amount per lot. */
const priceForm = z.discriminatedUnion('kind', [
  /** One amount: a lump sum or a total. */
  z.strictObject({ kind: z.literal('amount') }),
  /** Lines that are added up, or taken off where they say so. */
  z.strictObject({ kind: z.literal('sheet'), lines: z.array(priceLine).min(1).max(200) }),
  /** A percentage of an announced amount: 97.5 means 2.5 % below it. */
  z.strictObject({ kind: z.literal('percentage'), reference: decimalText }),
]);
export type PriceForm = z.infer<typeof priceForm>;

/** A price this far below what others ask is flagged so that the bidder can explain it; it is never rejected by itself. */
const lowTest = z.strictObject({
  percentageBelow: decimalText,
  of: z.enum(['mean-of-all', 'mean-of-others', 'median-of-all', 'second-lowest', 'estimate']),
  /** The announced estimate, for `of: estimate`; a lot may have its own. */
  estimate: decimalText.optional(),
  /** Whether a price at the very threshold is flagged ('or-more') or only one below it (when absent). */
  when: z.enum(['more-than', 'or-more']).optional(),
  /** Whose prices are looked at: of the valid bids (when absent), or of all that have a price, before any is set aside. */
  among: z.enum(['valid-bids', 'all-bids']).optional(),
});
export type LowTest = z.infer<typeof lowTest>;

/** What every method or part that asks a price announces: the form, and how the amount of a bid becomes the amount that is compared. */
export const partBasis = {
  form: priceForm,
  /** The bidder pays the municipality: the highest amount is best. */
  bidderPays: z.literal(true).optional(),
  /** VAT on the whole amount of a form without lines; on a sheet each line carries its own. Absent: compared as offered. */
  vatPercentage: decimalText.optional(),
  /** Offered time counts as money: amount + time x cost per unit. */
  time: z.strictObject({ unit: bilingualName, costPerUnit: decimalText }).optional(),
  /** Decimals to which the amount of each line, and the amounts that make up the compared one, are rounded half up. Absent: not rounded. */
  rounding: z
    .strictObject({ lines: z.int().min(0).max(6).optional(), amounts: z.int().min(0).max(6).optional() })
    .optional(),
  /** Announced bounds of the amount that is compared. Outside them a bid is set aside, or only flagged. */
  bounds: z
    .strictObject({
      minimum: decimalText.optional(),
      maximum: decimalText.optional(),
      /** Whether the bound itself is still inside (when absent) or already outside. */
      minimumIs: z.enum(['inside', 'outside']).optional(),
      maximumIs: z.enum(['inside', 'outside']).optional(),
      outside: z.enum(['set-aside', 'flag']),
    })
    .optional(),
  abnormallyLow: z.union([lowTest, z.array(lowTest).min(1).max(10)]).optional(),
};
const basis = z.object(partBasis);
export type PriceBasis = z.infer<typeof basis>;

export const priceBasis = { description: bilingualText.optional(), ...partBasis };

/** Names of one's own in a formula. */
export const constants = z.record(z.string().regex(/^[a-z][a-z0-9_]{0,31}$/), signedDecimal);

/** Which way the compared amount is better. */
export const betterOf = ({ bidderPays }: Pick<PriceBasis, 'bidderPays'>): Better => (bidderPays ? 'higher' : 'lower');

/** The announced tests for a low price; none where none is announced. */
export const lowTests = ({ abnormallyLow }: Pick<PriceBasis, 'abnormallyLow'>): readonly LowTest[] =>
  abnormallyLow === undefined ? [] : Array.isArray(abnormallyLow) ? abnormallyLow : [abnormallyLow];

/** What a line asks for: a price per unit unless it says otherwise. */
export const lineKind = ({ kind = 'unit-price' }: PriceLine): NonNullable<PriceLine['kind']> => kind;

const HUNDRED = exact('100');

/** @param path of the rules around it @returns `must-be-positive`, `duplicate-id`, `bounds-wrong-way-round`, `percentage-above-100`, `estimate-missing`, and what is wrong in a line */
export function basisFaults({ form, bounds, abnormallyLow, ...rest }: PriceBasis, path: Path): Fault[] {
  return [
    ...(form.kind === 'percentage' ? mustBePositive([...path, 'form', 'reference'], form.reference) : []),
    ...(form.kind === 'sheet' ? sheetFaults(form.lines, [...path, 'form', 'lines']) : []),
    ...boundsFaults(bounds, path),
    ...lowTests({ ...rest, abnormallyLow }).flatMap((test, place) =>
      lowFaults(test, [...path, 'abnormallyLow', ...(Array.isArray(abnormallyLow) ? [place] : [])]),
    ),
  ];
}

/** @returns `duplicate-id`, `line-field` for what a line of its kind must say or cannot say */
function sheetFaults(lines: readonly PriceLine[], path: Path): Fault[] {
  return [
    ...mustDiffer(
      'form.lines',
      lines.map(({ id }, place) => ({ id, path: [...path, place, 'id'] })),
    ),
    ...lines.flatMap((line, place) => lineFaults(line, place, [...path, place])),
  ];
}

function lineFaults(line: PriceLine, place: number, path: Path): Fault[] {
  const kind = lineKind(line);
  const needs: readonly string[] = { 'unit-price': ['quantity'], amount: [], percentage: ['of'] }[kind];
  const knows: readonly string[] = { 'unit-price': ['quantity', 'unit'], amount: [], percentage: ['of'] }[kind];
  const given = { quantity: line.quantity, unit: line.unit, of: line.of };
  const about = (field: string, mends: 'add' | 'remove'): Fault =>
    fault('line-field', [...path, field], { line: line.id, field, needed: mends === 'add' }, { kind: mends });
  return [
    ...needs.filter((field) => given[field as keyof typeof given] === undefined).map((field) => about(field, 'add')),
    ...Object.entries(given)
      .filter(([field, value]) => value !== undefined && !knows.includes(field))
      .map(([field]) => about(field, 'remove')),
    ...(line.of === LINES_ABOVE && place === 0
      ? [fault('line-above-missing', [...path, 'of'], { line: line.id }, { kind: 'move-to-end' })]
      : []),
  ];
}

function boundsFaults(bounds: PriceBasis['bounds'], path: Path): Fault[] {
  const { minimum, maximum } = bounds ?? {};
  if (minimum === undefined || maximum === undefined) return [];
  return mustAscend([...path, 'bounds'], 'minimum', 'maximum', { minimum, maximum });
}

function lowFaults({ percentageBelow, of, estimate }: LowTest, path: Path): Fault[] {
  const faults: Fault[] = [];
  if (compare(exact(percentageBelow), HUNDRED) > 0) {
    const details = { committed: percentageBelow };
    faults.push(
      fault('percentage-above-100', [...path, 'percentageBelow'], details, { kind: 'at-most', limit: '100' }),
    );
  }
  if ((of === 'estimate') !== (estimate !== undefined)) {
    const mends = { kind: estimate === undefined ? ('add' as const) : ('remove' as const) };
    faults.push(fault('estimate-missing', [...path, 'estimate'], { of }, mends));
  }
  return faults;
}
