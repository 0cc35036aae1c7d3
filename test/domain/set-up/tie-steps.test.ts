import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import { exampleInput, twinsOf } from '../../../src/domain/set-up/example-bids.ts';
import { tieSteps } from '../../../src/domain/set-up/tie-steps.ts';
import { everyRules } from '../../support/every-rules.ts';

const [, priced] = everyRules().find(([name]) => name === 'price-and-quality')!;

describe('how an exact tie ends', () => {
  it.each(everyRules())('under %s each announced step decides where bids differ in that alone', (_, rules) => {
    for (const { step, separatedBy } of tieSteps(rules)) {
      expect(separatedBy).toEqual(step.rule === 'draw' ? null : step);
    }
  });

  it('is decided by an earlier step of the same kind, where there is one', () => {
    const lower = { rule: 'lower-price' } as const;
    const tieBreak = [lower, { rule: 'draw' } as const];
    const steps = tieSteps({ ...priced, award: { ...priced.award, tieBreak } });
    expect(steps.map(({ separatedBy }) => separatedBy)).toEqual([lower, null]);
  });

  it.each(everyRules())('under %s is a draw for two bids that are the same', (_, rules) => {
    const { lots } = evaluate(twinsOf(exampleInput(rules, ['Een', 'Twee', 'Drie']), ['Tweeling 1', 'Tweeling 2']));
    const ranks = lots.flatMap(({ ranking }) => ranking.map(({ rank }) => rank));
    expect(ranks.length).toBeGreaterThan(0);
    expect(ranks.every((rank) => rank === 1)).toBe(true);
  });
});
