import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Scratch } from '../../../src/reports/pdf/scratch.ts';

describe('bytes that grow', () => {
  it('are all that was added since they were taken', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 50 }).map((text) => text.replace(/[^\0-\xff]/g, '?')),
      fc.uint8Array({ maxLength: 90_000 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(part, { maxLength: 5 }), { maxLength: 4 }), (rounds) => {
        const scratch = new Scratch();
        for (const parts of rounds) {
          for (const one of parts) {
            if (typeof one === 'string') scratch.line(one);
            else scratch.add(one);
          }
          const expected = Buffer.concat(
            parts.map((one) => (typeof one === 'string' ? Buffer.from(`${one}\n`, 'latin1') : one)),
          );
          expect(Buffer.compare(scratch.take(), expected)).toBe(0);
        }
      }),
      { numRuns: 50 },
    );
  });
});
