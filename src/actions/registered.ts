import { DomainError } from '../domain/errors.ts';
import type { Storage } from '../storage/database.ts';

/**
 * Holds a dossier against the register: one that was made anew, its hashes included, does not fit in it.
 * @param behindGaps whether it can still be read where the register has a gap before one of its events; nothing is proven or made of it then
 * @throws DomainError `chain-broken`
 */
export function requireRegistered({ events }: Storage, dossier: string, behindGaps = false): void {
  const seq = events.notRegistered(dossier, behindGaps);
  if (seq !== undefined) throw new DomainError('chain-broken', { seq, why: 'not-registered' });
}
