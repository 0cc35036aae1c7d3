import { z } from 'zod';
import type { Fault } from '../../errors.ts';
import { fault, mustBePositive } from '../../faults.ts';
import { compare, type Exact, exact, maximum, minimum, multiply, ZERO } from '../../number.ts';
import type { RulesAt } from './measure.ts';
import { powerShare } from './power.ts';

/** What happens with points below zero or above the maximum of the price: announced, never assumed. */
export const ends = {
  belowZero: z.enum(['clip', 'allow']),
  aboveMaximum: z.enum(['clip', 'allow']),
};
interface Ends {
  readonly belowZero: 'clip' | 'allow';
  readonly aboveMaximum: 'clip' | 'allow';
}

/** Points cut off at zero and at the maximum, where that was announced. */
export function cutOff({ belowZero, aboveMaximum }: Ends, points: Exact, weight: Exact): Exact {
  const above = belowZero === 'clip' ? maximum(points, ZERO) : points;
  return aboveMaximum === 'clip' ? minimum(above, weight) : above;
}

/** The share of the weight to an announced power, which is seldom a fraction: the points are then rounded to `decimals`, as announced. */
export const power = z
  .strictObject({ exponent: z.string().regex(/^\d{1,2}(\.\d{1,2})?$/), decimals: z.int().min(0).max(6) })
  .optional();
type Power = z.infer<typeof power>;

/** A share of the weight, to a power where that was announced; a share below zero then earns nothing. */
export function partOf(weight: Exact, share: Exact, { power: to, aboveMaximum }: PoweredEnds): Exact {
  if (!to) return multiply(weight, share);
  const raised = (part: Exact): Exact => powerShare(weight, part, exact(to.exponent), to.decimals);
  // What is cut off at the maximum need not be known to the last of its hundreds of digits.
  if (aboveMaximum === 'clip' && compare(share, TWO) > 0) {
    const atLeast = raised(TWO);
    if (compare(atLeast, weight) >= 0) return atLeast;
  }
  return raised(maximum(share, ZERO));
}

interface PoweredEnds extends Pick<Ends, 'aboveMaximum'> {
  readonly power?: Power;
}
const TWO = exact('2');

/** @returns `must-be-positive`; `power-below-zero`: a power of a number below zero need not exist */
export function powerFaults({ power: to, belowZero }: Ends & { readonly power?: Power }, { path }: RulesAt): Fault[] {
  if (!to) return [];
  return [
    ...mustBePositive([...path, 'power', 'exponent'], to.exponent),
    ...(belowZero === 'clip'
      ? []
      : [fault('power-below-zero', [...path, 'belowZero'], {}, { kind: 'one-of', values: ['clip'] })]),
  ];
}
