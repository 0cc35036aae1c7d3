import { z } from 'zod';
import { mustBePositive } from '../../faults.ts';
import { divide, exact, multiply, subtract, truncate } from '../../number.ts';
import { decimalText } from '../../text.ts';
import { ends } from './ends.ts';
import type { PointsKind } from './record.ts';
import { amountOf, reference, referenceFaults } from './reference.ts';

/** W - points x (P - reference) / step, per full step when `perFullStep`. */
export const stepsRules = z.strictObject({
  kind: z.literal('steps'),
  reference,
  step: decimalText,
  points: decimalText,
  perFullStep: z.boolean(),
  ...ends,
});
type Rules = z.infer<typeof stepsRules>;

export const steps: PointsKind<Rules> = {
  points: (rules, { weight, price, reference: known }) => {
    // Full steps are counted towards zero: 2.63 steps are 2, and half a step below the reference earns nothing extra.
    const count = divide(subtract(price, amountOf(rules.reference, known)), exact(rules.step));
    return subtract(weight, multiply(exact(rules.points), rules.perFullStep ? truncate(count) : count));
  },
  measuredBy: (rules) => (rules.reference === 'lowest' ? 'lowest-price' : 'itself'),
  zeroPrice: () => null,
  straight: () => false,
  standsAlone: () => true,
  faults: (rules) => [...referenceFaults(rules.reference), ...mustBePositive(['price', 'points', 'step'], rules.step)],
};
