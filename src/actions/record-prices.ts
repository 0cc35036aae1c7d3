import { DomainError } from '../domain/errors.ts';
import type { Place } from '../domain/rules/place.ts';
import type { VersionedPrice } from '../domain/tender/decide.ts';
import type { Tenders } from './tenders.ts';

/** A price that the rules of the tender refuse, and why. */
export interface RefusedPrice {
  readonly place: Place;
  readonly error: DomainError;
}

/** Records each price by itself, so that one that is refused keeps no other out. @returns the ones that were refused */
export function recordPrices(
  tenders: Tenders,
  dossier: string,
  actor: string,
  prices: readonly VersionedPrice[],
): RefusedPrice[] {
  return prices.flatMap((entry) => {
    try {
      tenders.execute(dossier, actor, { type: 'record-prices', prices: [entry] });
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return [{ place: { bid: entry.price.bid, lot: entry.price.lot }, error }];
    }
  });
}
