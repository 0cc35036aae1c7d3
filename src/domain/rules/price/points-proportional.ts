import { z } from 'zod';
import { DomainError } from '../../errors.ts';
import { divide, type Exact, equals, ZERO } from '../../number.ts';
import { ends, partOf, power, powerFaults } from './ends.ts';
import type { PointsKind, PointsPlace } from './record.ts';
import { amountOf, measuredFrom, reference, referenceFaults } from './reference.ts';

/** W x reference / P; W x P / reference where more is better. */
export const proportionalRules = z.strictObject({ kind: z.literal('proportional'), reference, power, ...ends });
type Rules = z.infer<typeof proportionalRules>;

export const proportional: PointsKind<Rules> = {
  points: (rules, place) => partOf(place.weight, shareOf(rules, place), rules),
  measuredBy: (rules) => measuredFrom(rules.reference),
  zeroPrice: (_, better) => (better === 'lower' ? 'divides-by-price' : null),
  straight: (rules) => rules.power === undefined,
  standsAlone: () => true,
  faults: (rules, at) => [...referenceFaults(rules.reference, at), ...powerFaults(rules, at)],
};

function shareOf(rules: Rules, { price, reference: known, better, bid, lot }: PointsPlace): Exact {
  const from = amountOf(rules.reference, known);
  if (better === 'lower') return divide(from, price);
  // The most that anybody offers is nothing.
  if (equals(from, ZERO)) throw new DomainError('formula-divides-by-zero', { bid, lot });
  return divide(price, from);
}
