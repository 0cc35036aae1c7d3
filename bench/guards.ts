import { awardLots } from '../src/domain/award/award.ts';
import { rankReversals } from '../src/domain/guards/rank-reversal.ts';
import { robustness } from '../src/domain/guards/robustness.ts';
import { createWhatIf } from '../src/domain/guards/what-if.ts';
import { evaluateLots } from '../src/domain/scoring/lot.ts';
import { demoInput } from './demo.ts';
import { type BenchLine, measure } from './harness.ts';
import { largeInput } from './large-input.ts';

const AWARD_TARGET_MS = 0.3;
const GUARDS_TARGET_MS = 200;

/** The award of 4 lots x 7 bids with its whole explanation, and the guards on 20 lots x 30 bids x 12 criteria. */
export function benchGuards(): BenchLine[] {
  const demo = demoInput();
  const rankings = new Map([...evaluateLots(demo)].map(([lot, { ranking }]) => [lot, ranking]));
  const explained = measure(500, () => awardLots(demo, rankings)).median;
  return [
    {
      what: 'award the demo, 4 x 7, with proof and explanation',
      median: explained,
      unit: 'ms',
      target: `under ${AWARD_TARGET_MS} ms`,
      met: explained < AWARD_TARGET_MS,
    },
    ...(['fixed price', 'price relative to the lowest'] as const).map((price): BenchLine => {
      const input = largeInput(demo, price !== 'fixed price');
      const both = measure(3, () => {
        const whatIf = createWhatIf(input);
        rankReversals(input, whatIf);
        robustness(input, whatIf);
      }).median;
      return {
        what: `rank reversal and robustness, 20 x 30 x 12, ${price}`,
        median: both,
        unit: 'ms',
        target: `under ${GUARDS_TARGET_MS} ms`,
        met: both < GUARDS_TARGET_MS,
      };
    }),
  ];
}
