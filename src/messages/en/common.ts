import type { common as nl } from '../nl/common.ts';
import { capital, type Nouns } from '../noun.ts';
import { quote } from '../sentence.ts';
import { count, quoted } from './words.ts';

/** Words that are the same everywhere. */
export const common = ({ lot: lotNoun }: Nouns): ReturnType<typeof nl> => ({
  lot: capital(lotNoun.one),
  lots: capital(lotNoun.more),
  allLots: `all ${lotNoun.more}`,
  bidder: 'Bidder',
  bidders: 'Bidders',
  criterion: 'Award criterion',
  weight: 'Weight',
  score: 'Score',
  points: 'Points',
  total: 'Total',
  rank: 'Rank',
  status: 'Status',
  action: 'Action',
  motivation: 'Motivation',
  assessor: 'Assessor',
  source: 'Source',
  minimumScore: 'Minimum score',
  save: 'Save',
  cancel: 'Cancel',
  back: 'Back',
  yes: 'yes',
  no: 'no',
  none: 'none',
  consortium: (members) => `Consortium of ${quoted(members)}`,
  single: 'Single organisation',
  sources: (items: readonly string[]) => `Source: ${items.join('; ')}`,
  ownWeighing: 'Own weighing',
  percentage: (value: string) => `${value}%`,
  tooLong: (name, n) =>
    `The text in ${quote(name)} is too long. Make it at most ${count(n, 'character', 'characters')}.`,
  moreFaults: (n) => `And ${count(n, 'more fault', 'more faults')}.`,
});
