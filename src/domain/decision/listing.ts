import { z } from 'zod';
import type { Listing } from '../listing.ts';
import { DOSSIER_ROLES, type Viewer } from '../roles.ts';
import { isSigned, mayViewDecision, readerOf } from './access.ts';
import type { DecisionShape } from './procedure.ts';
import type { DecisionState } from './state.ts';

/** What somebody sees of the choice of a contract model in lists. */
export const decisionSeat = z.strictObject({ phase: z.enum(['weighing', 'signed']), lastSeen: z.string() });
export type DecisionSeat = z.infer<typeof decisionSeat>;

/** In which capacities people look on, the first first: of several the first counts. */
export const DECISION_CAPACITIES = [
  'officer',
  'committee',
  'auditor',
] as const satisfies readonly DecisionShape['reader'][];

/** What lists say of the choice of a contract model. */
export function decisionListing(state: Readonly<DecisionState>): Listing {
  const { title, phase, officer } = state;
  const view: DecisionSeat = { phase, lastSeen: state.lastEventAt };
  return {
    title,
    year: null,
    phase,
    archived: false,
    leader: isSigned(state) ? null : officer,
    over: isSigned(state),
    dates: [],
    words: null,
    seats: [officer, null].flatMap((account) =>
      DECISION_CAPACITIES.flatMap((capacity, rank) => {
        const viewer = DOSSIER_ROLES.map((role): Viewer => ({ id: account ?? '', roles: [role] })).find(
          (one) => readerOf(state, one) === capacity,
        );
        if (!viewer) return [];
        const shown = mayViewDecision(state, viewer);
        const groups = { todo: false, waits: false, heeds: false };
        return [{ account, rank, shown, groups, due: null, view: shown ? view : null }];
      }),
    ),
    follows: state.follows ? [state.follows.dossier] : [],
    people: [{ account: officer, keptFromRegister: false, leaves: isSigned(state) ? [] : ['decides'] }],
  };
}
