import { DomainError } from '../domain/errors.ts';
import type { Link } from '../domain/link.ts';
import type { Storage } from '../storage/database.ts';

/** An event of a dossier as another one names it. @throws DomainError `unknown-dossier` where there is no such event */
export function linkTo({ events }: Storage, dossier: string, seq: number): Link {
  const stored = events.since(dossier, seq - 1)[0];
  if (stored?.seq !== seq) throw new DomainError('unknown-dossier', { dossier });
  return { dossier, seq, hash: stored.hash };
}
