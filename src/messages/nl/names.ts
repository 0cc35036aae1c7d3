import type { Role } from '../../domain/roles.ts';
import type { Moment } from '../../domain/tender/state/state.ts';

/** De fasen van een aanbesteding, en wat daarbinnen gebeurt. */
export const phases: Readonly<Record<Moment, string>> = {
  registration: 'Inschrijvingen vastleggen',
  assessment: 'Beoordelen',
  consensus: 'Consensus',
  'quality-closed': 'Kwaliteit afgesloten',
  'prices-opened': 'Prijzen geopend',
  awarded: 'Gunning berekend',
};

/** De rollen. */
export const roles: Readonly<Record<Role, string>> = {
  'procurement-officer': 'Inkoper (voorzitter)',
  assessor: 'Beoordelaar',
  'committee-member': 'Commissielid',
  'contract-manager': 'Contractmanager',
  auditor: 'Auditor',
  administrator: 'Beheerder',
};
