import type { followFile as nl } from '../nl/follow-file.ts';

/** A file about contracts: what follows from it, on the command line and on paper. */
export const followFile: typeof nl = {
  titles: { budget: 'Budget', 'growth-path': 'Growth path of basic support', term: 'Term' },
  rules: 'Rules',
  asOf: 'Calculated for',
  fictional: 'This is an example: the figures are fictional.',
  attachment: 'The file, to calculate it again with gunwijzer',
};
