import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { DomainError } from '../domain/errors.ts';
import { createAccountStore } from './account-store.ts';
import { createDocumentStore, type DocumentStore, documentFolder } from './document-store.ts';
import { createDraftStore } from './draft-store.ts';
import { createEventStore } from './event-store.ts';
import { createKeptFormStore } from './kept-form-store.ts';
import { createListStore } from './list-store.ts';
import { migrate, requireMigrated } from './migrate.ts';
import { createPasswordStore } from './password-store.ts';
import { createSessionStore } from './session-store.ts';
import { createSetUpStore } from './set-up-store.ts';
import { createSettingStore } from './setting-store.ts';
import { createSignInStore } from './sign-in-store.ts';

export type Storage = ReturnType<typeof storesOf>;

/** Of the file, kept per connection: every thread has one, and the operating system keeps the file for all of them. */
const CACHE_KIB = 2_000;

/** Runs a transaction: what `work` throws, or whoever runs it, leaves everything as it was. */
export type Transact = <T>(work: () => T, asOne: (work: () => T) => T) => T;

/**
 * Opens the embedded database, making it where it does not exist yet.
 * Durable before fast: a transaction that was acknowledged is on disk (WAL with synchronous=FULL).
 * @param file a path, or ':memory:'
 * @param transact runs every transaction: given its work, and what does some work as one
 */
export function openStorage(file: string, transact: Transact = (work, asOne) => asOne(work)): Storage {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE would remove a row of the log without firing its trigger.
  database.pragma('recursive_triggers = ON');
  database.pragma('busy_timeout = 5000');
  database.pragma(`cache_size = -${CACHE_KIB}`);
  migrate(database, migrationsDirectory());
  return storesOf(database, createDocumentStore(documentFolder(file)), transact);
}

/**
 * Opens a database that somebody else may be writing in, to read it as it is: nothing in it is changed, not even by a migration.
 * @throws DomainError `database-unreadable`, `not-our-database`, `database-older`, and what `migrate` throws
 */
export function openToRead(file: string): Storage {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    database.pragma(`cache_size = -${CACHE_KIB}`);
    requireMigrated(database, migrationsDirectory());
    return storesOf(database, createDocumentStore(documentFolder(file)), (work, asOne) => asOne(work));
  } catch (error) {
    database?.close();
    if (error instanceof Database.SqliteError) throw new DomainError('database-unreadable', { reason: error.code });
    throw error;
  }
}

function storesOf(database: Database.Database, documents: DocumentStore, transact: Transact) {
  const settings = createSettingStore(database);
  const dataVersion = database.prepare('PRAGMA data_version').pluck();
  return {
    events: createEventStore(database, settings.registerKey(database.readonly)),
    lists: createListStore(database),
    accounts: createAccountStore(database),
    passwords: createPasswordStore(database),
    sessions: createSessionStore(database),
    keptForms: createKeptFormStore(database),
    drafts: createDraftStore(database),
    setUps: createSetUpStore(database),
    signIns: createSignInStore(database),
    settings,
    documents,
    /** Another number when somebody else has written in the database: another thread, another process (SQLite, PRAGMA data_version). */
    dataVersion: (): number => dataVersion.get() as number,
    /** Runs work as one IMMEDIATE transaction: all of it happens, or nothing. */
    transaction: <T>(work: () => T): T => transact(work, (whole) => database.transaction(whole).immediate()),
    /** The names of tables, triggers and indexes that are not as the migrations make them: missing, changed, or of somebody else. */
    foreignSchema: (): string[] => {
      const expected = expectedSchema();
      const found = schemaOf(database);
      return [...new Set([...expected.keys(), ...found.keys()])]
        .filter((name) => expected.get(name) !== found.get(name))
        .sort();
    },
    /** Reads as the database is at one moment, whatever others write meanwhile; nobody waits for it. */
    snapshot: <T>(work: () => T): T => database.transaction(work).deferred(),
    close: (): void => {
      database.close();
      documents.close();
    },
  };
}

/** By kind and name, how everything in a database was made. */
function schemaOf(database: Database.Database): Map<string, string> {
  const rows = database.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'").all();
  return new Map(
    (rows as { type: string; name: string; sql: string }[]).map(({ type, name, sql }) => [`${type} ${name}`, sql]),
  );
}

let expected: Map<string, string> | undefined;
function expectedSchema(): ReadonlyMap<string, string> {
  if (expected) return expected;
  const fresh = new Database(':memory:');
  migrate(fresh, migrationsDirectory());
  expected = schemaOf(fresh);
  fresh.close();
  return expected;
}

/** The SQL files stand beside the sources; compiled code runs from dist/src/storage, packed code from dist/run. */
function migrationsDirectory(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return join(here.replace(/([\\/])dist[\\/](?:src[\\/]storage|run)$/, '$1src$1storage'), 'migrations');
}
