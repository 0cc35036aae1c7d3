import type { Nouns } from '../noun.ts';
import { pairs, quote, sentence, sentences } from '../sentence.ts';
import { count, format, quoted, relative, theOne, thisOne } from './words.ts';

/** De proefgunning: de regels uitproberen voor ze bekend worden gemaakt, en nagaan hoe stevig een uitkomst is. */
export const rehearsal = ({ lot: lotNoun }: Nouns) => ({
  title: 'Proefgunning',
  lead: 'Probeer de regels uit met fictieve inschrijvingen voordat u ze bekendmaakt. Er wordt niets bewaard.',
  chooseTitle: 'Wat wilt u uitproberen?',
  sample: 'Een voorbeeld',
  own: 'Uw eigen regels',
  pastAward: 'Een gunning uit de praktijk',
  file: 'Een bestand met regels, inschrijvingen en scores (JSON)',
  fileHint:
    'Hetzelfde bestand als voor de opdracht gunwijzer rehearse. Gebruik fictieve inschrijvingen en scores bij uw regels.',
  fileMissing: 'Kies een bestand.',
  run: 'Proefgunning uitvoeren',
  trial: 'Dit is een proef. Er is niets vastgelegd en niemand krijgt hiermee iets gegund.',
  outcome: 'Uitkomst volgens deze regels',
  mechanisms: 'Drie manieren van verdelen naast elkaar',
  mechanismsLead:
    'Dezelfde scores en grenzen, drie manieren om te verdelen. Welke geldt, staat in de regels; wat de andere zouden geven, ziet u hier.',
  mechanismsCaption: 'Verdeling en som per manier',
  announced: 'bekendgemaakt',
  status: 'Uitkomst',
  complaints: 'Wie wordt gepasseerd?',
  noComplaints: `Geen inschrijver verliest een ${lotNoun.one} ${relative(lotNoun)} hij liever heeft aan een lager geplaatste inschrijver.`,
  complaint: (bidder: string, lot: string, holder: string) =>
    sentence(`${bidder} heeft ${quote(lot)} liever en staat daar hoger dan ${holder}`),
  complaintOpen: (bidder: string, lot: string) => `${bidder} wil ${quote(lot)}, dat open blijft.`,
  assumedPreferences: `Deze inschrijvingen noemen geen voorkeuren. Aangenomen is dat elke inschrijver het liefst ${theOne(lotNoun)} heeft waar hij het beste scoort.`,
  otherOrders: `Andere volgordes van de ${lotNoun.more}`,
  orderNo: `Elke geprobeerde volgorde van de ${lotNoun.more} geeft dezelfde verdeling.`,
  orderCapped: `Niet alle volgordes zijn geprobeerd, alleen die waarin twee ${lotNoun.more} zijn verwisseld.`,
  otherOrder: (order: readonly string[], division: readonly (readonly [string, string])[]) =>
    sentences(`De volgorde ${quoted(order)} geeft een andere verdeling`, pairs(division)),
  notComparable: `Bij combinaties van ${lotNoun.more} kan alleen de hoogste som worden gebruikt; vergelijken kan dan niet.`,
  reversals: 'Verandert de volgorde als een inschrijving wegvalt?',
  reversalsLead: 'Elke inschrijving is om de beurt weggelaten.',
  reversalsNone: `Nee. Wie er ook wegvalt, de anderen houden hun onderlinge volgorde. Valt een inschrijving weg die geen ${lotNoun.one} krijgt, dan verandert de verdeling niet.`,
  reversal: (bidder: string) => `Zonder ${bidder}`,
  reversalLot: (lot: string) => `In ${quote(lot)} komen de anderen in een andere volgorde te staan.`,
  reversalAward: (bidder: string) =>
    `${bidder} krijgt zelf niets, maar zonder deze inschrijving zijn de ${lotNoun.more} anders verdeeld.`,
  before: 'Met alle inschrijvingen',
  after: 'Zonder deze inschrijving',
  robustness: 'Hoe weinig moet er anders zijn?',
  robustnessLead: `Per ${lotNoun.one} de kleinste wijziging van één consensusscore of van één wegingsfactor waardoor een ander ${theOne(lotNoun)} krijgt. De kleinste is die met het kleinste verschil in score, niet in punten.`,
  robustnessCaption: 'Kleinste wijziging met een andere uitkomst',
  robustnessTooLarge:
    'Deze aanbesteding is te groot om dit op een pagina uit te rekenen. Gebruik de opdrachtregel: npx --no gunwijzer rehearse BESTAND',
  oneScore: 'Eén score',
  oneWeight: 'Eén wegingsfactor',
  noScore: `Geen enkele wijziging van één score verandert ${thisOne(lotNoun)}.`,
  noWeight: `Geen enkele wijziging van één wegingsfactor verandert ${thisOne(lotNoun)}.`,
  notStraight: 'Over wegingsfactoren is bij deze methode geen exacte uitspraak mogelijk.',
  /** `elsewhere` is waar de score is gegeven, als dat ergens anders is; `becomes` is wat er dan gebeurt. */
  scoreChange: (
    criterion: string,
    bidder: string,
    elsewhere: string | null,
    from: string,
    to: string,
    becomes: string,
  ) =>
    sentence(
      `Als de score van ${quote(bidder)} op ${quote(criterion)}${elsewhere === null ? '' : ` in ${quote(elsewhere)}`} van ${from} naar ${to} gaat, ${becomes}`,
    ),
  weightChange: (criterion: string | null, way: 'lower' | 'higher', from: string, to: string, becomes: string) =>
    sentence(
      `Als de wegingsfactor van ${criterion === null ? 'de prijs' : quote(criterion)} ${way === 'lower' ? 'lager' : 'hoger'} wordt dan ${to} (nu ${from}), ${becomes}`,
    ),
  anyWeightChange: (criterion: string | null, from: string, becomes: string) =>
    sentence(
      `Bij elke wijziging van de wegingsfactor van ${criterion === null ? 'de prijs' : quote(criterion)} (nu ${from}) ${becomes}`,
    ),
  about: (rounded: string) => `ongeveer ${rounded}`,
  goesTo: (bidder: string) => `gaat ${thisOne(lotNoun)} naar ${quote(bidder)}`,
  becomesOpen: `blijft ${thisOne(lotNoun)} open`,
  becomesDraw: 'is een loting nodig of wordt er niet gegund',
  weightsNote:
    'De andere wegingsfactoren naast de gewijzigde houden hun onderlinge verhouding. Gerekend is met totalen voor afronding; bij de scores gelden alle regels, ook de afronding.',
  contest: 'Kunnen betwiste punten het verschil maken?',
  contestLead:
    'De vraag van de rechter: kies de inschrijvers en de criteria waarop hun scores worden betwist. Gunwijzer rekent alle toegestane scores door, van al deze inschrijvers samen. De kleinste wijziging is die met het kleinste verschil in scores, bij elkaar opgeteld.',
  contestBidders: 'Inschrijvers',
  contestCriteria: 'Betwiste criteria',
  contestAsk: 'Doorrekenen',
  contestNoBidder: 'Kies ten minste één inschrijver.',
  contestNoCriteria: 'Kies ten minste één criterium.',
  contestResult: 'Wat betwiste scores veranderen',
  contestOf: (bidder: string, elsewhere: string | null, criteria: readonly string[]) =>
    sentence(`Betwist van ${quote(bidder)}${elsewhere === null ? '' : ` in ${quote(elsewhere)}`}: ${quoted(criteria)}`),
  contestNoScores: 'Deze inschrijvers hebben geen scores die kunnen worden betwist.',
  contestTogether: `Alle betwiste ${lotNoun.more} samen`,
  contestLot: (lot: string) => `In ${quote(lot)}`,
  contestLotAlone: (lot: string) => `Alleen in ${quote(lot)}`,
  contestNow: (bidder: string, rank: number, total: string) =>
    `${quote(bidder)} heeft nu rang ${rank}, met een totaal van ${total}.`,
  contestNowAside: (bidder: string) => `${quote(bidder)} is nu terzijde gelegd.`,
  contestRange: (lowest: string, highest: string) =>
    lowest === highest
      ? `Met andere scores is het totaal ${lowest}.`
      : `Met andere scores ligt het totaal tussen ${lowest} en ${highest}.`,
  contestAside: {
    sometimes: 'Met sommige scores wordt de inschrijving terzijde gelegd.',
    always: 'Met elke score wordt de inschrijving terzijde gelegd.',
  },
  contestRanks: (best: number, worst: number) =>
    best === worst ? `De rang is dan ${best}.` : `De rang ligt dan tussen ${best} en ${worst}.`,
  contestSameRank: 'Geen enkele toegestane score verandert de rang.',
  contestOthers: (bidders: readonly string[]) =>
    `Door de betwiste scores kan ook de rang van ${quoted(bidders)} veranderen.`,
  contestAward: (lots: readonly string[]) => `Ja, de gunning kan veranderen in ${quoted(lots)}.`,
  contestNoAward: 'Nee: geen enkele toegestane score op deze criteria verandert de gunning.',
  contestNoAwardFound: 'Geen verandering van de gunning gevonden, maar niet alle combinaties zijn doorgerekend.',
  contestSmallest: (scores: readonly string[], result: readonly (readonly [string, string])[]) =>
    sentences(`De kleinste gevonden wijziging: ${format.list(scores)}`, pairs(result)),
  contestScore: (bidder: string, elsewhere: string | null, criterion: string, from: string, to: string) =>
    `${quote(bidder)} op ${quote(criterion)}${elsewhere === null ? '' : ` in ${quote(elsewhere)}`} van ${from} naar ${to}`,
  contestEnds:
    'Er zijn te veel combinaties om ze alle door te rekenen. Alleen de laagste en de hoogste scores per inschrijver zijn bekeken.',
  contestEndsTogether: `Er zijn te veel combinaties van scores in deze ${lotNoun.more} om ze alle door te rekenen. Van de ${lotNoun.more} samen zijn alleen de laagste en de hoogste scores per inschrijver bekeken.`,
  guards: 'Hoe stevig is deze uitkomst?',
  guardsHref: 'Hoe stevig is deze uitkomst?',
  guardsLead:
    'Wat er zou veranderen met een inschrijving minder, een andere score of een andere wegingsfactor. De gunning zelf verandert hierdoor niet.',
  standing: (rank: number, bidder: string, total: string) => `${rank}. ${bidder} (${total})`,
  bids: (n: number) => count(n, 'inschrijving', 'inschrijvingen'),
});
