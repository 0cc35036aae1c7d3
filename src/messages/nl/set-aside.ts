import { capital, type Nouns } from '../noun.ts';

/** Een inschrijving terzijde leggen. */
export const setAside = ({ lot: lotNoun }: Nouns) => ({
  title: 'Inschrijving terzijde leggen',
  lead: 'Leg een inschrijving terzijde die is uitgesloten of ingetrokken. De reden staat in het logboek en in het rapport. Bereken daarna de gunning. Dit kan niet worden teruggedraaid.',
  bid: 'Inschrijving',
  lot: capital(lotNoun.one),
  allLots: `Alle ${lotNoun.more}`,
  stage: 'Waarom telt deze inschrijving niet meer mee?',
  excluded: 'Uitgesloten: de inschrijving telt nergens meer mee',
  withdrawn: 'Ingetrokken na de rangorde: de bekendgemaakte regel bepaalt wat dat voor de anderen betekent',
  reason: 'Reden',
  reasonMissing: 'Geef een reden.',
  chooseBid: 'Kies een inschrijving',
  bidMissing: 'Kies de inschrijving die terzijde wordt gelegd.',
  stageMissing: 'Kies waarom deze inschrijving niet meer meetelt.',
  save: 'Terzijde leggen',
});
