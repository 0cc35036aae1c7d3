import { z } from 'zod';
import type { Fault } from '../../errors.ts';
import { fault, mustAscend, mustBePositive, mustDiffer } from '../../faults.ts';
import { compare, exact } from '../../number.ts';
import { bilingualName, bilingualText, decimalText, identifier } from '../../text.ts';

/** A decimal number that may be below zero: a percentage of malus, a price that must be refused with a reason. */
export const signedDecimal = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, { error: 'not a decimal number' });

/** What a bidder fills in, and how it becomes one amount per lot. */
const priceForm = z.discriminatedUnion('kind', [
  /** One amount: a lump sum or a total. */
  z.strictObject({ kind: z.literal('amount') }),
  /** A price per unit for every line; the amount is the sum of price x quantity. */
  z.strictObject({
    kind: z.literal('sheet'),
    lines: z
      .array(
        z.strictObject({
          id: identifier,
          name: bilingualName,
          unit: bilingualName,
          quantity: decimalText,
          /** Added to the line when amounts are compared including VAT. */
          vatPercentage: decimalText.optional(),
        }),
      )
      .min(1)
      .max(200),
  }),
  /** A percentage of an announced amount: 97.5 means 2.5 % below it. */
  z.strictObject({ kind: z.literal('percentage'), reference: decimalText }),
]);
export type PriceForm = z.infer<typeof priceForm>;

/** What every method that asks a price announces: the form, and how the amount of a bid becomes the amount that is compared. */
export const priceBasis = {
  description: bilingualText,
  form: priceForm,
  /** VAT on the whole amount of a form without lines; on a sheet each line carries its own. Absent: compared as offered. */
  vatPercentage: decimalText.optional(),
  /** Offered time counts as money: amount + time x cost per unit. */
  time: z.strictObject({ unit: bilingualName, costPerUnit: decimalText }).optional(),
  /** Announced bounds of the amount that is compared, inclusive. Outside them a bid is set aside, or only flagged. */
  bounds: z
    .strictObject({
      minimum: decimalText.optional(),
      maximum: decimalText.optional(),
      outside: z.enum(['set-aside', 'flag']),
    })
    .optional(),
  /** A price this far below what others ask is flagged so that the bidder can explain it; it is never rejected by itself. */
  abnormallyLow: z
    .strictObject({
      percentageBelow: decimalText,
      of: z.enum(['mean-of-all', 'mean-of-others', 'median-of-all', 'second-lowest', 'estimate']),
      /** The announced estimate, for `of: estimate`. */
      estimate: decimalText.optional(),
    })
    .optional(),
};
const basis = z.object(priceBasis);
export type PriceBasis = z.infer<typeof basis>;

/** Names of one's own in a formula. */
export const constants = z.record(z.string().regex(/^[a-z][a-z0-9_]{0,31}$/), signedDecimal);

const HUNDRED = exact('100');

/** @returns `must-be-positive`, `duplicate-id`, `bounds-wrong-way-round`, `percentage-above-100`, `estimate-missing` */
export function basisFaults({ form, bounds, abnormallyLow }: PriceBasis): Fault[] {
  return [
    ...(form.kind === 'percentage' ? mustBePositive(['price', 'form', 'reference'], form.reference) : []),
    ...(form.kind === 'sheet'
      ? mustDiffer(
          'form.lines',
          form.lines.map(({ id }, place) => ({ id, path: ['price', 'form', 'lines', place, 'id'] })),
        )
      : []),
    ...boundsFaults(bounds),
    ...(abnormallyLow ? lowFaults(abnormallyLow) : []),
  ];
}

function boundsFaults(bounds: PriceBasis['bounds']): Fault[] {
  const { minimum, maximum } = bounds ?? {};
  if (minimum === undefined || maximum === undefined) return [];
  return mustAscend(['price', 'bounds'], 'minimum', 'maximum', { minimum, maximum });
}

function lowFaults({ percentageBelow, of, estimate }: NonNullable<PriceBasis['abnormallyLow']>): Fault[] {
  const path = ['price', 'abnormallyLow'];
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
