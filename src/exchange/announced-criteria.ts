import { compare, type Exact, exact, ZERO } from '../domain/number.ts';
import { type WeightedCriterion, weightedCriteria, weightsTotal } from '../domain/rules/criteria-tree.ts';
import { rulesIn } from '../domain/rules/in-lot.ts';
import { methodOf } from '../domain/rules/price-rules.ts';
import type { TenderRules } from '../domain/rules/rules.ts';

/** An award criterion as open standards have them: one flat list, each with what it weighs in the whole. Texts are in Dutch, as notices are. */
export interface AnnouncedCriterion {
  /** Its id in the rules; null for the price. */
  readonly id: string | null;
  readonly type: 'price' | 'quality';
  /** Null for a price that the rules have no name for. */
  readonly name: string | null;
  readonly description: string | null;
  /** The groups that it stands in, outermost first. */
  readonly groups: readonly string[];
  readonly weight: { readonly value: Exact; readonly in: 'percentages' | 'points' } | null;
  /** A price that is fixed beforehand: per unit, or as a whole; the amount of the latter does not stand in the rules. */
  readonly fixed: { readonly value: Exact | null; readonly per: 'unit' | 'total' } | null;
  /** A lower score sets a bid aside. */
  readonly minimumScore: Exact | null;
}

/**
 * The award criteria that count in a lot or a combination: what is scored or measured, each with its weight in the whole, and the price.
 * Weights are percentages where all of them, the price included, sum to 100; else points. There are none where no sum of weights decides.
 */
export function announcedCriteria(rules: TenderRules, lot: string): AnnouncedCriterion[] {
  const own = rulesIn(rules, lot);
  return [...qualityOf(own), ...priceOf(own)];
}

/** Whether price and quality decide in another way than by a weight for each criterion: it is then said in words. */
export const isComplicated = ({ price, criteria }: Pick<TenderRules, 'price' | 'criteria'>): boolean => {
  switch (price.method) {
    case 'fixed-lump-sum':
    case 'fixed-unit-prices':
    case 'weighted-factor':
    case 'price-parts':
      return false;
    case 'lowest-price':
      return criteria.some(({ knockOut }) => knockOut !== true);
    case 'award-on-value':
    case 'quality-per-euro':
    case 'price-per-quality':
    case 'formula':
      return true;
    default:
      return price satisfies never;
  }
};

const HUNDRED = exact('100');

function qualityOf(rules: TenderRules): AnnouncedCriterion[] {
  const parents = new Map(weightedCriteria(rules).map((node) => [node.criterion.id, node]));
  return weightedCriteria(rules)
    .filter(({ criterion }) => criterion.children === undefined)
    .map((node) => ({
      id: node.criterion.id,
      type: 'quality',
      name: node.criterion.name.nl,
      description: node.criterion.description?.nl ?? null,
      groups: groupsOf(node, parents),
      weight: weightOf(rules, node),
      fixed: null,
      minimumScore: node.criterion.minimumScore === undefined ? null : exact(node.criterion.minimumScore),
    }));
}

function groupsOf({ parent }: WeightedCriterion, nodes: ReadonlyMap<string, WeightedCriterion>): string[] {
  const above = parent === null ? undefined : nodes.get(parent);
  return above ? [...groupsOf(above, nodes), above.criterion.name.nl] : [];
}

function weightOf(rules: TenderRules, { criterion, weight }: WeightedCriterion): AnnouncedCriterion['weight'] {
  // What sets aside only weighs nothing, and euros of a value are no weight.
  if (criterion.knockOut || compare(weight, ZERO) === 0 || methodOf(rules.price).qualityIn === 'euro') return null;
  if (rules.price.method === 'lowest-price') return null;
  return { value: weight, in: weighsIn(rules) };
}

const weighsIn = (rules: TenderRules): 'percentages' | 'points' =>
  !isComplicated(rules) && compare(weightsTotal(rules), HUNDRED) === 0 ? 'percentages' : 'points';

function priceOf(rules: TenderRules): AnnouncedCriterion[] {
  const { price } = rules;
  const nothing = { id: null, type: 'price', groups: [], fixed: null, weight: null, minimumScore: null } as const;
  const description = price.description?.nl ?? null;
  switch (price.method) {
    case 'fixed-lump-sum':
      return [{ ...nothing, name: null, description, fixed: { value: null, per: 'total' } }];
    case 'fixed-unit-prices':
      return price.lines.map((line) => ({
        ...nothing,
        name: line.name.nl,
        description: line.unit.nl,
        fixed: { value: exact(line.price), per: 'unit' },
      }));
    case 'weighted-factor':
      return [{ ...nothing, name: null, description, weight: { value: exact(price.weight), in: weighsIn(rules) } }];
    case 'price-parts':
      return price.parts.map((part) => ({
        ...nothing,
        name: part.name.nl,
        description,
        weight: { value: exact(part.weight), in: weighsIn(rules) },
      }));
    case 'lowest-price':
      return [{ ...nothing, name: null, description, weight: { value: HUNDRED, in: 'percentages' } }];
    case 'award-on-value':
    case 'quality-per-euro':
    case 'price-per-quality':
    case 'formula':
      return [{ ...nothing, name: null, description }];
    default:
      return price satisfies never;
  }
}

/** The points below which a criterion or group sets a bid aside: open standards know minimum scores only. */
export const minimumPoints = (rules: TenderRules): { readonly criterion: string; readonly points: string }[] =>
  weightedCriteria(rules).flatMap(({ criterion: { id, minimumPoints: points } }) =>
    points === undefined ? [] : [{ criterion: id, points }],
  );
