import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '../../../src/config.ts';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import type { Mechanism } from '../../../src/domain/rules/mechanisms.ts';
import type { PriceRules } from '../../../src/domain/rules/price-rules.ts';
import { type EvaluationInput, evaluationInput } from '../../../src/domain/scoring/input.ts';
import { clip, pricedInput, pricedRules, weighted } from '../../support/priced.ts';
import { criterion, randomTender, singleBid, smallRules } from '../../support/tender.ts';

/** The documented sample with a rank reversal. */
export const priceAndQuality = (): EvaluationInput =>
  evaluationInput.parse(JSON.parse(readFileSync(join(projectRoot(), 'data/samples/price-and-quality.json'), 'utf8')));

/** The whole evaluation, read as: lot -> bid, null when it stays open, undefined when a draw is needed or nothing is awarded. */
export function holdersOf(input: EvaluationInput): Map<string, string | null | undefined> {
  const { status, lots } = evaluate(input).award;
  return new Map(
    lots.map(({ lot, winner, open }) => [lot, status === 'impossible' || open === 'draw' ? undefined : winner]),
  );
}

/** The same input with one score changed. */
export const withScore = (
  input: EvaluationInput,
  place: { bid: string; lot: string; criterion: string; to: string },
): EvaluationInput => ({
  ...input,
  consensus: input.consensus.map((one) =>
    one.bid === place.bid && one.lot === place.lot && one.criterion === place.criterion
      ? { ...one, score: place.to }
      : one,
  ),
});

/** The same input without one bid. */
export const without = (input: EvaluationInput, removed: string): EvaluationInput => ({
  ...input,
  bids: input.bids.filter(({ id }) => id !== removed),
  consensus: input.consensus.filter(({ bid }) => bid !== removed),
  ...(input.prices ? { prices: input.prices.filter(({ bid }) => bid !== removed) } : {}),
});

export function underMechanism(input: EvaluationInput, mechanism: Mechanism): EvaluationInput {
  const { lotOrder: _, ...award } = input.rules.award;
  const lotOrder = mechanism === 'fixed-order' ? { lotOrder: input.rules.lots.map(({ id }) => id) } : {};
  const bids = input.bids.map((bid) =>
    mechanism === 'preferences' ? { ...bid, preferences: bid.lots.map(({ lot }) => lot).reverse() } : bid,
  );
  return { ...input, bids, rules: { ...input.rules, award: { ...award, mechanism, ...lotOrder } } };
}

/** Random tenders small enough to evaluate once for every single change, under each mechanism. */
export const smallTender: fc.Arbitrary<EvaluationInput> = fc
  .tuple(
    randomTender.filter(({ bids, rules }) => bids.length <= 4 && rules.lots.length <= 3),
    fc.constantFrom<Mechanism>('highest-total', 'preferences', 'fixed-order'),
  )
  .map(([input, mechanism]) => underMechanism(input, mechanism));

