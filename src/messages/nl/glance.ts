import type { Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { count, quoted } from './words.ts';

/** De gunning in één oogopslag: wie, met welke voorsprong en waarom, en wat daarbij aandacht vraagt. */
export const glance = ({ winner, lot: lotNoun }: Nouns) => ({
  bestOther: 'Beste andere',
  lead: 'Voorsprong',
  notBest: { highest: 'niet het hoogste totaal', lowest: 'niet het laagste totaal' },
  /** Van wie niets krijgt: wat er in de kolom van de winnaar staat, en waarom. */
  nobody: {
    'no-valid-bid': 'Open',
    limits: 'Open',
    draw: 'Loting nodig',
    impossible: 'Niet gegund',
    withdrawn: 'Ingetrokken',
    fixed: 'Open',
  },
  whyNobody: {
    'no-valid-bid': 'geen geldige inschrijving',
    limits: `de grenzen laten geen ${winner.one} over`,
    draw: 'precies gelijk',
    impossible: 'er wordt niets gegund',
    withdrawn: 'wordt niet gegund',
    fixed: 'blijft open, zoals eerder vastgelegd',
  },
  only: 'enige geldige inschrijving',
  best: { highest: 'hoogste totaal', lowest: 'laagste totaal' },
  separated: (step: string) => `gelijk totaal; ${step} besliste`,
  drawn: (bidders: readonly string[]) => `geloot met ${quoted(bidders)}`,
  fixed: 'staat vast en is niet opnieuw berekend',
  combination: (name: string, total: string) => `deel van de combinatie ${quote(name)}, samen ${total}`,
  discount: (percentage: string) => `met ${percentage} procent korting`,
  passedOver: {
    'has-maximum': (bidder: string, n: number) => `${quote(bidder)} heeft al ${count(n, lotNoun.one, lotNoun.more)}`,
    'lot-group': (bidder: string) => `${quote(bidder)} heeft het maximum in deze groep ${lotNoun.more} al`,
    capacity: (bidder: string) => `${quote(bidder)} kan volgens de eigen opgave niet meer aan`,
    'minimum-winners': (bidder: string) => `met ${quote(bidder)} zijn er te weinig ${winner.more}`,
    'maximum-winners': (bidder: string) => `met ${quote(bidder)} zijn er te veel ${winner.more}`,
    'lower-total': (bidder: string) => `met ${quote(bidder)} is de uitkomst over alle ${lotNoun.more} slechter`,
    'tie-break': (bidder: string) => `met ${quote(bidder)} is de uitkomst even goed`,
    'prefers-own': (bidder: string, n: number) =>
      `${quote(bidder)} heeft al ${count(n, lotNoun.one, lotNoun.more)} van hogere voorkeur`,
  },
  morePassedOver: (n: number) => `zo ook ${count(n, 'andere inschrijver', 'andere inschrijvers')} met een hogere rang`,
  bestSum: { highest: 'deze verdeling geeft de hoogste som', lowest: 'deze verdeling geeft de laagste som' },
  afterFallen: (bidders: readonly string[]) => `zonder ${quoted(bidders)}`,
  sum: (total: string) => `Som ${total}`,
  onlyDivision: {
    sum: 'enige verdeling met deze som',
    ranking: 'de rangorde laat één verdeling toe',
    one: 'geen andere inschrijving staat even hoog',
    unknown: 'niet bekend is of een andere verdeling even goed is',
  },
  equalDivisions: (n: number, atLeast: boolean) =>
    `${atLeast ? 'ten minste ' : ''}${count(n, 'verdeling', 'verdelingen')} met deze som`,
  limitsCost: {
    nothing: 'de grenzen kosten niets',
    all: (cost: string) => `de grenzen samen kosten ${cost}`,
    one: (limit: string, cost: string) => `${limit} kost ${cost}`,
    openLots: `zonder de grenzen blijven er minder ${lotNoun.more} open`,
  },
  limit: {
    'maximum-lots': (n: number) => `het maximum van ${count(n, lotNoun.one, lotNoun.more)} per ${winner.one}`,
    'lot-groups': () => `het maximum per groep ${lotNoun.more}`,
    capacity: () => 'de grens aan wat een inschrijver aankan',
    'minimum-winners': (n: number) => `het minimum van ${count(n, winner.one, winner.more)}`,
    'maximum-winners': (n: number) => `het maximum van ${count(n, winner.one, winner.more)}`,
  },
  turns: (lot: string) => `${quote(lot)} is het minst zeker.`,
  turnsNever: 'Geen enkele wijziging van één score verandert de verdeling.',
  turnsOneNever: 'Geen enkele wijziging van één score verandert de uitkomst.',
  nothingOpen: 'Er zijn geen open punten.',
  setAside: (bidder: string, lots: readonly string[]) => `${quote(bidder)} is terzijde gelegd voor ${quoted(lots)}.`,
  drawHeld: (lots: readonly string[]) => (lots.length === 0 ? 'Er is geloot.' : `Er is geloot voor ${quoted(lots)}.`),
  late: (bidder: string) => `${quote(bidder)} kwam te laat binnen en is toch vastgelegd.`,
  reinstated: (bidder: string, lot: string | null) =>
    sentence(`${quote(bidder)} telt weer mee${lot === null ? '' : ` voor ${quote(lot)}`}`),
  annulled: (round: string) => `Wat in ${quote(round)} is gevonden, telt niet mee.`,
  /** Waarom een hoger geplaatste inschrijver het niet heeft, bij de inschrijver zelf. */
  notThis: {
    'has-maximum': 'heeft het maximum al',
    'lot-group': `heeft het maximum in deze groep ${lotNoun.more} al`,
    capacity: 'kan niet meer aan',
    'minimum-winners': `dan te weinig ${winner.more}`,
    'maximum-winners': `dan te veel ${winner.more}`,
    'lower-total': 'dan een slechtere uitkomst',
    'tie-break': 'even goede uitkomst',
    'prefers-own': 'heeft al wat de voorkeur had',
  },
  asSetAside: (bidder: string) => `${bidder} – terzijde gelegd`,
  fallen: { excluded: 'uitgesloten', withdrawn: 'ingetrokken na de rangorde' },
  addsUp: {
    total: 'De gunningscriteria zijn samen het totaal.',
    withPrice: 'De gunningscriteria en de prijspunten zijn samen het totaal.',
    quality: 'De gunningscriteria zijn samen de kwaliteit.',
    parts: 'Een ingesprongen regel telt al mee in de regel waar hij onder staat.',
    rounded: 'Elk getal is apart afgerond: wat u optelt, kan in het laatste cijfer iets afwijken.',
  },
  /** Punten van alle inschrijvers naast elkaar, of onder elkaar waar er veel zijn. */
  sideBySide: (lot: string) => `Punten per inschrijver in ${quote(lot)}`,
  sideBySidePart: (lot: string, page: number, pages: number) =>
    `Punten per inschrijver in ${quote(lot)} (${page} van ${pages}, op volgorde van rang)`,
  criteriaInAnnex: 'De punten per gunningscriterium staan per inschrijver in de bijlage.',
  criteriaElsewhere: 'De punten per gunningscriterium staan in de berekeningen hieronder.',
  bars: (lot: string) => `Totalen in ${quote(lot)} als staven`,
  calculations: (lot: string) => `Berekeningen in ${quote(lot)}`,
  draws: 'Gehouden lotingen',
});
