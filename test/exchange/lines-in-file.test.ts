import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/domain/faults.ts';
import { linesInFile } from '../../src/exchange/lines-in-file.ts';

const TEXT = `{
  "title": "a \\" { [ , : \\\\",
  "lots": [
    "Noord",
    { "name": "Zuid",
      "value":
        12 },
    [], {},

    true
  ],
  "scale": {}, "price":
  { "weight": 40 }
}`;

describe('the line of a value in a file', () => {
  it.each<[Path, number]>([
    [[], 1],
    [['title'], 2],
    [['lots'], 3],
    [['lots', 0], 4],
    [['lots', 1], 5],
    [['lots', 1, 'name'], 5],
    [['lots', 1, 'value'], 6],
    [['lots', 2], 8],
    [['lots', 3], 8],
    [['lots', 4], 10],
    [['scale'], 12],
    [['price'], 12],
    [['price', 'weight'], 13],
  ])('is that of its key, or of where an item begins: %j', (path, line) => {
    expect(linesInFile(TEXT, [path])).toEqual([line]);
  });

  it('is that of what is there of a path that goes further', () => {
    const paths = [['nothing'], ['lots', 9, 'name'], ['lots', 0, 'name'], ['lots', 1, 'value', 'more'], ['price', 0]];
    expect(linesInFile(TEXT, paths)).toEqual([1, 3, 4, 6, 12]);
  });

  it('counts other ends of lines, and a text of one line', () => {
    expect(linesInFile('{\r\n"a":\r\n1,\r\n"b": 2}', [['a'], ['b']])).toEqual([2, 4]);
    expect(linesInFile('[[1],[2,[3]]]', [[1, 1, 0]])).toEqual([1]);
    expect(linesInFile('\n\n3', [[]])).toEqual([3]);
  });

  it('finds every key of any value that is written a key a line', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value, null, 1);
        const lines = text.split('\n');
        const keys = Object.keys(value);
        const found = linesInFile(
          text,
          keys.map((key) => [key]),
        );
        for (const [place, key] of keys.entries()) {
          expect(lines[found[place]! - 1]!.startsWith(` ${JSON.stringify(key)}: `)).toBe(true);
        }
      }),
    );
  });
});
