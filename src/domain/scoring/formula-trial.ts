import { DomainError, type Fault } from '../errors.ts';
import { fault, type Path } from '../faults.ts';
import { add, compare, type Exact, equals, exact, multiply, ratio, subtract, toFractionText, ZERO } from '../number.ts';
import { measuredCriteria, scoredCriteria, type WeightedCriterion, weightedCriteria } from '../rules/criteria-tree.ts';
import type { Measured } from '../rules/criterion.ts';
import { formulaSizeFaults } from '../rules/price/own-formula.ts';
import { pricePoints } from '../rules/price/points.ts';
import { priceReference, qualityReference } from '../rules/price/reference.ts';
import { type PricedRules, partsOf } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import { scaleOf } from '../rules/scale.ts';
import { type PlacedCriterion, placedCriteria } from './criteria-faults.ts';
import { isSetAside } from './price.ts';
import { type OwnQuality, ownQuality, qualityScores } from './quality-score.ts';
import { totalOf } from './total.ts';

/** In which of the cases that the rules allow a formula divides by zero. */
export type TrialCase = 'ordinary' | 'one-bid' | 'equal-prices' | 'zero-price' | 'no-quality' | 'extreme-prices';

/**
 * Tries an own formula before it is announced: how large it is, and whether it has a value for the bids that the rules allow: one bid, equal
 * prices, a price of zero, no quality, and the smallest and largest prices. Asked of new rules only: what was announced stays what it is.
 * @param rules without any other fault
 * @returns `formula-too-large`, `formula-has-no-value` for every case; none for rules without an own formula
 */
export const formulaFaults = (rules: TenderRules): Fault[] => [...priceFaults(rules), ...measureFaults(rules)];

/** The same of the formula of a figure that is measured: with one bid, equal figures, zero, and the smallest and the largest. */
function measureFaults(rules: TenderRules): Fault[] {
  return placedCriteria(rules).flatMap((node) => {
    const { measured } = node.criterion;
    if (measured?.points.kind !== 'formula') return [];
    const path = [...node.path, 'measured', 'points'];
    const tooLarge = formulaSizeFaults(measured.points, measured.constants, path);
    if (tooLarge.length > 0) return tooLarge;
    return measureCases(measured).flatMap(([name, values]) =>
      values.every((own) => hasPoints(node, own, values))
        ? []
        : [fault('formula-has-no-value', [...path, 'expression'], { case: name }, { kind: 'rewrite', from: null })],
    );
  });
}

function measureCases({ minimum, maximum }: Measured): [TrialCase, Exact[]][] {
  const isAllowed = (value: Exact): boolean =>
    (minimum === undefined || compare(value, exact(minimum)) >= 0) &&
    (maximum === undefined || compare(value, exact(maximum)) <= 0);
  const [low, high] = [exact(minimum ?? '1'), exact(maximum ?? '100')];
  const cases: [TrialCase, Exact[]][] = [
    ['ordinary', [low, high]],
    ['one-bid', [high]],
    ['equal-prices', [high, high]],
    ['zero-price', [ZERO, high].filter(isAllowed)],
    ['extreme-prices', [SMALLEST, LARGEST].filter(isAllowed)],
  ];
  return cases.filter(([name, values]) => name !== 'zero-price' || values.some((value) => equals(value, ZERO)));
}

