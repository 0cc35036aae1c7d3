import { decidePlan, type PlanCommand } from '../domain/purchase-plan/decide.ts';
import { planEvents } from '../domain/purchase-plan/events.ts';
import { evolvePlan, startPlan } from '../domain/purchase-plan/evolve.ts';
import { planListing } from '../domain/purchase-plan/listing.ts';
import { planParts } from '../domain/purchase-plan/parts.ts';
import { type PlanShape, planProcedure } from '../domain/purchase-plan/procedure.ts';
import { originsOf, type PlanState } from '../domain/purchase-plan/state.ts';
import type { Storage } from '../storage/database.ts';
import type { AuditedKind } from './audit.ts';
import { readEvent } from './read-event.ts';
import { type Clock, createShelf, type Shelf } from './shelf.ts';

/** The dossiers of purchase plans, and how they are audited: nothing that was computed is stored in them. */
export const planKind: AuditedKind<PlanShape, PlanState, PlanCommand, never> = {
  prefix: 'plan-',
  admission: planProcedure.version,
  procedure: planProcedure,
  parts: planParts,
  toEvent: (event) => readEvent(planEvents, event),
  unopened: null,
  start: startPlan,
  evolve: evolvePlan,
  decide: decidePlan,
  listed: { kind: 'plan', of: planListing },
  partsSince: planProcedure.steps['log-format-changed'].since,
  outcomes: [],
  stored: () => undefined,
  computedFrom: () => [],
  engines: {},
  follows: originsOf,
  ownPoints: null,
  editions: ['committee', 'public'],
  awarded: () => new Set(),
  rules: {
    of: ({ model, modelSha256 }) => [{ rules: model, rulesSha256: modelSha256 }],
    published: ({ functionalModels }) => functionalModels,
  },
};

export type PurchasePlans = Shelf<PlanState, PlanCommand>;

export const createPurchasePlans = (storage: Storage, clock: Clock, room?: number): PurchasePlans =>
  createShelf(planKind, storage, clock, room);
