import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, houseColors, isReadable } from '../../../src/reports/pdf/house-colors.ts';
import { color } from '../../../src/reports/pdf/theme.ts';

const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((one) => `#${one.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  it('is what WCAG 2.1 says', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#1b4f72', '#1b4f72')).toBe(1);
    // The greys that are known as the last one that passes, and the first that does not.
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
    expect([isReadable('#767676'), isReadable('#777777')]).toEqual([true, false]);
  });
});

describe('the colours of a house', () => {
  it('can be read wherever text stands on them, whatever its accent', () => {
    fc.assert(
      fc.property(anyColor.filter(isReadable), (accent) => {
        const colors = houseColors(accent);
        const tint = colors.get(color.tint)!;
        expect(colors.get(color.accent)).toBe(accent);
        for (const text of [accent, color.ink, color.quiet]) expect(contrast(text, tint)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colors.get(color.onAccent)!, accent)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colors.get(color.accentSoft)!, color.track)).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 300 },
    );
  });

  it('has tints that are seen to be of its accent', () => {
    expect([...houseColors('#1b4f72').values()]).toEqual(['#1b4f72', '#5f849c', '#edf1f4', '#d6dfe6']);
  });
});
