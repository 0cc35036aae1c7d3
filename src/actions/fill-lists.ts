import type { Storage } from '../storage/database.ts';
import { KIND_NAMES, KINDS, type ListedAs } from './kinds.ts';

export interface FilledLists {
  /** Of how many dossiers it was written what lists say. */
  readonly written: number;
  /** Of which lists said something else than their log. */
  readonly differed: readonly string[];
  /** Dossiers whose log cannot be read: no list says anything of them. */
  readonly unreadable: readonly string[];
}

/** So many at a time are read, and then stored together: who works with the database meanwhile waits for the storing alone. */
const BATCH = 50;

/**
 * Writes what lists say of dossiers where it was not made of their last event: after a migration, or by another version of Gunwijzer.
 * @param progress called between, with how many are done of how many
 */
export const fillLists = (storage: Storage, progress: (done: number, all: number) => void): FilledLists =>
  write(storage, storage.lists.outdated(), progress);

/** Makes what lists say of all dossiers anew from their logs, and tells where it said something else. */
export function rebuildLists(storage: Storage, progress: (done: number, all: number) => void): FilledLists {
  const unlogged = storage.lists.unlogged();
  for (const dossier of unlogged) storage.lists.remove(dossier);
  const filled = write(storage, storage.events.dossiers(), progress);
  return { ...filled, differed: [...unlogged, ...filled.differed] };
}

function write(
  storage: Storage,
  dossiers: readonly string[],
  progress: (done: number, all: number) => void,
): FilledLists {
  const listed = dossiers.filter((dossier) => kindIn(dossier) !== undefined);
  const [differed, unreadable]: [string[], string[]] = [[], []];
  for (let done = 0; done < listed.length; done += BATCH) {
    const read = listed.slice(done, done + BATCH).map((dossier) => ({ dossier, listed: readOne(storage, dossier) }));
    storage.transaction(() => {
      for (const { dossier, listed: now } of read) {
        if (now === null) unreadable.push(dossier);
        else if (writeOne(storage, dossier, now)) differed.push(dossier);
      }
    });
    progress(Math.min(done + BATCH, listed.length), listed.length);
  }
  return { written: listed.length - unreadable.length, differed, unreadable };
}

const kindIn = (dossier: string) =>
  KIND_NAMES.find((name) => name !== 'accounts' && dossier.startsWith(KINDS[name].prefix));

/** Null for a log that was tampered with, or cannot be read at all any more: one is not in the way of the others. */
function readOne(storage: Storage, dossier: string): ListedAs | null {
  try {
    return KINDS[kindIn(dossier)!].listed(storage, dossier);
  } catch {
    return null;
  }
}

/** @returns whether something else was stored. Who added an event since it was read has written what lists say already. */
function writeOne({ events, lists }: Storage, dossier: string, { kind, seq, listing }: ListedAs): boolean {
  if (events.head(dossier).seq !== seq || !lists.differs(dossier, kind, seq, listing)) return false;
  lists.put(dossier, kind, seq, listing);
  return true;
}
