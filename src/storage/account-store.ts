import type Database from 'better-sqlite3';

/** What may be corrected or removed about a person. The roles are not here: they stand in the log. */
export interface StoredAccount {
  readonly id: string;
  readonly name: string;
}

export function createAccountStore(database: Database.Database) {
  const find = database.prepare('SELECT id, name FROM accounts WHERE id = ?');
  const all = database.prepare('SELECT id, name FROM accounts ORDER BY name, id');
  const insert = database.prepare('INSERT INTO accounts (id, name) VALUES (?, ?)');
  const rename = database.prepare('UPDATE accounts SET name = ? WHERE id = ?');

  return {
    find: (id: string): StoredAccount | undefined => find.get(id) as StoredAccount | undefined,
    all: (): StoredAccount[] => all.all() as StoredAccount[],
    insert: ({ id, name }: StoredAccount): void => {
      insert.run(id, name);
    },
    rename: (id: string, name: string): void => {
      rename.run(name, id);
    },
  };
}
