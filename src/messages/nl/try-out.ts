import { capital, type Nouns } from '../noun.ts';
import { quote } from '../sentence.ts';
import { agree, count, format, quoted } from './words.ts';

/** Een concept uitproberen, met fictieve inschrijvingen. */
export const tryOut = ({ lot }: Nouns) => ({
  title: 'Uitproberen',
  lead: 'Zo werken deze regels uit. U kunt elke score en elke prijs veranderen en opnieuw rekenen.',
  fictional:
    'Inschrijvers, scores en prijzen zijn fictief. Er wordt niets bewaard, en niemand krijgt hiermee iets gegund.',
  bidders: ['Goudvink', 'Kattenstaart', 'Boomvalk', 'Zonnedauw', 'IJsvogel', 'Duizendblad'].map(
    (name) => `${name} (fictief)`,
  ),
  outcome: 'Wie zou er winnen?',
  pointsOf: (name: string) => `Punten in ${quote(name)}`,
  pointsLeft: 'De punten per criterium worden hier niet alle getoond: het zijn er te veel.',
  toBids: 'Inschrijvingen aanpassen',
  steps: {
    title: 'Wat elke score waard is',
    lead: 'De punten die een score oplevert, met de wegingsfactor verrekend.',
    caption: 'Punten per score',
    only: (lots: readonly string[]) => `in ${quoted(lots)}`,
    cut: (n: number) =>
      `Per schaal staan hier ten hoogste ${count(n, 'criterium', 'criteria')}. De regels noemen ze alle.`,
    relative:
      'Op sommige criteria worden de punten daarna gedeeld door die van de beste inschrijving. Wat een score dan waard is, hangt van de andere inschrijvingen af.',
  },
  tie: {
    title: 'Hoe een gelijke stand eindigt',
    lead: 'Elke stap van de bekendgemaakte regel is geprobeerd op twee inschrijvingen met hetzelfde totaal, die alleen daarin verschillen.',
    noSteps: 'De regels noemen geen stap die beslist bij een gelijke stand.',
    decides: (step: string) => `${capital(step)} beslist.`,
    decidesNothing: (step: string) => `${capital(step)} beslist niet: dan is een loting nodig.`,
    twins: ['Tweeling 1 (fictief)', 'Tweeling 2 (fictief)'] as [string, string],
    draw: 'Twee inschrijvingen die in alles gelijk zijn, delen dezelfde rang. Dan is een loting nodig.',
    separated: 'Twee inschrijvingen die in alles gelijk zijn, krijgen hier toch een verschillende rang.',
  },
  /** Waarom een inschrijving die wegvalt, de andere niet anders ordent. */
  absolute:
    'De punten van een inschrijving hangen onder deze regels niet van de andere inschrijvingen af. Wie er ook wegvalt, de anderen houden hun punten en hun onderlinge volgorde.',
  form: {
    title: 'De fictieve inschrijvingen',
    lead: 'Typ over wat u wilt en reken opnieuw. Wat u niet verandert, blijft zoals het is.',
    count: 'Aantal inschrijvers',
    name: 'Naam',
    common: `Voor alle ${lot.more} samen`,
    takesPart: 'Schrijft in',
    preference: 'Voorkeur',
    discount: (place: string) => `Korting voor ${lot.more} samen: ${place}`,
    growth: (step: string) => `Groeipad: ${step} (%)`,
    cell: (row: string, bidder: string, place: string) => `${row}, ${bidder}, ${place}`,
    submit: 'Reken opnieuw uit',
    reset: 'Terug naar het eerste voorbeeld',
    fewerLots: (shown: number, all: number) =>
      `Deze regels hebben ${count(all, lot.one, lot.more)}. Het voorbeeld gaat over de eerste ${format.grouped(String(shown), 0)}; de grenzen aan het aantal winnaars zijn daarop verlaagd.`,
    fewerRows: (n: number) =>
      `Hier ${agree(n, 'wordt', 'worden')} ${count(n, 'rij', 'rijen')} niet getoond. Daar gelden de scores en bedragen van het voorbeeld.`,
    wrong: 'Verbeter eerst wat hieronder niet klopt. Dan wordt er opnieuw gerekend.',
  },
  missing: {
    lead: 'Dit kan pas als de regels compleet zijn en kloppen.',
    none: 'Met deze regels is er geen voorbeeld te maken.',
  },
  openHouse: `In open house is er geen rangorde. Wie aan de eisen voldoet, krijgt een contract; er valt dus niets uit te proberen.`,
  chooseProcedure: 'Een andere procedure kiezen',
  rehearsal: 'Proef met een eigen bestand',
  curve: 'Wat de prijsformule doet, en wat een punt kwaliteit in euro kost',
});
