import type { Nouns } from '../noun.ts';

/** Het beoordelingsrapport. */
export const report = ({ lot: lotNoun }: Nouns) => ({
  title: 'Beoordelingsrapport',
  contents: 'Inhoud',
  page: 'pagina {page} van {total}',
  notes: { information: 'Toelichting', success: 'Uitkomst', warning: 'Let op' },
  /** Wie in dit rapport spreekt. */
  committee: 'Beoordelingscommissie',
  procedure: 'Procedure',
  dossier: 'Dossier',
  date: 'Stand op',
  head: 'Hash van het dossier',
  register: (position: number) => `Register van deze installatie, na gebeurtenis ${position}`,
  editionAttachment: 'Het dossier voor de beoordelingscommissie, om te controleren met gunwijzer verify',
  inputAttachment: 'De regels, inschrijvingen en consensusscores, om te herberekenen met gunwijzer evaluate',
  inputHash: 'Controlegetal van input.json',
  outcomeAttachment: 'De uitkomst met alle exacte getallen, zoals gunwijzer evaluate die berekent',
  outcomeHash: 'Controlegetal van outcome.json',
  summary: 'Uitkomst',
  decision: 'Het besluit in één oogopslag',
  division: 'De verdeling en de grenzen',
  rules: 'Regels',
  bids: 'Inschrijvingen',
  scores: 'Bijlage: scores en motiveringen',
  /** Boven een tabel van één inschrijver, die daarboven genoemd is. */
  pointsIn: (lot: string) => `Punten en motivering in ${lot}`,
  scoredOnce: `Eén keer beoordeeld, voor alle ${lotNoun.more}`,
  withoutPoints: 'Terzijde gelegd, dus zonder punten.',
  qualityTotal: 'Totaal kwaliteit',
  rankings: `Rangorde per ${lotNoun.one}`,
  proof: 'Colofon: herkomst en controle',
  proofText:
    'Alle getallen in dit rapport volgen uit de regels, de inschrijvingen en de consensusscores. Ze zijn exact berekend met breuken; alleen waar de regels dat zeggen is afgerond. Wie wil, kan de uitkomst herberekenen:',
  /** @param engine de versie van de rekenregels, of null waar die er niet is */
  verifyWhere: (release: string, engine: number | null) =>
    `Werk in de map van Gunwijzer, versie ${release}${engine === null ? '' : ` met rekenregels versie ${engine}`}, nadat daar npm ci is uitgevoerd. Buiten die map werkt het commando niet.`,
  verifyFile: (file: string) => `Haal ${file} uit de bijlagen van dit rapport en voer uit:`,
  compareOutcome: 'De uitvoer is teken voor teken gelijk aan de bijlage outcome.json.',
  wholeDossier:
    'Het hele dossier, met elke gebeurtenis en de scores van elke beoordelaar, is bij de auditor. Wie het controleert, vergelijkt de hash met die in dit colofon.',
  compareHead: 'Vergelijk de hash in de uitvoer met de hash in dit colofon.',
  editionVerifies: 'Zo controleert u ook het verloop: wie wat wanneer deed, voor zover de commissie dat mag zien.',
  fictional: 'Dit dossier is een demonstratie. Alle inschrijvers, personen en scores zijn fictief.',
  fictionalFile: 'Dit is een voorbeeld: alle inschrijvers, prijzen en scores zijn fictief.',
  subtitle: 'Beoordeling en gunning',
  assessedBy: 'Beoordelaars',
  sign: {
    title: 'Ondertekening',
    lead: 'De ondergetekenden stellen dit rapport vast.',
    member: 'Lid van de beoordelingscommissie',
    labels: { signature: 'Handtekening', name: 'Naam', date: 'Datum' },
  },
  madeWith: (release: string) => `Gemaakt met Gunwijzer, versie ${release}.`,
});
