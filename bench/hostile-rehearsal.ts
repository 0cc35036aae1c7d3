import { checkAward } from '../src/domain/evaluation/check-award.ts';
import { evaluate } from '../src/domain/evaluation/evaluate.ts';
import { compareMechanisms } from '../src/domain/guards/compare-mechanisms.ts';
import { rankReversals } from '../src/domain/guards/rank-reversal.ts';
import { robustness } from '../src/domain/guards/robustness.ts';
import { createWhatIf } from '../src/domain/guards/what-if.ts';
import { demoInput } from './demo.ts';
import type { BenchLine } from './harness.ts';
import { largeInput } from './large-input.ts';

const MOST_WINNERS = [3, 5, 8];

/** A rehearsal of 20 lots x 30 bids with few winners and prices relative to the lowest: totals of thousands of digits, branch and bound. */
export function benchHostileRehearsal(): BenchLine[] {
  return MOST_WINNERS.map((maximum): BenchLine => {
    const input = largeInput(demoInput(), true, { minimum: 1, maximum });
    const start = performance.now();
    const outcome = evaluate(input);
    const fault = checkAward(input, outcome);
    const whatIf = createWhatIf(input);
    compareMechanisms(input);
    rankReversals(input, whatIf);
    robustness(input, whatIf);
    return {
      what: `rehearse 20 x 30, prices relative to the lowest, at most ${maximum} winners`,
      median: performance.now() - start,
      unit: 'ms',
      target: 'an outcome that its own certificate proves',
      met: fault === null,
    };
  });
}
