import { describe, expect, it } from 'vitest';
import { cutPayload, type Piece } from '../../../src/domain/disclosure/payload.ts';
import type { TenderRules } from '../../../src/domain/rules/rules.ts';
import type { EvaluationInput } from '../../../src/domain/scoring/input.ts';
import { recomputeOwnPoints } from '../../../src/domain/tender/own-points.ts';
import { tenderParts } from '../../../src/domain/tender/parts.ts';
import type { TenderState } from '../../../src/domain/tender/state/state.ts';
import { dossierIn } from '../../support/dossier.ts';
import { criterion, sample, singleBid, smallRules } from '../../support/tender.ts';

type OwnPiece = NonNullable<Piece>;

/** A tender that was awarded, with what the award says of one bid. */
function awarded(input: EvaluationInput, bid: string): { state: TenderState; piece: OwnPiece } {
  const state = dossierIn('awarded', input).state()!;
  const { outcome } = state.award!.outcome as { outcome: unknown };
  const { pieces } = cutPayload(tenderParts['award-computed'], { outcome: JSON.parse(JSON.stringify(outcome)) });
  return { state, piece: pieces.find((piece) => piece?.bid === bid)! };
}
const twoCriteria = (change: Partial<TenderRules['criteria'][number]> = {}): TenderRules => ({
  onWithdrawal: 're-rank',
  ...smallRules({ lots: 1, criteria: [{ ...criterion('one', '60'), ...change }, criterion('two', '40')] }),
});
const input = (rules: TenderRules): EvaluationInput => ({
  rules,
  bids: ['a', 'b'].map((bid) => singleBid(bid, ['lot-1'])),
  consensus: ['a', 'b'].flatMap((bid) =>
    ['one', 'two'].map((id, n) => ({
      bid,
      lot: 'lot-1',
      criterion: id,
      score: bid === 'a' ? '8' : '6',
      motivation: `${n}`,
    })),
  ),
});

describe('the points of one bidder', () => {
  it('are computed again from its own scores alone: score and points of every criterion, and quality', () => {
    const { state, piece } = awarded(input(twoCriteria()), 'b');
    state.rounds[0]!.consensus.delete([...state.rounds[0]!.consensus.keys()].find((key) => !key.includes('b'))!);
    expect(recomputeOwnPoints(state, piece)).toEqual({ recomputed: 5, different: [], notRecomputed: ['rank'] });
  });

  it('name what is stored otherwise', () => {
    const { state, piece } = awarded(input(twoCriteria()), 'b');
    const [ranked] = piece.taken['/outcome/lots/0/ranking'] as [{ quality: string; lines: { points: string }[] }];
    ranked.quality = '61';
    ranked.lines[1]!.points = '25';
    expect(recomputeOwnPoints(state, piece)!.different).toEqual(['lot-1 two', 'lot-1 quality']);
  });

  it('leave alone what is measured against the best', () => {
    const { state, piece } = awarded(input(twoCriteria({ relativeToBest: true })), 'b');
    expect(recomputeOwnPoints(state, piece)).toEqual({
      recomputed: 3,
      different: [],
      notRecomputed: ['rank', 'relative-points'],
    });
  });

  it('cannot be computed without the scores, nor where the award says nothing of the bid', () => {
    const { state, piece } = awarded(input(twoCriteria()), 'b');
    state.rounds[0]!.consensus.clear();
    expect(recomputeOwnPoints(state, piece)).toEqual({ recomputed: 0, different: [], notRecomputed: ['rank'] });
    expect(recomputeOwnPoints(state, { bid: 'b', taken: {} })).toEqual({
      recomputed: 0,
      different: [],
      notRecomputed: [],
    });
    expect(recomputeOwnPoints(state, JSON.parse('{"bid":"b"}'))).toBeNull();
    expect(recomputeOwnPoints(state, { bid: 'b', taken: { '/outcome/lots/0/ranking': ['b'] } })!.recomputed).toBe(0);
  });

  it('are right for every bidder of the sample', () => {
    const whole = sample();
    for (const { id } of whole.bids) {
      const { state, piece } = awarded(whole, id);
      const { recomputed, different } = recomputeOwnPoints(state, piece)!;
      expect(different).toEqual([]);
      expect(recomputed % 16).toBe(0);
    }
  });
});
