import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whereJsonStops } from '../../src/domain/json.ts';

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
