import { DomainError } from '../errors.ts';
import { compare, type Exact, exact, maximum, ZERO } from '../number.ts';
import { pricedRules } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import { compileExpression, type Expression } from './expression.ts';
import { meanOf, medianOf } from './middle.ts';
import type { PriceReference } from './price.ts';

/** What an own formula can name beside the constants of its rule set. Amounts in euro, quality and weight in points. */
export const FORMULA_SYMBOLS = [
  'price',
  'quality',
  'lowest',
  'highest',
  'mean',
  'median',
  'bids',
  'best_quality',
  'mean_quality',
  'median_quality',
  'weight',
] as const;

/** Quality points of the valid bids in the lot. */
export interface QualityReference {
  readonly best: Exact;
  readonly mean: Exact;
  readonly median: Exact;
}

export function qualityReference(qualities: readonly Exact[]): QualityReference {
  const ascending = [...qualities].sort(compare);
  return { best: maximum(ascending.at(-1) ?? ZERO, ZERO), mean: meanOf(ascending), median: medianOf(ascending) };
}

export interface FormulaPlace {
  readonly price: Exact;
  readonly quality: Exact;
  readonly reference: PriceReference;
  readonly qualities: QualityReference;
  /** Points of the price at most; zero where the formula gives the total. */
  readonly weight: Exact;
}

/** A formula belongs to rules that never change, so it is parsed once. */
const compiled = new WeakMap<object, (place: FormulaPlace) => Exact>();

/**
 * The own formula of a rule set, ready to evaluate; undefined when it has none.
 * @throws DomainError `formula-constant-taken`, what `compileExpression` throws, and `division-by-zero` on evaluation
 */
export function ownFormula(rules: TenderRules): ((place: FormulaPlace) => Exact) | undefined {
  const price = pricedRules(rules.price);
  const expression =
    price?.method === 'formula'
      ? price.expression
      : price?.method === 'weighted-factor' && price.points.kind === 'formula'
        ? price.points.expression
        : undefined;
  if (!price || expression === undefined) return undefined;
  const known = compiled.get(price);
  if (known) return known;
  const constants = 'constants' in price ? (price.constants ?? {}) : {};
  const taken = FORMULA_SYMBOLS.find((symbol) => Object.hasOwn(constants, symbol));
  if (taken) throw new DomainError('formula-constant-taken', { symbol: taken });
  const formula = withSymbols(
    compileExpression(expression, new Set([...FORMULA_SYMBOLS, ...Object.keys(constants)])),
    new Map(Object.entries(constants).map(([name, value]) => [name, exact(value)])),
  );
  compiled.set(price, formula);
  return formula;
}

const withSymbols =
  (expression: Expression, constants: ReadonlyMap<string, Exact>) =>
  ({ price, quality, reference, qualities, weight }: FormulaPlace): Exact =>
    expression(
      new Map<string, Exact>([
        ...constants,
        ['price', price],
        ['quality', quality],
        ['lowest', reference.lowest],
        ['highest', reference.highest],
        ['mean', reference.mean],
        ['median', reference.median],
        ['bids', exact(BigInt(reference.bids))],
        ['best_quality', qualities.best],
        ['mean_quality', qualities.mean],
        ['median_quality', qualities.median],
        ['weight', weight],
      ]),
    );
