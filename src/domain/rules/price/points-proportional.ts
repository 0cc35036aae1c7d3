import { z } from 'zod';
import { divide } from '../../number.ts';
import { ends, partOf, power, powerFaults } from './ends.ts';
import type { PointsKind } from './record.ts';
import { amountOf, reference, referenceFaults } from './reference.ts';

/** W x reference / P */
export const proportionalRules = z.strictObject({ kind: z.literal('proportional'), reference, power, ...ends });
type Rules = z.infer<typeof proportionalRules>;

export const proportional: PointsKind<Rules> = {
  points: (rules, { weight, price, reference: known }) =>
    partOf(weight, divide(amountOf(rules.reference, known), price), rules),
  measuredBy: (rules) => (rules.reference === 'lowest' ? 'lowest-price' : 'itself'),
  zeroPrice: () => 'divides-by-price',
  straight: (rules) => rules.power === undefined,
  standsAlone: () => true,
  faults: (rules) => [...referenceFaults(rules.reference), ...powerFaults(rules)],
};
