import { z } from 'zod';
import { compare, divide, exact, ZERO } from '../../number.ts';
import { decimalText } from '../../text.ts';
import { ends, partOf, power, powerFaults } from './ends.ts';
import type { PointsKind } from './record.ts';
import { amountOf, bestOf, referenceFaults, worseBy } from './reference.ts';

/** W x (reference - P) / (reference - lowest): the saving on an announced amount against the largest; what is above it against the highest where more is better. */
export const savingRules = z.strictObject({ kind: z.literal('saving'), reference: decimalText, power, ...ends });
type Rules = z.infer<typeof savingRules>;

export const saving: PointsKind<Rules> = {
  points: (rules, { weight, price, reference: known, better }) => {
    const announced = exact(rules.reference);
    const largest = worseBy(better, announced, amountOf(bestOf(better), known));
    // Nobody asks less than the announced amount: then nobody saves anything.
    if (compare(largest, ZERO) <= 0) return ZERO;
    return partOf(weight, divide(worseBy(better, announced, price), largest), rules);
  },
  measuredBy: () => 'lowest-price',
  zeroPrice: () => null,
  straight: (rules) => rules.power === undefined,
  standsAlone: () => true,
  faults: (rules, at) => [...referenceFaults(rules.reference, at), ...powerFaults(rules, at)],
};
