import { z } from 'zod';
import { mustBePositive } from '../../faults.ts';
import { divide, exact, multiply, ONE, subtract } from '../../number.ts';
import { decimalText } from '../../text.ts';
import { ends } from './ends.ts';
import type { PointsKind } from './record.ts';
import { amountOf, reference, referenceFaults } from './reference.ts';

/** W x (1 - (P - reference) / (reference x zeroAt / 100)): no points left at `zeroAt` percent above the reference. */
export const linearRules = z.strictObject({ kind: z.literal('linear'), reference, zeroAt: decimalText, ...ends });
type Rules = z.infer<typeof linearRules>;

const HUNDRED = exact('100');

export const linear: PointsKind<Rules> = {
  points: (rules, { weight, price, reference: known }) => {
    const start = amountOf(rules.reference, known);
    const width = divide(multiply(start, exact(rules.zeroAt)), HUNDRED);
    return multiply(weight, subtract(ONE, divide(subtract(price, start), width)));
  },
  measuredBy: (rules) => (rules.reference === 'lowest' ? 'lowest-price' : 'itself'),
  // A percentage above nothing is nothing: from a lowest price of zero the line has no width.
  zeroPrice: (rules) => (rules.reference === 'lowest' ? 'divides-by-lowest' : null),
  straight: () => true,
  standsAlone: () => true,
  faults: (rules) => [
    ...referenceFaults(rules.reference),
    ...mustBePositive(['price', 'points', 'zeroAt'], rules.zeroAt),
  ],
};
