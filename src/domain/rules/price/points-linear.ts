import { z } from 'zod';
import { DomainError } from '../../errors.ts';
import { mustBePositive } from '../../faults.ts';
import { divide, equals, exact, multiply, ONE, subtract, ZERO } from '../../number.ts';
import { decimalText } from '../../text.ts';
import { ends } from './ends.ts';
import type { PointsKind } from './record.ts';
import { amountOf, measuredFrom, reference, referenceFaults, worseBy } from './reference.ts';

/** W x (1 - (P - reference) / (reference x zeroAt / 100)): no points left at `zeroAt` percent above the reference; below it where more is better. */
export const linearRules = z.strictObject({ kind: z.literal('linear'), reference, zeroAt: decimalText, ...ends });
type Rules = z.infer<typeof linearRules>;

const HUNDRED = exact('100');

export const linear: PointsKind<Rules> = {
  points: (rules, { weight, price, reference: known, better, bid, lot }) => {
    const start = amountOf(rules.reference, known);
    const width = divide(multiply(start, exact(rules.zeroAt)), HUNDRED);
    if (equals(width, ZERO)) throw new DomainError('formula-divides-by-zero', { bid, lot });
    return multiply(weight, subtract(ONE, divide(worseBy(better, price, start), width)));
  },
  measuredBy: (rules) => measuredFrom(rules.reference),
  // A percentage above nothing is nothing: from a lowest price of zero the line has no width.
  zeroPrice: (rules) => (rules.reference === 'lowest' ? 'divides-by-lowest' : null),
  straight: () => true,
  standsAlone: () => true,
  faults: (rules, at) => [
    ...referenceFaults(rules.reference, at),
    ...mustBePositive([...at.path, 'zeroAt'], rules.zeroAt),
  ],
};
