import type { examples as nl } from '../nl/examples.ts';

/** Example files. */
export const examples: typeof nl = {
  title: {
    input: 'Example files: input to download',
    rules: 'Example files: rules to download',
    matrix: 'Example file: a decision matrix to download',
  },
  sample: {
    'gon-2027-demo': 'GON 2027: quality at a fixed price, four areas (fictional bids)',
    'price-and-quality': 'Transport to day activities: weighted factor of price and quality (fictional)',
    'award-on-value': 'Community centres: award on value, with a bonus and a malus (fictional)',
    schoonmaak: 'Cleaning: short form, three lots with limits of their own, price in parts (fictional)',
  },
  file: (name) => `${name}, as a file`,
  matrix: 'Arranging transport to day activities: four alternatives, five criteria (fictional)',
  schema: 'The form of the file (JSON Schema)',
};
