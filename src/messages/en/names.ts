import type { Role } from '../../domain/roles.ts';
import type { Moment } from '../../domain/tender/state/state.ts';

/** The phases of a tender, and what happens within them. */
export const phases: Readonly<Record<Moment, string>> = {
  registration: 'Register bids',
  assessment: 'Assessment',
  consensus: 'Consensus',
  'quality-closed': 'Quality closed',
  'prices-opened': 'Prices opened',
  awarded: 'Award calculated',
};

/** The roles. */
export const roles: Readonly<Record<Role, string>> = {
  'procurement-officer': 'Procurement officer (chair)',
  assessor: 'Assessor',
  'committee-member': 'Committee member',
  'contract-manager': 'Contract manager',
  auditor: 'Auditor',
  administrator: 'Administrator',
};