function hasPoints({ criterion, weight }: PlacedCriterion, value: Exact, values: readonly Exact[]): boolean {
  const { points, better, constants } = criterion.measured!;
  const nothing = { best: ZERO, mean: ZERO, median: ZERO };
  try {
    pricePoints(points, {
      bid: 'bid',
      lot: 'lot',
      price: value,
      quality: ZERO,
      reference: priceReference(values)!,
      qualities: () => nothing,
      pointsDecimals: undefined,
      weight,
      better,
      constants,
    });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

function priceFaults(rules: TenderRules): Fault[] {
  return partsOf(rules.price).flatMap(({ id, rules: price }, place) => {
    const at = id === null ? ['price'] : ['price', 'parts', place];
    const own = ownFormulaOf(price, at);
    if (!own) return [];
    const tooLarge = formulaSizeFaults(own.rules, own.constants, own.path);
    return tooLarge.length > 0 ? tooLarge : trialFaults({ ...rules, price }, price, [...own.path, 'expression']);
  });
}

function ownFormulaOf(price: PricedRules, path: Path) {
  if (price.method === 'formula') return { rules: price, constants: price.constants, path };
  if (price.method !== 'weighted-factor' || price.points.kind !== 'formula') return undefined;
  return { rules: price.points, constants: price.constants, path: [...path, 'points'] };
}

/** One bid of a trial: its amount that is compared, and whether it has the lowest or the highest scores that are valid. */
interface TrialBid {
  readonly price: Exact;
  readonly quality: 'lowest' | 'highest';
}

function trialFaults(rules: TenderRules, price: PricedRules, path: Path): Fault[] {
  const faults: Fault[] = [];
  for (const [name, groups] of trialCases(rules, price)) {
    const refused = groups.map((bids) => refusal(rules, bids)).find((one) => one !== undefined);
    if (!refused) continue;
    const details = refused.code === 'formula-divides-by-zero' ? { case: name } : refused.details;
    const code = refused.code === 'formula-divides-by-zero' ? 'formula-has-no-value' : refused.code;
    faults.push(fault(code, path, details, { kind: 'rewrite', from: null }));
    // What fails with ordinary bids fails with all others.
    if (name === 'ordinary' || code !== 'formula-has-no-value') break;
  }
  return faults;
}

/** The smallest and the largest figure that a price can be. */
const SMALLEST = exact('0.000001');
const LARGEST = exact('999999999999.999999');

function trialCases(rules: TenderRules, price: PricedRules): [TrialCase, TrialBid[][]][] {
  const allowed = (amounts: readonly Exact[]): Exact[] => amounts.filter((amount) => !isSetAside(price, amount));
  const [one, other] = ordinaryPrices(price);
  const bids = (...prices: readonly Exact[]): TrialBid[] => prices.map((each) => ({ price: each, quality: 'highest' }));
  const best = bids(one, other);
  const poor = best.map((bid) => ({ ...bid, quality: 'lowest' as const }));
  const extremes = allowed([SMALLEST, ...edges(price), LARGEST]);
  return [
    ['ordinary', [best]],
    ['one-bid', [bids(one)]],
    ['equal-prices', [bids(one, one)]],
    ['zero-price', allowed([ZERO]).flatMap((zero) => [bids(zero), bids(zero, one), bids(one, zero)])],
    ['no-quality', isValid(rules, 'lowest') ? [poor, [poor[0]!, best[1]!], [best[0]!, poor[1]!]] : []],
    ['extreme-prices', [...extremes.map((each) => bids(each)), bids(...extremes, one)]],
  ];
}

const edges = ({ bounds }: PricedRules): Exact[] =>
  [bounds?.minimum, bounds?.maximum].flatMap((edge) => (edge === undefined ? [] : [exact(edge)]));

/** Two different amounts inside the announced bounds. */
function ordinaryPrices({ bounds }: PricedRules): [Exact, Exact] {
  const low = exact(bounds?.minimum ?? '0');
  const high = exact(bounds?.maximum ?? '0');
  const room = compare(high, low) > 0 ? subtract(high, low) : add(low, exact('1000000'));
  return [ratio(3n, 11n), ratio(7n, 11n)].map((share) => add(low, multiply(room, share))) as [Exact, Exact];
}

/** Why a formula has no value for one of these bids among each other; undefined where it has. */
function refusal(rules: TenderRules, bids: readonly TrialBid[]): DomainError | undefined {
  const reference = priceReference(bids.map(({ price }) => price))!;
  const own = new Map(bids.map(({ quality }, place) => [`${place}`, qualityOf(rules, quality)]));
  const known = [...qualityScores(rules, own).values()].map(({ total }) => total);
  const awkward = (quality: Exact): Exact => multiply(quality, awkwardQuality(rules));
  try {
    for (const qualities of [known, known.map(awkward)]) {
      bids.forEach(({ price: compared }, place) => {
        const price = { offered: compared, vat: ZERO, timeCost: ZERO, compared, statedTotal: null, parts: null };
        const priced = {
          price,
          references: new Map([[null, reference]]),
          qualities: () => qualityReference(qualities),
        };
        totalOf(rules, { bid: 'bid', lot: 'lot', quality: qualities[place]!, priced });
      });
    }
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** A figure near one, with as many digits as quality points can have: each criterion that is measured by the best has a denominator of its own. */
function awkwardQuality(rules: TenderRules): Exact {
  if (rules.rounding.quality !== undefined) return exact('0.999999');
  const nodes = weightedCriteria(rules);
  const relative = nodes.filter(({ criterion }) => criterion.relativeToBest).length;
  const deepest = Math.max(0, ...nodes.map(({ depth }) => depth));
  const denominator = 10n ** BigInt(40 + 20 * deepest + 40 * relative);
  return ratio(denominator - 3n, denominator - 1n);
}

function isValid(rules: TenderRules, quality: TrialBid['quality']): boolean {
  const { belowMinimum, belowPoints } = qualityOf(rules, quality);
  return belowMinimum.length === 0 && belowPoints.length === 0;
}

/** The quality of a bid with on every criterion the lowest score that is not below its minimum, or the highest. */
const qualityOf = (rules: TenderRules, quality: TrialBid['quality']): OwnQuality =>
  ownQuality(
    rules,
    { bid: 'bid', lot: 'lot' },
    new Map(scoredCriteria(rules).map((node) => [node.criterion.id, scoreOf(rules, node, quality)])),
    new Map(measuredCriteria(rules).map(({ criterion: { id } }) => [id, '1'])),
  );

function scoreOf(rules: TenderRules, node: WeightedCriterion, quality: TrialBid['quality']): string {
  const scale = scaleOf(rules, node);
  const { minimumScore } = node.criterion;
  if (scale.kind === 'numbers') {
    return quality === 'highest' ? toFractionText(scale.maximum) : (minimumScore ?? toFractionText(scale.minimum));
  }
  const valid = scale.steps.filter(({ value }) => compare(exact(value), exact(minimumScore ?? '0')) >= 0);
  return (quality === 'lowest' ? valid[0] : valid.at(-1))?.value ?? minimumScore ?? '0';
}
