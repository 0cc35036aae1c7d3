import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOfPieces, isCanonicalText, sha256 } from '../../src/chain/canonical.ts';

describe('the canonical form (RFC 8785)', () => {
  it('sorts keys by UTF-16 code units and writes numbers as ECMAScript does', () => {
    // RFC 8785, section 3.2.3 and appendix B.
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '1': 3, '\u0080': 4, '\u00f6': 5 })).toBe(
      '{"\\r":2,"1":3,"\u0080":4,"\u00f6":5,"\u20ac":1}',
    );
    expect(canonicalJson([1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0])).toBe('[1e+30,4.5,0.002,1e-27,0]');
  });
});

describe('whether a text is the canonical one', () => {
  /** Keys in any order, keys like numbers, characters that are written as numbers. */
  const key = fc.oneof(fc.constantFrom('a', 'b', '9', '10', '__proto__', '\u20ac', '\n'), fc.string());
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
    ),
  }));

  it('is answered as writing it anew would', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(0, 1), (one, spaces) => {
        for (const text of [canonicalJson(one), JSON.stringify(one, null, spaces)]) {
          const read: unknown = JSON.parse(text);
          expect(isCanonicalText(text, read)).toBe(canonicalJson(read) === text);
        }
        expect(isCanonicalText(canonicalJson(one), JSON.parse(canonicalJson(one)))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['{"a":1,"a":1}', '{"b":1,"a":2}', '{ "a":1}', '{"a":1.0}', '{"a":"\\u0061"}', '{"a":"\\/"}'])(
    'is denied of %s',
    (text) => {
      expect(isCanonicalText(text, JSON.parse(text))).toBe(false);
    },
  );
});

describe('sha256', () => {
  it('gives the digest of the example in FIPS 180-4', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('the hash of bytes in pieces', () => {
  const pieces = (...texts: readonly string[]) => texts.map((text) => Buffer.from(text));

  it('is that of the hashes of the pieces, also of those that were hashed before', () => {
    const expected = sha256(`${sha256('een')},${sha256('twee')}`);
    const given = pieces('een', 'twee');
    expect([hashOfPieces(given), hashOfPieces(given), hashOfPieces(pieces('een', 'twee'))]).toEqual(
      Array(3).fill(expected),
    );
    expect([hashOfPieces([]), hashOfPieces(pieces('twee', 'een'))]).not.toContain(expected);
  });
});
