import { quote, sentence } from '../sentence.ts';
import { agree, count } from './words.ts';

/** Prijzen vastleggen. */
export const prices = {
  title: 'Prijzen',
  lead: 'De kwaliteit staat vast; nu pas worden de prijzen geopend. Neem ze over uit de inschrijvingen. Elke wijziging staat in het logboek, en na de gunning verandert er niets meer.',
  link: 'Prijzen vastleggen',
  viewLink: 'Prijzen',
  caption: 'Prijzen per inschrijving',
  recordedColumn: 'Vastgelegd',
  recordedText: (done: number, all: number) => `${done} van ${all}`,
  formTitle: (bidder: string) => `Prijzen van ${quote(bidder)}`,
  formTitleLot: (bidder: string, lot: string) => `Prijs van ${quote(bidder)} in ${quote(lot)}`,
  open: 'Vastleggen',
  view: 'Bekijken',
  openFor: (action: string, bidder: string) => `${action}: ${bidder}`,
  openForLot: (action: string, bidder: string, lot: string) => `${action}: ${bidder}, ${lot}`,
  amount: (vat: 'added' | 'none'): string => (vat === 'added' ? 'Bedrag in euro, zonder btw' : 'Bedrag in euro'),
  noVat: 'Gunwijzer telt geen btw bij: neem het bedrag over zoals de regels het vragen.',
  vatAdded: (percentage: string) => `Gunwijzer telt er ${percentage} btw bij.`,
  ofPart: (part: string, label: string) => `${part}: ${label}`,
  measured: (unit: string) => sentence(`In ${unit}`),
  piece: 'stuk',
  subtracts: 'Dit gaat van de som af.',
  linesAbove: 'de regels hierboven',
  euro: (amount: string) => `€ ${amount}`,
  amountLine: (name: string, vat: 'added' | 'none') => `${name}, bedrag in euro${vat === 'added' ? ' zonder btw' : ''}`,
  percentageLine: (name: string, of: string) => `${name}, procent van ${of}`,
  percentage: 'Percentage van het bekendgemaakte bedrag',
  time: (unit: string) => `Tijd, in ${unit}`,
  stated: (vat: 'added' | 'none'): string =>
    `Totaal dat de inschrijving zelf noemt${vat === 'added' ? ', zonder of met btw' : ''} (mag leeg blijven)`,
  line: (name: string, unit: string, vat: 'added' | 'none') =>
    `${name}, prijs per ${unit}${vat === 'added' ? ', zonder btw' : ''}`,
  quantity: (quantity: string, unit: string) => `Hoeveelheid: ${quantity} ${unit}`,
  hint: 'Bijvoorbeeld 125000 of 125.000,50',
  notANumber: (what: string) => `${what}: vul een getal in, met cijfers en ten hoogste zes decimalen.`,
  ambiguous: (what: string, value: string) =>
    `${what}: “${value}” is op twee manieren te lezen. Schrijf ${value.replace(/[.,]/, '')} of ${value.replace(',', '.')},00 als u duizendtallen bedoelt, anders ${value.replace('.', ',')}0.`,
  missing: (what: string) => `${what}: vul een getal in.`,
  place: (bidder: string, lot: string) => `${bidder}, ${lot}`,
  save: 'Prijzen vastleggen',
  saved: 'De prijzen zijn vastgelegd.',
  savedRest: 'De andere prijzen van deze inschrijving zijn vastgelegd.',
  emptied: (place: string) =>
    `${place}: een vastgelegde prijs kan niet worden leeggemaakt. Verbeter de prijs, of leg de inschrijving terzijde.`,
  staleTitle: 'Deze prijs is intussen gewijzigd',
  stale:
    'Een ander venster heeft deze prijs gewijzigd. Wat u invulde staat er nog; erbij staat wat nu is vastgelegd. Leg opnieuw vast om uw invoer te bewaren.',
  nowStored: (amount: string) => `Nu vastgelegd: ${amount}.`,
  far: (place: string, amount: string) =>
    `${place}: ${amount} ligt ver van de andere prijzen. Controleer het bedrag en vink het vakje aan als het klopt.`,
  sure: 'Ja, dit bedrag staat zo in de inschrijving',
  none: 'In deze aanbesteding staat de prijs vooraf vast.',
  setAsideNote: 'Op kwaliteit terzijde gelegd; de prijs hoeft niet te worden geopend.',
  missingShort: (n: number) => `Nog ${count(n, 'prijs', 'prijzen')} vast te leggen`,
  missingCount: (n: number) => `Er ${agree(n, 'ontbreekt', 'ontbreken')} nog ${count(n, 'prijs', 'prijzen')}.`,
};
