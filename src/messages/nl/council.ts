import { sentences } from '../sentence.ts';
import { agree, count, format } from './words.ts';

const number = (n: number): string => format.grouped(String(n), 0);

/** Eén overzicht per jaar voor de gemeenteraad: alle contracten samen. */
export const council = {
  title: (year: number) => `Overzicht voor de gemeenteraad ${year}`,
  lead: 'Budget, groeipad, klachten en besluiten van alle contracten die u mag zien.',
  years: 'Andere jaren',
  pdf: 'Dit overzicht als PDF',
  none: (year: number) => `In ${year} liep er geen contract dat u mag zien.`,
  fictional: 'In dit overzicht staan fictieve dossiers. Die zijn een voorbeeld.',
  asOf: 'Stand op',
  year: 'Jaar',
  dossiers: 'Contractdossiers',
  glance: 'In één oogopslag',
  contracts: (contracts: number, providers: number, dossiers: number) =>
    `${count(contracts, 'contract', 'contracten')} met ${count(providers, 'aanbieder', 'aanbieders')}, in ${count(dossiers, 'contractdossier', 'contractdossiers')}.`,
  budget: (spent: string, granted: string, share: string) =>
    sentences(
      `Van ${granted} aan budget is ${spent} besteed: ${share}`,
      'Alleen gebieden waarvan beide bekend zijn, tellen mee',
    ),
  budgetUnknown: 'Van geen enkel gebied zijn het budget en de uitgaven allebei bekend.',
  /** @param known van hoeveel gebieden er cijfers over het groeipad zijn */
  missed: (n: number, known: number, all: number) =>
    known === 0
      ? 'Van geen enkel gebied is bekend hoe het met het groeipad gaat.'
      : known < all
        ? `Van ${number(known)} van de ${count(all, 'gebied', 'gebieden')} zijn er cijfers over het groeipad; bij ${number(n)} daarvan is het niet gehaald of loopt het gevaar.`
        : n === 0
          ? 'Er is geen gebied waar het groeipad niet is gehaald of gevaar loopt.'
          : `In ${number(n)} van ${count(all, 'gebied', 'gebieden')} is het groeipad niet gehaald of loopt het gevaar.`,
  missing: (n: number) => `Samen zijn er ${count(n, 'gebruiker', 'gebruikers')} te weinig met basisondersteuning.`,
  complaints: (n: number) => `Er ${agree(n, 'is', 'zijn')} ${count(n, 'klacht', 'klachten')} gemeld.`,
  complaintsUnknown: 'Over klachten zijn er geen cijfers.',
  due: (year: number, n: number) =>
    n === 0
      ? `In ${year} hoeft er niet over een verlenging te worden besloten.`
      : `In ${year} ${agree(n, 'is', 'zijn')} er ${count(n, 'verlenging', 'verlengingen')} om over te besluiten.`,
  areas: 'Per gebied',
  caption: (year: number) => `Contracten in ${year}`,
  dossier: 'Contractdossier',
  area: 'Gebied',
  provider: 'Aanbieder',
  granted: 'Budget',
  spent: 'Besteed',
  used: 'Deel besteed',
  growth: 'Groeipad',
  norm: 'Norm',
  reached: 'Bereikt',
  missingUsers: 'Gebruikers te weinig',
  complaintsColumn: 'Klachten',
  quarters: 'Kwartalen met cijfers',
  ofQuarters: (n: number) => `cijfers van ${count(n, 'kwartaal', 'kwartalen')}`,
  evaluated: 'Geëvalueerd',
  yes: 'ja',
  no: 'nee',
  noNorm: 'geen norm in dit jaar',
  unknown: 'niet bekend',
  chart: (year: number) => `Deel van het budget dat is besteed in ${year}`,
  decisions: 'Besluiten over verlenging',
  decisionsCaption: (year: number) => `Verlengingen waarover in ${year} wordt besloten`,
  extension: 'Verlenging',
  decideBy: 'Uiterlijk op',
  status: 'Stand',
  decided: (date: string) => `besloten op ${date}`,
  noDecisions: 'Er zijn geen besluiten.',
  sheet: 'Raad',
  fileName: (year: number) => `overzicht-raad-${year}`,
  explained:
    'Het budget is het aandeel van het gebied in dat jaar. Besteed en klachten zijn de som van de kwartalen die zijn opgegeven.',
};
