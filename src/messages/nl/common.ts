import { capital, type Nouns } from '../noun.ts';
import { quote } from '../sentence.ts';
import { count, quoted } from './words.ts';

/** Woorden die overal hetzelfde zijn. */
export const common = ({ lot: lotNoun }: Nouns) => ({
  lot: capital(lotNoun.one),
  lots: capital(lotNoun.more),
  allLots: `alle ${lotNoun.more}`,
  bidder: 'Inschrijver',
  bidders: 'Inschrijvers',
  criterion: 'Gunningscriterium',
  weight: 'Wegingsfactor',
  score: 'Score',
  points: 'Punten',
  total: 'Totaal',
  rank: 'Rang',
  status: 'Status',
  action: 'Actie',
  motivation: 'Motivering',
  assessor: 'Beoordelaar',
  source: 'Bron',
  minimumScore: 'Minimumscore',
  save: 'Opslaan',
  cancel: 'Annuleren',
  back: 'Terug',
  yes: 'ja',
  no: 'nee',
  none: 'geen',
  consortium: (members: readonly string[]) => `Combinatie van ${quoted(members)}`,
  single: 'Eén organisatie',
  sources: (items: readonly string[]) => `Bron: ${items.join('; ')}`,
  /** Waar de opsteller zelf de bron is. */
  ownWeighing: 'Eigen afweging',
  percentage: (value: string) => `${value}%`,
  tooLong: (name: string, n: number) =>
    `De tekst in ${quote(name)} is te lang. Maak er ten hoogste ${count(n, 'teken', 'tekens')} van.`,
  moreFaults: (n: number) => `En nog ${count(n, 'fout', 'fouten')}.`,
});
