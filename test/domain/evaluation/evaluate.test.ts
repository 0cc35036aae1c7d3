import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_REPORT, largeEvaluation } from '../../../bench/large-evaluation.ts';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import type { EvaluationInput } from '../../../src/domain/scoring/input.ts';
import { criterion, randomTender, sample, smallInput, smallRules } from '../../support/tender.ts';

const lotOf = (input: EvaluationInput, lot: string) => evaluate(input).lots.find((one) => one.lot === lot)!;

describe('the demo of GON 2027, by hand', () => {
  it('adds score / 10 x weight per criterion: Appelvink in Centrum', () => {
    // Overgang 10 x 1,2 + behoud 8 x 1,05 + personeel 8 x 0,75 = 26,4 van 30 voor continuïteit;
    // groeipad 8 x 2 = 16, aanbod 10 x 2 = 20, samenwerking 8 x 1,5 = 12, werk 8 x 1,5 = 12. Samen 86,4.
    const best = lotOf(sample(), 'centrum-oude-wijken').ranking[0]!;
    expect(best.bid).toBe('appelvink');
    expect(best.lines.map((line) => [line.criterion, line.points])).toEqual([
      ['continuity', '132/5'],
      ['transition', '12'],
      ['existing-support', '42/5'],
      ['staff', '6'],
      ['growth-path', '16'],
      ['offer', '20'],
      ['area-cooperation', '12'],
      ['work-development', '12'],
    ]);
    expect(best.total).toBe('432/5');
  });

  it('separates the exact tie in Oost en Ten Boer by the announced tie-break', () => {
    // Blauwborst en Grutto: beide 67,0, beide 18,0 op continuïteit; op het groeipad 16 tegen 12.
    const [fourth, fifth] = lotOf(sample(), 'oost-ten-boer').ranking.slice(3);
    expect([fourth!.bid, fourth!.total, fourth!.rank]).toEqual(['blauwborst', '67', 4]);
    expect([fifth!.bid, fifth!.total, fifth!.rank, fifth!.separatedBy]).toEqual([
      'grutto',
      '67',
      5,
      { rule: 'higher-score', criterion: 'growth-path' },
    ]);
  });

  it('sets a bid aside for a commitment below the growth path, and for a score below the minimum', () => {
    expect(lotOf(sample(), 'west').setAside).toMatchObject([
      {
        bid: 'roerdomp',
        belowMinimum: [],
        shortfalls: [
          { by: '2027-12-31', committed: '10', minimum: '15' },
          { by: '2028-12-31', committed: '25', minimum: '30' },
        ],
      },
    ]);
    expect(lotOf(sample(), 'zuid-haren').setAside).toMatchObject([
      { bid: 'roerdomp', belowMinimum: [{ criterion: 'transition', score: '2', minimum: '4' }], shortfalls: [] },
    ]);
  });
});

describe('minimum scores', () => {
  const rules = smallRules({ lots: 1, minimumScore: '6' });
  it('are inclusive', () => {
    const outcome = evaluate(smallInput(rules, { 'a lot-1': '6', 'b lot-1': '4' }));
    expect(outcome.lots[0]!.ranking.map((one) => one.bid)).toEqual(['a']);
    expect(outcome.lots[0]!.setAside.map((one) => one.bid)).toEqual(['b']);
  });
});

describe('zero is a score', () => {
  it('ranks a bid with only zeros last, and can award it', () => {
    const outcome = evaluate(smallInput(smallRules({ lots: 1 }), { 'a lot-1': '0' }));
    expect(outcome.lots[0]!.ranking[0]).toMatchObject({ bid: 'a', total: '0', rank: 1 });
    expect(outcome.award.lots[0]!.winner).toBe('a');
  });
});

