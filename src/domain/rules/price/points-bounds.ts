import { z } from 'zod';
import { mustAscend } from '../../faults.ts';
import { compare, divide, subtract, ZERO } from '../../number.ts';
import { decimalText } from '../../text.ts';
import { ends, partOf, power, powerFaults } from './ends.ts';
import type { PointsKind } from './record.ts';
import { amountOf, reference } from './reference.ts';

/** W x (ceiling - P) / (ceiling - floor), between two announced amounts or between the lowest and the highest valid price. */
export const boundsRules = z.strictObject({
  kind: z.literal('bounds'),
  floor: reference,
  ceiling: z.union([z.literal('highest'), decimalText]),
  power,
  ...ends,
});
type Rules = z.infer<typeof boundsRules>;

export const bounds: PointsKind<Rules> = {
  points: (rules, { weight, price, reference: known }) => {
    const [floor, ceiling] = [amountOf(rules.floor, known), amountOf(rules.ceiling, known)];
    const width = subtract(ceiling, floor);
    // Announced bounds have a width. Where the highest price is no higher than the floor, nobody asks too much; else nobody is below the ceiling.
    if (compare(width, ZERO) <= 0) return rules.ceiling === 'highest' ? weight : ZERO;
    return partOf(weight, divide(subtract(ceiling, price), width), rules);
  },
  measuredBy: (rules) => {
    if (rules.ceiling === 'highest') return 'others';
    return rules.floor === 'lowest' ? 'lowest-price' : 'itself';
  },
  zeroPrice: () => null,
  straight: (rules) => rules.power === undefined,
  standsAlone: () => true,
  faults: (rules) => [
    ...(rules.floor !== 'lowest' && rules.ceiling !== 'highest'
      ? mustAscend(['price', 'points'], 'floor', 'ceiling', rules)
      : []),
    ...powerFaults(rules),
  ],
};
