import { compare, type Exact, equals, exact, multiply, ZERO } from '../domain/number.ts';
import { symbolValues } from '../domain/rules/price/own-formula.ts';
import { kindOf, pricePoints } from '../domain/rules/price/points.ts';
import type { PointsPlace } from '../domain/rules/price/record.ts';
import { type PriceReference, qualityReference } from '../domain/rules/price/reference.ts';
import type { PricePoints } from '../domain/rules/price-rules.ts';
import type { Messages } from '../messages/messages.ts';
import { fillFormula } from './formula.ts';

/** What points are reckoned from: an amount, and what it is measured against. */
export interface PointsGiven {
  readonly amount: string;
  readonly reference: PriceReference;
  readonly weight: string;
  readonly better: 'lower' | 'higher';
  readonly constants: Readonly<Record<string, string>> | undefined;
  readonly decimals: number | undefined;
}

/** A formula in numbers; with its own value where that is not what was earned. */
export interface FilledPoints {
  readonly text: string;
  readonly cut: boolean;
}

/**
 * The announced formula with the numbers of a bid in it: "10 × (120 ÷ 157)"; undefined for a table, which needs none.
 * @param points that the bid earned: numbers that do not lead to them (another bid that fell away still counts) are not told
 */
export function filledPoints(
  m: Messages,
  rules: PricePoints,
  given: PointsGiven,
  points: string,
): FilledPoints | undefined {
  const place: PointsPlace = {
    bid: '',
    lot: '',
    quality: ZERO,
    qualities: () => qualityReference([ZERO]),
    price: exact(given.amount),
    reference: given.reference,
    weight: exact(given.weight),
    better: given.better,
    constants: given.constants,
    pointsDecimals: given.decimals,
  };
  const text = inNumbers(m, rules, place);
  if (text === undefined || !equals(pricePoints(rules, place), exact(points))) return undefined;
  const raw = kindOf(rules).points(rules, place);
  // What the announced ends or rounding made of it stands behind it.
  const value = m.format.readable(raw);
  return equals(raw, exact(points))
    ? { text, cut: false }
    : { text: `${text} ${value.endsWith('…') ? '≈' : '='} ${value}`, cut: true };
}

function inNumbers(m: Messages, rules: PricePoints, place: PointsPlace): string | undefined {
  const n = (value: Exact | string): string => {
    const shown = m.format.readable(value);
    return shown.startsWith('−') ? `(${shown})` : shown;
  };
  const { reference: known, better } = place;
  const [p, w] = [n(place.price), n(place.weight)];
  const amount = (from: string): Exact =>
    from === 'lowest' ? known.lowest : from === 'highest' ? known.highest : exact(from);
  const less = (one: string, other: string): string =>
    better === 'lower' ? `(${one} − ${other})` : `(${other} − ${one})`;
  const powered = (share: string): string =>
    'power' in rules && rules.power ? `${w} × (${share})^${n(rules.power.exponent)}` : `${w} × (${share})`;
  switch (rules.kind) {
    case 'proportional': {
      const from = n(amount(rules.reference));
      return powered(better === 'lower' ? `${from} ÷ ${p}` : `${p} ÷ ${from}`);
    }
    case 'linear': {
      const from = n(amount(rules.reference));
      const width = n(multiply(exact(rules.zeroAt), exact('0.01')));
      return `${w} × (1 − ${less(p, from)} ÷ (${from} × ${width}))`;
    }
    case 'bounds': {
      const [floor, ceiling] = [amount(rules.floor), amount(rules.ceiling)];
      if (compare(ceiling, floor) <= 0) return undefined;
      const [low, high] = [n(floor), n(ceiling)];
      return powered(`${better === 'lower' ? less(high, p) : less(low, p)} ÷ (${high} − ${low})`);
    }
    case 'saving': {
      const best = better === 'lower' ? known.lowest : known.highest;
      return powered(`${less(n(rules.reference), p)} ÷ ${less(n(rules.reference), n(best))}`);
    }
    case 'steps': {
      // Full steps are counted, which a reader does best.
      if (rules.perFullStep) return undefined;
      return `${w} − ${n(rules.points)} × ${less(p, n(amount(rules.reference)))} ÷ ${n(rules.step)}`;
    }
    case 'logarithmic': {
      const from = n(amount(rules.reference));
      const times = better === 'lower' ? `${p} ÷ ${from}` : `${from} ÷ ${p}`;
      return `${w} × (1 − log(${times}) ÷ log(${n(rules.zeroAt)}))`;
    }
    case 'formula': {
      const named = Object.entries(place.constants ?? {}).map(([name, value]): [string, Exact] => [name, exact(value)]);
      const values = new Map([...named, ...Object.entries(symbolValues(place, place.weight))]);
      return fillFormula(m, rules.expression, values).text;
    }
    case 'brackets':
    case 'closest-to-mean':
      return undefined;
    default:
      return rules satisfies never;
  }
}
