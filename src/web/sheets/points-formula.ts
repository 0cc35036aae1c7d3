import { exact, ONE, ZERO } from '../../domain/number.ts';
import { type ExpressionTree, expressionTree } from '../../domain/rules/price/expression.ts';
import type { Better, Constants } from '../../domain/rules/price/measure.ts';
import type { PricePoints } from '../../domain/rules/price/points.ts';
import type { Formula } from './live-cell.ts';

/** What points for an amount are worked out from, each where it stands in the workbook. */
export interface PointsFrom {
  readonly amount: Formula;
  /** Of all bids, this one as well. */
  readonly amounts: readonly Formula[];
  readonly quality: Formula;
  readonly qualities: readonly Formula[];
  /** Points at most. */
  readonly weight: Formula;
  readonly better: Better;
  readonly constants: Constants;
}

/**
 * The announced formula of points as a formula of a spreadsheet; undefined where it has none: a table, a logarithm, a power that is rounded, or full
 * steps that are counted. Whether it gives the outcome is for who writes it down to ask.
 */
export function pointsFormula(rules: PricePoints, from: PointsFrom): Formula | undefined {
  const points = beforeEnds(rules, from);
  if (!points || !('belowZero' in rules)) return points;
  const above: Formula = rules.belowZero === 'clip' ? { kind: 'greatest', of: [points, number(ZERO)] } : points;
  return rules.aboveMaximum === 'clip' ? { kind: 'least', of: [above, from.weight] } : above;
}

function beforeEnds(rules: PricePoints, from: PointsFrom): Formula | undefined {
  const { amount, weight, better } = from;
  /** How much worse one is than the other. */
  const worse = (one: Formula, than: Formula): Formula => (better === 'lower' ? minus(one, than) : minus(than, one));
  switch (rules.kind) {
    case 'proportional': {
      const reference = amountAt(rules.reference, from);
      if (rules.power) return undefined;
      return better === 'lower' ? over(times(weight, reference), amount) : over(times(weight, amount), reference);
    }
    case 'linear': {
      const start = amountAt(rules.reference, from);
      const width = over(times(start, figure(rules.zeroAt)), figure('100'));
      return times(weight, minus(number(ONE), over(worse(amount, start), width)));
    }
    case 'bounds': {
      if (rules.power) return undefined;
      const [floor, ceiling] = [amountAt(rules.floor, from), amountAt(rules.ceiling, from)];
      const share = better === 'lower' ? minus(ceiling, amount) : minus(amount, floor);
      return over(times(weight, share), minus(ceiling, floor));
    }
    case 'saving': {
      if (rules.power) return undefined;
      const announced = figure(rules.reference);
      const best = amountAt(better === 'lower' ? 'lowest' : 'highest', from);
      return over(times(weight, worse(announced, amount)), worse(announced, best));
    }
    case 'steps': {
      if (rules.perFullStep) return undefined;
      const count = over(worse(amount, amountAt(rules.reference, from)), figure(rules.step));
      return minus(weight, times(figure(rules.points), count));
    }
    case 'formula':
      return ownFormula(rules.expression, from);
    case 'brackets':
    case 'logarithmic':
    case 'closest-to-mean':
      return undefined;
    default:
      return rules satisfies never;
  }
}

/** A formula of one's own; undefined where it names what a spreadsheet would have to look up. */
export const ownFormula = (expression: string, from: PointsFrom): Formula | undefined =>
  written(expressionTree(expression), from);

function written(tree: ExpressionTree, from: PointsFrom): Formula | undefined {
  switch (tree.kind) {
    case 'number':
      return figure(tree.value);
    case 'symbol':
      return symbolIn(tree.name, from);
    case 'minus': {
      const of = written(tree.of, from);
      return of && minus(number(ZERO), of);
    }
    case 'power': {
      const of = written(tree.of, from);
      return of && Array.from({ length: tree.exponent }, () => of).reduce<Formula>(times, number(ONE));
    }
    case 'min':
    case 'max': {
      const of = tree.of.flatMap((one) => written(one, from) ?? []);
      return of.length < tree.of.length ? undefined : { kind: tree.kind === 'min' ? 'least' : 'greatest', of };
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide': {
      const [left, right] = [written(tree.left, from), written(tree.right, from)];
      return left && right && OPERATIONS[tree.kind](left, right);
    }
    default:
      return tree satisfies never;
  }
}

function symbolIn(
  name: string,
  { amount, amounts, quality, qualities, weight, constants }: PointsFrom,
): Formula | undefined {
  const count = figure(String(amounts.length));
  const known: Readonly<Record<string, Formula>> = {
    ...Object.fromEntries(Object.entries(constants ?? {}).map(([own, value]) => [own, figure(value)])),
    price: amount,
    quality,
    weight,
    lowest: { kind: 'least', of: amounts },
    highest: { kind: 'greatest', of: amounts },
    mean: over({ kind: 'sum', of: amounts }, count),
    bids: count,
    best_quality: { kind: 'greatest', of: [...qualities, number(ZERO)] },
    mean_quality: over({ kind: 'sum', of: qualities }, figure(String(qualities.length))),
  };
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

function amountAt(reference: string, { amounts }: PointsFrom): Formula {
  if (reference === 'lowest') return { kind: 'least', of: amounts };
  return reference === 'highest' ? { kind: 'greatest', of: amounts } : figure(reference);
}

const number = (value: Extract<Formula, { kind: 'number' }>['value']): Formula => ({ kind: 'number', value });
const figure = (text: string): Formula => number(exact(text));
const times = (left: Formula, right: Formula): Formula => ({ kind: 'product', left, right });
const over = (left: Formula, right: Formula): Formula => ({ kind: 'quotient', left, right });
const minus = (left: Formula, right: Formula): Formula => ({ kind: 'difference', left, right });
const OPERATIONS = {
  add: (left: Formula, right: Formula): Formula => ({ kind: 'sum', of: [left, right] }),
  subtract: minus,
  multiply: times,
  divide: over,
};
