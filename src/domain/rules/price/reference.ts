import { z } from 'zod';
import type { Fault } from '../../errors.ts';
import { mustBePositive } from '../../faults.ts';
import { compare, type Exact, exact, maximum, ZERO } from '../../number.ts';
import { decimalText } from '../../text.ts';
import { meanOf, medianOf } from './middle.ts';

/** What the prices of the valid bids in a lot are measured against. Exact, in euro. */
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

/** The price that is measured from: the lowest of the valid bids in the lot, or an announced amount. */
export const reference = z.union([z.literal('lowest'), decimalText]);

/** The amount that is meant by a reference. */
export function amountOf(from: string, { lowest, highest }: PriceReference): Exact {
  if (from === 'lowest') return lowest;
  return from === 'highest' ? highest : exact(from);
}

/** `must-be-positive` for an announced reference of zero. */
export const referenceFaults = (announced: string): Fault[] =>
  announced === 'lowest' ? [] : mustBePositive(['price', 'points', 'reference'], announced);
