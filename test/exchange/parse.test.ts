import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../src/config.ts';
import type { DomainError } from '../../src/domain/errors.ts';
import { tenderRules } from '../../src/domain/rules/rules.ts';
import { evaluationInput } from '../../src/domain/scoring/input.ts';
import { oneLine } from '../../src/domain/text.ts';
import { parseJson } from '../../src/exchange/parse.ts';

const read = (text: string): unknown => parseJson(text, z.unknown());

function refusal(text: string): unknown {
  try {
    read(text);
  } catch (error) {
    const { code, details } = error as DomainError;
    return { code, ...details };
  }
  return undefined;
}

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return (error as DomainError).code;
  }
  return undefined;
}

describe('a JSON file', () => {
  it('is read with or without the mark that some editors put before UTF-8', () => {
    expect(read('\uFEFF{"a": 1}')).toEqual({ a: 1 });
  });

  it('is refused when it is no JSON, with the place where it goes wrong', () => {
    expect(refusal('{\n  "a": 1,\n  "b" 2\n}')).toEqual({ code: 'not-json', line: 3, column: 7 });
    expect(refusal('hallo')).toEqual({ code: 'not-json', line: 1, column: 1 });
    expect(refusal('{"a": [1, 2}')).toEqual({ code: 'not-json', line: 1, column: 12 });
  });

  it('is refused when it is no UTF-8', () => {
    expect(refusal(Buffer.from('{"name": "Caf\xe9"}', 'latin1').toString('utf8'))).toEqual({ code: 'not-utf8' });
  });

  it('is refused when an object names a key twice, wherever and however it is written', () => {
    expect(refusal('{"a": 1, "a": 1}')).toEqual({ code: 'key-twice', path: 'a' });
    expect(refusal('{"award": [{}, {"winners": {"minimum": 1, "maximum": 2, "m\\u0069nimum": 3}}]}')).toEqual({
      code: 'key-twice',
      path: 'award.1.winners.minimum',
    });
    // The same key in two objects, in a value, in a string with braces and quotes: once each.
    const once = '{"a": {"a": "a"}, "b": [{"a": "{\\"b\\": 1, \\"b\\": 2}"}, {"a": []}], "c": ["b", "b"]}';
    expect(refusal(once)).toBeUndefined();
  });

  it('is told from another kind of file', () => {
    const input = readFileSync(join(projectRoot(), 'data/samples/price-and-quality.json'), 'utf8');
    const { rules } = JSON.parse(input) as { rules: object };
    expect(codeOf(() => parseJson(input, tenderRules))).toBe('file-is-input');
    expect(codeOf(() => parseJson(JSON.stringify(rules), evaluationInput))).toBe('file-is-rules');
    expect(codeOf(() => parseJson(JSON.stringify({ ...rules, kind: 'matrix' }), tenderRules))).toBe('file-invalid');
  });

  it('lists everything in it that has a wrong shape, with the first as the error itself', () => {
    const input = readFileSync(join(projectRoot(), 'data/samples/price-and-quality.json'), 'utf8');
    const { rules } = JSON.parse(input) as { rules: { criteria: object[]; lots: object[] } };
    const wrong = {
      ...rules,
      criteria: rules.criteria.map((criterion, place) => (place === 1 ? { ...criterion, weight: 5 } : criterion)),
      lots: [...rules.lots, { id: 'Te groot', name: 'x', onzin: 1 }],
    };
    let thrown: unknown;
    try {
      parseJson(JSON.stringify(wrong), tenderRules);
    } catch (error) {
      thrown = error;
    }
    const { code, details, faults } = thrown as DomainError;
    const last = rules.lots.length;
    expect(faults.map(({ code: one, path, mends }) => [one, path, mends])).toEqual([
      ['file-invalid', ['lots', last, 'id'], null],
      ['file-invalid', ['lots', last], { kind: 'remove' }],
      ['file-invalid', ['criteria', 1, 'weight'], null],
    ]);
    expect({ code, details }).toEqual({ code: faults[0]!.code, details: faults[0]!.details });
  });

  it('any value is read as it was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        fc.pre(!JSON.stringify(value).includes('\uFFFD'));
        expect(read(JSON.stringify(value, null, indent))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('has its texts brought in before the shape sees them', () => {
    const shape = z.strictObject({ name: oneLine(10) });
    expect(parseJson('{"name": "  \\ufb01nancieel\\n"}', shape)).toEqual({ name: 'financieel' });
    expect(codeOf(() => parseJson('{"name": "a\\nb"}', shape))).toBe('text-refused');
    expect(codeOf(() => parseJson('{"name": "\\u200b"}', shape))).toBe('file-invalid');
  });
});
