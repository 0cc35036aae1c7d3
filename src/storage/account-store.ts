import type Database from 'better-sqlite3';

/** What may be corrected or removed about a person. The role is not here: it stands in the log. */
export interface StoredAccount {
  readonly id: string;
  readonly name: string;
  readonly passwordHash: string;
}

export function createAccountStore(database: Database.Database) {
  const columns = 'id, name, password_hash AS passwordHash';
  const find = database.prepare(`SELECT ${columns} FROM accounts WHERE id = ?`);
  const all = database.prepare(`SELECT ${columns} FROM accounts ORDER BY name, id`);
  const insert = database.prepare('INSERT INTO accounts (id, name, password_hash) VALUES (?, ?, ?)');

  return {
    find: (id: string): StoredAccount | undefined => find.get(id) as StoredAccount | undefined,
    all: (): StoredAccount[] => all.all() as StoredAccount[],
    insert: ({ id, name, passwordHash }: StoredAccount): void => {
      insert.run(id, name, passwordHash);
    },
  };
}
