import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDocument } from '../../src/actions/documents.ts';
import { createTenders } from '../../src/actions/tenders.ts';
import { writeRegister } from '../../src/exchange/register-file.ts';
import { openStorage } from '../../src/storage/database.ts';
import { gunwijzer } from '../support/command.ts';
import { FINISHED, RUNNING, seedInto } from '../support/demo.ts';
import { writeOldDatabase } from '../support/dossiers.ts';
import { inPieces } from '../support/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
const database = join(folder, 'gunwijzer.sqlite');
const register = join(folder, 'register.txt');
let head: string;
beforeAll(async () => {
  const storage = openStorage(database);
  await seedInto(storage);
  const entries = storage.events.registeredAfter(0, 10_000).map(({ entry }) => entry);
  writeFileSync(register, writeRegister(entries.slice(0, 100)));
  head = storage.events.registerHead().register;
  storage.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('gunwijzer verify of a database', () => {
  it('proves all of it, and says what it cannot prove', async () => {
    const { code, out } = await gunwijzer(['verify', database]);
    expect(code).toBe(0);
    expect(out).toContain(`${FINISHED}: in orde, 189 gebeurtenissen; uitkomst bevestigd.`);
    expect(out).toContain('8 wachtwoorden');
    expect(out).toContain(head);
    expect(out).toContain('Bewaar daarom geregeld een export');
    const english = await gunwijzer(['verify', database, '--register', register, '--head', head, '--lang', 'en']);
    expect([english.code, english.out]).toEqual([0, expect.stringContaining('The whole database is in order.')]);
    expect(english.out).not.toContain('keep an export');
  });

  it('reads the files of bids, and says which is not what it was', async () => {
    const file = join(folder, 'documenten.sqlite');
    const storage = openStorage(file);
    await seedInto(storage);
    const tenders = createTenders(storage, () => new Date('2026-11-03T09:00:00Z'));
    const place = { dossier: RUNNING, actor: 'inkoper', bid: 'grutto', lot: undefined, sealed: false };
    await addDocument({ storage, tenders }, place, { name: 'plan.txt', pieces: inPieces(Buffer.from('Ons plan.')) });
    const { sha256 } = tenders.get(RUNNING).documents.get('grutto')![0]!;
    storage.close();
    expect((await gunwijzer(['verify', file])).out).toContain(
      '1 bestand bij een inschrijving: het is nog wat het was.',
    );
    writeFileSync(join(`${file}-documents`, sha256.slice(0, 2), sha256), 'Een plan.');
    const { code, out } = await gunwijzer(['verify', file]);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining(`Het bestand “${sha256}” is gewijzigd nadat het binnenkwam`),
    ]);
    const english = await gunwijzer(['verify', file, '--lang', 'en']);
    expect(english.out).toContain(`The file “${sha256}” was changed after it came in`);
  });

  it('gives it as JSON', async () => {
    const proof = JSON.parse((await gunwijzer(['verify', database, '--json'])).out);
    expect(proof).toMatchObject({ register: { head }, findings: [], passwords: { bound: 8, unbound: 0 } });
    expect(proof.dossiers).toContainEqual(expect.objectContaining({ dossier: FINISHED, outcome: 'confirmed' }));
  });

  it('tells of what is wrong, and ends with 1', async () => {
    const file = new Database(database);
    file.exec("INSERT INTO accounts (id, name) VALUES ('sluiper', 'S. Luiper')");
    file.close();
    const { code, out } = await gunwijzer(['verify', database]);
    expect([code, out]).toEqual([1, expect.stringContaining('Fout: accounts: Account “sluiper” staat in de database')]);
    expect(out).toContain('De database is niet in orde.');
    const wrongHead = await gunwijzer(['verify', database, '--head', '0'.repeat(64)]);
    expect([wrongHead.code, wrongHead.out]).toEqual([1, expect.stringContaining('De hash van het dossier is')]);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['a register that is none', ['verify', database, '--register', database], /geen export van het register/],
    ['a file that is no database of ours', ['verify', join(folder, 'other.sqlite')], /geen database van Gunwijzer/],
    ['a database of before there was a register', ['verify', join(folder, 'old.sqlite')], /oudere versie/],
    ['the register of a file', ['verify', register, '--register', register], /--register/],
  ])('refuses %s', async (_, words, text) => {
    const other = new Database(join(folder, 'other.sqlite'));
    other.exec('CREATE TABLE IF NOT EXISTS things (one TEXT)');
    other.close();
    if (words[1]!.endsWith('old.sqlite')) writeOldDatabase(join(folder, 'old.sqlite'), 'accounts', []);
    const { code, out, error } = await gunwijzer(words);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(text);
  });
});
