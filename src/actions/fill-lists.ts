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

/** So many at a time are stored together. */
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
  const listed = dossiers.filter((dossier) => KIND_NAMES.some((name) => isListed(name, dossier)));
  const [differed, unreadable]: [string[], string[]] = [[], []];
  for (let done = 0; done < listed.length; done += BATCH) {
    storage.transaction(() => {
      for (const dossier of listed.slice(done, done + BATCH)) {
        const outcome = writeOne(storage, dossier);
        if (outcome === 'differed') differed.push(dossier);
        if (outcome === 'unreadable') unreadable.push(dossier);
      }
    });
    progress(Math.min(done + BATCH, listed.length), listed.length);
  }
  return { written: listed.length - unreadable.length, differed, unreadable };
}

const isListed = (name: (typeof KIND_NAMES)[number], dossier: string): boolean =>
  name !== 'accounts' && dossier.startsWith(KINDS[name].prefix);

function writeOne(storage: Storage, dossier: string): 'as-it-was' | 'differed' | 'unreadable' {
  const kind = KIND_NAMES.find((name) => isListed(name, dossier))!;
  let listed: ListedAs;
  try {
    listed = KINDS[kind].listed(storage, dossier)!;
  } catch {
    // Tampered with, or no longer to be read at all: one log is not in the way of the others.
    return 'unreadable';
  }
  const { kind: called, seq, listing } = listed;
  if (!storage.lists.differs(dossier, called, seq, listing)) return 'as-it-was';
  storage.lists.put(dossier, called, seq, listing);
  return 'differed';
}
