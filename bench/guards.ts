import { awardLots } from '../src/domain/award/award.ts';
import { rankReversals } from '../src/domain/guards/rank-reversal.ts';
import { robustness } from '../src/domain/guards/robustness.ts';
import { createWhatIf } from '../src/domain/guards/what-if.ts';
import type { EvaluationInput } from '../src/domain/scoring/input.ts';
import { evaluateLots } from '../src/domain/scoring/lot.ts';
import { demoInput } from './demo.ts';
import { type BenchLine, measure } from './harness.ts';

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

/** 30 bids for 20 lots with made-up scores on 12 criteria, always the same ones. */
function largeInput({ rules }: EvaluationInput, relative: boolean): EvaluationInput {
  let state = 5;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % limit;
  };
  const both = (text: string) => ({ nl: text, en: text });
  const { growthPath: _, budget: __, ...rest } = rules;
  const weights = [10, 10, 10, 10, 10, 10, 10, 10, 5, 5, 5, 5].map((weight) =>
    String(relative ? weight * 0.6 : weight),
  );
  const lots = Array.from({ length: 20 }, (_, place) => ({ id: `lot-${place + 1}`, name: `Lot ${place + 1}` }));
  const ids = Array.from({ length: 30 }, (_, place) => `bid-${place + 1}`);
  return {
    rules: {
      ...rest,
      lots,
      criteria: weights.map((weight, place) => ({
        id: `criterion-${place + 1}`,
        name: both(`Criterium ${place + 1}`),
        description: both('Verzonnen'),
        weight,
        sources: [],
        ...(place === 0 ? { minimumScore: '2' } : {}),
      })),
      ...(relative
        ? {
            onWithdrawal: 're-rank',
            price: {
              method: 'weighted-factor',
              weight: '40',
              description: both('Prijs'),
              form: { kind: 'amount' },
              points: { kind: 'proportional', reference: 'lowest', belowZero: 'clip', aboveMaximum: 'clip' },
            },
          }
        : {}),
      award: {
        ...rules.award,
        winners: { minimum: 2, maximum: 20 },
        tieBreak: [{ rule: 'higher-score', criterion: 'criterion-1' }],
      },
    },
    bids: ids.map((id) => ({
      id,
      bidder: { name: id, form: 'single', members: [{ id: `org-${id}`, name: id }] },
      lots: lots.map((lot) => ({ lot: lot.id })),
    })),
    consensus: ids.flatMap((bid) =>
      lots.flatMap((lot) =>
        weights.map((_, place) => ({
          bid,
          lot: lot.id,
          criterion: `criterion-${place + 1}`,
          score: ['2', '4', '6', '8', '10'][below(5)]!,
          motivation: 'Verzonnen.',
        })),
      ),
    ),
    ...(relative
      ? {
          prices: ids.flatMap((bid) =>
            lots.map((lot) => ({ bid, lot: lot.id, amount: String(100_000 + below(50_000)) })),
          ),
        }
      : {}),
  };
}
