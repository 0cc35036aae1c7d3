import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/actions/accounts.ts';
import { addDocument } from '../../src/actions/documents.ts';
import { rebuildLists } from '../../src/actions/fill-lists.ts';
import { proveInstallation, requireRegisterHead, type Witness } from '../../src/actions/prove-installation.ts';
import { createTenders, tenderKind } from '../../src/actions/tenders.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { openStorage, openToRead } from '../../src/storage/database.ts';
import { documentFolder } from '../../src/storage/document-store.ts';
import { FINISHED, RUNNING, seedInto } from '../support/demo.ts';
import { publishedRules, registerAnew, sealAnew, wholeLog } from '../support/dossiers.ts';
import { inPieces } from '../support/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
const original = join(folder, 'original.sqlite');
let count = 0;
let entries: string[];
let head: string;

beforeAll(async () => {
  const storage = openStorage(original);
  await seedInto(storage);
  entries = storage.events.registeredAfter(0, 10_000).map(({ entry }) => entry);
  head = storage.events.registerHead().register;
  storage.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the database in which somebody with the file does what no trigger keeps from being done. */
function tampered(change: (database: Database.Database) => void): string {
  const file = join(folder, `${++count}.sqlite`);
  copyFileSync(original, file);
  const database = new Database(file);
  for (const trigger of ['changed', 'removed']) database.exec(`DROP TRIGGER events_are_never_${trigger}`);
  change(database);
  database.close();
  return file;
}
function prove(file: string, witness?: Witness) {
  const storage = openToRead(file);
  try {
    return proveInstallation({ storage, ruleSets: publishedRules() }, witness);
  } finally {
    storage.close();
  }
}
/** What is found besides that the triggers were dropped. */
const found = (file: string, witness?: Witness) =>
  prove(file, witness)
    .findings.filter(({ code }) => code !== 'schema-differs')
    .map(({ dossier, code, details }) => [dossier, code, details.why ?? null]);

describe('a database that nobody changed', () => {
  it('is proven whole: register, dossiers and passwords', () => {
    const proof = prove(original, { entries, head });
    expect(proof.findings).toEqual([]);
    expect(proof.register).toEqual({ length: entries.length, head });
    expect(proof.dossiers.map(({ dossier, outcome }) => [dossier, outcome])).toEqual([
      ['accounts', 'none'],
      ['decision-contract-models-2013-1', 'confirmed'],
      [RUNNING, 'none'],
      [FINISHED, 'confirmed'],
    ]);
    expect(proof.passwords).toEqual({ bound: 8, unbound: 0 });
  });

  it('continues every earlier export of its register, and has had every head of it', () => {
    for (const length of [0, 1, 100, entries.length]) {
      expect(found(original, { entries: entries.slice(0, length), head: null })).toEqual([]);
    }
    const storage = openToRead(original);
    const place = storage.events.registerPlace(FINISHED, 3)!;
    storage.close();
    expect(found(original, { entries: [], head: place.register })).toEqual([]);
  });
});

describe('the files of bids', () => {
  it('are read: one that is missing, changed or of another length is found, once, with its name', async () => {
    const file = tampered(() => undefined);
    const storage = openStorage(file);
    const tenders = createTenders(storage, () => new Date('2026-11-03T09:00:00Z'));
    const add = (bid: string, name: string, content: string) =>
      addDocument(
        { storage, tenders },
        { dossier: RUNNING, actor: 'inkoper', bid, lot: undefined, sealed: false },
        { name, pieces: inPieces(Buffer.from(content)) },
      );
    for (const bid of ['appelvink', 'grutto']) await add(bid, 'zelfde.txt', 'bij beide');
    for (const name of ['een', 'twee', 'drie']) await add('grutto', `${name}.txt`, `inhoud ${name}`);
    const named = tenders
      .get(RUNNING)
      .documents.get('grutto')!
      .map(({ sha256 }) => sha256);
    storage.close();
    expect(prove(file)).toMatchObject({ documents: 4 });
    const pathOf = (sha256: string): string => join(documentFolder(file)!, sha256.slice(0, 2), sha256);
    rmSync(pathOf(named[0]!));
    writeFileSync(pathOf(named[1]!), 'inhoud EEN');
    writeFileSync(pathOf(named[2]!), 'inhoud twee en meer');
    const { findings, documents } = prove(file);
    expect(documents).toBe(1);
    const told = findings.filter(({ code }) => code.startsWith('document-'));
    expect(told.map(({ dossier, code, details }) => [dossier, code, details.file])).toEqual([
      [RUNNING, 'document-missing', named[0]],
      [RUNNING, 'document-changed', named[1]],
      [RUNNING, 'document-length-differs', named[2]],
    ]);
    expect(messagesIn('nl').errors['document-missing']({ file: named[0] })).toContain(named[0]);
  });
});

describe('a database in which somebody', () => {
  it.each<[string, string, readonly (string | null)[][]]>([
    [
      'took away a dossier',
      `DELETE FROM events WHERE dossier = '${FINISHED}'`,
      [
        [null, 'register-broken', 'gap'],
        // It stands behind the gap: nothing of it can be proven.
        ['decision-contract-models-2013-1', 'chain-broken', 'not-registered'],
        // Lists still speak of it.
        [FINISHED, 'list-differs', null],
      ],
    ],
    [
      'took away the last event of a dossier that is not the last of all',
      `DELETE FROM events WHERE dossier = '${RUNNING}' AND seq = (SELECT max(seq) FROM events WHERE dossier = '${RUNNING}')`,
      [
        [null, 'register-broken', 'gap'],
        [RUNNING, 'list-differs', null],
        [FINISHED, 'chain-broken', 'not-registered'],
      ],
    ],
    [
      'took a tender out of the lists of an account',
      `DELETE FROM listed_seats WHERE dossier = '${RUNNING}' AND account = 'beoordelaar-1'`,
      [[RUNNING, 'list-differs', null]],
    ],
    [
      'changed a body',
      `UPDATE events SET body = replace(body, 'consensus-opened', 'consensus-closed') WHERE dossier = '${FINISHED}'`,
      [[FINISHED, 'chain-broken', 'previous-hash']],
    ],
    [
      'changed what an event says beside its body',
      `UPDATE events SET parts = replace(parts, 'Ilse', 'Else') || ' ' WHERE dossier = '${FINISHED}' AND seq = 5`,
      [[FINISHED, 'chain-broken', 'part-layout']],
    ],
    [
      'took a part away',
      `UPDATE events SET parts = '' WHERE dossier = '${FINISHED}' AND seq = 5`,
      [[FINISHED, 'part-withheld', null]],
    ],
    [
      'changed the register',
      `UPDATE events SET register = '${'0'.repeat(64)}' WHERE dossier = '${RUNNING}' AND seq = 5`,
      [
        [null, 'register-broken', 'hash'],
        [RUNNING, 'chain-broken', 'not-registered'],
      ],
    ],
    [
      'gave somebody another password',
      "UPDATE passwords SET hash = (SELECT hash || 'x' FROM passwords WHERE account = 'inkoper') WHERE account = 'auditor'",
      [['accounts', 'password-differs', null]],
    ],
    [
      'took a password away',
      "DELETE FROM passwords WHERE account = 'auditor'",
      [['accounts', 'password-differs', null]],
    ],
    [
      'took an account away',
      "PRAGMA foreign_keys = OFF; DELETE FROM accounts WHERE id = 'auditor'",
      [['accounts', 'account-missing', null]],
    ],
    [
      'took away everything that is on record',
      'DELETE FROM events',
      [
        ...['decision-contract-models-2013-1', RUNNING, FINISHED].map((dossier) => [dossier, 'list-differs', null]),
        ...['Ahmed', 'Bea', 'Bente', 'Bo', 'Bram', 'Carla', 'Cees', 'Ilse'].map(() => [
          'accounts',
          'account-not-on-record',
          null,
        ]),
      ],
    ],
    [
      'put a row in the place of another that is no text',
      `UPDATE events SET parts = NULL WHERE dossier = '${FINISHED}' AND seq = 5`,
      [
        [null, 'register-broken', 'hash'],
        [FINISHED, 'chain-broken', 'part-layout'],
      ],
    ],
    [
      'changed the key of the register of a database in which nothing is of format 1',
      "UPDATE settings SET value = 'zz' WHERE name = 'register-key'",
      [],
    ],
    [
      'added an account',
      "INSERT INTO accounts (id, name) VALUES ('sluiper', 'S. Luiper')",
      [['accounts', 'account-not-on-record', null]],
    ],
    [
      'wrote a dossier of no kind',
      `INSERT INTO events SELECT 'stray-1', 1, hash, body, parts, 1 + (SELECT max(position) FROM events), register FROM events WHERE position = 1`,
      [
        [null, 'register-broken', 'hash'],
        ['stray-1', 'chain-broken', 'not-registered'],
      ],
    ],
  ])('%s is found out', (_, sql, expected) => {
    expect(found(tampered((database) => void database.exec(sql)))).toEqual(expected);
  });

  it('dropped a trigger, or planted one, is found out', () => {
    const file = tampered((database) => {
      database.exec(
        "CREATE TRIGGER planted AFTER INSERT ON sign_ins BEGIN UPDATE events SET parts = '' WHERE position = 5; END",
      );
    });
    expect(prove(file).findings.map(({ code, details }) => [code, details.name])).toEqual([
      ['schema-differs', 'trigger events_are_never_changed'],
      ['schema-differs', 'trigger events_are_never_removed'],
      ['schema-differs', 'trigger planted'],
    ]);
  });

  it('gave a password to an account that has none yet is found out', async () => {
    const file = join(folder, 'given.sqlite');
    copyFileSync(original, file);
    const storage = openStorage(file);
    createAccounts(storage, () => new Date('2027-01-01T00:00:00Z')).add('beheerder', {
      id: 'nieuw',
      name: 'N. Ieuw',
      roles: ['assessor'],
    });
    expect(found(file)).toEqual([]);
    storage.passwords.set('nieuw', storage.passwords.hashOf('inkoper')!);
    storage.close();
    expect(found(file)).toEqual([['accounts', 'password-differs', null]]);
  });

  /** Everything of a dossier anew, with every hash and digest: only what hangs on other dossiers gives it away. */
  const forge = (withRegister: boolean): string => {
    const storage = openToRead(original);
    const events = wholeLog(storage, FINISHED, tenderKind).map((event) =>
      event.type === 'rules-published'
        ? { ...event, payload: { ...(event.payload as object), title: 'Een andere naam' } }
        : event,
    );
    storage.close();
    return tampered((database) => {
      const write = database.prepare('UPDATE events SET hash = ?, body = ?, parts = ? WHERE dossier = ? AND seq = ?');
      for (const [place, { hash, body, parts }] of sealAnew(events, 2).logged.entries()) {
        write.run(hash, body, parts, FINISHED, place + 1);
      }
      if (withRegister) registerAnew(database);
    });
  };
  const withLists = (file: string): string => {
    const storage = openStorage(file);
    rebuildLists(storage, () => {});
    storage.close();
    return file;
  };

  it('forged a dossier, hashes and all, is found out by the register', () => {
    expect(found(forge(false))).toEqual([
      [null, 'register-broken', 'hash'],
      [FINISHED, 'chain-broken', 'not-registered'],
    ]);
  });

  it('forged the register as well is found out by who kept an export of it, or a head on paper', () => {
    const file = forge(true);
    expect(found(file)).toEqual([[FINISHED, 'list-differs', null]]);
    expect(found(withLists(file))).toEqual([]);
    expect(found(file, { entries, head: null })).toEqual([[null, 'register-differs', null]]);
    expect(found(file, { entries: [], head })).toEqual([[null, 'head-differs', null]]);
  });

  it('took away the end of the register is found out by who kept an export of it', () => {
    const file = tampered((database) => {
      database.exec('DELETE FROM events WHERE position > 240');
    });
    expect(found(file).map(([, code]) => code)).not.toContain('register-broken');
    expect(found(file, { entries, head: null })).toContainEqual([null, 'register-differs', null]);
  });
});

describe('the head of the register', () => {
  const asked = (file: string) => () => {
    const storage = openToRead(file);
    try {
      requireRegisterHead(storage);
    } finally {
      storage.close();
    }
  };

  it('is looked at without reading all of it', () => {
    expect(asked(original)).not.toThrow();
    const last = '(SELECT max(position) FROM events)';
    expect(asked(tampered((d) => d.exec(`DELETE FROM events WHERE position = ${last} - 1`)))).toThrow(
      'register-broken',
    );
    const changed = `UPDATE events SET hash = '${'1'.repeat(64)}' WHERE position = ${last}`;
    expect(asked(tampered((d) => d.exec(changed)))).toThrow('register-broken');
    const storage = openStorage(':memory:');
    expect(() => requireRegisterHead(storage)).not.toThrow();
    storage.close();
  });
});
