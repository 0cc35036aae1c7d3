import { decidePlan } from '../../src/domain/purchase-plan/decide.ts';
import type { NewPlanEvent } from '../../src/domain/purchase-plan/events.ts';
import { adopting, momentWith, planOf, serviceWith } from '../support/purchase-plan.ts';
import type { OtherWays, Provocations } from './provocation.ts';

/** What somebody does, one after the other, with a plan that was just begun. */
const planning =
  (...events: readonly NewPlanEvent[]) =>
  () => {
    const { say } = planOf();
    for (const event of events) say(event);
  };
const service = (change: Parameters<typeof serviceWith>[0] = {}): NewPlanEvent => ({
  type: 'service-planned',
  payload: serviceWith(change),
});
const moment = (change: Parameters<typeof momentWith>[0] = {}): NewPlanEvent => ({
  type: 'moment-planned',
  payload: momentWith(change),
});
const closed: NewPlanEvent = { type: 'dossier-closed', payload: { reason: 'Klaar.' } };
const reopened: NewPlanEvent = { type: 'dossier-reopened', payload: { reason: 'Toch niet klaar.' } };

export const plan = {
  'plan-not-opened': () => decidePlan(undefined, 'officer', { type: 'say', event: closed, version: null }),
  'plan-already-opened': () => {
    const { plans, dossier, state } = planOf();
    const { title, year, officer, model, modelSha256, note } = state();
    const payload = { title, year, officer, model, modelSha256, note };
    plans.execute(dossier, 'officer', { type: 'open', events: [{ type: 'plan-opened', payload }] });
  },
  'plan-in-other-state': planning(closed, service()),
  'not-the-planner': () => planOf().say(service(), 'somebody'),
  'officer-already': planning({ type: 'officer-changed', payload: { officer: 'officer', reason: 'Zomaar.' } }),
  'unknown-pillar': planning(service({ pillar: 'eighth', pillarReason: null })),
  'pillar-reason-needed': planning(service({ pillarReason: null })),
  'ends-before-start': planning(service({ starts: '2028-01-01', until: '2027-12-31' })),
  'not-in-plan': planning(service(), { type: 'entry-withdrawn', payload: { seq: 9, reason: 'Vervalt.' } }),
  'plan-is-empty': planning(adopting),
  'already-adopted': planning(service(), adopting, adopting),
} satisfies Provocations;

export const otherPlans: OtherWays = [
  ['plan-in-other-state', planning(reopened)],
  ['reason-needed', planning(service(), service({ name: 'Vervoer en meer' }))],
  ['ends-before-start', planning(moment({ from: '2028-03-02', until: '2028-03-01' }))],
  ['start-year-invalid', planning(moment({ until: '1999-03-01' }))],
  ['not-the-planner', () => planOf().say(adopting, 'somebody')],
];
