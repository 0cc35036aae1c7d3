import { compare, divide, type Exact, exact, isNegative, maximum, multiply, subtract, ZERO } from '../number.ts';
import type { BudgetSetting } from './budget.ts';

export type Agreement = BudgetSetting['agreements'][number];

/** What an agreement comes to for one year and one provider. Euro. */
export interface Settlement {
  readonly kind: Agreement['kind'];
  /** What it is about: cost minus sum, the effect of the policy, or the profit. */
  readonly difference: Exact;
  /** The part of the sum up to which nothing happens. */
  readonly free: Exact;
  /** What lies beyond that, without a sign. */
  readonly beyond: Exact;
  /**
   * What the municipality pays (positive) or gets back (negative). Of a policy valve: what the sum changes by.
   */
  readonly municipality: Exact;
}

const HUNDRED = exact('100');

/**
 * Settles an agreement with the figures that the user filled in: the source gives none. Up to a percentage of the sum nothing happens; of what lies
 * beyond, a percentage is for the municipality. A profit that was made because residents went without support for lack of staff goes back whole
 * (Koersnota 2025, 3.3: that is what the municipality does not want; that it goes back is ours).
 * @param sum of the year, in euro
 * @param figure risk sharing: the cost; policy valve: what the policy costs (positive) or saves; limit on profit: the profit. Euro
 * @param fromShortage of a profit: the part that was made through lack of staff
 */
export function settle(
  { kind, threshold, municipality }: Agreement,
  sum: Exact,
  figure: Exact,
  fromShortage = ZERO,
): Settlement {
  const part = (percentage: string, of: Exact): Exact => divide(multiply(exact(percentage), of), HUNDRED);
  const free = part(threshold, sum);
  const difference = kind === 'risk-sharing' ? subtract(figure, sum) : figure;
  const asked = kind === 'profit-limit' ? subtract(difference, fromShortage) : difference;
  const size = isNegative(asked) ? subtract(ZERO, asked) : asked;
  const beyond = kind === 'profit-limit' && isNegative(asked) ? ZERO : maximum(ZERO, subtract(size, free));
  const shared = part(municipality, beyond);
  switch (kind) {
    case 'risk-sharing':
    case 'policy-valve':
      return { kind, difference, free, beyond, municipality: isNegative(asked) ? subtract(ZERO, shared) : shared };
    case 'profit-limit':
      return { kind, difference, free, beyond, municipality: subtract(ZERO, shared.add(fromShortage)) };
    default:
      return kind satisfies never;
  }
}

/** Whether a settlement changes anything. */
export const changesAnything = ({ municipality }: Settlement): boolean => compare(municipality, ZERO) !== 0;
