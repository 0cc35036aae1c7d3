import type { examples as nl } from '../nl/examples.ts';

/** Example files. */
export const examples: typeof nl = {
  title: {
    input: 'Example files: input to download',
    rules: 'Example files: rules to download',
  },
  sample: {
    'gon-2027-demo': 'GON 2027: quality at a fixed price, four areas (fictional bids)',
    'price-and-quality': 'Transport to day activities: weighted factor of price and quality (fictional)',
    'award-on-value': 'Community centres: award on value, with a bonus and a malus (fictional)',
  },
  schema: 'The form of the file (JSON Schema)',
};
