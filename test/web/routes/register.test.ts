import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenderKind } from '../../../src/actions/tenders.ts';
import { readRegister } from '../../../src/exchange/register-file.ts';
import { FINISHED, RUNNING } from '../../support/demo.ts';
import { registerAnew, sealAnew, wholeLog } from '../../support/dossiers.ts';
import { visitor } from '../../support/http.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let auditor: ReturnType<typeof visitor>;
beforeAll(async () => {
  server = await startTestServer();
  auditor = visitor(server.url);
  await auditor.signIn('auditor');
});
afterAll(() => server.stop());

/** Looks again until a page says it; the server proves its database in its own time. */
async function until(path: string, text: string): Promise<string> {
  for (;;) {
    const page = (await auditor.get(path)).text;
    if (page.includes(text)) return page;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('the register', () => {
  it('shows its length and head, and that the whole database was proven', async () => {
    const page = await until('/register', 'In orde: op ');
    const { position, register } = server.services.storage.events.registerHead();
    expect(page).toContain(register);
    expect(page).toContain(`van ${position} gebeurtenissen`);
    expect(page).toContain('8 wachtwoorden');
  }, 120_000);

  it('is exported as the list of its entries', async () => {
    const { text } = await auditor.get('/register.txt');
    const entries = server.services.storage.events.registeredAfter(0, 10_000).map(({ entry }) => entry);
    expect(readRegister(Buffer.from(text))).toEqual(entries);
  });

  it('is for auditors', async () => {
    for (const account of ['inkoper', 'beoordelaar-1', 'commissielid', 'beheerder']) {
      const other = visitor(server.url);
      await other.signIn(account);
      for (const path of ['/register', '/register.txt']) expect((await other.get(path)).status).toBe(403);
    }
  });
});

describe('the dossiers on it', () => {
  it('stand there with their standing, how long they are and their last check, and lead to log and re-run', async () => {
    const page = await until('/register', 'uitkomst herberekend en gelijk');
    expect(page).toContain(`/tenders/${FINISHED}/re-run`);
    expect(page).toContain('Voorstel tot gunning');
    expect(page).toContain('/accounts/log');
    for (const dossier of [RUNNING, FINISHED]) {
      expect(page).toContain(`name="dossier" value="${dossier}"`);
    }
  }, 120_000);

  it('are checked on request, one or all, by the thread of the prover', async () => {
    const { prover } = server.services;
    expect((await auditor.post('/register/verify', { dossier: FINISHED, page: '1' })).location).toBe(
      '/register?notice=asked',
    );
    while (!prover!.state().ones.has(FINISHED)) await new Promise((resolve) => setTimeout(resolve, 100));
    const { proof } = prover!.state().ones.get(FINISHED)!;
    expect(proof).toMatchObject({ dossier: FINISHED, findings: [], inOrder: { outcome: 'confirmed' } });
    const before = prover!.state().last!.at;
    await auditor.post('/register/verify', { dossier: '', page: '1' });
    while (prover!.state().last!.at === before) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(prover!.state().ones.size).toBe(0);
  }, 120_000);

  it('are not checked for who may not see the register, nor what is no dossier', async () => {
    const officer = visitor(server.url);
    await officer.signIn('inkoper');
    expect((await officer.post('/register/verify', { dossier: FINISHED })).status).toBe(403);
    expect((await auditor.post('/register/verify', { dossier: 'tender-none-1' })).status).toBe(404);
  });
});

describe('a database that is changed under a running server', () => {
  it('gives no report of a dossier that was made anew, hashes and register and all', async () => {
    const officer = visitor(server.url);
    await officer.signIn('inkoper');
    expect((await officer.get(`/tenders/${FINISHED}`)).status).toBe(200);
    const { storage } = server.services;
    const events = wholeLog(storage, FINISHED, tenderKind).map((event) =>
      event.type === 'rules-published'
        ? { ...event, payload: { ...(event.payload as object), title: 'Anders' } }
        : event,
    );
    const file = new Database(server.services.config.database);
    file.exec('DROP TRIGGER events_are_never_changed');
    const write = file.prepare('UPDATE events SET hash = ?, body = ?, parts = ? WHERE dossier = ? AND seq = ?');
    for (const [place, { hash, body, parts }] of sealAnew(events, 2).logged.entries()) {
      write.run(hash, body, parts, FINISHED, place + 1);
    }
    registerAnew(file);
    file.close();
    expect((await officer.get(`/tenders/${FINISHED}`)).status).not.toBe(200);
    const report = await officer.get(`/tenders/${FINISHED}/report.pdf`);
    expect(report.text.startsWith('%PDF')).toBe(false);
    expect(report.text).toContain('gewijzigd nadat de server het had gelezen');
    expect((await auditor.get(`/tenders/${FINISHED}/re-run`)).text).toContain('Het logboek is niet in orde');
  }, 120_000);

  it('is told of to the auditor by itself, and the dossier gives no report any more', async () => {
    const file = new Database(server.services.config.database);
    file.exec('DROP TRIGGER IF EXISTS events_are_never_changed');
    file.exec(`UPDATE events SET parts = replace(parts, '"score":"8"', '"score":"9"') WHERE dossier = '${RUNNING}'`);
    file.close();
    const home = await until('/', `/tenders/${RUNNING}/re-run`);
    expect(home).toContain('Het logboek van dit dossier is gewijzigd of beschadigd.');
    const page = await until('/register', 'Niet in orde: ');
    expect(page).toContain('een onderdeel is gewijzigd');
    expect((await auditor.get(`/tenders/${RUNNING}`)).status).not.toBe(200);
  }, 240_000);
});
