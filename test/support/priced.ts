import type { PricePoints, PriceRules } from '../../src/domain/rules/price-rules.ts';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { criterion, singleBid, smallRules } from './tender.ts';

const both = (text: string) => ({ nl: text, en: text });

/** A tender of one lot with one quality criterion that the committee gives points for. */
export function pricedRules(
  price: PriceRules,
  change: {
    quality?: string;
    weightsTotal?: string;
    decimals?: number;
    rankOn?: 'rounded' | 'exact';
  } & Partial<TenderRules> = {},
): TenderRules {
  const { quality = '60', decimals = 4, rankOn = 'exact', ...rest } = change;
  const points = { ...criterion('quality', quality), scoring: { kind: 'points' as const, decimals: 6 } };
  return {
    ...smallRules({ lots: 1, criteria: [points] }),
    rounding: { decimals, rankOn },
    onWithdrawal: 're-rank',
    price,
    ...rest,
  };
}

/** Quality points and price per bid: "a": ["30", "100"]. */
export function pricedInput(
  rules: TenderRules,
  bids: Readonly<Record<string, readonly [quality: string, price: string]>>,
): EvaluationInput {
  const ids = Object.keys(bids);
  return {
    rules,
    bids: ids.map((id) => singleBid(id, ['lot-1'])),
    consensus:
      rules.criteria.length === 0
        ? []
        : ids.map((bid) => ({ bid, lot: 'lot-1', criterion: 'quality', score: bids[bid]![0], motivation: 'Omdat.' })),
    prices: ids.map((bid) => ({ bid, lot: 'lot-1', amount: bids[bid]![1] })),
  };
}

export const basis = { description: both('Prijs'), form: { kind: 'amount' as const } };

export const weighted = (weight: string, points: PricePoints, rest: object = {}): PriceRules => ({
  method: 'weighted-factor',
  weight,
  points,
  ...basis,
  ...rest,
});

export const clip = { belowZero: 'clip', aboveMaximum: 'clip' } as const;
export const allow = { belowZero: 'allow', aboveMaximum: 'allow' } as const;
