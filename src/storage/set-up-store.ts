import type Database from 'better-sqlite3';

export interface StoredSetUp {
  readonly id: string;
  readonly begunBy: string;
  /** ISO 8601 in UTC. */
  readonly begunAt: string;
  /** JSON. */
  readonly origin: string;
  readonly publishedAs: string | null;
  readonly removedAt: string | null;
}

/** One part of a set-up as somebody left it. */
export interface StoredPart {
  readonly part: string;
  readonly version: number;
  /** JSON; null where the part was taken away. */
  readonly content: string | null;
  readonly changedBy: string;
  readonly changedAt: string;
}

/** Tenders that are being set up, with everything that they ever said. */
export function createSetUpStore(database: Database.Database) {
  const columns =
    'id, begun_by AS begunBy, begun_at AS begunAt, origin, published_as AS publishedAs, removed_at AS removedAt';
  const partColumns = 'part, version, content, changed_by AS changedBy, changed_at AS changedAt';
  const insert = database.prepare('INSERT INTO set_ups (id, begun_by, begun_at, origin) VALUES (?, ?, ?, ?)');
  const find = database.prepare(`SELECT ${columns} FROM set_ups WHERE id = ?`);
  const workedOnBy = database.prepare(
    `SELECT ${columns} FROM set_ups WHERE removed_at IS NULL AND published_as IS NULL
     AND (begun_by = @account OR id IN (SELECT set_up FROM set_up_officers WHERE account = @account))
     ORDER BY begun_at DESC, id`,
  );
  const unfinished = database.prepare(
    `SELECT ${columns} FROM set_ups WHERE removed_at IS NULL AND published_as IS NULL ORDER BY begun_at, id`,
  );
  const publish = database.prepare('UPDATE set_ups SET published_as = ? WHERE id = ?');
  const remove = database.prepare('UPDATE set_ups SET removed_at = ? WHERE id = ?');
  const officers = database.prepare('SELECT account FROM set_up_officers WHERE set_up = ? ORDER BY account').pluck();
  const addOfficer = database.prepare('INSERT OR IGNORE INTO set_up_officers (set_up, account) VALUES (?, ?)');
  const insertPart = database.prepare(
    'INSERT INTO set_up_parts (set_up, part, version, content, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const version = database.prepare('SELECT coalesce(max(version), 0) FROM set_up_parts WHERE set_up = ?').pluck();
  const at = database.prepare(
    `SELECT ${partColumns} FROM set_up_parts AS one WHERE set_up = @setUp AND version =
     (SELECT max(version) FROM set_up_parts WHERE set_up = @setUp AND part = one.part AND version <= @version)
     ORDER BY part`,
  );
  const history = database.prepare(
    `SELECT ${partColumns} FROM set_up_parts WHERE set_up = ? ORDER BY version DESC, part LIMIT ?`,
  );

  return {
    begin: (id: string, account: string, at: string, origin: string): void => {
      insert.run(id, account, at, origin);
    },
    find: (id: string): StoredSetUp | undefined => find.get(id) as StoredSetUp | undefined,
    /** What somebody is working on, the newest first. */
    workedOnBy: (account: string): StoredSetUp[] => workedOnBy.all({ account }) as StoredSetUp[],
    /** Everything that is being set up, by whomever, the oldest first. */
    unfinished: (): StoredSetUp[] => unfinished.all() as StoredSetUp[],
    publish: (id: string, dossier: string): void => {
      publish.run(dossier, id);
    },
    remove: (id: string, at: string): void => {
      remove.run(at, id);
    },
    officers: (id: string): string[] => officers.all(id) as string[],
    addOfficer: (id: string, account: string): void => {
      addOfficer.run(id, account);
    },
    /** The last version; 0 of what says nothing yet. */
    version: (id: string): number => version.get(id) as number,
    /** Of every part the row that holds at a version. */
    at: (id: string, upTo: number): StoredPart[] => at.all({ setUp: id, version: upTo }) as StoredPart[],
    keep: (id: string, { part, version, content, changedBy, changedAt }: StoredPart): void => {
      insertPart.run(id, part, version, content, changedBy, changedAt);
    },
    /** The changes, the newest first. */
    history: (id: string, most: number): StoredPart[] => history.all(id, most) as StoredPart[],
  };
}
