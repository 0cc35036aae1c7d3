import { DomainError, type Fault } from '../../errors.ts';
import { fault, type Path } from '../../faults.ts';
import { type Exact, exact } from '../../number.ts';
import type { Remedy } from '../../remedy.ts';
import { compileExpression, type Expression, LARGEST_FORMULA } from './expression.ts';
import type { Constants, MeasuredBy, RulesAt } from './measure.ts';
import type { PricedPlace } from './record.ts';

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

/** Rules with an own formula: of the total, or of the price points. */
interface WithExpression {
  readonly expression: string;
}

const OTHERS = /\b(lowest|highest|mean|median|bids|(best|mean|median)_quality)\b/;
export const formulaMeasuredBy = ({ expression }: WithExpression): MeasuredBy =>
  OTHERS.test(expression) ? 'others' : 'itself';

/**
 * The value of the own formula for a bid.
 * @param weight points of the price at most; zero where the formula gives the total
 * @throws DomainError `formula-divides-by-zero` with the bid and the lot, `formula-too-large`, and what {@link compileExpression} throws
 */
export function ownValue(rules: WithExpression, constants: Constants, place: PricedPlace, weight: Exact): Exact {
  try {
    return compiledOnce(rules, constants)(place, weight);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'division-by-zero') {
      throw new DomainError('formula-divides-by-zero', { bid: place.bid, lot: place.lot });
    }
    throw error;
  }
}

/** Why the formula cannot be used, if it cannot. */
export function expressionFaults(
  rules: WithExpression,
  { path, constants }: Pick<RulesAt, 'path' | 'constants'>,
): Fault[] {
  const taken = FORMULA_SYMBOLS.filter((symbol) => Object.hasOwn(constants ?? {}, symbol)).map((symbol) =>
    fault('formula-constant-taken', [...constantsPath(path), symbol], { symbol }, { kind: 'rename' }),
  );
  try {
    compileExpression(rules.expression, symbolsOf(constants));
    return taken;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [...taken, fault(error.code, [...path, 'expression'], error.details, remedyOf(error))];
  }
}

/** Constants stand beside the points that name them, or with the formula itself. */
const constantsPath = (path: Path): Path => [...(path.at(-1) === 'points' ? path.slice(0, -1) : path), 'constants'];

/**
 * Why a formula that can be used is too large to announce. Asked of new rules only, so that older ones stay what they are.
 * @param path of the rules that it is in @returns `formula-too-large` for every bound that it is over
 */
export function formulaSizeFaults(rules: WithExpression, constants: Constants, path: Path): Fault[] {
  const { size } = compileExpression(rules.expression, symbolsOf(constants));
  return (['parts', 'depth', 'factors'] as const).flatMap((bound) => {
    const [found, limit] = [size[bound], LARGEST_FORMULA[bound]];
    if (found <= limit) return [];
    const details = { bound, found: String(found), limit: String(limit) };
    return [fault('formula-too-large', [...path, 'expression'], details, { kind: 'rewrite', from: null })];
  });
}

function remedyOf({ code, details }: DomainError): Remedy {
  if (code === 'formula-unknown-symbol') return { kind: 'one-of', values: details.symbols as string[] };
  return { kind: 'rewrite', from: typeof details.position === 'number' ? details.position : null };
}

type Compiled = (place: PricedPlace, weight: Exact) => Exact;
/** A formula belongs to rules that never change, so it is parsed once. */
const compiled = new WeakMap<object, { readonly constants: Constants; readonly formula: Compiled }>();

function compiledOnce(rules: WithExpression, constants: Constants): Compiled {
  const known = compiled.get(rules);
  if (known && known.constants === constants) return known.formula;
  const formula = withSymbols(
    compileExpression(rules.expression, symbolsOf(constants)),
    new Map(Object.entries(constants ?? {}).map(([name, value]) => [name, exact(value)])),
  );
  compiled.set(rules, { constants, formula });
  return formula;
}

const symbolsOf = (constants: Constants): ReadonlySet<string> =>
  new Set([...FORMULA_SYMBOLS, ...Object.keys(constants ?? {})]);

const withSymbols =
  (expression: Expression, constants: ReadonlyMap<string, Exact>): Compiled =>
  (place, weight) =>
    expression(new Map([...constants, ...Object.entries(symbolValues(place, weight))]));

/** What the symbols of a formula stand for, for one bid. @param weight points of the price at most; zero where the formula gives the total */
export function symbolValues(
  { price, quality, reference, qualities }: PricedPlace,
  weight: Exact,
): Readonly<Record<(typeof FORMULA_SYMBOLS)[number], Exact>> {
  const { best, mean, median } = qualities();
  return {
    price,
    quality,
    lowest: reference.lowest,
    highest: reference.highest,
    mean: reference.mean,
    median: reference.median,
    bids: exact(BigInt(reference.bids)),
    best_quality: best,
    mean_quality: mean,
    median_quality: median,
    weight,
  };
}
