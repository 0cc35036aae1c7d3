import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/chain/canonical.ts';
import { REGISTER_START, registerAfter, registerEntry } from '../../src/chain/register.ts';

const [hash, key] = [sha256('an event'), sha256('a key')];

describe('the register', () => {
  it('has the hash of an event of format 2 as its entry, and hides that of format 1', () => {
    expect(registerEntry(hash, false, key)).toBe(hash);
    const hidden = createHmac('sha256', Buffer.from(key, 'hex')).update(hash).digest('hex');
    expect(registerEntry(hash, true, key)).toBe(hidden);
  });

  it('goes on from the head before', () => {
    const first = registerAfter(REGISTER_START, hash);
    expect(first).toBe(sha256(`${'0'.repeat(64)}${hash}`));
    expect(registerAfter(first, hash)).not.toBe(first);
  });
});
