import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import type { EvaluationInput } from '../../../src/domain/scoring/input.ts';
import { smallInput, smallRules } from '../../support/tender.ts';

const winners = (input: EvaluationInput): (string | null)[] => evaluate(input).award.lots.map(({ winner }) => winner);
const withAward = (input: EvaluationInput, award: Partial<EvaluationInput['rules']['award']>): EvaluationInput => ({
  ...input,
  rules: { ...input.rules, award: { ...input.rules.award, ...award } },
});
const preferring = (input: EvaluationInput, preferences: Readonly<Record<string, string[]>>): EvaluationInput => ({
  ...withAward(input, { mechanism: 'preferences' }),
  bids: input.bids.map((bid) => ({ ...bid, preferences: preferences[bid.id] ?? [] })),
});
const scores = { 'a lot-1': '10', 'a lot-2': '10', 'b lot-1': '8', 'b lot-2': '4' };
const one = smallInput(smallRules({ lots: 2, maximumLots: 1 }), scores);

describe("bidders' preferences", () => {
  it('the bidder that is first twice keeps the lot that it prefers', () => {
    expect(winners(preferring(one, { a: ['lot-1', 'lot-2'], b: ['lot-1', 'lot-2'] }))).toEqual(['a', 'b']);
    expect(winners(preferring(one, { a: ['lot-2', 'lot-1'], b: ['lot-1', 'lot-2'] }))).toEqual(['b', 'a']);
  });

  it('says that the higher bid prefers what it has', () => {
    const { award } = evaluate(preferring(one, { a: ['lot-2', 'lot-1'], b: ['lot-1', 'lot-2'] }));
    expect(award.lots[0]!.passedOver).toEqual([{ bid: 'a', reason: 'prefers-own', lots: ['lot-2'] }]);
    expect([award.total, award.proof]).toEqual(['180', { kind: 'stable' }]);
  });

  // `matching` (H. Wilde), tests/hospital_resident/test_examples.py, https://github.com/daffidwilde/matching
  // A: X; B: X, Y; X: B, A; Y: B, one place each. X gets B; Y stays empty and A has nothing.
  it('a published case of hospitals and residents', () => {
    const input = smallInput(smallRules({ lots: 2, maximumLots: 1 }), {
      'a lot-1': '8',
      'b lot-1': '10',
      'b lot-2': '10',
    });
    expect(winners(preferring(input, { a: ['lot-1'], b: ['lot-1', 'lot-2'] }))).toEqual(['b', null]);
  });
});

describe('a fixed order of lots', () => {
  const inOrder = (...lotOrder: string[]) => withAward(one, { mechanism: 'fixed-order', lotOrder });

  it('whoever is full is passed over in what comes later', () => {
    expect(winners(inOrder('lot-1', 'lot-2'))).toEqual(['a', 'b']);
    expect(winners(inOrder('lot-2', 'lot-1'))).toEqual(['b', 'a']);
    expect(evaluate(inOrder('lot-1', 'lot-2')).award.lots[1]!.passedOver).toEqual([
      { bid: 'a', reason: 'has-maximum', lots: ['lot-1'] },
    ]);
  });

  it('leaves a lot open when nobody has room, and says what the maximum costs', () => {
    const input = withAward(smallInput(smallRules({ lots: 2, maximumLots: 1 }), { 'a lot-1': '10', 'a lot-2': '8' }), {
      mechanism: 'fixed-order',
      lotOrder: ['lot-1', 'lot-2'],
    });
    const { award } = evaluate(input);
    expect(award.lots[1]).toMatchObject({ winner: null, open: 'limits' });
    expect(award.limitCosts).toMatchObject([{ without: 'maximum-lots', total: '180', cost: '80' }]);
  });

  it('needs a draw only where the order of equals matters', () => {
    const tied = smallInput(smallRules({ lots: 2, maximumLots: 1 }), {
      'a lot-1': '10',
      'b lot-1': '10',
      'c lot-2': '6',
    });
    const order = { mechanism: 'fixed-order' as const, lotOrder: ['lot-1', 'lot-2'] };
    const { award } = evaluate(withAward(tied, order));
    expect([award.status, award.drawBetween, award.lots.map(({ open }) => open)]).toEqual([
      'draw-needed',
      ['a', 'b'],
      ['draw', null],
    ]);
    expect(winners({ ...withAward(tied, order), draws: [{ order: ['b', 'a'] }] })).toEqual(['b', 'c']);
  });
});

describe('affiliated bids of which one may win', () => {
  const input = withAward(
    smallInput(smallRules({ lots: 2, maximumLots: 1 }), { 'a lot-1': '10', 'b lot-2': '10', 'c lot-2': '8' }),
    {
      affiliated: { maximumLots: 2, oneBid: true },
    },
  );
  const grouped: EvaluationInput = {
    ...input,
    bids: input.bids.map((bid) => (bid.id === 'c' ? bid : { ...bid, bidder: { ...bid.bidder, group: 'g' } })),
  };

  it('in a fixed order: the second goes to another', () => {
    expect(winners(withAward(grouped, { mechanism: 'fixed-order', lotOrder: ['lot-1', 'lot-2'] }))).toEqual(['a', 'c']);
  });

  it('is refused by preferences', () => {
    expect(() => winners(preferring(grouped, { a: ['lot-1'], b: ['lot-2'], c: ['lot-2'] }))).toThrow(
      'one-bid-not-by-preferences',
    );
  });
});
