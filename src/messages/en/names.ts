import type { Role } from '../../domain/roles.ts';
import type { Phase } from '../../domain/tender/state.ts';

/** The phases of a tender. */
export const phases: Readonly<Record<Phase, string>> = {
  registration: 'Register bids',
  assessment: 'Assessment',
  consensus: 'Consensus',
  'quality-closed': 'Quality closed',
  awarded: 'Award calculated',
};

/** The roles. */
export const roles: Readonly<Record<Role, string>> = {
  'procurement-officer': 'Procurement officer (chair)',
  assessor: 'Assessor',
  'committee-member': 'Committee member',
  auditor: 'Auditor',
  administrator: 'Administrator',
};