describe('announced rounding', () => {
  const thirds = [criterion('x', '33.335'), criterion('y', '66.665')];
  const input = (rankOn: 'rounded' | 'exact'): EvaluationInput => {
    const rules = { ...smallRules({ lots: 1, criteria: thirds }), rounding: { decimals: 1, rankOn } };
    const scores = { a: ['10', '0'], b: ['0', '4'] } as const;
    // a: 33,335; b: 26,666.
    return {
      rules,
      bids: smallInput(smallRules({ lots: 1 }), { 'a lot-1': '0', 'b lot-1': '0' }).bids,
      consensus: Object.entries(scores).flatMap(([bid, [x, y]]) => [
        { bid, lot: 'lot-1', criterion: 'x', score: x, motivation: 'Omdat.' },
        { bid, lot: 'lot-1', criterion: 'y', score: y, motivation: 'Omdat.' },
      ]),
    };
  };
  it('ranks on the rounded total, and keeps the exact one', () => {
    const [a, b] = evaluate(input('rounded')).lots[0]!.ranking;
    expect([a!.total, a!.exactTotal]).toEqual(['333/10', '6667/200']);
    expect([b!.total, b!.exactTotal]).toEqual(['267/10', '13333/500']);
  });
  it('ranks on the exact total when the rules say so', () => {
    expect(evaluate(input('exact')).lots[0]!.ranking[0]!.total).toBe('6667/200');
  });
});

describe('fairness', () => {
  const shuffled = (input: EvaluationInput, seed: number): EvaluationInput => {
    const order = <T>(items: readonly T[]): T[] =>
      items
        .map((item, index) => ({ item, key: ((index + 1) * 7919 * (seed + 1)) % 104_729 }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item);
    return { ...input, bids: order(input.bids), consensus: order(input.consensus) };
  };

  it('the order of bids and scores never changes the outcome', () => {
    fc.assert(
      fc.property(randomTender, fc.nat(1000), (input, seed) => {
        expect(evaluate(shuffled(input, seed))).toEqual(evaluate(input));
      }),
      { numRuns: 200 },
    );
    expect(evaluate(shuffled(sample(), 5))).toEqual(evaluate(sample()));
  });

  it('raising a score never lowers the rank of that bid', () => {
    const rank = (input: EvaluationInput, bid: string, lot: string): number =>
      lotOf(input, lot).ranking.find((one) => one.bid === bid)?.rank ?? Number.POSITIVE_INFINITY;
    fc.assert(
      fc.property(randomTender, fc.nat(), (input, pick) => {
        const index = pick % input.consensus.length;
        const entry = input.consensus[index]!;
        const steps = input.rules.scale!.map((step) => step.value);
        const higher = steps[steps.indexOf(entry.score) + 1] ?? entry.score;
        const raised = {
          ...input,
          consensus: input.consensus.map((one, place) => (place === index ? { ...one, score: higher } : one)),
        };
        expect(rank(raised, entry.bid, entry.lot)).toBeLessThanOrEqual(rank(input, entry.bid, entry.lot));
      }),
      { numRuns: 200 },
    );
  });

  it('a bid that cannot win changes nothing for the others', () => {
    fc.assert(
      fc.property(randomTender, (input) => {
        const { lots } = evaluate(input);
        const added = smallInput(input.rules, { 'extra lot-1': '0' });
        const more = {
          ...input,
          bids: [...input.bids, ...added.bids],
          consensus: [...input.consensus, ...added.consensus],
        };
        const without = evaluate(more).lots.map((lot) => lot.ranking.filter((one) => one.bid !== 'extra'));
        expect(without.map((ranking) => ranking.map((one) => [one.bid, one.rank]))).toEqual(
          lots.map((lot) => lot.ranking.map((one) => [one.bid, one.rank])),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('a large tender', () => {
  it('is awarded where other limits leave more equal divisions than the search can look at', () => {
    const fallen = Array.from({ length: 16 }, (_, place) => ({
      bid: `bid-${place + 1}`,
      stage: 'excluded' as const,
      reason: 'Uitgesloten.',
    }));
    const { award } = evaluate({ ...largeEvaluation(LARGEST_REPORT), fallen });
    expect(award.status).toBe('awarded');
    expect(award.variants.filter(({ total, lots }) => (total === null) !== (lots.length === 0))).toEqual([]);
  });
});
