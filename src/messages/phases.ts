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
