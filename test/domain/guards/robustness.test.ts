import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvaluationInput } from '../../../src/domain/evaluation/input.ts';
import { robustness } from '../../../src/domain/guards/robustness.ts';
import { basis, clip, pricedInput, pricedRules, weighted } from '../../support/priced.ts';
import { sample, smallInput, smallRules } from '../../support/tender.ts';
import { holdersOf, priceAndQuality, smallTender, withScore } from './support.ts';

/** The size of the smallest single change of a score that changes each lot, over all of them; absent when none does. */
function smallestByForce(input: EvaluationInput): Map<string, number> {
  const before = holdersOf(input);
  const smallest = new Map<string, number>();
  for (const { bid, lot, criterion, score } of input.consensus) {
    for (const { value: to } of input.rules.scale) {
      if (to === score) continue;
      const size = Math.abs(Number(to) - Number(score));
      for (const [changed, holder] of holdersOf(withScore(input, { bid, lot, criterion, to }))) {
        if (holder !== before.get(changed)) smallest.set(changed, Math.min(size, smallest.get(changed) ?? Infinity));
      }
    }
  }
  return smallest;
}

describe('how little has to be different', () => {
  it('by hand: a step down draws, two steps turn the lot', () => {
    const input = smallInput(smallRules({ lots: 1 }), { 'a lot-1': '10', 'b lot-1': '6' });
    expect(robustness(input).scores).toEqual([
      {
        lot: 'lot-1',
        change: {
          bid: 'a',
          lot: 'lot-1',
          criterion: 'quality',
          from: '10',
          to: '6',
          becomes: { bid: null, draw: true },
        },
      },
    ]);
  });

  it('in the documented sample one step in one lot changes both lots', () => {
    const change = { bid: 'kievit', lot: 'noord', criterion: 'punctuality', from: '8', to: '6' };
    expect(robustness(priceAndQuality())).toMatchObject({
      scores: [
        { lot: 'noord', change: { ...change, becomes: { bid: 'scholekster', draw: false } } },
        { lot: 'zuid', change: { ...change, becomes: { bid: 'kievit', draw: false } } },
      ],
      // With d on this weight, first minus second division: Noord 1 + 19 d / 70, Zuid -2/3 + 31 d / 105; together zero at d = -10/17.
      weights: [
        { lot: 'noord', change: { criterion: 'punctuality', from: '30', to: '500/17' } },
        { lot: 'zuid', change: { criterion: 'punctuality', from: '30', to: '500/17' } },
      ],
    });
  });

  it('finds nothing where one bid is alone and has no minimum', () => {
    expect(robustness(smallInput(smallRules({ lots: 1 }), { 'a lot-1': '4' })).scores).toEqual([
      { lot: 'lot-1', change: null },
    ]);
  });

  it('gives no weights where totals are no straight lines in them', () => {
    const bids = { a: ['30', '100'], b: ['40', '120'] } as const;
    const steps = weighted('40', {
      kind: 'steps',
      reference: 'lowest',
      step: '10',
      points: '1',
      perFullStep: true,
      ...clip,
    });
    expect(robustness(pricedInput(pricedRules(steps), bids)).weights).toBeNull();
    const perQuality = pricedRules({ method: 'price-per-quality', divisor: '100', ...basis }, { quality: '100' });
    const criteria = perQuality.criteria.map((one) => ({ ...one, minimumScore: '10' }));
    expect(robustness(pricedInput({ ...perQuality, criteria }, bids)).weights).toBeNull();
  });

  it('answers for price per quality also where a score of zero is possible', () => {
    const perQuality = pricedRules({ method: 'price-per-quality', divisor: '100', ...basis }, { quality: '100' });
    const input = pricedInput(perQuality, { a: ['30', '100'], b: ['40', '120'] });
    expect(robustness(input).scores).toHaveLength(1);
  });

  it('every change that it names for the demo really changes the lot', () => {
    const before = holdersOf(sample());
    for (const { lot, change } of robustness(sample()).scores) {
      const after = holdersOf(withScore(sample(), change!));
      expect(after.get(lot)).not.toBe(before.get(lot));
      expect(change!.becomes).toEqual({ bid: after.get(lot) ?? null, draw: after.get(lot) === undefined });
    }
  });
});

describe('against every single change of a score, one by one', () => {
  it('names a change that does it, and none is smaller, under every mechanism', () => {
    fc.assert(
      fc.property(smallTender, (input) => {
        const before = holdersOf(input);
        const smallest = smallestByForce(input);
        for (const { lot, change } of robustness(input).scores) {
          expect([lot, change && Math.abs(Number(change.to) - Number(change.from))]).toEqual([
            lot,
            smallest.get(lot) ?? null,
          ]);
          if (!change) continue;
          const after = holdersOf(withScore(input, change)).get(lot);
          expect(after).not.toBe(before.get(lot));
          expect(change.becomes).toEqual({ bid: after ?? null, draw: after === undefined });
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
