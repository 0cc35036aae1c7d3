import type { Exact } from '../../domain/number.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { type AnnouncedCriterion, announcedCriteria, isComplicated } from '../announced-criteria.ts';
import { figure } from './amount.ts';

export interface AwardCriteria {
  /** How price and quality decide, where that is no weight for each criterion. */
  readonly weightingDescription?: string;
  readonly criteria: readonly AwardCriterion[];
}

interface AwardCriterion {
  readonly type: 'price' | 'quality';
  readonly name: string;
  readonly description?: string;
  readonly numbers?: readonly CriterionNumber[];
  /** Of a criterion that is scored or measured: its id in the rules, by which scores name it, and the groups that it stands in. */
  readonly gunwijzer?: { readonly id: string; readonly groups: readonly string[] };
}

interface CriterionNumber {
  readonly number: number;
  readonly weight?: 'percentageExact' | 'pointsExact';
  readonly fixed?: 'total' | 'unit';
  readonly threshold?: 'minimumScore';
}

/** The award criteria of a lot or a combination. @param method how price and quality decide, in words */
export function awardCriteriaOf(rules: TenderRules, lot: string, method: string): AwardCriteria {
  return {
    ...(isComplicated(rules) ? { weightingDescription: method } : {}),
    criteria: announcedCriteria(rules, lot).map(toCriterion),
  };
}

/** What a price is called where the rules have no name for it. */
export const PRICE = 'Prijs';

function toCriterion(criterion: AnnouncedCriterion): AwardCriterion {
  const { id, type, name, description, groups } = criterion;
  const numbers = numbersOf(criterion);
  return {
    type,
    name: name ?? PRICE,
    ...(description === null ? {} : { description }),
    ...(numbers.length > 0 ? { numbers } : {}),
    ...(id === null ? {} : { gunwijzer: { id, groups } }),
  };
}

function numbersOf({ weight, fixed, minimumScore }: AnnouncedCriterion): CriterionNumber[] {
  const number = (value: Exact, kind: Omit<CriterionNumber, 'number'>): CriterionNumber[] => [
    { number: figure(value), ...kind },
  ];
  return [
    ...(weight
      ? number(weight.value, { weight: weight.in === 'percentages' ? 'percentageExact' : 'pointsExact' })
      : []),
    ...(fixed?.value ? number(fixed.value, { fixed: fixed.per }) : []),
    ...(minimumScore ? number(minimumScore, { threshold: 'minimumScore' }) : []),
  ];
}
