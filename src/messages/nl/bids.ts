import { capital, type Nouns } from '../noun.ts';
import { quote, sentence } from '../sentence.ts';
import { count, quoted } from './words.ts';

/** Inschrijvingen, en het formulier om er een vast te leggen. */
export const bids = ({ lot: lotNoun }: Nouns) => ({
  captionPlain: `Inschrijving per ${lotNoun.one}`,
  inGroup: (group: string) => `Groep van verbonden organisaties: ${quote(group)}`,
  wantsAtMost: (n: number) => `Wil ten hoogste ${count(n, lotNoun.one, lotNoun.more)}`,
  prefers: (lots: readonly string[]) => `Voorkeur, in deze volgorde: ${quoted(lots)}`,
  /** "Reistijd: 20 minuten" */
  figure: (name: string, value: string, unit: string) => `${name}: ${value} ${unit}`,
  discount: (percentage: string, lots: readonly string[]) =>
    `Korting van ${percentage} als ${quoted(lots)} samen worden gegund`,
  /** "Stichting Reiger (KvK 01234567)" */
  withNumber: (name: string, number: string) => `${name} (${number})`,
  title: 'Inschrijvingen',
  lead: `Elke inschrijving met de ${lotNoun.more} waarvoor zij geldt.`,
  withoutNames: 'Wie dit is, is nog niet te zien',
  noneToSeeYet: 'Er zijn nog geen inschrijvingen te zien. Die ziet u als de beoordeling is geopend, zonder namen.',
  none: 'Er zijn nog geen inschrijvingen.',
  registered: 'ingeschreven',
  meetsPath: 'voldoet aan het groeipad',
  setAside: 'terzijde gelegd',
  validIn: 'Telt mee voor',
  invalid: 'ongeldig, terzijde gelegd',
  caption: `Groeipad per ${lotNoun.one}, in procenten`,
  captionOf: (bidder: string, caption: string) => `${bidder}: ${caption.toLowerCase()}`,
  initiatives: 'Initiatief',
  endOf: (year: string) => `Eind ${year}`,
  shortfall: (by: string | null, committed: string, minimum: string) =>
    by === null
      ? `Het aandeel via een maatschappelijk initiatief is ${committed}%; het minimum is ${minimum}%.`
      : `De toezegging per ${by} is ${committed}%; het minimum is ${minimum}%.`,
  /** Zolang niemand mag weten wie wie is. */
  anonymous: (letter: string) => `Inschrijver ${letter}`,
  correct: {
    title: (bidder: string) => `Inschrijving van ${quote(bidder)} verbeteren`,
    link: (bidder: string) => `Inschrijving van ${quote(bidder)} verbeteren`,
    lead: 'Verbeter wat verkeerd is overgetypt. Dat kan tot de beoordeling opent; wat er stond, blijft in het logboek.',
    reason: 'Reden van de verbetering',
    reasonMissing: 'Geef de reden van de verbetering.',
    button: 'Verbetering vastleggen',
  },
  subcontractors: (names: string) => sentence(`Onderaannemers: ${names}`),
  corrected: (moment: string, why: string) => sentence(`Verbeterd op ${moment}, omdat: ${why}`),
  checked: (person: string, met: boolean, findings: string) =>
    sentence(`${person} controleerde de eisen (${met ? 'in orde' : 'niet in orde'}): ${findings}`),
  checksNeeded: 'De eisen en de eigen verklaring zijn nog niet door twee personen gecontroleerd.',
  late: 'Te laat ontvangen: reden om haar toch vast te leggen',
  lateHint:
    'Alleen invullen als de inschrijving te laat kwam. Zij telt dan niet mee, tenzij u haar later weer laat meetellen.',
  lateNote: (why: string) => sentence(`Te laat ontvangen: ${why}`),
  form: {
    group: 'Groep van verbonden organisaties',
    groupHint:
      'Een korte naam in kleine letters, dezelfde voor alle inschrijvingen van de groep. Zij tellen als één inschrijver.',
    groupWrong: 'Gebruik voor de groep alleen kleine letters, cijfers en koppeltekens.',
    preference: 'Voorkeur (1 is het liefst)',
    preferenceWrong: (n: number) => `Geef elk gekozen ${lotNoun.one} een eigen nummer van 1 tot en met ${n}.`,
    meets: (condition: string) =>
      sentence(
        `Voorbehouden ${lotNoun.one}. Met inschrijven verklaart de inschrijver aan de voorwaarde te voldoen: ${condition}`,
      ),
    /** "Reistijd, in minuten" */
    value: (name: string, unit: string) => `${capital(name)}, in ${unit}`,
    figures: `Gegevens voor alle ${lotNoun.more}`,
    discounts: `Korting bij meer ${lotNoun.more}`,
    discountsHint: `Biedt de inschrijver een korting als hij een aantal ${lotNoun.more} samen krijgt? Vink ze aan en vul het percentage in. Wat leeg blijft, telt niet mee.`,
    discount: (n: number) => `Korting ${n}`,
    discountOn: `Geldt bij winst van al deze ${lotNoun.more}`,
    discountIs: 'Korting (%)',
    moreDiscounts: 'Nog een korting',
    discountLots: (n: number) => `Kies bij korting ${n} ten minste twee ${lotNoun.more}.`,
    discountElsewhere: (n: number) => `Kies bij korting ${n} alleen ${lotNoun.more} waarop de inschrijver inschrijft.`,
    discountTwice: (n: number) =>
      `Korting ${n} noemt dezelfde ${lotNoun.more} als een eerdere korting. Laat één van de twee weg.`,
    discountPercentage: (n: number) =>
      `Vul bij korting ${n} een percentage boven 0 tot en met 100 in, bijvoorbeeld 2 of 2,5.`,
    title: 'Inschrijving vastleggen',
    lead: 'Neem over wat de inschrijver heeft ingediend. Na vastleggen verandert de inschrijving niet meer.',
    name: 'Naam van de inschrijver',
    form: 'Vorm',
    single: 'Eén organisatie',
    consortium: 'Combinatie',
    members: 'Deelnemende organisaties',
    membersHint:
      'Vul per organisatie de naam en het nummer in. Rijen zonder naam en nummer tellen niet mee. Doet er maar één organisatie mee, dan mag de naam hier leeg blijven; dan geldt de naam van de inschrijver.',
    member: (n: number) => `Organisatie ${n}`,
    memberName: 'Naam',
    register: 'Register',
    registers: { kvk: 'KvK', other: 'Ander register', none: 'Geen nummer' },
    number: 'Nummer',
    registerName: 'Naam van het andere register',
    moreMembers: 'Nog een organisatie',
    subcontractors: 'Onderaannemers',
    subcontractorsHint: 'Eén naam per regel.',
    tooManySubcontractors: (most: number) =>
      `Een inschrijving heeft ten hoogste ${count(most, 'onderaannemer', 'onderaannemers')}. Noem er minder.`,
    lots: capital(lotNoun.more),
    lotsHint: `Vink de ${lotNoun.more} aan.`,
    /** Waar bij een perceel ook iets in te vullen is. */
    lotsFilledHint: `Vink de ${lotNoun.more} aan en vul daar de gegevens in.`,
    lotsWithGrowthPath: `${capital(lotNoun.more)} en groeipad`,
    lotsWithGrowthPathHint: `Vink de ${lotNoun.more} aan en vul daar de toegezegde percentages in.`,
    forLot: (lot: string) => `Schrijft in op ${lot}`,
    submit: 'Inschrijving vastleggen',
    nameRequired: 'Vul de naam van de inschrijver in.',
    memberNameRequired: (n: number) => `Vul de naam van organisatie ${n} in.`,
    numberRequired: (n: number) => `Vul het nummer van organisatie ${n} in, of kies “Geen nummer”.`,
    registerRequired: (n: number) => `Kies in welk register het nummer van organisatie ${n} staat.`,
    registerNameRequired: (n: number) => `Vul in hoe het andere register van organisatie ${n} heet.`,
    memberField: (n: number, field: string) => `Organisatie ${n}: ${field}`,
    tooManyMembers: (most: number) =>
      `Een combinatie heeft ten hoogste ${count(most, 'deelnemende organisatie', 'deelnemende organisaties')}. Noem er minder.`,
    membersRequired: 'Vul ten minste één organisatie in.',
    lotsRequired: `Kies ten minste één ${lotNoun.one}.`,
    percentage: (label: string) =>
      `Vul bij ${quote(label)} een percentage van 0 tot en met 100 in, bijvoorbeeld 15 of 22,5.`,
    formRequired: 'Kies de vorm van de inschrijver.',
  },
});
