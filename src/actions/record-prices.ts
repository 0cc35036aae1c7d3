import { DomainError } from '../domain/errors.ts';
import type { Place } from '../domain/rules/place.ts';
import type { VersionedPrice } from '../domain/tender/decide.ts';
import type { Tenders } from './tenders.ts';

/** A price that the rules of the tender refuse, and why. */
export interface RefusedPrice {
  readonly place: Place;
  readonly error: DomainError;
}

/**
 * Records each price by itself, so that one that is refused keeps no other out.
 * @param reason where prices are corrected that no longer change without one
 * @returns the ones that were refused
 */
export function recordPrices(
  tenders: Tenders,
  dossier: string,
  actor: string,
  prices: readonly VersionedPrice[],
  reason?: string,
): RefusedPrice[] {
  return prices.flatMap((entry) => {
    try {
      const corrects = { type: 'correct-price', ...entry, reason: reason ?? '' } as const;
      tenders.execute(dossier, actor, reason === undefined ? { type: 'record-prices', prices: [entry] } : corrects);
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return [{ place: { bid: entry.price.bid, lot: entry.price.lot }, error }];
    }
  });
}
