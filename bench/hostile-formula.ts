import type { PricePoints } from '../src/domain/rules/price-rules.ts';
import { formulaFaults } from '../src/domain/scoring/formula-trial.ts';
import type { EvaluationInput } from '../src/domain/scoring/input.ts';
import { evaluateLots } from '../src/domain/scoring/lot.ts';
import { demoInput } from './demo.ts';
import type { BenchLine } from './harness.ts';
import { largeInput } from './large-input.ts';

const ends = { belowZero: 'clip', aboveMaximum: 'clip' } as const;
const own = (expression: string): PricePoints => ({ kind: 'formula', expression, ...ends });

/** The largest formulas that may be announced, and powers with a hundred in their denominator, for 30 bids in each of 20 lots. */
const POINTS: readonly (readonly [what: string, points: PricePoints])[] = [
  ['an own formula with a ninth power of a ninth power', own('((price / 999999) ^ 9) ^ 5 + quality')],
  ['an own formula with the sum of 100 numbers', own(Array(100).fill('price').join(' + '))],
  ['an own formula of 30 quotients', own(Array(30).fill('lowest / max(price, 0.01)').join(' + '))],
  [
    'a share to the power 99.99',
    { kind: 'proportional', reference: 'lowest', power: { exponent: '99.99', decimals: 6 }, ...ends },
  ],
  [
    'a share above one to the power 99.99',
    { kind: 'proportional', reference: '999999999999', power: { exponent: '99.99', decimals: 6 }, ...ends },
  ],
];

export function benchHostileFormulas(): BenchLine[] {
  const input = largeInput(demoInput(), true);
  return POINTS.flatMap(([what, points]): BenchLine[] => {
    const rules = withPoints(input, points);
    const trial = timeOf(() => formulaFaults(rules.rules));
    const evaluation = timeOf(() => evaluateLots(rules));
    return [
      {
        what: `try ${what}`,
        median: trial,
        unit: 'ms',
        target: 'under 1,500 ms, the first with mathjs to load',
        met: trial < 1500,
      },
      { what: 'rank 20 x 30 with it', median: evaluation, unit: 'ms' },
    ];
  });
}

/** Once and cold, as whoever sends one form meets it. */
function timeOf(task: () => unknown): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

function withPoints(input: EvaluationInput, points: PricePoints): EvaluationInput {
  const { price } = input.rules;
  if (price.method !== 'weighted-factor') throw new Error('the large input has a weighted price');
  return { ...input, rules: { ...input.rules, price: { ...price, points } } };
}
