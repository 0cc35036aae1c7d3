import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256 } from '../../src/chain/canonical.ts';

describe('the canonical form (RFC 8785)', () => {
  it('sorts keys by UTF-16 code units and writes numbers as ECMAScript does', () => {
    // RFC 8785, section 3.2.3 and appendix B.
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '1': 3, '\u0080': 4, '\u00f6': 5 })).toBe(
      '{"\\r":2,"1":3,"\u0080":4,"\u00f6":5,"\u20ac":1}',
    );
    expect(canonicalJson([1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0])).toBe('[1e+30,4.5,0.002,1e-27,0]');
  });
});

describe('sha256', () => {
  it('gives the digest of the example in FIPS 180-4', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
