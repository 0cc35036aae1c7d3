import { capital, type Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { count, eachOne, format, quoted, relative, theOne, toDecimals } from './words.ts';

/** Hoe over punten voor een bedrag of waarde wordt gesproken, en of minder of meer beter is. */
export interface PointsWords {
  readonly better: 'lower' | 'higher';
  readonly points: string;
  readonly value: string;
  readonly lowest: string;
  readonly highest: string;
  readonly same: string;
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** De methode van prijs en kwaliteit en de regels van de gunning, zoals ze in de aanbestedingsstukken kunnen staan. */
export const methods = ({ lot: lotNoun }: Nouns) => ({
  amount: (amount: string) => (amount.startsWith('−') ? `−€ ${amount.slice(1)}` : `€ ${amount}`),
  method: {
    fixed: 'De prijs staat vooraf vast; alleen de kwaliteit beslist.',
    weightedFactor: (total: string, quality: string, price: string) =>
      `Gewogen factormethode: ${total} ${total === '1' ? 'punt' : 'punten'} in totaal, waarvan ${quality} voor kwaliteit en ${price} voor de prijs. Het hoogste totaal is het beste.`,
    parts: (total: string, quality: string, price: string, parts: readonly string[]) =>
      `Gewogen factormethode: ${total} ${total === '1' ? 'punt' : 'punten'} in totaal, waarvan ${quality} voor kwaliteit en ${price} voor de prijs, in ${count(parts.length, 'onderdeel', 'onderdelen')}: ${format.list(parts)}. Het hoogste totaal is het beste.`,
    part: (name: string, weight: string) => `${quote(name)} (${weight})`,
    ofPart: (name: string, text: string) => `${name}: ${text}`,
    awardOnValuePaid:
      'Gunnen op waarde: de waarde van de kwaliteit, in euro’s, komt bij het bedrag dat de inschrijver betaalt. Het hoogste fictieve bedrag is het beste.',
    highestPrice: (motivation: string) => sentence(`Hoogste bedrag: de inschrijver betaalt. Motivering: ${motivation}`),
    bidderPays: 'De inschrijver betaalt: het hoogste bedrag is het beste.',
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
  /** Waar punten voor zijn: de prijs, of een andere waarde van de inschrijving. */
  subject: {
    price: {
      points: 'Prijspunten',
      value: 'prijs',
      lowest: `de laagste geldige prijs in ${theOne(lotNoun)}`,
      highest: `de hoogste geldige prijs in ${theOne(lotNoun)}`,
      same: 'Zijn alle geldige prijzen gelijk',
    },
    measure: {
      points: 'Punten',
      value: 'waarde',
      lowest: `de laagste geldige waarde in ${theOne(lotNoun)}`,
      highest: `de hoogste geldige waarde in ${theOne(lotNoun)}`,
      same: 'Zijn alle geldige waarden gelijk',
    },
  },
  points: {
    proportional: (s: PointsWords, w: string, from: string) =>
      s.better === 'lower'
        ? `${s.points} = ${w} × (${from} ÷ ${s.value}).`
        : `${s.points} = ${w} × (${s.value} ÷ ${from}).`,
    linear: (s: PointsWords, w: string, from: string, zeroAt: string) =>
      `${s.points} = ${w} op ${from}, lineair aflopend naar nul bij een ${s.value} die ${zeroAt} procent ${s.better === 'lower' ? 'hoger' : 'lager'} is.`,
    bounds: (s: PointsWords, w: string, floor: string, ceiling: string) =>
      s.better === 'lower'
        ? `${s.points} = ${w} × (${ceiling} − ${s.value}) ÷ (${ceiling} − ${floor}).`
        : `${s.points} = ${w} × (${s.value} − ${floor}) ÷ (${ceiling} − ${floor}).`,
    saving: (s: PointsWords, w: string, reference: string) =>
      s.better === 'lower'
        ? `${s.points} = ${w} × besparing ten opzichte van ${reference} ÷ de grootste besparing onder de geldige inschrijvingen.`
        : `${s.points} = ${w} × wat er boven ${reference} ligt ÷ het meeste daarvan onder de geldige inschrijvingen.`,
    steps: (s: PointsWords, w: string, points: string, step: string, from: string) =>
      `${s.points} = ${w}, min ${points} per ${step} ${s.better === 'lower' ? 'boven' : 'onder'} ${from}.`,
    fullSteps: (s: PointsWords, w: string, points: string, step: string, from: string) =>
      `${s.points} = ${w}, min ${points} per volle ${step} ${s.better === 'lower' ? 'boven' : 'onder'} ${from}.`,
    brackets: (s: PointsWords, rows: readonly string[], beyond: string) =>
      `${s.points} volgens een staffel: ${rows.join('; ')}; anders ${beyond}.`,
    bracket: (s: PointsWords, limit: string, points: string) =>
      s.better === 'lower' ? `tot en met ${limit}: ${points}` : `vanaf ${limit}: ${points}`,
    logarithmic: (s: PointsWords, w: string, from: string, zeroAt: string, decimals: number) =>
      `${s.points} = ${w} × (1 − log(${s.better === 'lower' ? `${s.value} ÷ ${from}` : `${from} ÷ ${s.value}`}) ÷ log(${zeroAt})), afgerond op ${toDecimals(decimals)}.`,
    power: (_: PointsWords, w: string, exponent: string, decimals: number) =>
      `De verhouding wordt eerst verheven tot de macht ${exponent} en dan met ${w} vermenigvuldigd; de punten worden afgerond op ${toDecimals(decimals)}.`,
    allTheSame: (s: PointsWords, w: string) => `${s.same}, dan krijgt iedereen ${w}.`,
    formula: (s: PointsWords, expression: string) => `${s.points} volgens een eigen formule: ${expression}`,
    'closest-to-mean': () => 'Dichtst bij het gemiddelde.',
  },
  belowZero: {
    clip: (s: PointsWords) => `Minder dan nul ${lowerFirst(s.points)} worden nul.`,
    allow: (s: PointsWords) => `${s.points} kunnen onder nul komen; dat telt mee.`,
  },
  aboveMaximum: {
    clip: (s: PointsWords) => `Meer dan het maximum aan ${lowerFirst(s.points)} wordt het maximum.`,
    allow: (s: PointsWords) => `${s.points} kunnen boven het maximum komen; dat telt mee.`,
  },
  formulaSymbols:
    'In de formule is price de prijs en quality het aantal kwaliteitspunten. De geldige prijzen: lowest (laagste), highest (hoogste), mean (gemiddelde), median (middelste) en bids (aantal). De kwaliteit van de geldige inschrijvingen: best_quality (beste), mean_quality (gemiddelde) en median_quality (middelste). Het aantal punten voor de prijs is weight.',
  constant: (name: string, value: string) => `${name} = ${value}.`,
  form: {
    amount: `De inschrijver biedt één bedrag per ${lotNoun.one}.`,
    sheet: (lines: number) =>
      `De inschrijver vult een prijzenblad met ${count(lines, 'regel', 'regels')} in; prijs per eenheid × hoeveelheid, opgeteld.`,
    mixedSheet: (lines: number) =>
      `De inschrijver vult een prijzenblad met ${count(lines, 'regel', 'regels')} in; de regels worden opgeteld, kortingen gaan eraf.`,
    percentage: (reference: string) => `De inschrijver biedt een percentage van ${reference}.`,
  },
  vat: (percentage: string) => `Vergeleken wordt met ${percentage} procent btw erbij.`,
  vatPerLine: 'Vergeleken wordt met de btw van elke regel erbij.',
  roundLines: (n: number) => `Het bedrag van elke regel wordt afgerond op ${toDecimals(n)}.`,
  roundAmounts: (n: number) => `De bedragen worden afgerond op ${toDecimals(n)} voordat ze worden vergeleken.`,
  time: (cost: string, unit: string) => sentence(`Aangeboden tijd telt mee: ${cost} per ${unit}`),
  bounds: {
    'set-aside': (minimum: Bound | null, maximum: Bound | null) =>
      `${boundsText(minimum, maximum)} Daarbuiten wordt de inschrijving terzijde gelegd.`,
    flag: (minimum: Bound | null, maximum: Bound | null) =>
      `${boundsText(minimum, maximum)} Daarbuiten wordt om uitleg gevraagd; de inschrijving blijft meedoen.`,
  },
  abnormallyLow: (percentage: string, of: string, orMore: boolean, side: 'below' | 'above') =>
    `Ligt een prijs ${orMore ? `${percentage} procent of meer` : `meer dan ${percentage} procent`} ${side === 'below' ? 'onder' : 'boven'} ${of}, dan wordt dat gemeld. De inschrijver kan de prijs uitleggen; afwijzen gebeurt nooit vanzelf.`,
  amongAll: (of: string) => `${of} (ook van inschrijvingen die terzijde worden gelegd)`,
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
    numbers: (minimum: string, maximum: string, decimals: number) =>
      `Een score van ${minimum} tot en met ${maximum}, met ${decimals === 0 ? 'hele punten' : `ten hoogste ${count(decimals, 'decimaal', 'decimalen')}`}.`,
    yesNo: 'Ja of nee.',
    ownScale: (steps: string) => `Eigen schaal: ${steps}.`,
    knockOutNo: 'Knock-outeis, zonder punten: bij “nee” wordt de inschrijving terzijde gelegd.',
    knockOut: (minimum: string) =>
      `Knock-outeis, zonder punten: wie lager dan ${minimum} scoort, wordt terzijde gelegd.`,
    mean: 'Het gemiddelde van de beoordelaars telt.',
    median: 'De mediaan van de beoordelaars telt.',
    middleRounded: (n: number) => `Dat wordt afgerond op ${toDecimals(n)}.`,
    common: `Wordt één keer beoordeeld en telt in alle ${lotNoun.more}.`,
    onlyIn: (lots: readonly string[]) => `Telt alleen in ${quoted(lots)}.`,
    measured: (unit: string, sealed: boolean) =>
      `Gemeten waarde in ${unit}, ${sealed ? 'die met de prijs verzegeld blijft' : 'die in de inschrijving staat'}; niemand geeft er een score voor.`,
    atLeast: (value: string) => `Minder dan ${value}: de inschrijving wordt terzijde gelegd.`,
    atMost: (value: string) => `Meer dan ${value}: de inschrijving wordt terzijde gelegd.`,
    inLot: (lot: string, weight: string) => `In ${quote(lot)} is de wegingsfactor ${weight}.`,
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
    preferences: `Voorkeur van inschrijvers: elke inschrijver rangschikt de ${lotNoun.more} waarop hij inschrijft. ${capital(eachOne(lotNoun))} wordt aangeboden aan de hoogst geplaatste inschrijver. Wie meer ${lotNoun.more} krijgt aangeboden dan zijn maximum, houdt die met zijn hoogste voorkeur. Een afgewezen ${lotNoun.one} gaat naar de volgende in de rangorde. Zo verliest geen inschrijver een ${lotNoun.one} ${relative(lotNoun)} hij liever heeft aan een lager geplaatste inschrijver.`,
    'fixed-order': (order: readonly string[]) =>
      `Vaste volgorde: de ${lotNoun.more} worden gegund in de volgorde ${quoted(order)}. ${capital(eachOne(lotNoun))} gaat naar de hoogst geplaatste inschrijver die het maximum nog niet heeft bereikt.`,
  },
  mechanismName: {
    'highest-total': 'Hoogste som',
    'lowest-total': 'Laagste som',
    preferences: 'Voorkeur van inschrijvers',
    'fixed-order': `Vaste volgorde van ${lotNoun.more}`,
  },
  weighLotsByValue: `Een totaal telt in de som zo zwaar als de waarde van ${theOne(lotNoun)}.`,
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
  lotGroup: (name: string, lots: readonly string[], n: number) =>
    `Van ${quote(name)} (${format.list(lots)}) krijgt een inschrijver ten hoogste ${count(n, lotNoun.one, lotNoun.more)}.`,
  capacity: (name: string, unit: string, factor: string | null) =>
    `Een inschrijver krijgt niet meer dan hij aankan: de omvang van zijn ${lotNoun.more} samen is ten hoogste zijn ${name} (${unit})${factor === null ? '' : ` × ${factor}`}.`,
  discounts: `Een inschrijver kan een korting bieden die geldt als hij een aantal ${lotNoun.more} samen krijgt. De korting telt dan in de som.`,
  lotPrice: (lot: string, what: readonly string[]) => `In ${quote(lot)} geldt: ${format.list(what)}.`,
  lotPriceOf: {
    weight: (value: string) => `de prijs weegt ${value}`,
    minimum: {
      inside: (value: string) => `de prijs is ten minste ${value}`,
      outside: (value: string) => `de prijs is hoger dan ${value}`,
    },
    maximum: {
      inside: (value: string) => `de prijs is ten hoogste ${value}`,
      outside: (value: string) => `de prijs is lager dan ${value}`,
    },
    estimate: (value: string) => `de raming is ${value}`,
    reference: (value: string) => `gemeten wordt vanaf ${value}`,
    floor: (value: string) => `de ondergrens van de formule is ${value}`,
    ceiling: (value: string) => `de bovengrens van de formule is ${value}`,
    quantities: 'er gelden eigen hoeveelheden',
  },
  openLots: (what: string) => sentence(`Een ${lotNoun.one} ${relative(lotNoun)} niemand krijgt: ${what}`),
  tieBreak: (steps: string, many: boolean) =>
    `Bij gelijke stand telt ${many ? 'achtereenvolgens ' : ''}${steps}. Is er dan nog gelijke stand, dan is een loting nodig.`,
  step: {
    'higher-score': (criterion: string) => `de hogere score op ${quote(criterion)}`,
    'lower-price': 'de lagere prijs',
    'lower-price-of': (part: string) => `de lagere prijs voor ${quote(part)}`,
    'higher-price': 'het hogere bedrag',
    draw: 'een loting',
  },
  stepShort: { 'lower-price': 'Som van de prijzen', draw: 'Loting' },
});

/** Een grens aan de prijs, en of het bedrag zelf nog mag. */
export interface Bound {
  readonly amount: string;
  readonly inside: boolean;
}

function boundsText(minimum: Bound | null, maximum: Bound | null): string {
  const parts = [
    ...(minimum ? [minimum.inside ? `ten minste ${minimum.amount}` : `meer dan ${minimum.amount}`] : []),
    ...(maximum ? [maximum.inside ? `ten hoogste ${maximum.amount}` : `minder dan ${maximum.amount}`] : []),
  ];
  return `De prijs is ${format.list(parts)}.`;
}
