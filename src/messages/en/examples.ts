import type { examples as nl } from '../nl/examples.ts';

/** Files to begin with. */
export const examples: typeof nl = {
  title: {
    input: 'To begin with: input files to download',
    rules: 'To begin with: files with rules to download',
  },
  sample: {
    'gon-2027-demo': 'GON 2027: quality at a fixed price, four areas (fictional bids)',
    'price-and-quality': 'Transport to day activities: weighted factor of price and quality (made up)',
    'award-on-value': 'Community centres: award on value, with a bonus and a malus (made up)',
  },
  schema: 'The form of the file (JSON Schema)',
};
