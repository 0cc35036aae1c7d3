import type { Role } from '../domain/accounts/accounts.ts';
import type { Phase } from '../domain/tender/state.ts';

/** The phases of a tender by name. */
export const phasesNl: Readonly<Record<Phase, string>> = {
  registration: 'Inschrijvingen vastleggen',
  assessment: 'Beoordelen',
  consensus: 'Consensus',
  'quality-closed': 'Kwaliteit gesloten',
  awarded: 'Gunning berekend',
};

export const phasesEn: typeof phasesNl = {
  registration: 'Register bids',
  assessment: 'Assessment',
  consensus: 'Consensus',
  'quality-closed': 'Quality closed',
  awarded: 'Award calculated',
};

/** The roles by name. */
export const rolesNl: Readonly<Record<Role, string>> = {
  'procurement-officer': 'Inkoper (voorzitter)',
  assessor: 'Beoordelaar',
  'committee-member': 'Commissielid',
  auditor: 'Auditor',
  administrator: 'Beheerder',
};

export const rolesEn: typeof rolesNl = {
  'procurement-officer': 'Procurement officer (chair)',
  assessor: 'Assessor',
  'committee-member': 'Committee member',
  auditor: 'Auditor',
  administrator: 'Administrator',
};
