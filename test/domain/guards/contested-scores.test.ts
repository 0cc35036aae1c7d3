import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import { contestScores } from '../../../src/domain/guards/contested-scores.ts';
import { refusalOf } from '../../support/refusal.ts';
import { sample, smallInput, smallRules } from '../../support/tender.ts';
import { holdersOf, smallTender, withScore } from './support.ts';

describe('can the contested points close the gap?', () => {
  it('in the demo: not in Centrum, and in Oost only below the minimum', () => {
    const { lots } = contestScores(sample(), 'korenwolf', ['transition']);
    const of = (id: string) => lots.find(({ lot }) => lot === id);
    // Centrum: 67.0 with a 6 of at most 12 points; with a 10 it is 71.8. Below 4 the bid is set aside.
    expect(of('centrum-oude-wijken')).toMatchObject({
      now: { rank: 4, total: '67' },
      lowest: null,
      highest: { rank: 3, total: '359/5' },
      changesRank: true,
      changes: [],
      example: null,
    });
    expect(of('oost-ten-boer')).toMatchObject({
      changes: ['oost-ten-boer'],
      example: {
        scores: [{ criterion: 'transition', from: '8', to: '2' }],
        lots: [{ lot: 'oost-ten-boer', bid: 'wulp-en-tureluur', draw: false }],
      },
    });
  });

  it('a score that only reaches the other bid gives a draw', () => {
    const input = smallInput(smallRules({ lots: 1 }), { 'a lot-1': '10', 'b lot-1': '6' });
    expect(contestScores(input, 'b', ['quality']).lots[0]).toMatchObject({
      now: { rank: 2, total: '60' },
      highest: { rank: 1, total: '100' },
      changes: ['lot-1'],
      example: {
        scores: [{ criterion: 'quality', from: '6', to: '10' }],
        lots: [{ lot: 'lot-1', bid: null, draw: true }],
      },
      onlyEnds: false,
    });
  });

  it('refuses what cannot be contested', () => {
    expect(refusalOf(() => contestScores(sample(), 'niemand', ['transition']))).toBe('unknown-bid');
    expect(refusalOf(() => contestScores(sample(), 'grutto', []))).toBe('no-criteria-contested');
    expect(refusalOf(() => contestScores(sample(), 'grutto', ['continuity']))).toBe('unknown-criterion');
  });

  it('equals the answer of evaluating every admissible score, under every mechanism', () => {
    fc.assert(
      fc.property(smallTender, fc.nat(), (input, pick) => {
        const { id: bid } = input.bids[pick % input.bids.length]!;
        const before = holdersOf(input);
        const rankIn = (one: typeof input, lot: string): number | undefined =>
          evaluate(one)
            .lots.find((place) => place.lot === lot)!
            .ranking.find((entry) => entry.bid === bid)?.rank;
        for (const answer of contestScores(input, bid, ['quality']).lots) {
          const tried = input.rules.scale.map(({ value: to }) =>
            withScore(input, { bid, lot: answer.lot, criterion: 'quality', to }),
          );
          const changes = input.rules.lots
            .map(({ id }) => id)
            .filter((lot) => tried.some((one) => holdersOf(one).get(lot) !== before.get(lot)));
          expect(answer.changes).toEqual(changes);
          expect(answer.changesRank).toBe(tried.some((one) => rankIn(one, answer.lot) !== rankIn(input, answer.lot)));
          if (!answer.example) continue;
          const { to } = answer.example.scores[0]!;
          const after = holdersOf(withScore(input, { bid, lot: answer.lot, criterion: 'quality', to }));
          for (const { lot, bid: holder, draw } of answer.example.lots) {
            expect([holder, draw]).toEqual([after.get(lot) ?? null, after.get(lot) === undefined]);
            expect(after.get(lot)).not.toBe(before.get(lot));
          }
        }
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});
