import { capital, type Noun } from '../noun.ts';
import { count } from './words.ts';

/** De teksten over rangorde en gunning; `winner` is hoe de regels een winnaar noemen, een de-woord. */
export const award = (winner: Noun) => ({
  announcedWinners: (minimum: number, maximum: number) =>
    minimum === maximum
      ? `Precies ${count(minimum, winner.one, winner.more)}.`
      : `Ten minste ${minimum} en ten hoogste ${maximum} ${winner.more}.`,
  announcedMaximum: (n: number) =>
    `Een ${winner.one} krijgt ten hoogste ${count(n, 'gebied', 'gebieden')}; een combinatie telt als één. Per gebied één ${winner.one}.`,
  title: 'Rangorde en gunning',
  outcome: 'Uitkomst',
  status: {
    awarded: 'Alle verdelingen zijn vergeleken; de gunning volgt uit de bekendgemaakte regels.',
    'draw-needed':
      'Er is een loting nodig: meerdere verdelingen hebben precies dezelfde uitkomst, ook na de bekendgemaakte regel voor gelijke stand.',
    impossible:
      'Gunnen kan niet: met de geldige inschrijvingen is geen enkele verdeling mogelijk die aan de grenzen voldoet.',
    'best-found':
      'Er is geen betere verdeling gevonden, maar ook niet bewezen dat die er niet is. Er wordt daarom niets gegund.',
  },
  statusShort: {
    awarded: 'Voorstel tot gunning',
    'draw-needed': 'Loting nodig',
    impossible: 'Geen gunning mogelijk',
    'best-found': 'Beste gevonden, niet bewezen',
  },
  caption: 'Gunning per gebied',
  winner: capital(winner.one),
  totalScore: (total: string) => `Som van de totalen: ${total}`,
  winnersCount: (n: number) => count(n, winner.one, winner.more),
  open: {
    'no-valid-bid': 'Geen gunning: geen geldige inschrijving',
    limits: `Geen gunning: de grenzen laten geen ${winner.one} over`,
    draw: 'Loting nodig',
    impossible: 'Geen gunning mogelijk',
  },
  why: `Waarom deze ${winner.one}?`,
  firstRanked: `De ${winner.one} staat in dit gebied op de eerste plaats.`,
  passedOver: {
    'has-maximum': (bidder: string, lots: string) => `${bidder} staat hoger, maar heeft al het maximum met ${lots}.`,
    'minimum-winners': (bidder: string) => `${bidder} staat hoger, maar dan zouden er te weinig ${winner.more} zijn.`,
    'maximum-winners': (bidder: string) => `${bidder} staat hoger, maar dan zouden er te veel ${winner.more} zijn.`,
    'lower-total': (bidder: string) =>
      `${bidder} staat hier hoger, maar dan wordt de som van de totaalscores over alle gebieden lager.`,
    'tie-break': (bidder: string) =>
      `${bidder} staat hier hoger; de som is dan even hoog en de regel voor gelijke stand heeft beslist.`,
    'prefers-own': (bidder: string, lots: string) =>
      `${bidder} staat hoger, maar heeft al zijn maximum met ${lots}, waar hij zelf een hogere voorkeur voor gaf.`,
  },
  inCombination: (name: string) => `Gegund als deel van de combinatie ${name}.`,
  nothingFirst: 'Niemand staat in dit gebied hoger.',
  drawBetween: (bidders: string) => `Een loting is nodig tussen ${bidders}.`,
  drawDecided: 'De loting besliste.',
  mechanismLabel: 'Zo zijn de gebieden verdeeld',
  belowPoints: (criterion: string, points: string, minimum: string) =>
    `${points} punten op ${criterion}; het minimum is ${minimum}.`,
  belowQuality: (points: string, minimum: string) => `${points} kwaliteitspunten; het minimum is ${minimum}.`,
  outside: {
    'below-minimum': (price: string, bound: string) =>
      `De prijs van ${price} ligt onder het bekendgemaakte minimum van ${bound}.`,
    'above-maximum': (price: string, bound: string) =>
      `De prijs van ${price} ligt boven het bekendgemaakte maximum van ${bound}.`,
  },
  fallen: {
    excluded: (reason: string) => `Uitgesloten: ${reason}`,
    withdrawn: (reason: string) => `Ingetrokken na de rangorde: ${reason}`,
  },
  notAssessed: 'Niet beoordeeld.',
  qualityPoints: 'Kwaliteit',
  comparedPrice: 'Prijs',
  pricePoints: 'Prijspunten',
  priceLine: (offered: string, extras: string, compared: string) => `Prijs: ${offered}${extras} = ${compared}`,
  plusVat: (vat: string) => ` + ${vat} btw`,
  plusTime: (cost: string) => ` + ${cost} voor de tijd`,
  totalLine: {
    'weighted-factor': (quality: string, points: string, total: string) =>
      `${quality} kwaliteitspunten + ${points} prijspunten = ${total}`,
    'award-on-value': (quality: string, price: string, total: string) =>
      `${price} − ${quality} = fictieve prijs ${total}`,
    malus: (malus: string, price: string, total: string) => `${price} + ${malus} malus = fictieve prijs ${total}`,
    'quality-per-euro': (quality: string, price: string, total: string, per: string) =>
      `${quality} × ${per} ÷ ${price} = ${total}`,
    'price-per-quality': (quality: string, price: string, total: string, divisor: string) =>
      `${price} ÷ (${quality} ÷ ${divisor}) = ${total}`,
    'lowest-price': (total: string) => `De prijs is het totaal: ${total}`,
    formula: (expression: string, total: string) => `${expression} = ${total}`,
  },
  priceReference: (bids: number, lowest: string, mean: string, highest: string) =>
    `${count(bids, 'geldige prijs', 'geldige prijzen')}: laagste ${lowest}, gemiddelde ${mean}, hoogste ${highest}.`,
  flags: 'Vraag om uitleg',
  flag: {
    'abnormally-low': (bidder: string, price: string, threshold: string, of: string) =>
      `${bidder} vraagt ${price}; de grens is ${threshold}, berekend op ${of}. Vraag om uitleg voordat u beslist; de inschrijving blijft meedoen.`,
    'below-minimum': (bidder: string, price: string, threshold: string) =>
      `${bidder} vraagt ${price}, minder dan het bekendgemaakte minimum van ${threshold}. Vraag om uitleg; de inschrijving blijft meedoen.`,
    'above-maximum': (bidder: string, price: string, threshold: string) =>
      `${bidder} vraagt ${price}, meer dan het bekendgemaakte maximum van ${threshold}. Vraag om uitleg; de inschrijving blijft meedoen.`,
    'stated-total-differs': (bidder: string, stated: string, computed: string) =>
      `${bidder} noemt zelf een totaal van ${stated}, maar de bedragen tellen op tot ${computed}. Het berekende bedrag telt.`,
  },
  variants: 'En met andere grenzen?',
  variantsLead: `Wat de uitkomst zou zijn bij een ander maximum aantal gebieden of precies zoveel ${winner.more}, met dezelfde scores. Een plus is beter dan de gunning, een min slechter. Zijn er meer verdelingen met dezelfde som, dan staat er één.`,
  variantsCaption: 'Som en verdeling bij andere grenzen',
  variant: {
    'maximum-lots': (n: number) => `Ten hoogste ${count(n, 'gebied', 'gebieden')} per ${winner.one}`,
    'exactly-winners': (n: number) => `Precies ${count(n, winner.one, winner.more)}`,
  },
  variantLimit: 'Andere grens',
  variantCurrent: 'nu',
  variantImpossible: 'niet mogelijk',
  contradiction: 'Waarom het niet kan',
  contradictionMinimum: (limit: number) => `De regels vragen ten minste ${count(limit, winner.one, winner.more)}.`,
  contradictionMaximum: (limit: number) => `De regels staan ten hoogste ${count(limit, winner.one, winner.more)} toe.`,
  contradictionGave: (n: number) => `De bekendgemaakte manier van verdelen geeft er ${n}.`,
  contradictionNoBids: 'Er is geen enkele geldige inschrijving.',
  contradictionCover: (most: number, facts: string) =>
    `Elke geldige inschrijving is ${facts}. Er kunnen dus ten hoogste ${count(most, winner.one, winner.more)} zijn.`,
  contradictionBidders: (bidders: string) => `van ${bidders}`,
  contradictionLots: (lots: string) => `voor ${lots}`,
  contradictionOr: ' of ',
  proof: {
    optimal:
      'Bewijs: bij deze uitkomst hoort een certificaat waarmee een tweede, kort programma nagaat dat geen verdeling beter is.',
    stable:
      'Bewijs: nagegaan is dat niemand is gepasseerd voor een gebied dat hij liever heeft door iemand die daar lager staat.',
    'in-order': 'Bewijs: elk gebied ging in de bekendgemaakte volgorde naar de hoogste die zijn maximum nog niet had.',
    'best-found': (gap: string) => `Er kan nog een verdeling zijn die ten hoogste ${gap} beter is.`,
  },
  ifAwarded: (total: string, difference: string) =>
    `Met dit gebied voor deze inschrijver is de hoogst haalbare som ${total}: ${difference} punten lager.`,
  ifAwardedHigher: (total: string, difference: string) =>
    `Met dit gebied voor deze inschrijver is de laagst haalbare som ${total}: ${difference} hoger.`,
  ifAwardedEqual: (total: string) =>
    `Met dit gebied voor deze inschrijver is de hoogst haalbare som ${total}: even hoog.`,
  ifMoreOpen: (total: string) =>
    `Met dit gebied voor deze inschrijver blijven er meer gebieden open; de som over minder gebieden is dan ${total}.`,
  ifImpossible: 'Met dit gebied voor deze inschrijver voldoet geen enkele verdeling aan de grenzen.',
  ranking: (lot: string) => `Rangorde in ${lot}`,
  rankingCaption: (lot: string) => `Totaal per inschrijver in ${lot}, van de eerste naar de laatste plaats`,
  chart: (lot: string, items: string) => `Staafdiagram van de totaalscores in ${lot}: ${items}.`,
  separatedBy: (step: string) => `Gelijk totaal; ${step} besliste.`,
  sharedRank: 'Gedeelde plaats: ook de regel voor gelijke stand scheidt deze inschrijvers niet.',
  noBids: 'Er is geen geldige inschrijving in dit gebied.',
  setAside: 'Terzijde gelegd',
  belowMinimum: (criterion: string, score: string, minimum: string) =>
    `Consensusscore ${score} op ${criterion}; de minimumscore is ${minimum}.`,
  limits: 'Wat kosten de grenzen?',
  whichLimit: 'Grens',
  limitsLead:
    'De som van de totalen zonder een van de grenzen, vergeleken met de gunning. Een plus is beter dan de gunning. Zijn er meer verdelingen met dezelfde som, dan staat er één.',
  amongEqual: 'een van de even goede verdelingen; de loting beslist',
  limitsCaption: 'Som van de totalen met en zonder de grenzen',
  stayOpen: (lots: string, n: number) => `${lots} ${n === 1 ? 'blijft' : 'blijven'} open`,
  without: {
    'maximum-lots': `Zonder maximum aantal gebieden per ${winner.one}`,
    'minimum-winners': `Zonder minimum aantal ${winner.more}`,
    'maximum-winners': `Zonder maximum aantal ${winner.more}`,
    'all-limits': 'Zonder alle grenzen',
  },
  withLimits: 'Gunning (met alle grenzen)',
  sum: 'Som',
  cost: 'Verschil',
  division: 'Verdeling',
  unique: 'Is de uitkomst uniek?',
  uniqueYes: 'Ja. Geen andere verdeling binnen de grenzen heeft dezelfde som.',
  uniqueByRanking: 'Ja. De rangorde in elk gebied laat maar één verdeling toe.',
  uniqueNo: (n: number) => `Nee. ${n} verdelingen hebben precies dezelfde som.`,
  uniqueAtLeast: (n: number) => `Nee. Ten minste ${n} verdelingen hebben precies dezelfde som.`,
  tieBreakDecided: (step: string) => `De bekendgemaakte regel besliste: ${step}.`,
  tieBreakLeft: 'Ook na de bekendgemaakte regel zijn deze verdelingen gelijk. Een loting beslist.',
  equalCaption: 'Verdelingen met dezelfde som',
  remains: 'Na regel of loting',
  remainsYes: 'blijft over',
  remainsNo: 'valt af',
  computed: (moment: string, engine: number) => `Berekend op ${moment} met rekenregels versie ${engine}.`,
  calculation: (bidder: string) => `Berekening voor ${bidder}`,
  line: (score: string, highest: string, weight: string, points: string) =>
    `${score} ÷ ${highest} × ${weight} = ${points}`,
  beforeRounding: (exact: string) => `Som voor afronding: ${exact}`,
  howPoints: 'Berekening',
});
