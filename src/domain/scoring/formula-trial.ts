import { DomainError, type Fault } from '../errors.ts';
import { fault, type Path } from '../faults.ts';
import { add, compare, type Exact, exact, multiply, ratio, subtract, toFractionText, ZERO } from '../number.ts';
import { scoredCriteria, type WeightedCriterion, weightedCriteria } from '../rules/criteria-tree.ts';
import { formulaSizeFaults } from '../rules/price/own-formula.ts';
import { priceReference, qualityReference } from '../rules/price/reference.ts';
import { type PricedRules, pricedRules } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
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
export function formulaFaults(rules: TenderRules): Fault[] {
  const price = pricedRules(rules.price);
  const own = price && ownFormulaOf(price);
  if (!price || !own) return [];
  const tooLarge = formulaSizeFaults(own.rules, own.constants, own.path);
  return tooLarge.length > 0 ? tooLarge : trialFaults(rules, price, [...own.path, 'expression']);
}

function ownFormulaOf(price: PricedRules) {
  if (price.method === 'formula') return { rules: price, constants: price.constants, path: ['price'] };
  if (price.method !== 'weighted-factor' || price.points.kind !== 'formula') return undefined;
  return { rules: price.points, constants: price.constants, path: ['price', 'points'] };
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
        const price = { offered: compared, vat: ZERO, timeCost: ZERO, compared, statedTotal: null };
        const priced = { price, reference, qualities: () => qualityReference(qualities) };
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
  ownQuality(rules, new Map(scoredCriteria(rules).map((node) => [node.criterion.id, scoreOf(rules, node, quality)])));

function scoreOf(
  { scale }: TenderRules,
  { criterion, weight }: WeightedCriterion,
  quality: TrialBid['quality'],
): string {
  const { scoring, minimumScore = '0' } = criterion;
  if (scoring?.kind === 'points') return quality === 'lowest' ? minimumScore : toFractionText(weight);
  const valid = scale.filter(({ value }) => compare(exact(value), exact(minimumScore)) >= 0);
  return (quality === 'lowest' ? valid[0] : valid.at(-1))?.value ?? minimumScore;
}
