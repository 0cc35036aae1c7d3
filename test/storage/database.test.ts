import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSealed } from '../../src/chain/chain.ts';
import { openStorage } from '../../src/storage/database.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { appendAll, writeOldDatabase } from '../support/dossiers.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const AT = '2026-11-02T09:00:00.000Z';

describe('the log', () => {
  it('gives back what was appended, as one chain, also after closing', () => {
    const file = join(folder, 'a.sqlite');
    const storage = openStorage(file);
    storage.transaction(() => appendAll(storage, 'tender-a-1', 'x', AT, [{ type: 'one', payload: { a: 'é' } }]));
    storage.transaction(() => appendAll(storage, 'tender-a-1', 'x', AT, [{ type: 'two', payload: {} }]));
    storage.close();
    const again = openStorage(file);
    const stored = again.events.since('tender-a-1', 0);
    expect(readSealed(stored).head).toBe(again.events.head('tender-a-1').hash);
    expect(again.events.since('tender-a-1', 1)).toHaveLength(1);
    expect(again.events.dossiers()).toEqual(['tender-a-1']);
    again.close();
  });

  it('keeps nothing of a transaction that failed', () => {
    const storage = openStorage(':memory:');
    expect(() =>
      storage.transaction(() => {
        appendAll(storage, 'tender-a-1', 'x', AT, [{ type: 'one', payload: {} }]);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(storage.events.head('tender-a-1').seq).toBe(0);
  });

  it.each([
    ['UPDATE', "UPDATE events SET body = '{}'"],
    ['DELETE', 'DELETE FROM events'],
    [
      'INSERT OR REPLACE',
      "INSERT OR REPLACE INTO events VALUES ('tender-a-1', 1, printf('%064d', 0), '{}', '', 2, printf('%064d', 0))",
    ],
    [
      'an INSERT at another place of the register',
      "INSERT INTO events VALUES ('tender-a-1', 2, printf('%064d', 0), '{}', '', 3, printf('%064d', 0))",
    ],
    [
      'an INSERT at a place of the register that is taken',
      "INSERT OR REPLACE INTO events VALUES ('tender-b-1', 1, printf('%064d', 0), '{}', '', 1, printf('%064d', 0))",
    ],
  ])('cannot be changed with %s', (_, sql) => {
    const file = join(folder, 'b.sqlite');
    const storage = openStorage(file);
    appendAll(storage, 'tender-a-1', 'x', AT, [{ type: 'one', payload: {} }]);
    const before = storage.events.since('tender-a-1', 0);
    const other = new Database(file);
    other.pragma('recursive_triggers = ON');
    expect(() => other.exec(sql)).toThrow('append-only');
    other.close();
    expect(storage.events.since('tender-a-1', 0)).toEqual(before);
    storage.close();
  });

  it('of the time when every log was of format 1 is kept, byte for byte, and gets a register', () => {
    const file = join(folder, 'old.sqlite');
    writeOldDatabase(
      file,
      'tender-a-1',
      ['one', 'two'].map((type) => ({ type, payload: { type }, actor: 'x', at: AT })),
    );
    const before = new Database(file, { readonly: true });
    const rows = before.prepare('SELECT seq, hash, body FROM events ORDER BY seq').all() as object[];
    before.close();
    const storage = openStorage(file);
    expect(storage.events.since('tender-a-1', 0)).toEqual(rows.map((row) => ({ ...row, parts: null })));
    expect(storage.events.head('tender-a-1')).toMatchObject({ seq: 2, format: 1 });
    expect(storage.events.registerHead()).toEqual(storage.events.registerPlace('tender-a-1', 2));
    expect(storage.events.registerHead().position).toBe(2);
    storage.close();
  });

  it('has strict tables only', () => {
    const file = join(folder, 'c.sqlite');
    openStorage(file).close();
    const database = new Database(file);
    const tables = database.prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").all() as {
      name: string;
      strict: number;
    }[];
    expect(tables.filter((table) => !table.name.startsWith('sqlite_') && table.strict !== 1)).toEqual([]);
    database.close();
  });
});

describe('migrations', () => {
  const write = (name: string, sql: string): void => writeFileSync(join(folder, name), sql);

  it('are applied once, in order', () => {
    const database = new Database(':memory:');
    write('0001-a.sql', 'CREATE TABLE a (x TEXT) STRICT');
    migrate(database, folder);
    write('0002-b.sql', 'ALTER TABLE a ADD COLUMN y TEXT');
    migrate(database, folder);
    migrate(database, folder);
    expect(database.prepare('SELECT name FROM migrations ORDER BY name').pluck().all()).toEqual([
      '0001-a.sql',
      '0002-b.sql',
    ]);
  });

  it('leave nothing behind when one fails', () => {
    const database = new Database(':memory:');
    write('0001-a.sql', 'CREATE TABLE a (x TEXT) STRICT; CREATE TABLE a (x TEXT) STRICT');
    expect(() => migrate(database, folder)).toThrow('already exists');
    expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'a'").pluck().get()).toBe(0);
  });

  it('refuse a file that was edited after it was applied, and a database that is newer', () => {
    const database = new Database(':memory:');
    write('0001-a.sql', 'CREATE TABLE a (x TEXT) STRICT');
    migrate(database, folder);
    write('0001-a.sql', 'CREATE TABLE a (y TEXT) STRICT');
    expect(() => migrate(database, folder)).toThrow('migration-changed');
    rmSync(join(folder, '0001-a.sql'));
    expect(() => migrate(database, folder)).toThrow('migration-unknown');
  });
});
