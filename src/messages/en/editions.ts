import type { editions as nl } from '../nl/editions.ts';

/** For whom an edition of a dossier is. */
export const editions: typeof nl = {
  whole: 'the whole dossier',
  committee: 'for the award committee',
  bidder: 'for one bidder',
  public: 'public',
};
