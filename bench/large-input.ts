import type { EvaluationInput } from '../src/domain/scoring/input.ts';

/** How many of each there are. */
export interface Size {
  readonly bids: number;
  readonly lots: number;
  /** As heavy as each other, unless there are twelve. */
  readonly criteria: number;
}

/**
 * 30 bids for 20 lots with made-up scores on 12 criteria, or of another size; always the same ones.
 * @param relative whether prices are measured against the lowest; then totals have common denominators of thousands of digits
 */
export function largeInput(
  { rules }: EvaluationInput,
  relative: boolean,
  winners: { readonly minimum: number; readonly maximum: number } = { minimum: 2, maximum: 20 },
  size: Size = { bids: 30, lots: 20, criteria: 12 },
): EvaluationInput {
  let state = 5;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % limit;
  };
  const both = (text: string) => ({ nl: text, en: text });
  const { growthPath: _, budget: __, ...rest } = rules;
  const shares =
    size.criteria === 12
      ? [10, 10, 10, 10, 10, 10, 10, 10, 5, 5, 5, 5]
      : Array.from({ length: size.criteria }, () => 100 / size.criteria);
  const weights = shares.map((weight) => String(relative ? weight * 0.6 : weight));
  const lots = Array.from({ length: size.lots }, (_, place) => ({ id: `lot-${place + 1}`, name: `Lot ${place + 1}` }));
  const ids = Array.from({ length: size.bids }, (_, place) => `bid-${place + 1}`);
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
        winners,
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
