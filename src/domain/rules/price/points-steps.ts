import { z } from 'zod';
import { mustBePositive } from '../../faults.ts';
import { divide, exact, multiply, subtract, truncate } from '../../number.ts';
import { decimalText } from '../../text.ts';
import { ends } from './ends.ts';
import type { PointsKind } from './record.ts';
import { amountOf, measuredFrom, reference, referenceFaults, worseBy } from './reference.ts';

/** W - points x (P - reference) / step, per full step when `perFullStep`; of (reference - P) where more is better. */
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
  points: (rules, { weight, price, reference: known, better }) => {
    // Full steps are counted towards zero: 2.63 steps are 2, and half a step below the reference earns nothing extra.
    const count = divide(worseBy(better, price, amountOf(rules.reference, known)), exact(rules.step));
    return subtract(weight, multiply(exact(rules.points), rules.perFullStep ? truncate(count) : count));
  },
  measuredBy: (rules) => measuredFrom(rules.reference),
  zeroPrice: () => null,
  straight: () => false,
  standsAlone: () => true,
  faults: (rules, at) => [...referenceFaults(rules.reference, at), ...mustBePositive([...at.path, 'step'], rules.step)],
};