/** Random tenders with a tree of criteria, minimums at every height, a tie-break and lots of different value. */
export const treeTender: fc.Arbitrary<EvaluationInput> = fc
  .record({
    lots: fc.integer({ min: 1, max: 3 }),
    bids: fc.integer({ min: 1, max: 3 }),
    maximumLots: fc.integer({ min: 1, max: 2 }),
    minimumWinners: fc.integer({ min: 1, max: 2 }),
    more: fc.integer({ min: 0, max: 1 }),
    cells: fc.array(fc.constantFrom('2', '4', '6', '8', '10'), { minLength: 27, maxLength: 27 }),
    group: fc.constantFrom(undefined, '24', '36'),
    quality: fc.constantFrom(undefined, '40', '60'),
    tieBreak: fc.boolean(),
    values: fc.option(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }), { nil: undefined }),
  })
  .map((draw) => {
    const parts = [criterion('plan', '50'), criterion('team', '50')];
    const { minimumQuality: _, ...rules } = smallRules({
      lots: draw.lots,
      maximumLots: draw.maximumLots,
      minimumWinners: Math.min(draw.minimumWinners, draw.lots),
      maximumWinners: Math.min(draw.minimumWinners, draw.lots) + draw.more,
      criteria: [
        { ...criterion('care', '60', parts), ...(draw.group ? { minimumPoints: draw.group } : {}) },
        criterion('ease', '40'),
      ],
      tieBreak: draw.tieBreak ? ['ease'] : [],
    });
    const ids = Array.from({ length: draw.bids }, (__, place) => `bid-${place + 1}`);
    return {
      rules: {
        ...rules,
        lots: rules.lots.map((lot, place) => ({
          ...lot,
          ...(draw.values ? { value: String(draw.values[place]) } : {}),
        })),
        award: { ...rules.award, ...(draw.values ? { weighLotsByValue: true } : {}) },
        ...(draw.quality ? { minimumQuality: draw.quality } : {}),
      },
      bids: ids.map((id) =>
        singleBid(
          id,
          rules.lots.map((lot) => lot.id),
        ),
      ),
      consensus: ids.flatMap((bid, row) =>
        rules.lots.flatMap(({ id: lot }, column) =>
          ['plan', 'team', 'ease'].map((one, place) => ({
            bid,
            lot,
            criterion: one,
            score: draw.cells[row * 9 + column * 3 + place]!,
            motivation: 'Omdat.',
          })),
        ),
      ),
    };
  });

/** The same, where the committee gives the points for the team itself: 0 to 30. */
export const pointsTender: fc.Arbitrary<EvaluationInput> = fc
  .tuple(treeTender, fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 9, maxLength: 9 }))
  .map(([input, points]) => {
    let next = 0;
    const scoring = { kind: 'points', decimals: 0 } as const;
    return {
      ...input,
      rules: {
        ...input.rules,
        criteria: input.rules.criteria.map((one) => ({
          ...one,
          ...(one.children
            ? { children: one.children.map((part) => (part.id === 'team' ? { ...part, scoring } : part)) }
            : {}),
        })),
      },
      consensus: input.consensus.map((one) =>
        one.criterion === 'team' ? { ...one, score: String(points[next++ % 9]! * 3) } : one,
      ),
    };
  });

/** The same for 60 points, and 40 for the price against the lowest: the totals of three bids for three lots have no handy common denominator. */
export const relativeTender: fc.Arbitrary<EvaluationInput> = fc
  .tuple(treeTender, fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 9, maxLength: 9 }), fc.boolean())
  .map(([input, amounts, rounded]) => {
    const { minimumQuality: _, ...rules } = input.rules;
    const shares: Readonly<Record<string, string>> = { care: '36', ease: '24' };
    return {
      ...input,
      rules: {
        ...rules,
        onWithdrawal: 're-rank' as const,
        rounding: { ...rules.rounding, rankOn: rounded ? ('rounded' as const) : ('exact' as const) },
        criteria: rules.criteria.map((one) => ({ ...one, weight: shares[one.id]! })),
        price: weighted('40', { kind: 'proportional', reference: 'lowest', ...clip }),
      },
      prices: input.bids.flatMap(({ id }, row) =>
        rules.lots.map(({ id: lot }, column) => ({
          bid: id,
          lot,
          amount: String(90_001 + 2 * amounts[row * 3 + column]!),
        })),
      ),
    };
  });

/** Random bids in one lot under these price rules. */
export const pricedTender = (price: PriceRules, change: Parameters<typeof pricedRules>[1] = {}) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 50, max: 200 })), { minLength: 1, maxLength: 5 })
    .map((bids) =>
      pricedInput(
        pricedRules(price, change),
        Object.fromEntries(
          bids.map(([quality, amount], index) => [`bid-${index + 1}`, [String(quality), String(amount)] as const]),
        ),
      ),
    );
