import type { Nouns } from '../noun.ts';
import { countOf, eachOne } from './words.ts';

/** De werklijst van een beoordelaar. */
export const assessments = ({ lot: lotNoun }: Nouns) => ({
  title: 'Mijn beoordelingen',
  lead: `Beoordeel elke inschrijving in ${eachOne(lotNoun)}. Per criterium legt u alle inschrijvingen langs één schaal.`,
  nothing: 'Hier is nu niets te beoordelen.',
  ways: 'Hoe u werkt',
  perBid: 'Per inschrijving',
  perCriterion: 'Per criterium',
  criterion: 'Criterium',
  caption: (lot: string) => `Beoordelingen in ${lot}`,
  filledIn: 'Ingevuld',
  filled: (done: number, all: number) => countOf(done, all, 'score', 'scores'),
  statuses: {
    open: 'Nog niet begonnen',
    draft: 'Concept',
    ready: 'Klaar om in te dienen',
    'handed-in': 'Ingediend',
    changed: 'Gewijzigd na indienen',
  },
  assess: 'Beoordelen',
  change: 'Wijzigen',
  view: 'Bekijken',
  linkFor: (action: string, bidder: string, lot: string) => `${action}: ${bidder}, ${lot}`,
  progress: (done: number, all: number) => `U hebt ${countOf(done, all, 'beoordeling', 'beoordelingen')} ingediend.`,
  allDone: 'U hebt alles ingediend. U kunt uw beoordelingen wijzigen totdat de consensusronde opent.',
  closed: 'De beoordelingsronde is gesloten. Uw beoordelingen staan vast.',
});
