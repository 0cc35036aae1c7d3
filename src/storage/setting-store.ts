import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';

/** What this installation remembers about itself. */
export function createSettingStore(database: Database.Database) {
  const find = database.prepare('SELECT value FROM settings WHERE name = ?');
  const insert = database.prepare('INSERT OR IGNORE INTO settings (name, value) VALUES (?, ?)');

  return {
    /** The secret of this installation, made on first use: forms that are open during a restart stay valid. */
    secret: (): string => {
      insert.run('secret', randomBytes(32).toString('base64url'));
      return (find.get('secret') as { value: string }).value;
    },
  };
}
