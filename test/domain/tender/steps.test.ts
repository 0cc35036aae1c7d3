import { describe, expect, it } from 'vitest';
import { standingOutcome } from '../../../src/domain/tender/standing-award.ts';
import { everyAssessor } from '../../../src/domain/tender/state/rounds.ts';
import type { TenderState } from '../../../src/domain/tender/state/state.ts';
import { stepsOf } from '../../../src/domain/tender/steps.ts';
import { auditTender, readGolden } from '../../support/dossiers.ts';

const priced = readGolden('price-and-quality-engine-2.dossier.json');
const until = (type: string): TenderState =>
  auditTender(priced.dossier, priced.events.slice(0, priced.events.findLastIndex((event) => event.type === type) + 1))
    .state;

const seenBy = (state: TenderState, who: 'chair' | 'assessor'): string =>
  stepsOf(
    state,
    who === 'chair'
      ? { id: state.chair, roles: ['procurement-officer'] }
      : { id: everyAssessor(state)[0]!, roles: ['assessor'] },
  )
    .map(({ step, progress }) => `${step} ${progress}`)
    .join(', ');

describe('the steps of a tender', () => {
  it('have one for the prices, which is done for who may see that they are recorded', () => {
    const before = 'registration done, assessment done, consensus done';
    expect(seenBy(until('quality-closed'), 'chair')).toBe(`${before}, prices current, award to-come`);
    expect(seenBy(until('price-recorded'), 'chair')).toBe(`${before}, prices done, award current`);
    expect(seenBy(until('price-recorded'), 'assessor')).toBe(`${before}, prices current, award to-come`);
  });

  it('are done when there is an award, and not when its outcome asks for a draw', () => {
    const state = until('award-computed');
    expect(seenBy(state, 'chair')).not.toMatch(/current|to-come/);
    const outcome = standingOutcome(state);
    const draw = { ...outcome, award: { ...outcome.award, status: 'draw-needed' as const } };
    const waiting: TenderState = { ...state, award: { ...state.award!, outcome: { engine: 2, outcome: draw } } };
    expect(seenBy(waiting, 'chair')).toMatch(/prices done, award current$/);
  });
});
