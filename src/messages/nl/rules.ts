import { capital, type Nouns } from '../noun.ts';
import { sentence, sentences } from '../sentence.ts';
import { count, quoted, thatOne, theOne, toDecimals } from './words.ts';

/** De bekendgemaakte regels. */
export const rules = ({ lot: lotNoun, winner }: Nouns) => ({
  title: 'Bekendgemaakte regels',
  lead: 'Deze regels stonden vast voordat de inschrijvingen werden geopend. Niets daarbuiten telt mee.',
  example: 'Voorbeeld',
  seeNotice: 'Aan het begin van deze regels staat welke delen een voorbeeld van Gunwijzer zijn.',
  lots: capital(lotNoun.more),
  award: 'Gunning',
  noTieBreak: 'Bij gelijke stand is een loting nodig.',
  rounding: (decimals: number, nothingElse: boolean) =>
    `Het totaal per ${lotNoun.one} wordt rekenkundig afgerond op ${toDecimals(decimals)}${nothingElse ? '; verder wordt nergens afgerond' : ''}.`,
  rankOnRounded: 'De rangorde volgt het afgeronde totaal.',
  rankOnExact: 'De rangorde volgt het onafgeronde totaal.',
  price: 'Prijs',
  sources: 'Bronnen',
  sourcesLead: 'Een nummer tussen haken in deze regels verwijst naar deze lijst.',
  criteria: 'Gunningscriteria en wegingsfactoren',
  criteriaCaption: 'Gunningscriteria met hun wegingsfactor in het totaal',
  wholeWeight: 'Wegingsfactor in het totaal',
  scale: 'Beoordelingsschaal',
  scaleCaption: 'Scores met hun betekenis',
  anchor: 'Betekenis',
  label: 'Oordeel',
  formula: 'Punten op een criterium = score ÷ hoogste score × wegingsfactor in het totaal.',
  formulaElsewhere: 'Waar bij een criterium iets anders staat, geldt dat.',
  growthPath: 'Groeipad basisondersteuning',
  growthPathLead: `Een toezegging onder het minimum maakt de inschrijving ongeldig voor ${thatOne(lotNoun)}.`,
  growthPathCaption: 'Minimumaandeel gebruikers met basisondersteuning',
  by: 'Uiterlijk',
  minimum: 'Minimum',
  initiatives: 'Aandeel via een maatschappelijk initiatief',
  courseHeading: 'Verloop van de beoordeling',
  course: {
    date: (name: string, date: string) => sentence(`${name}: ${date}`),
    discussAbove: (gap: string) =>
      `Liggen de scores van beoordelaars meer dan ${gap} uit elkaar, dan worden ze besproken voordat er een consensusscore wordt vastgelegd.`,
    releasedAssessors: {
      count: 'De scores van een beoordelaar die tussentijds stopt, blijven meetellen.',
      'do-not-count': 'De scores van een beoordelaar die tussentijds stopt, tellen niet mee.',
    },
    team: (name: string, criteria: readonly string[]) => `${name} beoordeelt ${quoted(criteria)}.`,
    anonymousUntil: {
      consensus: 'Beoordelaars zien de namen van inschrijvers pas als alle beoordelingen zijn ingediend.',
      'quality-closed': 'Beoordelaars zien de namen van inschrijvers pas als de kwaliteit is afgesloten.',
      awarded: 'Beoordelaars zien de namen van inschrijvers pas na de gunning.',
    },
    onlookers: {
      auditor: 'Een auditor mag vanaf het begin meekijken.',
      'committee-member': 'De commissie mag vanaf het begin meekijken.',
    },
  },
  programme: {
    title: 'Programma van eisen',
    lead: 'Dit wordt gevraagd, en zo is dat tot stand gekomen. Het programma van eisen telt niet mee in de punten.',
    /** Aan het begin van de regels, met een verwijzing. */
    see: 'In het programma van eisen staat wat er met elke wens is gebeurd.',
    kinds: {
      scope: 'Omvang van de opdracht',
      obligation: 'Verplichtingen',
      'knock-out': 'Knock-outeisen',
    },
    captions: {
      scope: 'Wat bij de opdracht hoort',
      obligation: `Wat ${theOne(winner)} moet doen`,
      'knock-out': 'Waaraan een inschrijving moet voldoen',
      goals: 'Wat het contract tot stand moet brengen',
      wishes: 'Elke wens met wat ermee is gebeurd',
    },
    knockOutLead: 'Twee personen controleren van elke inschrijving of zij aan deze eisen voldoet.',
    requirement: 'Eis',
    origin: 'Bron of wens',
    /** Bij een eis: van wie de wens kwam die ertoe leidde. */
    wishOf: (wishers: string) => `Wens van: ${wishers}`,
    goals: 'Doelen van het contract',
    goal: 'Doel',
    wishes: 'Wensen en wat ermee is gebeurd',
    wish: 'Wens',
    from: 'Van wie',
    answer: 'Overgenomen in',
    in: {
      requirements: (names: readonly string[]) => `${names.length === 1 ? 'eis' : 'eisen'} ${quoted(names)}`,
      criteria: (names: readonly string[]) =>
        `${names.length === 1 ? 'gunningscriterium' : 'gunningscriteria'} ${quoted(names)}`,
      goals: (names: readonly string[]) => `${names.length === 1 ? 'doel' : 'doelen'} ${quoted(names)}`,
    },
    notTakenOver: (reason: string) => sentences('Niet overgenomen', reason),
  },
  term: 'Looptijd',
  /** "Noord (omvang: 30 fte)" */
  procedure: (name: string) => sentence(`Procedure: ${name}`),
  lotValue: (lot: string, amount: string) => `${lot}, met een waarde van ${amount}`,
  lotSize: (name: string, size: string, unit: string) => `${name} (omvang: ${size} ${unit})`,
  termText: (years: number, extensions: number, extensionYears: number, start: string) =>
    extensions === 0 || extensionYears === 0
      ? `${years} jaar vanaf ${start}, zonder verlengingsoptie.`
      : `${years} jaar vanaf ${start}, met ${count(extensions, 'verlengingsoptie', 'verlengingsopties')} van ${extensionYears} jaar.`,
  budget: 'Budget',
  amount: 'Bedrag',
  termExample: 'De bron noemt deze duur en deze verlengingen als voorbeeld.',
  part: 'Onderdeel',
  hash: 'Controlegetal van de regels',
});
