import type Database from 'better-sqlite3';

/** What was typed, by the names of the fields. */
export type DraftFields = Readonly<Record<string, string>>;

export interface Draft {
  /** What it is a draft of. */
  readonly about: string;
  /** From 1; the next save makes it one more. */
  readonly version: number;
  readonly fields: DraftFields;
  /** ISO 8601 in UTC. */
  readonly savedAt: string;
}

type Row = Omit<Draft, 'fields'> & { readonly fields: string };

/** What people are working on, each for who typed it. */
export function createDraftStore(database: Database.Database) {
  const columns = 'about, version, fields, saved_at AS savedAt';
  const of = database.prepare(`SELECT ${columns} FROM drafts WHERE account = ? AND about = ? ORDER BY version DESC`);
  const under = database.prepare(
    `SELECT ${columns} FROM drafts WHERE account = ? AND about >= ? AND about < ? ORDER BY about, version DESC`,
  );
  const count = database.prepare('SELECT count(*) FROM drafts WHERE account = ?').pluck();
  const insert = database.prepare(
    'INSERT INTO drafts (account, about, version, fields, saved_at) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM drafts WHERE account = ? AND about = ?');
  const removeVersion = database.prepare('DELETE FROM drafts WHERE account = ? AND about = ? AND version = ?');
  const toDraft = (row: Row): Draft => ({ ...row, fields: JSON.parse(row.fields) as DraftFields });

  return {
    /** The draft of one thing, and behind it what it took the place of in another window, the newest first. */
    of: (account: string, about: string): Draft[] => (of.all(account, about) as Row[]).map(toDraft),
    /** The same of everything whose `about` starts with these words and a slash. */
    under: (account: string, start: string): Draft[] =>
      (under.all(account, `${start}/`, `${start}0`) as Row[]).map(toDraft),
    count: (account: string): number => count.get(account) as number,
    insert: (account: string, { about, version, fields, savedAt }: Draft): void => {
      insert.run(account, about, version, JSON.stringify(fields), savedAt);
    },
    /** Forgets a draft, and what it took the place of. */
    remove: (account: string, about: string): void => {
      remove.run(account, about);
    },
    removeVersion: (account: string, about: string, version: number): void => {
      removeVersion.run(account, about, version);
    },
  };
}
