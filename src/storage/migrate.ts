import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { DomainError } from '../domain/errors.ts';

/**
 * Brings the database up to the last migration: numbered .sql files, each applied once in a transaction of its own.
 * There is no way down, and a migration that was applied is never edited.
 * @throws DomainError `migration-changed` when an applied file differs from what was applied, `migration-unknown` when the database is newer
 */
export function migrate(database: Database.Database, directory: string): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  );
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const applied = new Map(
    (database.prepare('SELECT name, sha256 FROM migrations').all() as { name: string; sha256: string }[]).map((row) => [
      row.name,
      row.sha256,
    ]),
  );
  for (const name of applied.keys()) {
    if (!files.includes(name)) throw new DomainError('migration-unknown', { name });
  }
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
