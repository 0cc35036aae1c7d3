import { capital, type Nouns, uncapital } from '../noun.ts';
import { pairs, quote, sentence, sentences } from '../sentence.ts';
import { count, eachOne, format, quoted, relative, thisOne } from './words.ts';

/** De teksten over rangorde en gunning, met de namen die de regels geven aan een winnaar en aan wat wordt gegund. */
export const award = ({ winner, lot: lotNoun }: Nouns) => ({
  announcedWinners: (minimum: number, maximum: number) =>
    minimum === maximum
      ? `Precies ${count(minimum, winner.one, winner.more)}.`
      : `Ten minste ${minimum} en ten hoogste ${count(maximum, winner.one, winner.more)}.`,
  announcedMaximum: (n: number) =>
    `Een ${winner.one} krijgt ten hoogste ${count(n, lotNoun.one, lotNoun.more)}; een combinatie telt als één. Per ${lotNoun.one} één ${winner.one}.`,
  title: 'Rangorde en gunning',
  outcome: 'Uitkomst',
  awarded: `De ${lotNoun.more} zijn verdeeld volgens de bekendgemaakte regels.`,
  awardedOne: 'Dit is de uitkomst volgens de bekendgemaakte regels.',
  drawNeeded: {
    divisions: 'Er is een loting nodig: meerdere verdelingen hebben precies dezelfde uitkomst.',
    ranking:
      'Er is een loting nodig: inschrijvers staan in de rangorde precies gelijk, en de verdeling hangt daarvan af.',
    afterRule: 'Ook de bekendgemaakte regel voor gelijke stand scheidt hen niet.',
  },
  impossible: {
    limits: 'Gunnen kan niet: met de geldige inschrijvingen voldoet geen enkele verdeling aan de grenzen.',
    mechanism:
      'Gunnen kan niet: de bekendgemaakte manier van verdelen geeft een verdeling die niet aan de grenzen voldoet.',
  },
  bestFound:
    'Er is geen betere verdeling gevonden, maar ook niet bewezen dat die er niet is. Er wordt daarom niets gegund.',
  statusShort: {
    awarded: 'Voorstel tot gunning',
    'draw-needed': 'Loting nodig',
    impossible: 'Geen gunning mogelijk',
    'best-found': 'Beste gevonden, niet bewezen',
  },
  caption: `Gunning per ${lotNoun.one}`,
  winner: capital(winner.one),
  /** Bij een staaf of een regel van wie het gebied krijgt. */
  asWinner: (bidder: string) => `${bidder} – ${winner.one}`,
  winnersCount: (n: number) => count(n, winner.one, winner.more),
  open: {
    'no-valid-bid': 'Geen gunning: geen geldige inschrijving',
    limits: `Geen gunning: de grenzen laten geen ${winner.one} over`,
    draw: 'Loting nodig',
    impossible: 'Geen gunning mogelijk',
    withdrawn: 'Ingetrokken: wordt niet gegund',
    fixed: 'Blijft open, zoals eerder vastgelegd',
  },
  whyShort: 'Waarom',
  why: `Waarom ${thisOne(winner)}?`,
  firstRanked: `${capital(winner.article)} ${winner.one} staat in ${thisOne(lotNoun)} als eerste.`,
  passedOver: {
    'has-maximum': (bidder: string, lots: readonly string[]) =>
      `${bidder} staat hoger, maar heeft het maximum al bereikt met ${quoted(lots)}.`,
    'lot-group': (bidder: string, lots: readonly string[]) =>
      `${bidder} staat hoger, maar heeft het maximum in deze groep ${lotNoun.more} al bereikt met ${quoted(lots)}.`,
    capacity: (bidder: string, lots: readonly string[]) =>
      lots.length === 0
        ? `${bidder} staat hoger, maar kan ${thisOne(lotNoun)} volgens de eigen opgave niet aan.`
        : `${bidder} staat hoger, maar kan naast ${quoted(lots)} volgens de eigen opgave niet meer aan.`,
    'minimum-winners': (bidder: string) => `${bidder} staat hoger, maar dan zouden er te weinig ${winner.more} zijn.`,
    'maximum-winners': (bidder: string) => `${bidder} staat hoger, maar dan zouden er te veel ${winner.more} zijn.`,
    'lower-total': (bidder: string) =>
      `${bidder} staat hier hoger, maar dan wordt de uitkomst over alle ${lotNoun.more} samen slechter.`,
    'tie-break': (bidder: string) => `${bidder} staat hier hoger, maar de uitkomst is dan even goed.`,
    'prefers-own': (bidder: string, lots: readonly string[]) =>
      `${bidder} staat hoger, maar heeft het maximum al bereikt met ${quoted(lots)}. Daar gaf hij zelf een hogere voorkeur voor.`,
  },
  fixedLot: 'Dit staat vast en is niet opnieuw berekend.',
  /** @param total met de korting */
  withDiscount: (percentage: string, total: string) =>
    `Het totaal is ${total} met ${percentage} procent korting, die geldt omdat alle ${lotNoun.more} van dat aanbod aan deze inschrijver zijn gegund.`,
  inCombination: (name: string) => `Gegund als deel van de combinatie ${quote(name)}.`,
  wonByDraw: (bidders: readonly string[]) => `De loting besliste tussen deze inschrijver en ${quoted(bidders)}.`,
  afterFallen: {
    withdrawn: (bidders: readonly string[]) => `Dit is de uitkomst na intrekking van ${quoted(bidders)}.`,
    excluded: (bidders: readonly string[]) => `Dit is de uitkomst na uitsluiting van ${quoted(bidders)}.`,
  },
  nothingFirst: `Niemand staat in ${thisOne(lotNoun)} hoger.`,
  drawDecided: 'De loting besliste.',
  divided: (mechanism: string) => `Zo zijn de ${lotNoun.more} verdeeld: ${mechanism.toLowerCase()}.`,
  belowPoints: (criterion: string, points: string, minimum: string) =>
    `${points} op ${quote(criterion)}; het minimum is ${minimum}.`,
  belowQuality: (points: string, minimum: string) => `${points} voor de kwaliteit; het minimum is ${minimum}.`,
  points: (points: string) => `${points} ${points === '1' ? 'punt' : 'punten'}`,
  /** @param part van een prijs in onderdelen */
  ofPart: (text: string, part: string) => `${part}: ${text}`,
  outsideMeasure: {
    minimum: (criterion: string, value: string, limit: string) =>
      `${criterion}: ${value} is minder dan het bekendgemaakte minimum van ${limit}.`,
    maximum: (criterion: string, value: string, limit: string) =>
      `${criterion}: ${value} is meer dan het bekendgemaakte maximum van ${limit}.`,
  },
  measured: (value: string, points: string) => `${value} → ${points}`,
  /** "157 kg: 10 × (120 ÷ 157) ≈ 7,64" */
  measuredFilled: (amount: string, filled: string, points: string, sign: string) =>
    `${amount}: ${filled} ${sign} ${points}`,
  partFilled: (name: string, amount: string, filled: string, points: string, sign: string) =>
    `${name}: ${amount} → ${filled} ${sign} ${points} ${points === '1' ? 'punt' : 'punten'}`,
  partLine: (name: string, amount: string, points: string) =>
    `${name}: ${amount} → ${points} ${points === '1' ? 'punt' : 'punten'}`,
  outside: {
    'below-minimum': (price: string, bound: string) =>
      `De prijs van ${price} ligt onder het bekendgemaakte minimum van ${bound}.`,
    'above-maximum': (price: string, bound: string) =>
      `De prijs van ${price} ligt boven het bekendgemaakte maximum van ${bound}.`,
  },
  /** Een grens die zelf al te veel of te weinig is. */
  atBound: {
    'below-minimum': (price: string) =>
      `De prijs van ${price} is gelijk aan het bekendgemaakte minimum; de prijs moet hoger zijn.`,
    'above-maximum': (price: string) =>
      `De prijs van ${price} is gelijk aan het bekendgemaakte maximum; de prijs moet lager zijn.`,
  },
  knockedOut: (criterion: string) => `“Nee” op ${quote(criterion)}; dat is een knock-outeis.`,
  /** Daarna komt de reden, zoals die is vastgelegd. */
  fallen: { excluded: 'Uitgesloten:', withdrawn: 'Ingetrokken na de rangorde:' },
  notAssessed: 'Niet beoordeeld.',
  qualityPoints: 'Kwaliteit',
  comparedPrice: 'Prijs',
  pricePoints: 'Prijspunten',
  /** @param vat en @param time wat erbij komt, of null */
  priceLine: (offered: string, vat: string | null, time: string | null, compared: string) =>
    `Prijs: ${[offered, ...(vat === null ? [] : [`${vat} btw`]), ...(time === null ? [] : [`${time} voor de tijd`])].join(' + ')} = ${compared}`,
  totalLine: {
    'weighted-factor': (quality: string, points: string, total: string, sign: string) =>
      `Kwaliteitspunten ${quality} + prijspunten ${points} ${sign} ${total}`,
    'award-on-value': (quality: string, price: string, total: string) =>
      `${price} − ${quality} = fictieve prijs ${total}`,
    paid: (q: string, price: string, total: string) => `Kwaliteit ${q} + bedrag ${price} = ${total}`,
    malus: (malus: string, price: string, total: string) => `${price} + ${malus} malus = fictieve prijs ${total}`,
    'quality-per-euro': (quality: string, price: string, total: string, per: string, sign: string) =>
      `${quality} × ${per} ÷ ${price} ${sign} ${total}`,
    'price-per-quality': (quality: string, price: string, total: string, divisor: string, sign: string) =>
      `${price} ÷ (${quality} ÷ ${divisor}) ${sign} ${total}`,
    'lowest-price': (total: string) => `De prijs is het totaal: ${total}`,
    formula: (expression: string, total: string, sign: string) => `${expression} ${sign} ${total}`,
  },
  formulaPoints: (expression: string, value: string, sign: string) =>
    `Prijspunten volgens de formule: ${expression} ${sign} ${value}`,
  formulaCut: (points: string) => `Begrensd of afgerond zoals bekendgemaakt: ${points}`,
  priceReference: (bids: number, lowest: string, mean: string, highest: string) =>
    `${capital(count(bids, 'geldige prijs', 'geldige prijzen'))}: laagste ${lowest}, gemiddelde ${mean}, hoogste ${highest}.`,
  flags: 'Vraag om uitleg',
  flag: {
    'abnormally-high': (bidder: string, price: string, threshold: string, of: string) =>
      `${bidder} biedt ${price}. De grens is ${threshold}, berekend op ${of}. Vraag om uitleg voordat u beslist; de inschrijving blijft meedoen.`,
    'abnormally-low': (bidder: string, price: string, threshold: string, of: string) =>
      `${bidder} vraagt ${price}. De grens is ${threshold}, berekend op ${of}. Vraag om uitleg voordat u beslist; de inschrijving blijft meedoen.`,
    'below-minimum': (bidder: string, price: string, threshold: string) =>
      `${bidder} vraagt ${price}, minder dan het bekendgemaakte minimum van ${threshold}. Vraag om uitleg; de inschrijving blijft meedoen.`,
    'above-maximum': (bidder: string, price: string, threshold: string) =>
      `${bidder} vraagt ${price}, meer dan het bekendgemaakte maximum van ${threshold}. Vraag om uitleg; de inschrijving blijft meedoen.`,
    atBound: {
      'below-minimum': (bidder: string, price: string) =>
        `${bidder} vraagt ${price}, gelijk aan het bekendgemaakte minimum; de prijs moet hoger zijn. Vraag om uitleg; de inschrijving blijft meedoen.`,
      'above-maximum': (bidder: string, price: string) =>
        `${bidder} vraagt ${price}, gelijk aan het bekendgemaakte maximum; de prijs moet lager zijn. Vraag om uitleg; de inschrijving blijft meedoen.`,
    },
    'stated-total-differs': (bidder: string, stated: string, computed: string) =>
      `${bidder} noemt zelf een totaal van ${stated}, maar de bedragen tellen op tot ${computed}. Het berekende bedrag telt.`,
  },
  variant: {
    'maximum-lots': (n: number) => `Ten hoogste ${count(n, lotNoun.one, lotNoun.more)} per ${winner.one}`,
    'exactly-winners': (n: number) => `Precies ${count(n, winner.one, winner.more)}`,
  },
  contradiction: 'Waarom het niet kan',
  contradictionMinimum: (limit: number) => `De regels vragen ten minste ${count(limit, winner.one, winner.more)}.`,
  contradictionMaximum: (limit: number) => `De regels staan ten hoogste ${count(limit, winner.one, winner.more)} toe.`,
  contradictionGave: (n: number) =>
    `De bekendgemaakte manier van verdelen komt uit op ${count(n, winner.one, winner.more)}.`,
  contradictionNoBids: 'Er is geen enkele geldige inschrijving.',
  contradictionCover: (most: number, bidders: readonly string[], lots: readonly string[]) => {
    const facts = [
      ...(bidders.length > 0 ? [`van ${quoted(bidders)}`] : []),
      ...(lots.length > 0 ? [`voor ${quoted(lots)}`] : []),
    ];
    return `Elke geldige inschrijving is ${facts.join(' of ')}. Er ${most === 1 ? 'kan' : 'kunnen'} dus ten hoogste ${count(most, winner.one, winner.more)} zijn.`;
  },
  proof: {
    optimal: 'Een tweede rekenprogramma kan nagaan dat geen verdeling beter is.',
    stable: `Nagegaan is dat geen inschrijver een ${lotNoun.one} ${relative(lotNoun)} hij liever heeft, verliest aan een lager geplaatste inschrijver.`,
    'in-order': `${capital(eachOne(lotNoun))} ging in de bekendgemaakte volgorde naar de hoogst geplaatste inschrijver die het maximum nog niet had bereikt.`,
    'best-found': (gap: string) => `Er kan nog een verdeling zijn die ten hoogste ${gap} beter is.`,
  },
  ifAwarded: (total: string, difference: string) =>
    `Kreeg deze inschrijver ${thisOne(lotNoun)}, dan was de som ten hoogste ${total}: ${difference} lager.`,
  ifAwardedHigher: (total: string, difference: string) =>
    `Kreeg deze inschrijver ${thisOne(lotNoun)}, dan was de som ten minste ${total}: ${difference} hoger.`,
  ifAwardedEqual: {
    highest: (total: string) =>
      `Kreeg deze inschrijver ${thisOne(lotNoun)}, dan was de som ten hoogste ${total}: gelijk.`,
    lowest: (total: string) =>
      `Kreeg deze inschrijver ${thisOne(lotNoun)}, dan was de som ten minste ${total}: gelijk.`,
  },
  ifMoreOpen: (total: string) =>
    `Met ${thisOne(lotNoun)} voor deze inschrijver blijven er meer ${lotNoun.more} open; de som over minder ${lotNoun.more} is dan ${total}.`,
  ifImpossible: `Met ${thisOne(lotNoun)} voor deze inschrijver voldoet geen enkele verdeling aan de grenzen.`,
  ranking: (lot: string) => `Rangorde in ${lot}`,
  /** Boven de totalen met hun staven. */
  axis: {
    highest: (maximum: string) => `Totaal (0 tot ${maximum})`,
    lowest: (maximum: string) => `Totaal (0 tot ${maximum}; lager is beter)`,
  },
  rankingCaption: (lot: string) => `Totaal per inschrijver in ${lot}, op volgorde van rang`,
  chart: (lot: string, items: readonly (readonly [string, string])[]) =>
    sentences(`Staafdiagram van de totalen in ${quote(lot)}`, pairs(items)),
  separatedBy: (step: string) => `Gelijk totaal; ${step} besliste.`,
  sharedRank: 'Gedeelde rang.',
  sharedRankAfterRule: 'Gedeelde rang: ook de regel voor gelijke stand scheidt deze inschrijvers niet.',
  noBids: `Er is geen geldige inschrijving in ${thisOne(lotNoun)}.`,
  setAside: 'Terzijde gelegd',
  belowMinimum: (criterion: string, score: string, minimum: string) =>
    `Consensusscore ${format.decimal(score)} op ${quote(criterion)}; de minimumscore is ${format.decimal(minimum)}.`,
  limits: 'Wat maken de grenzen uit?',
  whichLimit: 'Grenzen',
  limitsLead: `Een plus is een betere som dan die van de gunning, een min een slechtere. Een streepje staat er waar meer of minder ${lotNoun.more} open blijven: dan zijn de sommen niet te vergelijken. Zijn er meer verdelingen met dezelfde som, dan staat er één.`,
  limitsOnlyOther: `Per ${lotNoun.one} staat er alleen wie het anders zou krijgen. Leeg is hetzelfde als de gunning.`,
  limitsCaption: 'De gunning, en wat er met andere grenzen anders is',
  limitsIdle: (limits: readonly string[]) => sentence(`Deze grenzen maakten geen verschil: ${format.list(limits)}`),
  limitsSame: (limits: readonly string[]) =>
    sentence(`Ook zo blijft de gunning hetzelfde: ${limits.map(uncapital).join('; ')}`),
  limitsImpossible: (limits: readonly string[]) =>
    sentence(`Zo kan niet worden gegund: ${limits.map(uncapital).join('; ')}`),
  limitsNone: 'De grenzen maakten geen verschil.',
  otherHolders: 'Wie het anders krijgt',
  staysOpen: 'blijft open',
  stayOpen: (lots: readonly string[]) => `${quoted(lots)} ${lots.length === 1 ? 'blijft' : 'blijven'} open`,
  without: {
    'maximum-lots': `Zonder maximum aantal ${lotNoun.more} per ${winner.one}`,
    'lot-groups': `Zonder maximum per groep ${lotNoun.more}`,
    capacity: 'Zonder grens aan wat een inschrijver aankan',
    'minimum-winners': `Zonder minimum aantal ${winner.more}`,
    'maximum-winners': `Zonder maximum aantal ${winner.more}`,
    'all-limits': 'Zonder alle grenzen',
  },
  withLimits: 'Gunning (met alle grenzen)',
  sum: 'Som',
  cost: 'Beter (+) of slechter (−)',
  division: 'Verdeling',
  unique: 'Is de uitkomst uniek?',
  uniqueYes: 'Ja. Geen andere verdeling binnen de grenzen heeft dezelfde som.',
  uniqueOne: 'Ja. Geen andere inschrijving staat even hoog.',
  uniqueByRanking: `Ja. De rangorde in ${eachOne(lotNoun)} laat maar één verdeling toe.`,
  uniqueNotShown: 'Niet bekend. Niet alle andere verdelingen konden worden bekeken.',
  uniqueNo: (n: number) => `Nee. ${capital(count(n, 'verdeling heeft', 'verdelingen hebben'))} precies dezelfde som.`,
  uniqueAtLeast: (n: number) =>
    `Nee. Ten minste ${count(n, 'verdeling heeft', 'verdelingen hebben')} precies dezelfde som.`,
  tieBreakDecided: (step: string) => `De bekendgemaakte regel besliste: ${step}.`,
  tieBreakLeft: 'Een loting beslist.',
  tieBreakLeftAfterRule: 'Ook na de bekendgemaakte regel zijn deze verdelingen gelijk. Een loting beslist.',
  equalCaption: 'Verdelingen met dezelfde som',
  equalSome: (n: number, of: number, atLeast: boolean) =>
    `${n} van ${atLeast ? 'ten minste' : 'de'} ${of} verdelingen met dezelfde som`,
  remains: 'Na regel of loting',
  remainsYes: 'blijft over',
  remainsNo: 'valt af',
  computed: (moment: string, engine: number) => `Berekend op ${moment} met rekenregels versie ${engine}.`,
  calculation: (bidder: string) => `Berekening voor ${bidder}`,
  line: (score: string, highest: string, weight: string, points: string, sign: string) =>
    `${format.decimal(score)} ÷ ${highest} × ${weight} ${sign} ${points}`,
  linesCaption: 'Punten per gunningscriterium',
  beforeRounding: (exact: string) => `Vóór afronding: ${exact}`,
  howPoints: 'Berekening',
});
