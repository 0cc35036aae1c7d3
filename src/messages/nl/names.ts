import type { Role } from '../../domain/roles.ts';
import type { Phase } from '../../domain/tender/state.ts';

/** De fasen van een aanbesteding. */
export const phases: Readonly<Record<Phase, string>> = {
  registration: 'Inschrijvingen vastleggen',
  assessment: 'Beoordelen',
  consensus: 'Consensus',
  'quality-closed': 'Kwaliteit afgesloten',
  awarded: 'Gunning berekend',
};

/** De rollen. */
export const roles: Readonly<Record<Role, string>> = {
  'procurement-officer': 'Inkoper (voorzitter)',
  assessor: 'Beoordelaar',
  'committee-member': 'Commissielid',
  auditor: 'Auditor',
  administrator: 'Beheerder',
};
