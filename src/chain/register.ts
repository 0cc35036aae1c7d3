import { sha256 } from './canonical.ts';
import { commitment, type Salt } from './commitment.ts';

/**
 * The register: one chain over all dossiers of an installation, the accounts included, in the order in which events were appended. A dossier
 * that is taken away leaves a gap in it. Its head stands for every event of the installation; a list of its entries, kept elsewhere, is a
 * witness: it must be the beginning of every later list.
 */

/** The head of the register before anything is in it. */
export const REGISTER_START = '0'.repeat(64);

/**
 * What an event adds to the register. The hash of an event of format 2 tells nothing of what it says. What an event of format 1 says could be
 * tried until its hash fits, so that it enters under a key that stays in the installation.
 * @param hash of the event
 * @param isOpen of format 1
 * @param key of the installation
 */
export const registerEntry = (hash: string, isOpen: boolean, key: Salt): string =>
  isOpen ? commitment(hash, key) : hash;

/** The head of the register after an entry. */
export const registerAfter = (head: string, entry: string): string => sha256(head + entry);
