import { describe, expect, it } from 'vitest';
import { createTenders, tenderKind } from '../../../src/actions/tenders.ts';
import { checkAward } from '../../../src/domain/evaluation/check-award.ts';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import { evaluationInputOf } from '../../../src/domain/tender/evaluation-input.ts';
import { standingOutcome } from '../../../src/domain/tender/standing-award.ts';
import { openStorage } from '../../../src/storage/database.ts';
import { caseOf } from '../../support/case.ts';
import { CLEANING, TIED, TRANSPORT } from '../../support/rich-tenders.ts';
import { CHAIR, walkTender } from '../../support/walk.ts';

describe('a tender with the rules of the third engine', () => {
  it.each([
    ['lots with rules of their own', CLEANING],
    ['capacities and discounts', TRANSPORT],
    ['draws', TIED],
  ])('%s: the dossier gives what the file gives, and proves it', (_, file) => {
    const storage = openStorage(':memory:');
    const tenders = createTenders(storage, () => new Date('2027-03-01T08:00:00.000Z'));
    const input = caseOf(file);
    const state = tenders.get(walkTender(tenders, input, 'Proef (fictief)'));
    const outcome = standingOutcome(state);
    expect(outcome.engine).toBe(3);
    expect(outcome).toEqual(evaluate(evaluationInputOf(state)));
    expect(outcome).toEqual(evaluate(input));
    expect(checkAward(evaluationInputOf(state), outcome)).toBe(null);
    expect(outcome.award.status).toBe('awarded');
    expect(tenderKind.engines[3]!.compute(state, { engine: 3, outcome: null })).toEqual(outcome);
    storage.close();
  });

  it('a bid that falls away after a draw can leave another tie in the same lot: a new draw is then needed', () => {
    const storage = openStorage(':memory:');
    const tenders = createTenders(storage, () => new Date('2027-03-01T08:00:00.000Z'));
    const scores = { Eik: 9, Beuk: 9, Es: 8, Iep: 8 };
    const file = {
      rules: { service: 'other', scale: { maximum: 10 }, criteria: [{ name: 'Plan', weight: 100 }] },
      bids: Object.entries(scores).map(([bidder, score]) => ({ bidder, scores: { Plan: score } })),
      draws: [{ order: ['Beuk', 'Eik'] }],
    };
    const dossier = walkTender(tenders, caseOf(file), 'Proef (fictief)');
    expect(standingOutcome(tenders.get(dossier)).award.lots[0]!.winner).toBe('beuk');
    for (const bid of ['beuk', 'eik']) {
      const fallen = { bid, stage: 'withdrawn', reason: 'Ingetrokken.' } as const;
      tenders.execute(dossier, CHAIR, { type: 'set-aside-bid', fallen });
    }
    tenders.execute(dossier, CHAIR, { type: 'compute-award' });
    expect(standingOutcome(tenders.get(dossier)).award).toMatchObject({
      status: 'draw-needed',
      drawBetween: ['es', 'iep'],
    });
    tenders.execute(dossier, CHAIR, {
      type: 'record-draw',
      order: ['iep', 'es'],
      method: 'Opnieuw, met briefjes.',
      witnesses: 'Twee getuigen',
    });
    tenders.execute(dossier, CHAIR, { type: 'compute-award' });
    expect(standingOutcome(tenders.get(dossier)).award.lots[0]!.winner).toBe('iep');
    storage.close();
  });
});
