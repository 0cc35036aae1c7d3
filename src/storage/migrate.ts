import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { registerAfter, registerEntry } from '../chain/register.ts';
import { DomainError } from '../domain/errors.ts';

/**
 * Brings the database up to the last migration: numbered .sql files, each applied once in a transaction of its own.
 * There is no way down, and a migration that was applied is never edited.
 * @throws DomainError `migration-changed` when an applied file differs from what was applied, `migration-unknown` when the database is newer
 */
export function migrate(database: Database.Database, directory: string): void {
  // What the register needs; a migration cannot hash by itself.
  database.function('register_entry', { deterministic: true }, (hash, isOpen, key) =>
    registerEntry(String(hash), isOpen === 1, String(key)),
  );
  database.function('register_after', { deterministic: true }, (head, entry) =>
    registerAfter(String(head), String(entry)),
  );
  database.exec(
    'CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  );
  const files = migrationsIn(directory);
  const applied = appliedTo(database);
  requireKnown(applied, files);
  for (const name of files) {
    const sql = readFileSync(join(directory, name), 'utf8');
    const sha256 = createHash('sha256').update(sql).digest('hex');
    const before = applied.get(name);
    if (before !== undefined && before !== sha256) throw new DomainError('migration-changed', { name });
    if (before !== undefined) continue;
    database
      .transaction(() => {
        database.exec(sql);
        database
          .prepare("INSERT INTO migrations VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))")
          .run(name, sha256);
      })
      .immediate();
  }
}

/**
 * Whether a database that is only read has every migration, and no other.
 * @throws DomainError `database-older`, and what {@link migrate} throws
 */
export function requireMigrated(database: Database.Database, directory: string): void {
  const files = migrationsIn(directory);
  const applied = appliedTo(database);
  requireKnown(applied, files);
  if (files.some((name) => !applied.has(name))) throw new DomainError('database-older');
}

const migrationsIn = (directory: string): string[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .sort();

/** @throws DomainError `not-our-database` */
function appliedTo(database: Database.Database): ReadonlyMap<string, string> {
  const ours = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'").get();
  if (!ours) throw new DomainError('not-our-database');
  const rows = database.prepare('SELECT name, sha256 FROM migrations').all() as { name: string; sha256: string }[];
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

function requireKnown(applied: ReadonlyMap<string, string>, files: readonly string[]): void {
  for (const name of applied.keys()) {
    if (!files.includes(name)) throw new DomainError('migration-unknown', { name });
  }
}
