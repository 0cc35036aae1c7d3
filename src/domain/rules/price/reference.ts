import { z } from 'zod';
import type { Fault } from '../../errors.ts';
import { fault, mustBePositive } from '../../faults.ts';
import { compare, type Exact, exact, maximum, subtract, ZERO } from '../../number.ts';
import { decimalText } from '../../text.ts';
import type { Better, MeasuredBy, RulesAt } from './measure.ts';
import { meanOf, medianOf } from './middle.ts';

/** What the prices of the valid bids in a lot, or other amounts of theirs, are measured against. Exact. */
export interface PriceReference {
  readonly bids: number;
  readonly lowest: Exact;
  readonly highest: Exact;
  readonly mean: Exact;
  readonly median: Exact;
}

/** @returns undefined when no valid bid has a price */
export function priceReference(prices: readonly Exact[]): PriceReference | undefined {
  if (prices.length === 0) return undefined;
  const ascending = [...prices].sort(compare);
  return {
    bids: prices.length,
    lowest: ascending[0]!,
    highest: ascending[ascending.length - 1]!,
    mean: meanOf(ascending),
    median: medianOf(ascending),
  };
}

/** Quality points of the valid bids in the lot. */
export interface QualityReference {
  readonly best: Exact;
  readonly mean: Exact;
  readonly median: Exact;
}

export function qualityReference(qualities: readonly Exact[]): QualityReference {
  const ascending = [...qualities].sort(compare);
  return { best: maximum(ascending.at(-1) ?? ZERO, ZERO), mean: meanOf(ascending), median: medianOf(ascending) };
}

/** The amount that is measured from: the lowest or the highest of the valid bids in the lot, or an announced amount. */
export const reference = z.union([z.enum(['lowest', 'highest']), decimalText]);

/** The best amount of the valid bids. */
export const bestOf = (better: Better): 'lowest' | 'highest' => (better === 'lower' ? 'lowest' : 'highest');

/** How far an amount lies on the worse side of another; below zero on the better side. */
export const worseBy = (better: Better, amount: Exact, than: Exact): Exact =>
  better === 'lower' ? subtract(amount, than) : subtract(than, amount);

/** What a bid is measured by, where it is measured from this amount. */
export function measuredFrom(from: string): MeasuredBy {
  if (from === 'lowest') return 'lowest-price';
  return from === 'highest' ? 'others' : 'itself';
}

/** The amount that is meant by a reference. */
export function amountOf(from: string, { lowest, highest }: PriceReference): Exact {
  if (from === 'lowest') return lowest;
  return from === 'highest' ? highest : exact(from);
}

/** `must-be-positive` for an announced reference of zero; `reference-is-worst` for the worst of the valid bids. */
export function referenceFaults(announced: string, { path, better }: RulesAt): Fault[] {
  const own = [...path, 'reference'];
  if (announced !== 'lowest' && announced !== 'highest') return mustBePositive(own, announced);
  const best = bestOf(better);
  if (announced === best) return [];
  return [fault('reference-is-worst', own, { reference: announced, best }, { kind: 'one-of', values: [best] })];
}
