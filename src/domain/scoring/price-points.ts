import { DomainError } from '../errors.ts';
import {
  compare,
  divide,
  type Exact,
  equals,
  exact,
  isNegative,
  maximum,
  minimum,
  multiply,
  ONE,
  roundHalfUp,
  subtract,
  truncate,
  ZERO,
} from '../number.ts';
import type { PricePoints } from '../rules/price-rules.ts';
import { logarithmicShare } from './logarithm.ts';
import { powerShare } from './power.ts';
import type { PriceReference } from './price.ts';

/** Everything that price points can depend on. */
export interface PricePlace {
  /** The amount of this bid. */
  readonly price: Exact;
  readonly reference: PriceReference;
  /** Points of the price at most. */
  readonly weight: Exact;
  /** The value of the own formula, for `kind: formula`. */
  readonly ownFormula: () => Exact;
}

const HUNDRED = exact('100');

/** Points that a price earns under the announced formula, cut off at zero and at the maximum where that was announced, then rounded where announced. */
export function pricePoints(rules: PricePoints, place: PricePlace, decimals: number | undefined): Exact {
  if (rules.kind === 'closest-to-mean') throw new DomainError('closest-to-mean-refused');
  const raw = formula(rules, place);
  const above = rules.belowZero === 'clip' ? maximum(raw, ZERO) : raw;
  const points = rules.aboveMaximum === 'clip' ? minimum(above, place.weight) : above;
  return decimals === undefined ? points : roundHalfUp(points, decimals);
}

function formula(rules: Exclude<PricePoints, { kind: 'closest-to-mean' }>, place: PricePlace): Exact {
  const { price, weight, reference } = place;
  switch (rules.kind) {
    case 'proportional':
      return partOf(weight, divide(from(rules.reference, place), price), rules.power);
    case 'linear': {
      const start = from(rules.reference, place);
      const width = divide(multiply(start, exact(rules.zeroAt)), HUNDRED);
      return multiply(weight, subtract(ONE, divide(subtract(price, start), width)));
    }
    case 'bounds': {
      const [floor, ceiling] = [from(rules.floor, place), from(rules.ceiling, place)];
      const width = subtract(ceiling, floor);
      // Announced bounds have a width. Where the highest price is no higher than the floor, nobody asks too much; else nobody is below the ceiling.
      if (compare(width, ZERO) <= 0) return rules.ceiling === 'highest' ? weight : ZERO;
      return partOf(weight, divide(subtract(ceiling, price), width), rules.power);
    }
    case 'saving': {
      const announced = exact(rules.reference);
      const largest = subtract(announced, reference.lowest);
      // Nobody asks less than the announced amount: then nobody saves anything.
      if (equals(largest, ZERO) || isNegative(largest)) return ZERO;
      return partOf(weight, divide(subtract(announced, price), largest), rules.power);
    }
    case 'steps': {
      // Full steps are counted towards zero: 2.63 steps are 2, and half a step below the reference earns nothing extra.
      const steps = divide(subtract(price, from(rules.reference, place)), exact(rules.step));
      return subtract(weight, multiply(exact(rules.points), rules.perFullStep ? truncate(steps) : steps));
    }
    case 'logarithmic': {
      const quotient = divide(price, from(rules.reference, place));
      return logarithmicShare(weight, quotient, exact(rules.zeroAt), rules.decimals);
    }
    case 'formula':
      return place.ownFormula();
  }
}

function from(reference: string, { reference: known }: PricePlace): Exact {
  if (reference === 'lowest') return known.lowest;
  return reference === 'highest' ? known.highest : exact(reference);
}

/** A share of the weight, to a power where that was announced; a share below zero then earns nothing. */
function partOf(weight: Exact, share: Exact, power: { exponent: string; decimals: number } | undefined): Exact {
  if (!power) return multiply(weight, share);
  return powerShare(weight, maximum(share, ZERO), exact(power.exponent), power.decimals);
}
