import { DomainError } from '../domain/errors.ts';
import type { Storage } from '../storage/database.ts';
import type { Origin } from './audit.ts';

/**
 * Requires that what a dossier follows from stands in its own dossier as it names it. With the hash the event stands for all before it.
 * @throws DomainError `link-broken`
 */
export function proveOrigin({ events }: Storage, origin: Origin): void {
  requireOrigin(origin, events.since(origin.dossier, 0));
}

/** The same in a log that was read. @throws DomainError `link-broken` */
export function requireOrigin(
  { dossier, seq, hash }: Origin,
  log: readonly { readonly seq: number; readonly hash: string }[],
): void {
  const found = log.find((event) => event.hash === hash);
  if (!found || (seq !== null && found.seq !== seq)) throw new DomainError('link-broken', { dossier, seq });
}
