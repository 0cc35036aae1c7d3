import type { Nouns } from '../noun.ts';
import { quote, sentences } from '../sentence.ts';
import { count, format, thisOne } from './words.ts';

/** De werkbank van een beoordelaar. */
export const assessment = ({ lot: lotNoun }: Nouns) => ({
  pointsHint: (minimum: string, maximum: string) => `Vul een getal in van ${minimum} tot en met ${maximum}.`,
  knockOut: 'Knock-outeis, zonder punten',
  title: (bidder: string, lot: string) => `${bidder} in ${lot}`,
  criterionTitle: (criterion: string, lot: string) => `${criterion} in ${lot}`,
  lead: 'Kies per criterium de score die past en schrijf op waarom.',
  criterionLead:
    'Kies per inschrijving de score die past en schrijf op waarom. U legt alle inschrijvingen langs één schaal.',
  weight: (weight: string) => `Wegingsfactor in het totaal: ${weight}%`,
  minimum: (score: string) =>
    `Minimumscore: ${format.decimal(score)}. Komt de consensusscore daaronder, dan wordt de inschrijving in ${thisOne(lotNoun)} terzijde gelegd.`,
  score: 'Score',
  motivation: 'Motivering',
  motivationHint: 'Noem bij elke score welke sterke en zwakke punten haar bepalen. Verwijs naar de inschrijving.',
  foundAt: 'Vindplaats, zoals p. 12',
  foundAtText: (place: string) => `Vindplaats: ${place}`,
  asked: 'Wat er wordt gevraagd',
  scale: 'De schaal',
  criteria: 'Criteria',
  bids: 'Inschrijvingen',
  /** Hoe ver een beoordelaar is met één onderdeel. */
  cellStates: { open: 'nog niets', draft: 'niet compleet', complete: 'compleet' },
  keys: 'Toetsen: een cijfer kiest de score, Ctrl en Enter slaat op en gaat verder.',
  saveDraft: 'Opslaan',
  saveAndNext: 'Opslaan en volgende',
  previous: 'Vorige',
  submit: 'Deze inschrijving indienen',
  submitAgain: 'Wijziging indienen',
  submitHint:
    'Indienen kan als elk criterium een score en een motivering heeft. Tot de consensusronde kunt u nog wijzigen.',
  saved: 'Uw concept is opgeslagen.',
  submitted: 'Uw beoordeling is ingediend.',
  submittedAll: 'Uw beoordelingen zijn ingediend.',
  bid: 'Over deze inschrijving',
  missingScore: (criterion: string) => `Kies een score voor ${quote(criterion)}.`,
  missingMotivation: (criterion: string) => `Schrijf een motivering bij ${quote(criterion)}.`,
  behindTitle: 'Er stond hier iets anders',
  behind:
    'U hebt hier in een ander venster iets anders opgeslagen. Wat u nu invulde is bewaard; wat er stond, ziet u erbij.',
  behindAt: (moment: string) => `In een ander venster stond hier op ${moment}:`,
  noScore: 'geen score',
  restore: 'Dit terugzetten',
  discard: 'Dit weggooien',
  staleTitle: 'Deze beoordeling is intussen gewijzigd',
  stale: 'U hebt deze beoordeling in een ander venster gewijzigd. Controleer wat er staat en dien opnieuw in.',
  nowStored: (score: string, motivation: string) =>
    sentences(`Nu opgeslagen: score ${format.decimal(score)}`, motivation),
  scoreText: (score: string, label: string) => `${format.decimal(score)} – ${label}`,
  readOnly: 'De beoordelingsronde is gesloten; deze beoordeling staat vast.',
  notScored: 'geen score',
  /** Hoe het met het bewaren staat; het script kiest. */
  saving: {
    idle: 'Wat u invult, wordt vanzelf bewaard.',
    lastSaved: (at: string) => `Laatst opgeslagen om ${at} uur.`,
    busy: 'Bezig met opslaan …',
    saved: (at: string) => `Opgeslagen om ${at} uur.`,
    failed: 'Nog niet opgeslagen: er is geen verbinding. Gunwijzer probeert het opnieuw.',
    ended: 'Opgeslagen. Uw sessie is afgelopen; log in om verder te werken.',
    refused: 'Niet opgeslagen. Laad de pagina opnieuw om te zien waarom.',
    elsewhere: 'Opgeslagen. In een ander venster stond iets anders; laad de pagina opnieuw om dat te zien.',
    signIn: 'Inloggen',
  },
  /** De laatste stap. */
  handIn: {
    title: 'Beoordelingen indienen',
    lead: 'Controleer wat u hebt ingevuld. Tot de consensusronde opent, kunt u een beoordeling nog wijzigen.',
    open: 'Wat er nog open staat',
    nothingOpen: 'Alles is ingevuld.',
    missing: (criteria: string) => `nog niet compleet: ${criteria}`,
    ready: 'Wat u indient',
    readyCaption: 'Beoordelingen die klaar zijn',
    nothingReady: 'Er is nu niets om in te dienen.',
    scores: 'Uw scores',
    button: (n: number) => `${count(n, 'beoordeling', 'beoordelingen')} indienen`,
    link: 'Naar indienen',
    changedSince: 'Er is intussen iets gewijzigd. Controleer de lijst en dien opnieuw in.',
  },
});
