import type { Nouns } from '../noun.ts';
import { quote, sentences } from '../sentence.ts';
import { format, thisOne } from './words.ts';

/** Het formulier van een beoordelaar. */
export const assessment = ({ lot: lotNoun }: Nouns) => ({
  pointsHint: (minimum: string, maximum: string) => `Vul een getal in van ${minimum} tot en met ${maximum}.`,
  knockOut: 'Knock-outeis, zonder punten',
  title: (bidder: string, lot: string) => `${bidder} in ${lot}`,
  lead: 'Kies per criterium de score die past en schrijf op waarom.',
  weight: (weight: string) => `Wegingsfactor in het totaal: ${weight}%`,
  minimum: (score: string) =>
    `Minimumscore: ${format.decimal(score)}. Komt de consensusscore daaronder, dan wordt de inschrijving in ${thisOne(lotNoun)} terzijde gelegd.`,
  score: 'Score',
  motivation: 'Motivering',
  motivationHint: 'Welke sterke en zwakke punten bepalen de score? Verwijs naar de inschrijving.',
  saveDraft: 'Opslaan als concept',
  submit: 'Indienen',
  submitAgain: 'Wijziging indienen',
  submitHint:
    'Indienen kan als elk criterium een score en een motivering heeft. Tot de consensusronde kunt u nog wijzigen.',
  saved: 'Uw concept is opgeslagen.',
  submitted: 'Uw beoordeling is ingediend.',
  progress: (n: number, all: number) => `Criterium ${n} van ${all}`,
  bid: 'Over deze inschrijving',
  missingScore: (criterion: string) => `Kies een score voor ${quote(criterion)}.`,
  missingMotivation: (criterion: string) => `Schrijf een motivering bij ${quote(criterion)}.`,
  staleTitle: 'Deze beoordeling is intussen gewijzigd',
  stale:
    'U heeft deze beoordeling in een ander venster opgeslagen. Wat u hier invulde staat er nog; per criterium ziet u wat er intussen is opgeslagen. Sla opnieuw op om uw versie te bewaren.',
  nowStored: (score: string, motivation: string) =>
    sentences(`Nu opgeslagen: score ${format.decimal(score)}`, motivation),
  scoreText: (score: string, label: string) => `${format.decimal(score)} – ${label}`,
  readOnly: 'De beoordelingsronde is gesloten; deze beoordeling staat vast.',
  notScored: 'geen score',
});
