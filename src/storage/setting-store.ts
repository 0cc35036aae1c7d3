import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';

/** What this installation remembers about itself. */
export function createSettingStore(database: Database.Database) {
  const find = database.prepare('SELECT value FROM settings WHERE name = ?');
  const insert = database.prepare('INSERT OR IGNORE INTO settings (name, value) VALUES (?, ?)');

  const made = (name: string, encoding: 'base64url' | 'hex'): string => {
    if (!find.get(name)) insert.run(name, randomBytes(32).toString(encoding));
    return (find.get(name) as { value: string }).value;
  };

  return {
    /** The secret of this installation, made on first use: forms that are open during a restart stay valid. */
    secret: (): string => made('secret', 'base64url'),
    /** Hides what events of format 1 add to the register; made when the register is. */
    registerKey: (readOnly: boolean): string => {
      // Without the right key the register does not fit, which whoever proves it finds.
      const known = readOnly
        ? (find.get('register-key') as { value: string } | undefined)?.value
        : made('register-key', 'hex');
      return known !== undefined && /^[0-9a-f]{64}$/.test(known) ? known : '0'.repeat(64);
    },
  };
}
