import { quote, sentence, sentences } from '../sentence.ts';
import { agree, count, format } from './words.ts';

const number = (n: number): string => format.grouped(String(n), 0);

/** De jaarlijkse evaluatie van een aanbieder in een gebied, op de pagina en in de brief aan de gemeenteraad. */
export const evaluations = {
  title: (area: string, year: number) => `Evaluatie van ${area} over ${year}`,
  facts: 'Waarover het gaat',
  provider: 'Aanbieder',
  area: 'Gebied',
  year: 'Jaar',
  on: 'Datum van de evaluatie',
  reason: 'Reden van de nieuwe evaluatie',
  conclusion: 'Conclusie',
  figures: 'Cijfers over het jaar',
  figuresCaption: (year: number) => `Cijfers over ${year}`,
  figure: 'Cijfer',
  value: 'Waarde',
  granted: 'Budget van het gebied',
  spent: 'Besteed',
  used: 'Deel van het budget dat is besteed',
  complaints: 'Klachten',
  subcontractors: 'Onderaannemers uit de inschrijving die er nog zijn',
  kept: (kept: number, named: number) => `${number(kept)} van ${number(named)}`,
  noneNamed: 'de inschrijving noemde er geen',
  quarters: 'Kwartalen met cijfers',
  reported: (n: number) => `${number(n)} van 4`,
  missingQuarters: (quarters: readonly string[]) => sentence(`Er zijn geen cijfers van ${format.list(quarters)}`),
  unknown: 'niet bekend',
  growth: 'Groeipad basisondersteuning',
  growthCaption: (year: number) => `Groeipad in ${year}`,
  chart: (year: number) => `Norm, toezegging en bereikt deel in ${year}`,
  norm: (date: string) => `Norm op ${date}`,
  promise: (date: string) => `Toezegging op ${date}`,
  realised: (date: string) => `Bereikt op ${date}`,
  says: {
    budget: (spent: string, granted: string, share: string) =>
      sentence(`Van het budget van ${granted} is ${spent} besteed: ${share}`),
    overBudget: (amount: string) => `Dat is ${amount} meer dan het budget.`,
    budgetUnknown: 'Van dit jaar is niet bekend hoe groot het budget was of hoeveel er is besteed.',
    growth: (date: string, share: string, norm: string, status: string) =>
      sentences(`Norm op ${date}: ${norm}`, `Bereikt: ${share}`, `Stand: ${status}`),
    growthNothing: (date: string, norm: string) =>
      sentences(`Norm op ${date}: ${norm}`, 'Er zijn geen cijfers om die mee te vergelijken'),
    growthNone: 'In dit jaar geldt geen norm van het groeipad.',
    missing: (n: number) => `Er zijn ${count(n, 'gebruiker', 'gebruikers')} te weinig met basisondersteuning.`,
    missingPromise: (n: number) => `Voor wat de inschrijving toezegde zijn het er ${number(n)} te weinig.`,
    community: (n: number) =>
      n === 0
        ? 'Het deel via maatschappelijke initiatieven is gehaald.'
        : `Via maatschappelijke initiatieven ${agree(n, 'is', 'zijn')} er ${count(n, 'gebruiker', 'gebruikers')} te weinig.`,
    subcontractors: (kept: number, named: number) =>
      named === 0
        ? 'De inschrijving noemde geen onderaannemers.'
        : `Van de ${count(named, 'onderaannemer', 'onderaannemers')} uit de inschrijving ${agree(kept, 'is', 'zijn')} er nog ${number(kept)}.`,
    complaints: (n: number, quarters: number) =>
      quarters === 0
        ? 'Er zijn geen cijfers over klachten.'
        : `Er ${agree(n, 'was', 'waren')} ${count(n, 'klacht', 'klachten')}, volgens de cijfers van ${count(quarters, 'kwartaal', 'kwartalen')}.`,
  },
  findings: 'Bevindingen per doel',
  level: 'Besproken op niveau',
  evidence: 'Waar dat uit blijkt',
  page: {
    replaced: 'Deze evaluatie is later opnieuw gedaan. De laatste geldt.',
    last: 'Naar de laatste evaluatie van dit jaar',
    withdrawn: (on: string, reason: string) => sentence(`Deze evaluatie is ingetrokken op ${on}: ${reason}`),
    letter: 'Brief aan de gemeenteraad (PDF)',
    again: 'Opnieuw evalueren',
    area: 'Naar het gebied',
  },
  letter: {
    title: (area: string, year: number, title: string) => `Evaluatie ${year} van ${area}: ${title}`,
    addressee: 'De gemeenteraad',
    sender: 'Het college van burgemeester en wethouders',
    date: 'Datum',
    subject: 'Onderwerp',
    subjectOf: (provider: string, area: string, year: number) =>
      `Evaluatie over ${year} van ${quote(provider)} in ${quote(area)}`,
    salutation: 'Geachte leden van de raad,',
    intro: (provider: string, area: string, year: number) =>
      `Elk jaar kijkt het college terug op het contract met de aanbieder in een gebied. Deze brief gaat over ${quote(provider)} in ${quote(area)} en over het jaar ${year}.`,
    concludes: 'De conclusie staat voorop. Daarna volgen de cijfers en per doel de bevindingen.',
    check: 'Controle',
    checkLead:
      'De openbare versie van het contractdossier zit als bijlage bij deze brief. Daarmee is te controleren dat de evaluatie zo is vastgelegd:',
    attachment: 'De openbare versie van het contractdossier, om te controleren met gunwijzer verify',
    fictional: 'Dit dossier is fictief. Deze brief is een voorbeeld.',
    closing: 'Met vriendelijke groet,',
    mayor: 'Burgemeester',
    secretary: 'Gemeentesecretaris',
    labels: { signature: 'Handtekening', name: 'Naam', date: 'Datum' },
    fileName: (year: number) => `brief-raad-${year}`,
  },
};
