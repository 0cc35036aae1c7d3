import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { createAccountStore } from './account-store.ts';
import { createEventStore } from './event-store.ts';
import { migrate } from './migrate.ts';
import { createSessionStore } from './session-store.ts';
import { createSettingStore } from './setting-store.ts';

export type Storage = ReturnType<typeof openStorage>;

/**
 * Opens the embedded database, making it where it does not exist yet.
 * Durable before fast: a transaction that was acknowledged is on disk (WAL with synchronous=FULL).
 * @param file a path, or ':memory:'
 * @param around runs every transaction; what it throws before it does so leaves everything as it was
 */
export function openStorage(file: string, around: <T>(transaction: () => T) => T = (transaction) => transaction()) {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE would remove a row of the log without firing its trigger.
  database.pragma('recursive_triggers = ON');
  database.pragma('busy_timeout = 5000');
  migrate(database, migrationsDirectory());
  return {
    events: createEventStore(database),
    accounts: createAccountStore(database),
    sessions: createSessionStore(database),
    settings: createSettingStore(database),
    /** Runs work as one IMMEDIATE transaction: all of it happens, or nothing. */
    transaction: <T>(work: () => T): T => around(() => database.transaction(work).immediate()),
    close: (): void => {
      database.close();
    },
  };
}

/** The SQL files stand beside the sources; compiled code runs from dist/src/storage. */
function migrationsDirectory(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return join(here.replace(/([\\/])dist([\\/])src([\\/])storage$/, '$1src$3storage'), 'migrations');
}
