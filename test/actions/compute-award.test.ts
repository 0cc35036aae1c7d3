import { describe, expect, it } from 'vitest';
import { evaluateWithHelp } from '../../src/actions/compute-award.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { sample } from '../support/tender.ts';

describe('help with the award', () => {
  it('is not asked where the own search proves the outcome', async () => {
    expect(await evaluateWithHelp(sample())).toEqual({ outcome: evaluate(sample()) });
  });

  it('never changes an outcome that is proven, whatever is suggested', () => {
    for (const suggestion of [[], [0, 1, 2], [999]]) {
      expect(evaluate(sample(), { integerProgram: () => suggestion })).toEqual(evaluate(sample()));
    }
  });
});
