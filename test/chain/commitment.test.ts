import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitment, commitmentIn, newSalt } from '../../src/chain/commitment.ts';

const hmac = (text: string, salt: string): string =>
  createHmac('sha256', Buffer.from(salt, 'hex')).update(text, 'utf8').digest('hex');

describe('a commitment', () => {
  it('is HMAC-SHA-256 under the salt, as node calculates it, of texts of any length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (text, bytes) => {
          const salt = Buffer.from(bytes).toString('hex');
          expect(commitment(text, salt)).toBe(hmac(text, salt));
        },
      ),
    );
    for (const length of [0, 63, 64, 65, 16_384, 100_000, 10]) {
      const [text, salt] = ['é€'.repeat(length), newSalt()];
      expect(commitment(text, salt)).toBe(hmac(text, salt));
    }
  });

  it('is the one of RFC 4231, where the key has the length of a salt', () => {
    // Test case 1 has a key of 20 bytes, filled up with zeros here: HMAC does the same (RFC 2104).
    expect(commitment('Hi There', `${'0b'.repeat(20)}${'00'.repeat(12)}`)).toBe(
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    );
  });

  it('takes a salt that is written in one way only', () => {
    const salt = newSalt();
    expect(salt).toMatch(/^[0-9a-f]{64}$/);
    const bytes = Buffer.from(`["${salt}",text]`);
    expect(commitmentIn(bytes, 2, 68, 72)).toBe(commitment('text', salt));
    for (const other of [`${salt.slice(1)}g`, 'A'.repeat(64), `${salt.slice(2)}é`, salt.slice(1)]) {
      expect(commitmentIn(Buffer.from(other), 0, 64, 64)).toBeUndefined();
      expect(() => commitment('', other)).toThrow('not a salt');
    }
  });
});
