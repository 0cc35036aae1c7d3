import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAward } from '../../../src/domain/evaluation/check-award.ts';
import { evaluate, type Outcome } from '../../../src/domain/evaluation/evaluate.ts';
import type { EvaluationInput } from '../../../src/domain/scoring/input.ts';
import { awardInWords } from '../../../src/explanation/award.ts';
import { outcomeBlocks } from '../../../src/explanation/award-blocks.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { basis } from '../../support/priced.ts';
import { randomTender, sample } from '../../support/tender.ts';
import { underMechanism } from '../guards/support.ts';

const withWinner = (outcome: Outcome, lot: string, winner: string | null): Outcome => ({
  ...outcome,
  award: { ...outcome.award, lots: outcome.award.lots.map((one) => (one.lot === lot ? { ...one, winner } : one)) },
});
const withAward = (outcome: Outcome, award: Partial<Outcome['award']>): Outcome => ({
  ...outcome,
  award: { ...outcome.award, ...award },
});

describe('a stored award of the demo', () => {
  const outcome = evaluate(sample());

  it('holds as it was made', () => {
    expect(checkAward(sample(), outcome)).toBeNull();
  });

  it('is refused with another winner', () => {
    expect(checkAward(sample(), withWinner(outcome, 'west', 'zilverreiger'))).toBe('value-wrong');
    expect(checkAward(sample(), withWinner(outcome, 'west', 'korenwolf'))).toBe('offer-unknown');
    expect(checkAward(sample(), withWinner(outcome, 'west', null))).not.toBeNull();
  });

  it('is refused with another winner and a total to match', () => {
    // 86.4 + 74.9 + 85.1 + 87.5
    const other = withAward(withWinner(outcome, 'west', 'zilverreiger'), { total: '3339/10' });
    expect(checkAward(sample(), other)).not.toBeNull();
  });

  it('is refused with another total, without a proof and with a changed certificate', () => {
    expect(checkAward(sample(), withAward(outcome, { total: '340' }))).toBe('value-wrong');
    expect(checkAward(sample(), withAward(outcome, { proof: null }))).toBe('proof-missing');
    const { proof } = outcome.award;
    if (proof?.kind !== 'optimal') throw new Error('the demo is proven');
    const empty = JSON.parse(JSON.stringify(proof.certificate), (_, value) =>
      Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.map(() => '0') : value,
    );
    expect(checkAward(sample(), withAward(outcome, { proof: { kind: 'optimal', certificate: empty } }))).not.toBeNull();
  });

  it.each(['preferences', 'fixed-order'] as const)('under %s is refused when two lots are exchanged', (mechanism) => {
    const input = underMechanism(sample(), mechanism);
    const awarded = evaluate(input);
    expect(checkAward(input, awarded)).toBeNull();
    const changed = withWinner(awarded, 'oost-ten-boer', 'blauwborst');
    expect(checkAward(input, changed)).toBe(mechanism === 'preferences' ? 'not-stable' : 'not-in-order');
  });
});

describe('any award', () => {
  it('holds under every mechanism, and not when its total is changed', () => {
    fc.assert(
      fc.property(randomTender, fc.constantFrom('highest-total', 'preferences', 'fixed-order'), (random, mechanism) => {
        const input = underMechanism(random, mechanism);
        const outcome = evaluate(input);
        expect(checkAward(input, outcome)).toBeNull();
        if (outcome.award.proof?.kind !== 'optimal') return;
        expect(checkAward(input, withAward(outcome, { total: '-1' }))).toBe('value-wrong');
      }),
      { numRuns: 100 },
    );
  });
});

describe('an award of totals of thousands of digits', () => {
  /** Each total has some 1,500 digits above and below the line, and no two have a denominator in common. */
  const powers = fc
    .tuple(
      randomTender,
      fc.constantFrom('quality + ((lowest / price) ^ 9) ^ 9', 'quality - ((price / lowest) ^ 9) ^ 9'),
      fc.constantFrom('highest', 'lowest'),
      fc.array(fc.bigInt(10n ** 17n, 10n ** 18n - 1n), { minLength: 35, maxLength: 35 }),
    )
    .map(([random, expression, best, figures]): EvaluationInput => {
      const places = random.bids.flatMap(({ id, lots }) => lots.map(({ lot }) => ({ bid: id, lot })));
      return {
        ...random,
        rules: {
          ...random.rules,
          onWithdrawal: 're-rank',
          rounding: { decimals: 2, rankOn: 'exact' },
          price: { method: 'formula', expression, best, ...basis },
        },
        prices: places.map((place, at) => ({
          ...place,
          amount: String(figures[at % 35]!).replace(/(\d{6})$/, '.$1'),
        })),
      };
    });

  it.each(['highest-total', 'preferences', 'fixed-order'] as const)('holds under %s', (mechanism) => {
    fc.assert(
      fc.property(powers, (random) => {
        const input = underMechanism(random, mechanism);
        const outcome = evaluate(input);
        expect(checkAward(input, outcome)).toBeNull();
        const award = awardInWords(messagesIn('nl'), input, outcome);
        expect(outcomeBlocks(messagesIn('nl'), award).length).toBeGreaterThan(0);
        const lengths = award.lots.flatMap(({ ranking }) => ranking.map(({ length }) => length));
        expect(lengths.filter((length) => !Number.isFinite(length))).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });
});
