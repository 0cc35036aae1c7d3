import { openPlan } from '../../src/actions/open-plan.ts';
import { createPurchasePlans } from '../../src/actions/purchase-plans.ts';
import type { NewPlanEvent, Planned, PlanPayloads, Service } from '../../src/domain/purchase-plan/events.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { openStorage } from '../../src/storage/database.ts';
import { publishedRules } from './dossiers.ts';

/** A service of which little is known yet, after a change. */
export const serviceWith = (change: Partial<Service> = {}): Service => ({
  service: 'transport',
  name: 'Vervoer',
  pillar: null,
  pillarReason: 'Het model noemt vervoer niet.',
  scale: 'regional',
  instrument: 'tender',
  maximum: null,
  starts: null,
  until: null,
  current: null,
  contractModel: null,
  partners: [],
  steps: [],
  begun: null,
  moments: [],
  source: null,
  note: null,
  reason: null,
  ...change,
});

export const plannedWith = (change: Partial<Planned> = {}): Planned => ({
  name: 'Besluit van de raad',
  from: null,
  until: null,
  said: null,
  decider: null,
  ...change,
});

export const momentWith = (change: Partial<PlanPayloads['moment-planned']> = {}): PlanPayloads['moment-planned'] => ({
  moment: 'council',
  ...plannedWith(),
  source: null,
  note: null,
  reason: null,
  ...change,
});

/** A purchase plan of somebody called "officer", begun empty or with an example, in a database of its own. */
export function planOf(example: string | null = null) {
  const storage = openStorage(':memory:');
  let minute = 0;
  const plans = createPurchasePlans(storage, () => new Date(Date.UTC(2027, 0, 4, 9, minute++)));
  const services = { plans, ruleSets: publishedRules() };
  const dossier = openPlan(messagesIn('nl'), services, 'officer', { title: 'Inkoop 2028', year: 2028, example });
  const say = (event: NewPlanEvent, actor = 'officer', version: number | null = null): void =>
    plans.execute(dossier, actor, { type: 'say', event, version });
  return { storage, plans, dossier, say, state: () => plans.get(dossier) };
}

export const adopting: NewPlanEvent = {
  type: 'plan-adopted',
  payload: { on: '2027-03-09', by: 'Het college', document: null },
};
