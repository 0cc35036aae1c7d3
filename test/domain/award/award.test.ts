import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import type { EvaluationInput } from '../../../src/domain/scoring/input.ts';
import { criterion, randomTender, sample, smallInput, smallRules } from '../../support/tender.ts';

const winners = (input: EvaluationInput): Record<string, string | null> =>
  Object.fromEntries(evaluate(input).award.lots.map(({ lot, winner }) => [lot, winner]));

describe('the award of the demo of GON 2027, by hand', () => {
  // Appelvink is de hoogste in Centrum (86,4), West (84,0) en Zuid (87,5) en mag er twee.
  // Zonder Centrum: 81,5 + 84,0 + 85,1 + 87,5 = 338,1; zonder Zuid: 86,4 + 84,0 + 85,1 + 83,0 = 338,5;
  // zonder West: 86,4 + 80,0 + 85,1 + 87,5 = 339,0. Zonder maximum: 343,0.
  const { award } = evaluate(sample());

  it('gives West to the second, because that costs least', () => {
    expect(winners(sample())).toEqual({
      'centrum-oude-wijken': 'appelvink',
      west: 'wulp-en-tureluur',
      'oost-ten-boer': 'korenwolf',
      'zuid-haren': 'appelvink',
    });
    expect([award.status, award.total, award.winners]).toEqual(['awarded', '339', 3]);
  });

  it('says why the first in West did not get it, and what it would have cost', () => {
    expect(award.lots.find((one) => one.lot === 'west')!.passedOver).toEqual([
      {
        bid: 'appelvink',
        reason: 'has-maximum',
        lots: ['centrum-oude-wijken', 'zuid-haren'],
        totalIfAwarded: '677/2',
      },
    ]);
  });

  it('says what each limit costs, and that the outcome is unique', () => {
    expect(award.limitCosts.map(({ without, cost }) => [without, cost])).toEqual([
      ['maximum-lots', '4'],
      ['minimum-winners', '0'],
      ['maximum-winners', '0'],
      ['all-limits', '4'],
    ]);
    expect(award.equalOutcomes.assignments).toHaveLength(1);
    expect(award.decidedBy).toEqual({ rule: 'mechanism' });
  });
});

describe('limits', () => {
  it('passes over the highest where otherwise there would be too few winners', () => {
    const rules = smallRules({ lots: 2, minimumWinners: 2 });
    const input = smallInput(rules, { 'a lot-1': '10', 'a lot-2': '10', 'b lot-2': '8' });
    expect(winners(input)).toEqual({ 'lot-1': 'a', 'lot-2': 'b' });
    expect(evaluate(input).award.lots[1]!.passedOver).toMatchObject([{ bid: 'a', reason: 'minimum-winners' }]);
  });

  it('passes over the highest where otherwise there would be too many winners', () => {
    const rules = smallRules({ lots: 2, maximumWinners: 1 });
    const input = smallInput(rules, { 'a lot-1': '10', 'a lot-2': '6', 'b lot-2': '8' });
    expect(winners(input)).toEqual({ 'lot-1': 'a', 'lot-2': 'a' });
    expect(evaluate(input).award.lots[1]!.passedOver).toMatchObject([
      // With lot 2 for b only b can win, so lot 1 stays open: 80 points for one lot.
      { bid: 'b', reason: 'maximum-winners', totalIfAwarded: '80' },
    ]);
  });

  it('leaves as few lots open as possible before it looks at the total', () => {
    const rules = smallRules({ lots: 3, maximumLots: 2 });
    const input = smallInput(rules, { 'x lot-1': '10', 'x lot-2': '10', 'x lot-3': '2', 'y lot-1': '2' });
    expect(winners(input)).toEqual({ 'lot-1': 'y', 'lot-2': 'x', 'lot-3': 'x' });
  });

  it('gives no award when the limits contradict the bids, and says that it is impossible', () => {
    const rules = smallRules({ lots: 2, minimumWinners: 2 });
    const { award } = evaluate(smallInput(rules, { 'a lot-1': '10', 'a lot-2': '10' }));
    expect([award.status, award.total, award.lots.map((one) => one.open)]).toEqual([
      'impossible',
      null,
      ['impossible', 'impossible'],
    ]);
  });

  it('leaves a lot without a valid bid open', () => {
    const { award } = evaluate(smallInput(smallRules({ lots: 2 }), { 'a lot-1': '10' }));
    expect(award.lots.map(({ winner, open }) => [winner, open])).toEqual([
      ['a', null],
      [null, 'no-valid-bid'],
    ]);
  });

  it('allows what the award of 2019 looked like: three lead providers over four lots, at most two each', () => {
    // Raadsbrief 2020: one combination holds lots 1 and 4, two others one lot each. No scores are public; equal ones serve here.
    const rules = smallRules({ lots: 4, minimumWinners: 2, maximumWinners: 4, maximumLots: 2 });
    const input = smallInput(rules, { 'a lot-1': '8', 'b lot-2': '8', 'c lot-3': '8', 'a lot-4': '8' });
    expect(evaluate(input).award).toMatchObject({ status: 'awarded', winners: 3, lotsAwarded: 4 });
  });
});

