import { rebuildLists } from '../actions/fill-lists.ts';
import { readConfig } from '../config.ts';
import { DomainError } from '../domain/errors.ts';
import { openStorage } from '../storage/database.ts';
import type { Command } from './command.ts';
import { printProgress } from './progress.ts';

/**
 * `gunwijzer rebuild-lists`: makes what lists say of dossiers anew from their logs, while a server works with the database or not, and tells where
 * they said something else.
 */
export const run: Command = async ({ arguments: words, messages: m }) => {
  if (words.length > 0) throw new DomainError('unknown-option', { option: `rebuild-lists ${words.join(' ')}` });
  const storage = openStorage(readConfig().database);
  try {
    const { written, differed, unreadable } = rebuildLists(storage, printProgress(m));
    for (const dossier of differed) console.log(m.cli.listDiffered(dossier));
    for (const dossier of unreadable) console.log(m.cli.listUnreadable(dossier));
    console.log(m.cli.listsRebuilt(written, differed.length));
    return unreadable.length === 0 ? 0 : 1;
  } finally {
    storage.close();
  }
};
