import { describe, expect, it } from 'vitest';
import { contradictionOf } from '../../../src/domain/award/contradiction.ts';
import { solveAward } from '../../../src/domain/award/search/solve.ts';
import { awardProblem, upForAward } from '../../../src/domain/award/up-for-award.ts';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import { smallInput, smallRules } from '../../support/tender.ts';
import { underMechanism } from '../guards/support.ts';

describe('why no award is possible', () => {
  it('one bidder cannot be two winners', () => {
    const input = smallInput(smallRules({ lots: 2, minimumWinners: 2 }), { 'a lot-1': '10', 'a lot-2': '10' });
    expect(evaluate(input).award.contradiction).toEqual({
      rule: 'minimum-winners',
      limit: 2,
      bidders: ['a'],
      lots: [],
      winners: null,
    });
  });

  it('many bidders for one lot are one winner', () => {
    const input = smallInput(smallRules({ lots: 2, minimumWinners: 2 }), {
      'a lot-1': '10',
      'b lot-1': '8',
      'c lot-1': '6',
    });
    expect(evaluate(input).award.contradiction).toMatchObject({ bidders: [], lots: ['lot-1'] });
  });

  it('a bidder and a lot together touch every valid bid, so there are at most two winners', () => {
    const rules = smallRules({ lots: 3, minimumWinners: 3 });
    const input = smallInput(rules, {
      'a lot-1': '10',
      'a lot-2': '10',
      'a lot-3': '8',
      'b lot-1': '8',
      'c lot-1': '6',
    });
    expect(evaluate(input).award.contradiction).toMatchObject({ limit: 3, bidders: ['a'], lots: ['lot-1'] });
  });

  it('leaves out the offers that break a cap by themselves', () => {
    const rules = smallRules({ lots: 2, minimumWinners: 2 });
    const input = smallInput(rules, { 'a lot-1': '10', 'a lot-2': '10', 'b lot-1': '8', 'b lot-2': '8' });
    const up = upForAward(input, new Map());
    const { parties } = up;
    const [a, b] = parties.list;
    const offers = [0, 1].flatMap((bid) => [0, 1].map((lot) => ({ bid, lots: [lot], score: 10n })));
    // Both lots are too large for b.
    const problem = {
      ...awardProblem(up, { offers }),
      parties: [a!, { ...b!, caps: [{ bids: [1], counts: [60n, 50n], most: 40n }] }],
    };
    expect(solveAward(problem)).toBe(undefined);
    expect(contradictionOf(rules, parties, problem)).toMatchObject({ limit: 2, bidders: ['a'], lots: [] });
  });

  it('a mechanism that does not look at the number of winners says how many it gave', () => {
    const input = smallInput(smallRules({ lots: 2, minimumWinners: 2 }), {
      'a lot-1': '10',
      'a lot-2': '10',
      'b lot-2': '8',
    });
    const { status, contradiction, lots } = evaluate(underMechanism(input, 'fixed-order')).award;
    expect([status, contradiction?.winners, lots.map(({ winner }) => winner)]).toEqual(['impossible', 1, [null, null]]);
  });
});
