import type { RankedBid } from '../../domain/evaluation/evaluate.ts';
import { type Exact, exact, multiply, subtract, toDecimalText } from '../../domain/number.ts';
import { partsOf } from '../../domain/rules/price-rules.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';

export interface Value {
  readonly amount: number;
  readonly currency: 'EUR';
}

/** An amount in euro, in cents, as JSON has numbers. */
export const euros = (amount: Exact): Value => ({ amount: Number(toDecimalText(amount, 2)), currency: 'EUR' });

/** An exact number as JSON has numbers: six decimals. */
export const figure = (value: Exact): number => Number(toDecimalText(value, 6));

/**
 * What a bid asks in a lot, as it was offered, less the discount that holds. None where no price is asked, where the bidder pays, and where
 * the price has several parts, which are not always amounts of one kind.
 * @param percentage of the discount
 */
export function offeredIn(
  rules: TenderRules,
  { price }: Pick<RankedBid, 'price'>,
  percentage?: string,
): Value | undefined {
  const [only, more] = partsOf(rules.price);
  if (!price || !only || more || only.rules.bidderPays) return undefined;
  const offered = exact(price.offered);
  if (percentage === undefined) return euros(offered);
  return euros(multiply(offered, subtract(exact('1'), multiply(exact(percentage), exact('1/100')))));
}
