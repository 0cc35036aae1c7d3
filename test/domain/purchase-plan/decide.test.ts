import { describe, expect, it } from 'vitest';
import type { NewPlanEvent } from '../../../src/domain/purchase-plan/events.ts';
import { before, isAsAdopted, standing, standingOf } from '../../../src/domain/purchase-plan/state.ts';
import { adopting, momentWith, planOf, serviceWith } from '../../support/purchase-plan.ts';

const service = (change: Parameters<typeof serviceWith>[0] = {}): NewPlanEvent => ({
  type: 'service-planned',
  payload: serviceWith(change),
});
const withdrawing = (seq: number): NewPlanEvent => ({
  type: 'entry-withdrawn',
  payload: { seq, reason: 'Vergissing.' },
});

describe('a purchase plan', () => {
  it('begins with all of an example, each with its source and what is ours', () => {
    const { state } = planOf('groningen-2017.v1');
    const plan = state();
    expect([plan.title, plan.phase, plan.version]).toEqual(['Inkoop 2028', 'drafting', 15]);
    expect(standing(plan, 'service-planned')).toHaveLength(10);
    const { payload } = standingOf(plan, 'service-planned', 'protected-housing')!;
    expect(payload.source).toContain('Raadsbrief 2017');
    expect(payload.note).toContain('dat is gelezen als regionaal');
    expect(plan.note).toContain('De brief noemt geen schaal');
    expect(standing(planOf('haren-2013.v1').state(), 'phase-planned')).toHaveLength(9);
  });

  it('holds of a service what was said last; what was withdrawn makes what was before it stand again', () => {
    const { say, state } = planOf();
    say(service());
    say(service({ scale: 'local', reason: 'Toch dichterbij.' }));
    const last = standingOf(state(), 'service-planned', 'transport')!;
    expect(last.payload.scale).toBe('local');
    expect(before(state(), last).map(({ payload }) => payload.scale)).toEqual(['regional']);
    say(withdrawing(last.seq));
    const again = standingOf(state(), 'service-planned', 'transport')!;
    expect(again.payload.scale).toBe('regional');
    expect(() => say(withdrawing(last.seq))).toThrow('not-in-plan');
    say(withdrawing(again.seq));
    expect(standing(state(), 'service-planned')).toEqual([]);
    expect(state().entries).toHaveLength(2);
    expect([...state().withdrawn.keys()]).toEqual([3, 2]);
  });

  it('is adopted, changed with a reason and adopted anew; closed, and worked on again', () => {
    const { say, state } = planOf();
    say(service());
    say(adopting);
    expect([state().phase, isAsAdopted(state())]).toEqual(['adopted', true]);
    const moment: NewPlanEvent = { type: 'moment-planned', payload: momentWith() };
    expect(() => say(moment)).toThrow('reason-needed');
    say({ type: 'moment-planned', payload: momentWith({ reason: 'De raad vroeg erom.' }) });
    expect(isAsAdopted(state())).toBe(false);
    say(adopting);
    say({ type: 'dossier-closed', payload: { reason: 'Uitgevoerd.' } });
    expect(() => say(adopting)).toThrow('plan-in-other-state');
    say({ type: 'dossier-reopened', payload: { reason: 'Er komt iets bij.' } });
    expect([state().phase, isAsAdopted(state())]).toEqual(['drafting', false]);
    say(adopting);
    expect(state().adopted).toMatchObject({ on: '2027-03-09', by: 'Het college' });
  });

  it('is handed over: from then on only the other may plan', () => {
    const { say, state } = planOf();
    say({ type: 'officer-changed', payload: { officer: 'other', reason: 'Verlof.' } });
    expect(() => say(service())).toThrow('not-the-planner');
    say(service(), 'other');
    expect(state().officer).toBe('other');
  });

  it('is not changed by a form that was opened before somebody else changed it', () => {
    const { say, state } = planOf();
    say(service(), 'officer', 0);
    expect(() => say(service({ reason: 'Later.' }), 'officer', 0)).toThrow('stale');
    say(service({ reason: 'Nu.' }), 'officer', 2);
    expect(() => say(adopting, 'officer', 2)).toThrow('stale');
    say(adopting, 'officer', state().changedVersion);
    expect(() => say({ type: 'dossier-closed', payload: { reason: 'Klaar.' } }, 'officer', 3)).toThrow('stale');
  });
});
