import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import { type Contested, contestScores } from '../../../src/domain/guards/contested-scores.ts';
import type { Mechanism } from '../../../src/domain/rules/mechanisms.ts';
import type { EvaluationInput } from '../../../src/domain/scoring/input.ts';
import { refusalOf } from '../../support/refusal.ts';
import { criterion, sample, singleBid, smallInput, smallRules } from '../../support/tender.ts';
import { holdersOf, relativeTender, smallTender, treeTender, underMechanism, withScore } from './support.ts';

/** Per bid its scores on each criterion, in every lot. */
const withScores = (
  rules: EvaluationInput['rules'],
  scores: Readonly<Record<string, Readonly<Record<string, string>>>>,
) => ({
  rules,
  bids: Object.keys(scores).map((bid) =>
    singleBid(
      bid,
      rules.lots.map(({ id }) => id),
    ),
  ),
  consensus: rules.lots.flatMap(({ id: lot }) =>
    Object.entries(scores).flatMap(([bid, given]) =>
      Object.entries(given).map(([one, score]) => ({ bid, lot, criterion: one, score, motivation: 'Omdat.' })),
    ),
  ),
});

describe('can the contested points close the gap?', () => {
  it('in the demo: not in Centrum, and in Oost only below the minimum', () => {
    const { lots } = contestScores(sample(), [{ bid: 'korenwolf', criteria: ['transition'] }]);
    const of = (id: string) => lots.find(({ lot }) => lot === id);
    // Centrum: 67.0 with a 6 of at most 12 points; with a 10 it is 71.8. Below 4 the bid is set aside.
    expect(of('centrum-oude-wijken')).toMatchObject({
      bids: [
        {
          now: { rank: 4, total: '67' },
          reach: { ranks: { best: 3 }, totals: { highest: '359/5' } },
          fallsOut: true,
          changesRank: true,
        },
      ],
      changes: [],
      smallest: null,
    });
    expect(of('oost-ten-boer')).toMatchObject({
      changes: ['oost-ten-boer'],
      smallest: {
        scores: [{ bid: 'korenwolf', lot: 'oost-ten-boer', criterion: 'transition', from: '8', to: '2' }],
        lots: [{ lot: 'oost-ten-boer', bid: 'wulp-en-tureluur', draw: false }],
      },
    });
  });

  it('a score that only reaches the other bid gives a draw', () => {
    const input = smallInput(smallRules({ lots: 1 }), { 'a lot-1': '10', 'b lot-1': '6' });
    const { lots, together } = contestScores(input, [{ bid: 'b', criteria: ['quality'] }]);
    expect(lots[0]).toMatchObject({
      bids: [{ now: { rank: 2, total: '60' }, reach: { ranks: { best: 1 }, totals: { highest: '100' } } }],
      changes: ['lot-1'],
      smallest: {
        scores: [{ criterion: 'quality', from: '6', to: '10' }],
        lots: [{ lot: 'lot-1', bid: null, draw: true }],
      },
      onlyEnds: false,
    });
    expect(together).toEqual({ changes: lots[0]!.changes, smallest: lots[0]!.smallest, onlyEnds: false });
  });

  it('by hand: what neither bid can do alone, they do together', () => {
    // a: 60 + 16 + 16 = 92; b: 48 + 12 + 12 = 72. Alone b comes to 80 with a 10 for its plan, and a to 76 with a 0 for its team.
    // Together: b has 76 with an 8 for its plan, as a has with a 0; of equal totals the higher score on team comes first, a 6 of b.
    const criteria = [criterion('ease', '60'), criterion('plan', '20'), criterion('team', '20')];
    const input = withScores(smallRules({ lots: 1, criteria, tieBreak: ['team'] }), {
      a: { ease: '10', plan: '8', team: '8' },
      b: { ease: '8', plan: '6', team: '6' },
    });
    const team = { bid: 'a', criteria: ['team'] };
    const plan = { bid: 'b', criteria: ['plan'] };
    for (const one of [team, plan]) {
      const { changes, smallest, onlyEnds } = contestScores(input, [one]).together;
      expect([changes, smallest, onlyEnds]).toEqual([[], null, false]);
    }
    const { lots, together } = contestScores(input, [team, plan]);
    expect(together).toEqual({
      changes: ['lot-1'],
      smallest: {
        scores: [
          { bid: 'a', lot: 'lot-1', criterion: 'team', from: '8', to: '0' },
          { bid: 'b', lot: 'lot-1', criterion: 'plan', from: '6', to: '8' },
        ],
        lots: [{ lot: 'lot-1', bid: 'b', draw: false }],
      },
      onlyEnds: false,
    });
    expect(lots[0]!.bids.map(({ reach }) => reach)).toEqual([
      { ranks: { best: 1, worst: 2 }, totals: { lowest: '76', highest: '96' } },
      { ranks: { best: 1, worst: 2 }, totals: { lowest: '60', highest: '80' } },
    ]);
  });

  it('by hand: scores in two lots that change an award only together', () => {
    // One lot each: a and b have 100 + 100, the other way round 60 + 60. One 10 instead of a 6 makes that 160, two make it 200: a draw.
    const input = smallInput(smallRules({ lots: 2, maximumLots: 1 }), {
      'a lot-1': '10',
      'a lot-2': '6',
      'b lot-1': '6',
      'b lot-2': '10',
    });
    const { lots, together } = contestScores(input, [
      { bid: 'b', lot: 'lot-1', criteria: ['quality'] },
      { bid: 'a', lot: 'lot-2', criteria: ['quality'] },
    ]);
    expect(lots.map(({ changes }) => changes)).toEqual([[], []]);
    expect(together.changes).toEqual(['lot-1', 'lot-2']);
    expect(together.smallest).toEqual({
      scores: [
        { bid: 'b', lot: 'lot-1', criterion: 'quality', from: '6', to: '10' },
        { bid: 'a', lot: 'lot-2', criterion: 'quality', from: '6', to: '10' },
      ],
      lots: [
        { lot: 'lot-1', bid: null, draw: true },
        { lot: 'lot-2', bid: null, draw: true },
      ],
    });
  });

  it('names another bid whose rank changes because one that measures it does', () => {
    // On the plan c is the best now: 4 / 4 x 50 + 20 = 70, before d with 0 + 50 and a with 2 / 4 x 50 = 25.
    const relative = { ...criterion('plan', '50'), relativeToBest: true };
    const rules = {
      ...smallRules({ lots: 1, criteria: [relative, criterion('ease', '50')] }),
      onWithdrawal: 're-rank' as const,
    };
    const input = withScores(rules, {
      a: { plan: '2', ease: '0' },
      c: { plan: '4', ease: '4' },
      d: { plan: '0', ease: '10' },
    });
    // With a 10 a has 50, as d has, and c has 4 / 10 x 50 + 20 = 40.
    const [lot] = contestScores(input, [{ bid: 'a', criteria: ['plan'] }]).lots;
    expect(lot).toMatchObject({ others: ['c', 'd'], changes: ['lot-1'] });
  });

  it('tries every number of points, and only the ends when they are too many', () => {
    const given = (decimals: number, weight = '20') => {
      const points = { ...criterion('points', weight), scoring: { kind: 'points' as const, decimals } };
      const rules = smallRules({ lots: 1, criteria: [points, criterion('ease', String(100 - Number(weight)))] });
      return withScores(rules, { a: { points: '12', ease: '6' }, b: { points: '10', ease: '6' } });
    };
    const contested = [{ bid: 'b', criteria: ['points'] }];
    expect(contestScores(given(1), contested).together).toMatchObject({
      smallest: { scores: [{ from: '10', to: '12.0' }], lots: [{ draw: true }] },
      onlyEnds: false,
    });
    expect(contestScores(given(4), contested).together).toMatchObject({
      smallest: { scores: [{ from: '10', to: '20' }], lots: [{ bid: 'b' }] },
      onlyEnds: true,
    });
  });

  it('beyond the bound names only what changes, and says so', () => {
    const criteria = ['plan', 'team', 'ease', 'care'].map((id) => criterion(id, '25'));
    const scores = { plan: '8', team: '8', ease: '8', care: '8' };
    for (const bids of [2, 7, 12]) {
      const ids = Array.from({ length: bids }, (_, at) => `bid-${at + 1}`);
      const rules = smallRules({ lots: 2, maximumLots: 1, criteria });
      const input = withScores(
        rules,
        Object.fromEntries(ids.map((id, at) => [id, { ...scores, ease: at === 0 ? '10' : at === 1 ? '8' : '4' }])),
      );
      const { lots, together } = contestScores(
        input,
        ids.map((bid) => ({ bid, criteria: ['plan', 'team', 'ease'] })),
      );
      for (const { changes, smallest, onlyEnds } of [...lots, together]) {
        expect([onlyEnds, changes]).toEqual([true, ['lot-1', 'lot-2']]);
        const after = holdersOf(smallest!.scores.reduce(withScore, input));
        for (const { lot, bid, draw } of smallest!.lots)
          expect([bid, draw]).toEqual([after.get(lot) ?? null, after.get(lot) === undefined]);
      }
    }
  });

  it('takes a bid that is named twice together, and every lot where none is named', () => {
    const input = sample();
    const contest = (...contested: Contested[]) => {
      const { lots, together } = contestScores(input, contested);
      return { lots, together };
    };
    const both = contest({ bid: 'korenwolf', criteria: ['staff', 'transition'] });
    expect(
      contest({ bid: 'korenwolf', criteria: ['transition'] }, { bid: 'korenwolf', criteria: ['staff', 'staff'] }),
    ).toEqual(both);
    const lots = both.lots.map(({ lot }) => ({ bid: 'korenwolf', lot, criteria: ['staff', 'transition'] }));
    expect(contest(...lots)).toEqual(both);
  });

  it('refuses what cannot be contested', () => {
    const refused = (contested: readonly Contested[]) => refusalOf(() => contestScores(sample(), contested));
    expect(refused([{ bid: 'niemand', criteria: ['transition'] }])).toBe('unknown-bid');
    expect(refused([{ bid: 'grutto', criteria: [] }])).toBe('no-criteria-contested');
    expect(refused([])).toBe('no-criteria-contested');
    expect(refused([{ bid: 'grutto', criteria: ['continuity'] }])).toBe('unknown-criterion');
    expect(refused([{ bid: 'grutto', lot: 'noord', criteria: ['staff'] }])).toBe('unknown-lot');
  });

  /** By brute force: everything evaluated from scratch, in one lot at a time and in all lots at once. */
  function expectAsBruteForce(input: EvaluationInput, contested: readonly Contested[]): void {
    const before = holdersOf(input);
    const ids = input.rules.lots.map(({ id }) => id);
    const open = input.consensus.filter((one) =>
      contested.some(
        ({ bid, lot, criteria }) => one.bid === bid && (lot ?? one.lot) === one.lot && criteria.includes(one.criterion),
      ),
    );
    const results = combinationsOf(open, input).map((one) => {
      const outcome = evaluate(one.input);
      const after = holdersOf(one.input);
      const ranks = new Map(
        outcome.lots.map(({ lot, ranking }) => [lot, new Map(ranking.map(({ bid, rank }) => [bid, rank]))]),
      );
      return { ...one, ranks, changed: ids.filter((lot) => after.get(lot) !== before.get(lot)) };
    });
    const now = results.find(({ distance }) => distance === 0)!;
    const changesOf = (some: typeof results) => ids.filter((lot) => some.some(({ changed }) => changed.includes(lot)));
    const smallestOf = (some: typeof results) =>
      Math.min(...some.flatMap(({ changed, distance }) => (changed.length > 0 ? [distance] : [])));
    const check = (answer: ReturnType<typeof contestScores>['together'], some: typeof results): void => {
      expect([answer.onlyEnds, answer.changes]).toEqual([false, changesOf(some)]);
      const size = answer.smallest?.scores.reduce(
        (total, { from, to }) => total + Math.abs(Number(to) - Number(from)),
        0,
      );
      expect(size ?? Number.POSITIVE_INFINITY).toBe(smallestOf(some));
      if (!answer.smallest) return;
      const after = holdersOf(answer.smallest.scores.reduce(withScore, input));
      expect(answer.smallest.lots.map(({ lot, bid, draw }) => [lot, bid, draw])).toEqual(
        ids
          .filter((lot) => after.get(lot) !== before.get(lot))
          .map((lot) => [lot, after.get(lot) ?? null, after.get(lot) === undefined]),
      );
    };
    const { lots, together } = contestScores(input, contested);
    check(together, results);
    for (const answer of lots) {
      const own = results.filter(({ lots: touched }) => touched.every((lot) => lot === answer.lot));
      check(answer, own);
      const ranksOf = (bid: string) => own.map(({ ranks }) => ranks.get(answer.lot)!.get(bid));
      for (const { bid, changesRank, reach, fallsOut } of answer.bids) {
        const ranks = ranksOf(bid);
        const known = ranks.filter((rank) => rank !== undefined);
        expect(changesRank).toBe(ranks.some((rank) => rank !== now.ranks.get(answer.lot)!.get(bid)));
        expect(reach?.ranks).toEqual(
          known.length === 0 ? undefined : { best: Math.min(...known), worst: Math.max(...known) },
        );
        expect(fallsOut).toBe(known.length < ranks.length);
      }
      const here = new Set(answer.bids.map(({ bid }) => bid));
      expect([...answer.others].sort()).toEqual(
        [...now.ranks.get(answer.lot)!]
          .filter(([bid, rank]) => !here.has(bid) && ranksOf(bid).some((one) => one !== rank))
          .map(([bid]) => bid)
          .sort(),
      );
    }
  }

  interface Combination {
    readonly input: EvaluationInput;
    readonly distance: number;
    /** Where something is another score. */
    readonly lots: readonly string[];
  }

  function combinationsOf(open: EvaluationInput['consensus'], input: EvaluationInput): Combination[] {
    const [first, ...rest] = open;
    if (!first) return [{ input, distance: 0, lots: [] }];
    const { bid, lot, criterion: id } = first;
    return combinationsOf(rest, input).flatMap((one) =>
      input.rules.scale!.map(({ value: to }) => ({
        input: withScore(one.input, { bid, lot, criterion: id, to }),
        distance: one.distance + Math.abs(Number(to) - Number(first.score)),
        lots: to === first.score ? one.lots : [...one.lots, lot],
      })),
    );
  }

  /** A scale of few scores, on which every score that was given is the nearest below it. */
  const onShortScale = (input: EvaluationInput, values: readonly string[]): EvaluationInput => ({
    ...input,
    rules: { ...input.rules, scale: input.rules.scale!.filter(({ value }) => values.includes(value)) },
    consensus: input.consensus.map((one) => ({
      ...one,
      score: values.filter((value) => Number(value) <= Number(one.score)).at(-1)!,
    })),
  });

  const small = smallTender.filter(({ bids, rules }) => bids.length <= 3 && rules.lots.length <= 2);
  it('equals evaluating every combination of scores of two bids, under every mechanism', () => {
    fc.assert(
      fc.property(small, (given) => {
        const input = onShortScale(given, ['0', '4', '8', '10']);
        const contested = input.bids.slice(0, 2).map(({ id }) => ({ bid: id, criteria: ['quality'] }));
        expectAsBruteForce(input, contested);
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  const mechanisms = fc.constantFrom<Mechanism>('highest-total', 'preferences', 'fixed-order');
  it('equals it too where one bid moves the points of others, with minimums and prices', () => {
    fc.assert(
      fc.property(treeTender, relativeTender, mechanisms, fc.boolean(), (tree, priced, mechanism, relative) => {
        const { weighLotsByValue: _, ...award } = tree.rules.award;
        const criteria = tree.rules.criteria.map((one) => ({ ...one, relativeToBest: true }));
        const rules = { ...tree.rules, award, criteria, onWithdrawal: 're-rank' as const };
        const given = relative ? underMechanism({ ...tree, rules }, mechanism) : priced;
        const input = onShortScale(given, ['2', '6', '10']);
        const [a, b] = input.bids.map(({ id }) => id);
        const lot = input.rules.lots.at(-1)!.id;
        const contested = [
          { bid: a!, criteria: ['ease'] },
          { bid: b ?? a!, lot, criteria: ['plan'] },
        ];
        expectAsBruteForce(input, contested);
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it('equals the answer of evaluating every admissible score of one bid', () => {
    fc.assert(
      fc.property(smallTender, fc.nat(), (input, pick) => {
        const { id: bid } = input.bids[pick % input.bids.length]!;
        const lot = input.bids.find(({ id }) => id === bid)!.lots[0]!.lot;
        expectAsBruteForce(input, [{ bid, lot, criteria: ['quality'] }]);
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});
