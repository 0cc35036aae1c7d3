import type { Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { count, quoted, toDecimals } from './words.ts';

/** De methode van prijs en kwaliteit en de regels van de gunning, zoals ze in de aanbestedingsstukken kunnen staan. */
export const methods = ({ lot: lotNoun }: Nouns) => ({
  lowestOfValid: `de laagste geldige prijs in het ${lotNoun.one}`,
  highestOfValid: `de hoogste geldige prijs in het ${lotNoun.one}`,
  amount: (amount: string) => (amount.startsWith('−') ? `−€ ${amount.slice(1)}` : `€ ${amount}`),
  method: {
    fixed: 'De prijs staat vooraf vast; alleen de kwaliteit beslist.',
    weightedFactor: (total: string, quality: string, price: string) =>
      `Gewogen factormethode: ${total} ${total === '1' ? 'punt' : 'punten'} in totaal, waarvan ${quality} voor kwaliteit en ${price} voor de prijs. Het hoogste totaal is het beste.`,
    awardOnValue:
      'Gunnen op waarde: de waarde van de kwaliteit, in euro’s, gaat van de prijs af. De laagste fictieve prijs is de beste.',
    qualityPerEuro: (per: string) =>
      `Kwaliteit per euro: kwaliteitspunten per ${per} prijs. Het hoogste getal is het beste.`,
    pricePerQuality: (divisor: string) =>
      `Prijs per kwaliteit: de prijs gedeeld door de kwaliteitscoëfficiënt (kwaliteitspunten ÷ ${divisor}). De laagste uitkomst is de beste.`,
    lowestPrice: (motivation: string) => sentence(`Laagste prijs. Motivering: ${motivation}`),
    formula: (best: string, expression: string) => `Eigen formule voor het totaal, ${best} is het beste: ${expression}`,
    highest: 'het hoogste',
    lowest: 'het laagste',
  },
  points: {
    proportional: (w: string, from: string) => `Prijspunten = ${w} × (${from} ÷ prijs).`,
    linear: (w: string, from: string, zeroAt: string) =>
      `Prijspunten = ${w} op ${from}, lineair aflopend naar nul bij een prijs die ${zeroAt} procent hoger is.`,
    bounds: (w: string, floor: string, ceiling: string) =>
      `Prijspunten = ${w} × (${ceiling} − prijs) ÷ (${ceiling} − ${floor}).`,
    saving: (w: string, reference: string) =>
      `Prijspunten = ${w} × besparing ten opzichte van ${reference} ÷ de grootste besparing onder de geldige inschrijvingen.`,
    steps: (w: string, points: string, step: string, from: string) =>
      `Prijspunten = ${w}, min ${points} per ${step} boven ${from}.`,
    fullSteps: (w: string, points: string, step: string, from: string) =>
      `Prijspunten = ${w}, min ${points} per volle ${step} boven ${from}.`,
    logarithmic: (w: string, from: string, zeroAt: string, decimals: number) =>
      `Prijspunten = ${w} × (1 − log(prijs ÷ ${from}) ÷ log(${zeroAt})), afgerond op ${toDecimals(decimals)}.`,
    power: (w: string, exponent: string, decimals: number) =>
      `De verhouding wordt eerst verheven tot de macht ${exponent} en dan met ${w} vermenigvuldigd; de punten worden afgerond op ${toDecimals(decimals)}.`,
    allTheSame: (w: string) => `Zijn alle geldige prijzen gelijk, dan krijgt iedereen ${w}.`,
    formula: (expression: string) => `Prijspunten volgens een eigen formule: ${expression}`,
    'closest-to-mean': () => 'Dichtst bij het gemiddelde.',
  },
  belowZero: {
    clip: 'Minder dan nul prijspunten worden nul.',
    allow: 'Prijspunten kunnen onder nul komen; dat telt mee.',
  },
  aboveMaximum: {
    clip: 'Meer dan het maximum aan prijspunten wordt het maximum.',
    allow: 'Prijspunten kunnen boven het maximum komen; dat telt mee.',
  },
  formulaSymbols:
    'In de formule is price de prijs en quality het aantal kwaliteitspunten. De geldige prijzen: lowest (laagste), highest (hoogste), mean (gemiddelde), median (middelste) en bids (aantal). De kwaliteit van de geldige inschrijvingen: best_quality (beste), mean_quality (gemiddelde) en median_quality (middelste). Het aantal punten voor de prijs is weight.',
  constant: (name: string, value: string) => `${name} = ${value}.`,
  form: {
    amount: `De inschrijver biedt één bedrag per ${lotNoun.one}.`,
    sheet: (lines: number) =>
      `De inschrijver vult een prijzenblad met ${count(lines, 'regel', 'regels')} in; prijs per eenheid × hoeveelheid, opgeteld.`,
    percentage: (reference: string) => `De inschrijver biedt een percentage van ${reference}.`,
  },
  vat: (percentage: string) => `Vergeleken wordt met ${percentage} procent btw erbij.`,
  vatPerLine: 'Vergeleken wordt met de btw van elke regel erbij.',
  time: (cost: string, unit: string) => sentence(`Aangeboden tijd telt mee: ${cost} per ${unit}`),
  bounds: {
    'set-aside': (minimum: string | null, maximum: string | null) =>
      `${boundsText(minimum, maximum)} Daarbuiten wordt de inschrijving terzijde gelegd.`,
    flag: (minimum: string | null, maximum: string | null) =>
      `${boundsText(minimum, maximum)} Daarbuiten wordt om uitleg gevraagd; de inschrijving blijft meedoen.`,
  },
  abnormallyLow: (percentage: string, of: string) =>
    `Ligt een prijs meer dan ${percentage} procent onder ${of}, dan wordt dat gemeld. De inschrijver kan de prijs uitleggen; afwijzen gebeurt nooit vanzelf.`,
  of: {
    'mean-of-all': 'het gemiddelde van alle geldige prijzen (die prijs zelf meegeteld)',
    'mean-of-others': 'het gemiddelde van de andere geldige prijzen',
    'median-of-all': 'de mediaan van alle geldige prijzen',
    'second-lowest': 'de op één na laagste geldige prijs',
    estimate: 'de raming',
  },
  onWithdrawal: {
    're-rank':
      'Valt een inschrijving na de rangorde weg, dan wordt de rangorde zonder die inschrijving opnieuw bepaald.',
    keep: 'Valt een inschrijving na de rangorde weg, dan blijven de anderen gemeten zoals zij waren.',
  },
  relative: 'Let op: dit is een relatieve formule. Wat een inschrijver krijgt, hangt af van de andere inschrijvingen.',
  scoring: {
    linear: (zero: string) =>
      `(score − ${zero}) ÷ (hoogste score − ${zero}) × wegingsfactor; onder ${zero} gaan er punten af.`,
    table: (steps: string) => `Deel van de wegingsfactor per score: ${steps}.`,
    points: (maximum: string) => `De commissie geeft de punten zelf, van 0 tot ${maximum}.`,
    relative: 'Daarna: punten ÷ punten van de beste geldige inschrijving × wegingsfactor.',
  },
  minimumPoints: (points: string) => `${points} ${points === '1' ? 'punt' : 'punten'}`,
  minimumQuality: (points: string) => `Minder dan ${points} voor de kwaliteit: de inschrijving wordt terzijde gelegd.`,
  roundingOf: {
    criteria: (n: number) => `Punten per criterium worden afgerond op ${toDecimals(n)}.`,
    quality: (n: number) => `De kwaliteitspunten samen worden afgerond op ${toDecimals(n)}.`,
    price: (n: number) => `De prijspunten worden afgerond op ${toDecimals(n)}.`,
  },
  mechanism: {
    'highest-total': `Alleen verdelingen die aan deze grenzen voldoen, doen mee. Eerst tellen de verdelingen waarbij de minste ${lotNoun.more} open blijven. Daarvan wint die met de hoogste som van de totaalscores.`,
    'lowest-total': `Alleen verdelingen die aan deze grenzen voldoen, doen mee. Eerst tellen de verdelingen waarbij de minste ${lotNoun.more} open blijven. Daarvan wint die met de laagste som van de totalen.`,
    preferences: `Voorkeur van inschrijvers: elke inschrijver rangschikt de ${lotNoun.more} waarop hij inschrijft. Elk ${lotNoun.one} wordt aangeboden aan de hoogst geplaatste inschrijver. Wie meer ${lotNoun.more} krijgt aangeboden dan zijn maximum, houdt die met zijn hoogste voorkeur. Een afgewezen ${lotNoun.one} gaat naar de volgende in de rangorde. Zo verliest geen inschrijver een ${lotNoun.one} dat hij liever heeft aan een lager geplaatste inschrijver.`,
    'fixed-order': (order: readonly string[]) =>
      `Vaste volgorde: de ${lotNoun.more} worden gegund in de volgorde ${quoted(order)}. Elk ${lotNoun.one} gaat naar de hoogst geplaatste inschrijver die het maximum nog niet heeft bereikt.`,
  },
  mechanismName: {
    'highest-total': 'Hoogste som',
    'lowest-total': 'Laagste som',
    preferences: 'Voorkeur van inschrijvers',
    'fixed-order': `Vaste volgorde van ${lotNoun.more}`,
  },
  weighLotsByValue: `Een totaal telt in de som zo zwaar als de waarde van het ${lotNoun.one}.`,
  maximumLotsToBidFor: (n: number) =>
    `Een inschrijver schrijft in op ten hoogste ${count(n, lotNoun.one, lotNoun.more)}.`,
  affiliated: (n: number) =>
    `Inschrijvingen van verbonden organisaties tellen als één inschrijver: samen ten hoogste ${count(n, lotNoun.one, lotNoun.more)}.`,
  oneBid: 'Van verbonden inschrijvingen kan er maar één winnen.',
  organisationInSeveralBids: {
    'refused-in-one-lot': `Een organisatie doet per ${lotNoun.one} in ten hoogste één inschrijving mee, ook binnen een combinatie.`,
    refused: 'Een organisatie doet in ten hoogste één inschrijving mee, ook binnen een combinatie.',
    'counted-as-one':
      'Inschrijvingen met een gemeenschappelijke organisatie tellen als één inschrijver, met één maximum.',
  },
  reserved: (lot: string, condition: string) => sentence(`${quote(lot)} is voorbehouden: ${condition}`),
  combination: (name: string, lots: readonly string[]) =>
    `Als combinatie ${quote(name)} kan op ${quoted(lots)} samen worden ingeschreven. Het totaal telt dan voor elk van die ${lotNoun.more}.`,
  openLots: (what: string) => sentence(`Een ${lotNoun.one} dat niemand krijgt: ${what}`),
  tieBreak: (steps: string, many: boolean) =>
    `Bij gelijke stand telt ${many ? 'achtereenvolgens ' : ''}${steps}. Is er dan nog gelijke stand, dan is een loting nodig.`,
  step: {
    'higher-score': (criterion: string) => `de hogere score op ${quote(criterion)}`,
    'lower-price': 'de lagere prijs',
    draw: 'een loting',
  },
  stepShort: { 'lower-price': 'Som van de prijzen', draw: 'Loting' },
});

function boundsText(minimum: string | null, maximum: string | null): string {
  if (minimum !== null && maximum !== null) {
    return `De prijs ligt tussen ${minimum} en ${maximum}. Precies deze bedragen mogen.`;
  }
  return `De prijs is ${minimum !== null ? `ten minste ${minimum}` : `ten hoogste ${maximum}`}. Precies dit bedrag mag.`;
}
