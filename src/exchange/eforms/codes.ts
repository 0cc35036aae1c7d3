/** The codes that our notices and their checks know, by the field that has them (eForms-SDK 1.16; the lists themselves are not ours). */
export const CODES: Readonly<Record<string, readonly string[]>> = {
  'BT-539': ['price', 'cost', 'quality'],
  'BT-5421': ['per-exa', 'per-mid', 'dec-exa', 'dec-mid', 'poi-exa', 'poi-mid', 'ord-imp'],
  'BT-5422': ['fix-tot', 'fix-unit'],
  'BT-5423': ['min-score', 'max-pass'],
  'BT-142': ['selec-w', 'open-nw', 'clos-nw'],
  'BT-144': [
    'all-rej',
    'chan-need',
    'ins-fund',
    'no-rece',
    'no-signed',
    'one-admis',
    'rev-body',
    'rev-buyer',
    'tch-pr-error',
    'other',
  ],
};

/** Weights that are exact: the only ones in a result. */
export const EXACT_WEIGHTS: readonly string[] = ['per-exa', 'dec-exa', 'poi-exa'];
