import { agree, count } from './words.ts';

/** Prijzen vastleggen. */
export const prices = {
  title: 'Prijzen',
  lead: 'De kwaliteit staat vast; nu pas worden de prijzen geopend. Neem ze over uit de inschrijvingen. Elke wijziging staat in het logboek, en na de gunning verandert er niets meer.',
  link: 'Prijzen vastleggen',
  viewLink: 'Prijzen',
  amount: 'Bedrag in euro',
  percentage: 'Percentage van het bekendgemaakte bedrag',
  time: (unit: string) => `Tijd, in ${unit}`,
  stated: 'Totaal dat de inschrijving zelf noemt (mag leeg blijven)',
  line: (name: string, unit: string) => `${name}, prijs per ${unit}`,
  quantity: (quantity: string, unit: string) => `Hoeveelheid: ${quantity} ${unit}`,
  hint: 'Bijvoorbeeld 125000 of 125.000,50',
  notANumber: (what: string) => `${what}: vul een getal in, met cijfers en ten hoogste zes decimalen.`,
  ambiguous: (what: string, value: string) =>
    `${what}: “${value}” is op twee manieren te lezen. Schrijf ${value.replace(/[.,]/, '')} of ${value.replace(',', '.')},00 als u duizendtallen bedoelt, anders ${value.replace('.', ',')}0.`,
  missing: (what: string) => `${what}: vul een getal in.`,
  place: (bidder: string, lot: string) => `${bidder}, ${lot}`,
  save: 'Prijzen vastleggen',
  saved: 'De prijzen zijn vastgelegd.',
  none: 'In deze aanbesteding staat de prijs vooraf vast.',
  setAsideNote: 'Op kwaliteit terzijde gelegd; de prijs hoeft niet te worden geopend.',
  missingCount: (n: number) => `Er ${agree(n, 'ontbreekt', 'ontbreken')} nog ${count(n, 'prijs', 'prijzen')}.`,
};
