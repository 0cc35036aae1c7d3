import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Picture, readPng } from '../../../src/reports/pdf/png.ts';
import { type PngSource, png } from '../../support/png.ts';

/** The pixels that were read: red, green, blue, and opacity where it is not full everywhere. */
function read(source: PngSource) {
  const { width, height, colors, opacity } = readPng(png(source)) as Picture;
  return { width, height, colors: [...inflateSync(colors)], opacity: opacity && [...inflateSync(opacity)] };
}

describe('a PNG', () => {
  it('is read whatever filters its rows have', () => {
    const pixels = (bytes: number) =>
      fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([width, height]) =>
        fc.record({
          width: fc.constant(width),
          rows: fc.array(
            fc.array(fc.integer({ min: 0, max: 255 }), { minLength: width * bytes, maxLength: width * bytes }),
            { minLength: height, maxLength: height },
          ),
          filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
        }),
      );
    fc.assert(
      fc.property(pixels(3), (source) => {
        expect(read({ ...source, type: 2 }).colors).toEqual(source.rows.flat());
      }),
    );
    fc.assert(
      fc.property(pixels(4), (source) => {
        const all = source.rows.flat();
        const { colors, opacity } = read({ ...source, type: 6 });
        expect(colors).toEqual(all.filter((_, at) => at % 4 !== 3));
        expect(opacity ?? all.filter((_, at) => at % 4 === 3).fill(255)).toEqual(all.filter((_, at) => at % 4 === 3));
      }),
    );
  });

  it('may be grey, of one bit a pixel or of sixteen, and with opacity', () => {
    expect(read({ width: 3, rows: [[0b10100000]], type: 0, bits: 1 }).colors).toEqual([
      255, 255, 255, 0, 0, 0, 255, 255, 255,
    ]);
    expect(read({ width: 1, rows: [[0x80, 0]], type: 0, bits: 16 }).colors).toEqual([128, 128, 128]);
    expect(read({ width: 1, rows: [[7, 100]], type: 4 })).toMatchObject({ colors: [7, 7, 7], opacity: [100] });
  });

  it('may have a palette, of which colours are clear', () => {
    const palette = [10, 20, 30, 40, 50, 60];
    expect(read({ width: 2, rows: [[0b00010000]], type: 3, bits: 4, palette, clear: [255, 128] })).toEqual({
      width: 2,
      height: 1,
      colors: [40, 50, 60, 10, 20, 30],
      opacity: [128, 255],
    });
    expect(read({ width: 2, rows: [[0, 1]], type: 3, palette }).opacity).toBeNull();
  });

  it('may have one colour that is clear', () => {
    const clear = [0, 1, 0, 2, 0, 3];
    expect(read({ width: 2, rows: [[1, 2, 3, 1, 2, 4]], type: 2, clear }).opacity).toEqual([0, 255]);
  });
});

describe('a picture that is refused', () => {
  const one: PngSource = { width: 1, rows: [[1, 2, 3]], type: 2 };

  it.each([
    ['a file of another kind', Buffer.from('GIF89a'), 'not a PNG'],
    ['an empty file', Buffer.alloc(0), 'not a PNG'],
    ['half a file', png(one).subarray(0, 45), 'not a PNG'],
    ['one with too few pixels', png({ ...one, width: 2 }), 'not a PNG'],
    ['one with too many pixels in its rows', png({ ...one, rows: [[1, 2, 3, 4]] }), 'not a PNG'],
    ['an unknown filter', png({ ...one, filters: [9] }), 'not a PNG'],
    ['a palette that is not there', png({ width: 1, rows: [[0]], type: 3 }), 'not a PNG'],
    ['a depth that colours do not have', png({ ...one, bits: 4 }), 'not a PNG'],
    ['an interlaced one', png({ ...one, interlaced: true }), 'an interlaced PNG'],
    ['a wide one', png({ width: 2001, rows: [Array(2001).fill(0)], type: 0 }), 'a picture of too many pixels'],
  ])('%s', (_, bytes, fault) => {
    expect(readPng(bytes)).toBe(fault);
  });

  it('is any file that somebody broke, without an error', () => {
    const whole = png({ width: 4, rows: Array(4).fill([1, 2, 3, 4]), type: 0 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const broken = Buffer.from(whole);
        broken[at] = byte;
        readPng(broken);
      }),
    );
  });
});