describe('equal outcomes', () => {
  const tied = { 'a lot-1': '8', 'b lot-1': '8' };

  it('needs a draw when nothing separates the bids, whatever their names or order', () => {
    const { award } = evaluate(smallInput(smallRules({ lots: 1 }), tied));
    expect([award.status, award.lots[0]!.winner, award.lots[0]!.open]).toEqual(['draw-needed', null, 'draw']);
    expect(award.equalOutcomes.assignments.map((one) => one.remains)).toEqual([true, true]);
  });

  it('lists the first hundred of very many equal outcomes, and says that there are more', () => {
    const scores: Record<string, string> = {};
    for (let bid = 1; bid <= 30; bid++) for (let lot = 1; lot <= 10; lot++) scores[`b${bid} lot-${lot}`] = '8';
    const { award } = evaluate(smallInput(smallRules({ lots: 10, maximumLots: 2, minimumWinners: 2 }), scores));
    expect([award.status, award.total]).toEqual(['draw-needed', '800']);
    expect(award.equalOutcomes.assignments).toHaveLength(100);
    expect(award.equalOutcomes.atLeast).toBe(true);
  });

  it('lets the announced tie-break decide', () => {
    const criteria = [criterion('x', '50'), criterion('y', '50')];
    const rules = smallRules({ lots: 1, criteria, tieBreak: ['y'] });
    const score = (bid: string, x: string, y: string) =>
      [
        ['x', x],
        ['y', y],
      ].map(([id, value]) => ({ bid, lot: 'lot-1', criterion: id!, score: value!, motivation: 'Omdat.' }));
    const { award } = evaluate({
      rules,
      bids: smallInput(rules, tied).bids,
      consensus: [...score('a', '10', '6'), ...score('b', '6', '10')],
    });
    expect([award.status, award.lots[0]!.winner]).toEqual(['awarded', 'b']);
    expect(award.decidedBy).toEqual({ rule: 'tie-break', step: { rule: 'higher-score', criterion: 'y' } });
  });

  it('settles the lots in which all equal outcomes agree', () => {
    const { award } = evaluate(smallInput(smallRules({ lots: 2 }), { ...tied, 'c lot-2': '4' }));
    expect(award.lots.map(({ winner, open }) => [winner, open])).toEqual([
      [null, 'draw'],
      ['c', null],
    ]);
  });
});

/** Every assignment there is, one by one, without any cleverness. */
function bruteForce({ rules, bids, consensus }: EvaluationInput) {
  const threshold = Number(rules.criteria[0]!.minimumScore ?? '0');
  const score = (bid: string, lot: string): number | undefined => {
    const found = consensus.find((entry) => entry.bid === bid && entry.lot === lot);
    return found && Number(found.score) >= threshold ? Number(found.score) * 10 : undefined;
  };
  const { winners: limits, maximumLotsPerBidder } = rules.award;
  let best = { lots: -1, total: -1 };
  let equal: string[] = [];
  const visit = (place: number, held: readonly (string | null)[], total: number): void => {
    if (place === rules.lots.length) {
      const awarded = held.filter((bid) => bid !== null);
      const counts = awarded.map((bid) => awarded.filter((other) => other === bid).length);
      const different = new Set(awarded).size;
      if (different < limits.minimum || different > limits.maximum || counts.some((n) => n > maximumLotsPerBidder))
        return;
      const better = awarded.length > best.lots || (awarded.length === best.lots && total > best.total);
      if (better) [best, equal] = [{ lots: awarded.length, total }, []];
      if (awarded.length === best.lots && total === best.total) equal.push(held.join());
      return;
    }
    const lot = rules.lots[place]!.id;
    visit(place + 1, [...held, null], total);
    for (const { id } of bids) {
      const points = score(id, lot);
      if (points !== undefined) visit(place + 1, [...held, id], total + points);
    }
  };
  visit(0, [], 0);
  return { possible: equal.length > 0, ...best, equal: equal.sort() };
}

describe('against brute force over all assignments', () => {
  it('finds the same total and the same equal outcomes, limits included', () => {
    fc.assert(
      fc.property(randomTender, (input) => {
        const { award } = evaluate(input);
        const expected = bruteForce(input);
        expect(award.status !== 'impossible').toBe(expected.possible);
        if (!expected.possible) return;
        expect([award.lotsAwarded, award.total]).toEqual([expected.lots, String(expected.total)]);
        const listed = award.equalOutcomes.assignments.map((one) =>
          input.rules.lots.map((lot) => one.lots.find((place) => place.lot === lot.id)?.bid ?? null).join(),
        );
        if (award.equalOutcomes.atLeast) expect(expected.equal).toEqual(expect.arrayContaining(listed));
        else expect(listed.sort()).toEqual(expected.equal);
      }),
      { numRuns: 400 },
    );
  });
});
