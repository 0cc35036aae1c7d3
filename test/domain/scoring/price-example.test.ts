import { describe, expect, it } from 'vitest';
import { exact, roundHalfUp, toFractionText } from '../../../src/domain/number.ts';
import type { PricePoints } from '../../../src/domain/rules/price-rules.ts';
import { priceExamples } from '../../../src/domain/scoring/price-example.ts';
import { everyRules } from '../../support/every-rules.ts';
import { clip, weighted } from '../../support/priced.ts';
import { smallRules } from '../../support/tender.ts';

const PRICES = ['800000', '1000000', '1200000'].map(exact);
const under = (points: PricePoints) => priceExamples({ ...smallRules({}), price: weighted('40', points) }, PRICES)[0]!;
const cents = (value: Parameters<typeof roundHalfUp>[0] | null): string | null =>
  value === null ? null : toFractionText(roundHalfUp(value, 2));

describe('what prices earn', () => {
  it('is by the rule of three of the lowest price x weight / price', () => {
    const { rows, pointIsWorth } = under({ kind: 'proportional', reference: 'lowest', ...clip });
    expect(rows.map(({ points }) => toFractionText(points!))).toEqual(['40', '32', '80/3']);
    // 40 x 800,000 / (1,000,000 + x) = 31: x = 32,258.06.
    expect(cents(pointIsWorth)).toBe(toFractionText(exact('32258.06')));
  });

  it('is on a straight line the same everywhere: a point is a fortieth of the width', () => {
    const { rows, pointIsWorth } = under({ kind: 'linear', reference: '800000', zeroAt: '50', ...clip });
    expect(rows.map(({ points }) => toFractionText(points!))).toEqual(['40', '20', '0']);
    expect(cents(pointIsWorth)).toBe('10000');
  });

  it('is nothing where no price is asked, and has a curve that never rises where less is better', () => {
    expect(priceExamples(smallRules({}))).toEqual([]);
    for (const [name, rules] of everyRules()) {
      for (const { curve, rows, bidderPays } of priceExamples(rules)) {
        expect(rows, name).toHaveLength(3);
        expect(curve.length, name).toBeGreaterThan(30);
        if (bidderPays || rules.price.method !== 'weighted-factor' || rules.price.points.kind === 'formula') continue;
        for (const [place, { value }] of curve.entries()) {
          if (place > 0) expect(value.compare(curve[place - 1]!.value), name).toBeLessThanOrEqual(0);
        }
      }
    }
  });
});
