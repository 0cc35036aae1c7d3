import type Database from 'better-sqlite3';

/** A form that was sent when the session had ended. */
export interface KeptForm {
  readonly id: string;
  readonly account: string;
  /** Where it was sent to. */
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly keptAt: string;
}

type Row = Omit<KeptForm, 'fields'> & { readonly fields: string };

/** What people sent when their session had ended, for the same account only. */
export function createKeptFormStore(database: Database.Database) {
  const columns = 'id, account, path, fields, kept_at AS keptAt';
  const insert = database.prepare(
    'INSERT INTO kept_forms (id, account, path, fields, kept_at) VALUES (@id, @account, @path, @fields, @keptAt)',
  );
  const of = database.prepare(
    `SELECT ${columns} FROM kept_forms WHERE account = ? AND kept_at >= ? ORDER BY kept_at DESC, id`,
  );
  const remove = database.prepare('DELETE FROM kept_forms WHERE id = ? AND account = ?');
  const purge = database.prepare('DELETE FROM kept_forms WHERE kept_at < ?');
  const bound = database.prepare(
    `DELETE FROM kept_forms WHERE account = @account AND id NOT IN
     (SELECT id FROM kept_forms WHERE account = @account ORDER BY kept_at DESC, rowid DESC LIMIT @most)`,
  );

  return {
    /** @param before forms that were kept before this moment go, whoever's they are @param most so many of an account stay, the newest */
    keep: (form: KeptForm, before: string, most: number): void => {
      purge.run(before);
      insert.run({ ...form, fields: JSON.stringify(form.fields) });
      bound.run({ account: form.account, most });
    },
    /** The forms kept for an account since a moment, the newest first. */
    of: (account: string, since: string): KeptForm[] =>
      (of.all(account, since) as Row[]).map((row) => ({
        ...row,
        fields: JSON.parse(row.fields) as KeptForm['fields'],
      })),
    remove: (account: string, id: string): void => {
      remove.run(id, account);
    },
  };
}
