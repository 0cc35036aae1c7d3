import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCertificate } from '../../../src/domain/award/check-certificate.ts';
import { solveAward } from '../../../src/domain/award/solve.ts';
import { anyProblem, type Composition, isAllowed, tryAll } from '../../support/award-problems.ts';

const huge = fc.bigInt({ min: -3n, max: 6n }).map((score) => score * 10n ** 30n);

describe('the best division', () => {
  const kinds: readonly (readonly [string, Composition])[] = [
    ['single lots with a maximum per bid and a minimum of winners', { lots: 4, bids: 4 }],
    ['a maximum of winners', { lots: 5, bids: 4, maximumWinners: true }],
    ['parties of several bids', { lots: 4, bids: 4, affiliates: true }],
    ['combinations of lots', { lots: 4, bids: 3, combinations: true }],
    ['fixed offers', { lots: 4, bids: 4, fixed: true, maximumWinners: true }],
    [
      'everything together',
      { lots: 4, bids: 4, combinations: true, affiliates: true, maximumWinners: true, fixed: true },
    ],
    [
      'scores beyond the reach of doubles',
      { lots: 4, bids: 3, combinations: true, affiliates: true, maximumWinners: true, score: huge },
    ],
  ];
  it.each(kinds)('is what trying everything finds, and is proven: %s', (_, shape) => {
    fc.assert(
      fc.property(anyProblem(shape), (problem) => {
        const truth = tryAll(problem);
        const found = solveAward(problem);
        expect(found && [found.lotsAwarded, found.total]).toEqual(truth && [truth.lotsAwarded, truth.total]);
        if (!found) return;
        expect(isAllowed(problem, found.division)).toBe(true);
        expect([found.proven, found.bound]).toEqual([true, found.value]);
        expect(checkCertificate(problem, found, found.certificate()!)).toBe(null);
      }),
      { numRuns: 5000 },
    );
  });
});
