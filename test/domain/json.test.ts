import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameJson, jsonBeyond, whereJsonStops } from '../../src/domain/json.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('where a text stops being JSON', () => {
  it.each([
    ['a word', 'hallo', 1, 1],
    ['no colon', '{\n  "a": 1,\n  "b" 2\n}', 3, 7],
    ['a comma too many', '{"a": [1, 2,]}', 1, 13],
    ['a comma after the last key', '{"a": 1,\n}', 2, 1],
    ['a key without quotes', '{a: 1}', 1, 2],
    ['a quote that is not closed', '{"a": "b}', 1, 10],
    ['a line break in a text', '{"a": "b\nc"}', 1, 9],
    ['an escape that does not exist', '["a\\x"]', 1, 4],
    ['the end is missing', '{"a": [1', 1, 9],
    ['nothing at all', '', 1, 1],
    ['something after the end', '{}\n{}', 2, 1],
    ['a number with a zero before it', '[01]', 1, 3],
    ['the wrong bracket', '[1}', 1, 3],
  ])('%s', (_, text, line, column) => {
    expect(isJson(text)).toBe(false);
    expect(whereJsonStops(text)).toEqual({ line, column });
  });

  it('is never beyond what no JSON can have', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, where) => {
        const at = where % (json.length + 1);
        const broken = `${json.slice(0, at)}\u0001${json.slice(at)}`;
        const { line, column } = whereJsonStops(broken);
        expect(isJson(broken)).toBe(false);
        const lines = broken.split('\n');
        const offset = lines.slice(0, line - 1).reduce((length, one) => length + one.length + 1, 0) + column - 1;
        expect(offset).toBeLessThanOrEqual(at);
      }),
    );
  });
});

describe('how large a JSON text may be', () => {
  const most = { depth: 3, values: 20, parts: 5 };
  it.each([
    ['[[[]]]', undefined],
    ['[[[[]]]]', 'depth'],
    ['[[[]],[[]],[[]]]', undefined],
    ['[1,2,3,4,5]', undefined],
    ['[1,2,3,4,5,6]', 'parts'],
    ['{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1}', 'parts'],
    ['[[1,2,3,4,5],[1,2,3,4,5],[1,2,3,4,5],[1,2,3,4,5]]', 'values'],
    [String.raw`["[[[[,,,,,,\"[[[[", "\\", "]"]`, undefined],
    [']]]]]]]]]][', undefined],
    ['"never closed [[[[', undefined],
  ] as const)('%s', (text, beyond) => expect(jsonBeyond(text, most)).toBe(beyond));

  it('never lets through what JSON.parse makes larger', () => {
    const count = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? 1 + Object.values(value).reduce((all, one) => all + count(one), 0)
        : 1;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const values = count(JSON.parse(text));
        fc.pre(values > 1);
        expect(jsonBeyond(text, { depth: 100, values: values - 1, parts: 1e6 })).toBe('values');
      }),
    );
  });
});

describe('the same as JSON', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, field]) => [key, shuffled(field)] as const);
    return Object.fromEntries(entries.reverse());
  };

  it('is a value whose keys stand in another order, or have no value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isSameJson(value, shuffled(value))).toBe(true);
      }),
    );
    expect(isSameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  });

  it('is no other value', () => {
    const different: [unknown, unknown][] = [
      [1, '1'],
      [null, {}],
      [[], {}],
      [[1], [1, 2]],
      [{ a: 1 }, { a: 2 }],
      [{ a: 1 }, { b: 1 }],
      [{ a: 1 }, { a: 1, b: null }],
    ];
    for (const [one, other] of different) {
      expect([isSameJson(one, other), isSameJson(other, one)]).toEqual([false, false]);
    }
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(isSameJson(one, other)).toBe(JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)));
      }),
    );
  });

  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, field]) => [key, sorted(field)]),
    );
  };
});
