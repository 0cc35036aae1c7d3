import { z } from 'zod';
import { mustAscend } from '../../faults.ts';
import { compare, divide, subtract, ZERO } from '../../number.ts';
import { decimalText } from '../../text.ts';
import { ends, partOf, power, powerFaults } from './ends.ts';
import type { PointsKind } from './record.ts';
import { amountOf } from './reference.ts';

/** W x (ceiling - P) / (ceiling - floor), or of (P - floor) where more is better, between two announced amounts or between the lowest and the highest valid one. */
export const boundsRules = z.strictObject({
  kind: z.literal('bounds'),
  floor: z.union([z.literal('lowest'), decimalText]),
  ceiling: z.union([z.literal('highest'), decimalText]),
  power,
  ...ends,
});
type Rules = z.infer<typeof boundsRules>;

export const bounds: PointsKind<Rules> = {
  points: (rules, { weight, price, reference: known, better }) => {
    const [floor, ceiling] = [amountOf(rules.floor, known), amountOf(rules.ceiling, known)];
    const width = subtract(ceiling, floor);
    // Announced bounds have a width. Where the end that is nobody's to choose does not lie beyond the other, all are at the best end, or at the worst.
    const best = better === 'lower' ? rules.ceiling === 'highest' : rules.floor === 'lowest';
    if (compare(width, ZERO) <= 0) return best ? weight : ZERO;
    const share = better === 'lower' ? subtract(ceiling, price) : subtract(price, floor);
    return partOf(weight, divide(share, width), rules);
  },
  measuredBy: (rules) => {
    if (rules.ceiling === 'highest') return 'others';
    return rules.floor === 'lowest' ? 'lowest-price' : 'itself';
  },
  zeroPrice: () => null,
  straight: (rules) => rules.power === undefined,
  standsAlone: () => true,
  faults: (rules, at) => [
    ...(rules.floor !== 'lowest' && rules.ceiling !== 'highest' ? mustAscend(at.path, 'floor', 'ceiling', rules) : []),
    ...powerFaults(rules, at),
  ],
};
