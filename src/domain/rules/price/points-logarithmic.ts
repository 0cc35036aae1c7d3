import { z } from 'zod';
import { fault } from '../../faults.ts';
import { compare, divide, exact, ONE } from '../../number.ts';
import { decimalText } from '../../text.ts';
import { ends } from './ends.ts';
import { logarithmicShare } from './logarithm.ts';
import type { PointsKind } from './record.ts';
import { amountOf, reference, referenceFaults } from './reference.ts';

/** W x (1 - log(P / reference) / log(zeroAt)): no points left at `zeroAt` times the reference. Rounded to `decimals`, as announced. */
export const logarithmicRules = z.strictObject({
  kind: z.literal('logarithmic'),
  reference,
  zeroAt: decimalText,
  decimals: z.int().min(0).max(6),
  ...ends,
});
type Rules = z.infer<typeof logarithmicRules>;

export const logarithmic: PointsKind<Rules> = {
  points: (rules, { weight, price, reference: known }) =>
    logarithmicShare(weight, divide(price, amountOf(rules.reference, known)), exact(rules.zeroAt), rules.decimals),
  measuredBy: (rules) => (rules.reference === 'lowest' ? 'lowest-price' : 'itself'),
  zeroPrice: () => 'takes-logarithm',
  straight: () => false,
  standsAlone: () => true,
  faults: (rules) => [...referenceFaults(rules.reference), ...zeroAtFaults(rules)],
};

const zeroAtFaults = ({ zeroAt }: Rules) => {
  const path = ['price', 'points', 'zeroAt'];
  if (compare(exact(zeroAt), ONE) > 0) return [];
  return [fault('must-be-above-one', path, { rule: path.join('.'), value: zeroAt }, { kind: 'above', limit: '1' })];
};
