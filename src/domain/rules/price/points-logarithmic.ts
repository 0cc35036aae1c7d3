import { z } from 'zod';
import { fault } from '../../faults.ts';
import { compare, divide, exact, ONE } from '../../number.ts';
import { decimalText } from '../../text.ts';
import { ends } from './ends.ts';
import { logarithmicShare } from './logarithm.ts';
import type { RulesAt } from './measure.ts';
import type { PointsKind } from './record.ts';
import { amountOf, measuredFrom, reference, referenceFaults } from './reference.ts';

/**
 * W x (1 - log(P / reference) / log(zeroAt)): no points left at `zeroAt` times the reference, or at the reference divided by `zeroAt` where more
 * is better. Rounded to `decimals`, as announced.
 */
export const logarithmicRules = z.strictObject({
  kind: z.literal('logarithmic'),
  reference,
  zeroAt: decimalText,
  decimals: z.int().min(0).max(6),
  ...ends,
});
type Rules = z.infer<typeof logarithmicRules>;

export const logarithmic: PointsKind<Rules> = {
  points: (rules, { weight, price, reference: known, better }) => {
    const from = amountOf(rules.reference, known);
    const times = better === 'lower' ? divide(price, from) : divide(from, price);
    return logarithmicShare(weight, times, exact(rules.zeroAt), rules.decimals);
  },
  measuredBy: (rules) => measuredFrom(rules.reference),
  zeroPrice: () => 'takes-logarithm',
  straight: () => false,
  standsAlone: () => true,
  faults: (rules, at) => [...referenceFaults(rules.reference, at), ...zeroAtFaults(rules, at)],
};

const zeroAtFaults = ({ zeroAt }: Rules, at: RulesAt) => {
  const path = [...at.path, 'zeroAt'];
  if (compare(exact(zeroAt), ONE) > 0) return [];
  return [fault('must-be-above-one', path, { rule: path.join('.'), value: zeroAt }, { kind: 'above', limit: '1' })];
};
