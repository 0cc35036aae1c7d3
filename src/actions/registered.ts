import { DomainError } from '../domain/errors.ts';
import type { Storage } from '../storage/database.ts';

/**
 * Holds a dossier against the register: one that was made anew, its hashes included, does not fit in it.
 * @throws DomainError `chain-broken`
 */
export function requireRegistered({ events }: Storage, dossier: string): void {
  const seq = events.notRegistered(dossier);
  if (seq !== undefined) throw new DomainError('chain-broken', { seq, why: 'not-registered' });
}
