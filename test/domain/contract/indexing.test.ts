import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CatchUp, type Index, indexYears } from '../../../src/domain/contract/indexing.ts';
import { divide, equals, exact, multiply, toFractionText } from '../../../src/domain/number.ts';

const index = (year: number, status: Index['status'], percentage: string): Index => ({
  year,
  status,
  percentage,
  publishedOn: '2026-01-01',
  source: 'Verzonnen advies',
});
const levels = (indexes: readonly Index[], catchUp: CatchUp, last = 2028, instead?: string): (string | null)[] =>
  indexYears(2025, last, indexes, catchUp, instead).map(({ level }) => level && toFractionText(level));

const PROVISIONAL = [index(2026, 'provisional', '2'), index(2027, 'provisional', '3'), index(2028, 'provisional', '1')];

describe('indexing', () => {
  it('multiplies year by year, and knows nothing from the first year without a percentage on', () => {
    expect(levels(PROVISIONAL, 'ratio')).toEqual(['51/50', '5253/5000', '530553/500000']);
    expect(levels([PROVISIONAL[0]!, PROVISIONAL[2]!], 'ratio')).toEqual(['51/50', null, null]);
    expect(levels([PROVISIONAL[0]!], 'ratio', 2027, '3')).toEqual(['51/50', '5253/5000']);
  });

  it('catches up with a final percentage in the next year, by ratio or by difference', () => {
    const final = [...PROVISIONAL, index(2026, 'final', '2.5')];
    // 2027 by ratio: 1.03 x 1.025 / 1.02, so that the level is 1.025 x 1.03; by difference: 1 + 3 % + 0.5 %.
    expect(levels(final, 'ratio', 2027)).toEqual(['51/50', '4223/4000']);
    expect(levels(final, 'difference', 2027)).toEqual(['51/50', '10557/10000']);
  });

  const percentage = fc.integer({ min: -500, max: 1500 }).map((tenths) => String(tenths / 100));
  const three = fc.tuple(percentage, percentage, percentage);
  const asText = (percentage: string): string => Number(percentage).toFixed(2);

  it('comes by ratio to what it would be with the final percentages at once, one year later', () => {
    fc.assert(
      fc.property(three, three, (provisional, final) => {
        const all = [2026, 2027, 2028].flatMap((year, place) => [
          index(year, 'provisional', asText(provisional[place]!)),
          index(year, 'final', asText(final[place]!)),
        ]);
        const [, , third] = indexYears(2025, 2028, all, 'ratio');
        const plain = (text: string) => exact(asText(String(100 + Number(text))));
        const hundred = exact('100');
        const atOnce = [final[0], final[1], provisional[2]].reduce(
          (level, one) => divide(multiply(level, plain(one!)), hundred),
          exact('1'),
        );
        expect(equals(third!.level!, atOnce)).toBe(true);
      }),
    );
  });

  it('with only final percentages is as if those had been the provisional ones', () => {
    fc.assert(
      fc.property(three, (percentages) => {
        const of = (status: Index['status']) =>
          [2026, 2027, 2028].map((year, place) => index(year, status, asText(percentages[place]!)));
        for (const catchUp of ['ratio', 'difference'] as const) {
          expect(levels(of('final'), catchUp)).toEqual(levels(of('provisional'), catchUp));
        }
      }),
    );
  });
});
