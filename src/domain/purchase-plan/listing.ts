import { z } from 'zod';
import type { Listing } from '../listing.ts';
import { DOSSIER_ROLES, type Viewer } from '../roles.ts';
import { dateText } from '../text.ts';
import { mayViewPlan, readerOf } from './access.ts';
import { datesOf } from './count-back.ts';
import type { PlanShape } from './procedure.ts';
import { originsOf, PLAN_PHASES, type PlanState, standing } from './state.ts';

/** What somebody sees of a purchase plan in lists. */
export const planSeat = z.strictObject({
  phase: z.enum(PLAN_PHASES),
  year: z.int(),
  lastSeen: z.string(),
  /** What it has on a day, in order. */
  dates: z.array(
    z.strictObject({ on: dateText, kind: z.enum(['begin', 'ends', 'starts', 'moment', 'phase']), name: z.string() }),
  ),
});
export type PlanSeat = z.infer<typeof planSeat>;

/** In which capacities people look on, the first first: of several the first counts. */
export const PLAN_CAPACITIES = ['officer', 'committee', 'auditor'] as const satisfies readonly PlanShape['reader'][];

/** What lists say of a purchase plan. */
export function planListing(state: Readonly<PlanState>): Listing {
  const { title, year, phase, officer } = state;
  const over = phase === 'closed';
  const view: PlanSeat = { phase, year, lastSeen: state.lastEventAt, dates: over ? [] : datesIn(state) };
  return {
    title,
    year,
    phase,
    archived: false,
    leader: over ? null : officer,
    over,
    dates: [],
    words: null,
    seats: [officer, null].flatMap((account) =>
      PLAN_CAPACITIES.flatMap((capacity, rank) => {
        const viewer = DOSSIER_ROLES.map((role): Viewer => ({ id: account ?? '', roles: [role] })).find(
          (one) => readerOf(state, one) === capacity,
        );
        if (!viewer) return [];
        const shown = mayViewPlan(state, viewer);
        const groups = { todo: false, waits: false, heeds: false };
        return [{ account, rank, shown, groups, due: null, view: shown ? view : null }];
      }),
    ),
    follows: [...new Set(originsOf(state).map(({ dossier }) => dossier))],
    people: [{ account: officer, keptFromRegister: false, leaves: over ? [] : ['plans'] }],
  };
}

/** What is to be begun, ends, starts or is decided; steps in between stand in the plan itself. */
function datesIn(state: Readonly<PlanState>): PlanSeat['dates'] {
  const payloads = <T extends { readonly payload: unknown }>(entries: readonly T[]): T['payload'][] =>
    entries.map(({ payload }) => payload);
  return datesOf(
    payloads(standing(state, 'service-planned')),
    payloads(standing(state, 'phase-planned')),
    payloads(standing(state, 'moment-planned')),
  ).flatMap(({ on, what }) =>
    what.kind === 'step'
      ? []
      : [{ on, kind: what.kind, name: 'planned' in what ? what.planned.name : what.service.name }],
  );
}
