import { describe, expect, it } from 'vitest';
import { en } from '../../../src/messages/en.ts';
import { nl } from '../../../src/messages/nl.ts';
import { stateInWords } from '../../../src/web/pages/waiting.ts';

describe('how far long work is', () => {
  const begun = new Date('2027-03-01T09:00:00Z');
  const now = new Date('2027-03-01T09:00:07Z');
  const size = { bids: 100, lots: 1, criteria: 7 };

  it('is how long it takes, and of letters how many are made', () => {
    expect(stateInWords(nl, begun, now, size)).toBe('Al 7 seconden bezig.');
    expect(stateInWords(nl, begun, now, { ...size, lettersMade: 0, lettersOf: 100 })).toBe(
      'Al 7 seconden bezig. 0 van 100 brieven klaar.',
    );
    expect(stateInWords(en, begun, now, { ...size, lettersMade: 40, lettersOf: 100 })).toContain('40');
  });

  it('is that others are first, while it waits for its turn', () => {
    expect(stateInWords(nl, null, now, size)).toBe(nl.work.inLine);
  });
});
