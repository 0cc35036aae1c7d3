import type { Nouns } from '../noun.ts';

/** Het beoordelingsrapport. */
export const report = ({ lot: lotNoun }: Nouns) => ({
  title: 'Beoordelingsrapport',
  contents: 'Inhoud',
  page: 'pagina {page} van {total}',
  notes: { information: 'Toelichting', success: 'Uitkomst', warning: 'Let op' },
  dossier: 'Dossier',
  date: 'Stand op',
  head: 'Hash van het dossier',
  attachment: 'Het volledige dossier met alle gebeurtenissen, om te herberekenen met gunwijzer verify',
  inputAttachment: 'De regels, inschrijvingen en consensusscores, om te herberekenen met gunwijzer evaluate',
  inputHash: 'Controlegetal van de invoer',
  summary: 'Uitkomst',
  rules: 'Regels',
  bids: 'Inschrijvingen',
  scores: 'Scores en motiveringen',
  scoresIn: (bidder: string, lot: string) => `${bidder} in ${lot}`,
  scoresCaption: 'Scores met wegingsfactor, punten en motivering',
  scoresCaptionSetAside: 'Scores met motivering; terzijde gelegd, dus zonder punten',
  weightShort: 'Wegingsfactor',
  qualityTotal: 'Totaal kwaliteit',
  rankings: `Rangorde per ${lotNoun.one}`,
  proof: 'Herkomst en controle',
  proofText:
    'Alle getallen in dit rapport volgen uit de regels, de inschrijvingen en de consensusscores. Ze zijn exact berekend met breuken; alleen waar de regels dat zeggen is afgerond. Wie wil, kan de uitkomst herberekenen:',
  verifyStep: (head: string) =>
    `Haal de bijlage uit dit rapport en voer uit: npx gunwijzer verify dossier.json --head ${head}`,
  evaluateStep: 'Haal de bijlage uit dit rapport en voer uit: npx gunwijzer evaluate input.json',
  compareHead: 'Vergelijk de hash in de uitvoer met de hash op de voorkant van dit rapport.',
  fictional: 'Dit dossier is een demonstratie. Alle inschrijvers, personen en scores zijn fictief.',
  fictionalFile: 'Dit is een voorbeeld: alle inschrijvers, prijzen en scores zijn fictief.',
  subtitle: 'Beoordeling en gunning',
  assessedBy: 'Beoordelaars',
});
