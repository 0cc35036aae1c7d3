import { describe, expect, it } from 'vitest';
import { isRanked, PROCUREMENT_PROCEDURES } from '../../../src/domain/rules/procurement-procedure.ts';

describe('a procedure', () => {
  it('ranks bids, but for open house', () => {
    expect(PROCUREMENT_PROCEDURES.filter((procedure) => !isRanked(procedure))).toEqual(['open-house']);
  });
});
