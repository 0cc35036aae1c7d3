import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/actions/accounts.ts';
import { decisionKind } from '../../src/actions/decisions.ts';
import { stateAudit } from '../../src/actions/state-audit.ts';
import { tenderKind } from '../../src/actions/tenders.ts';
import { decisionFigures } from '../../src/explanation/figures/decision.ts';
import { tenderFigures } from '../../src/explanation/figures/tender.ts';
import { LANGUAGES } from '../../src/messages/language.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { renderPdf } from '../../src/reports/pdf/render.ts';
import { openStorage } from '../../src/storage/database.ts';
import { nodes, readPdf } from '../reports/pdf/read-pdf.ts';
import { FINISHED, seedInto } from '../support/demo.ts';
import { publishedRules, registerAnew, sealAnew, wholeLog } from '../support/dossiers.ts';

const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
const file = join(folder, 'gunwijzer.sqlite');
let decision = '';

/** The statement about a dossier as it is stored now. */
function stated(dossier = FINISHED, language: 'nl' | 'en' = 'nl') {
  const storage = openStorage(file);
  const m = messagesIn(language);
  const services = { storage, accounts: createAccounts(storage, () => new Date()), ruleSets: publishedRules() };
  try {
    return dossier === decision
      ? stateAudit(m, services, decisionKind, dossier, (state, outcome) => decisionFigures(m, state, outcome), null)
      : stateAudit(m, services, tenderKind, dossier, (state, outcome) => tenderFigures(m, state, outcome), []);
  } finally {
    storage.close();
  }
}

const textOf = async (report: ReturnType<typeof stated>): Promise<string> =>
  (await readPdf(await renderPdf(report))).pages
    .flatMap(({ runs }) => runs.map(({ text }) => text))
    .join(' ')
    .replace(/\s+/g, ' ');

beforeAll(async () => {
  const storage = openStorage(file);
  await seedInto(storage);
  decision = storage.events.dossiers().find((one) => one.startsWith('decision-'))!;
  storage.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the statement of an auditor', () => {
  it.each(LANGUAGES)('says every check with its result, and has room to sign, in %s', async (language) => {
    const m = messagesIn(language);
    const t = m.statement;
    const pdf = await readPdf(await renderPdf(stated(FINISHED, language)));
    expect(nodes(pdf, 'H2').map(({ text }) => text)).toEqual([
      t.verdict,
      m.reRun.checks,
      t.differences,
      m.reRun.today.title,
      t.notChecked,
      t.sign,
      t.again,
    ]);
    const text = nodes(pdf, 'TR').map((row) => row.text);
    for (const name of Object.values(t.names))
      expect(text.some((row) => row.startsWith(`${name} ${t.good}`))).toBe(true);
  });

  it('is the same document each time, of the moment of the last event', async () => {
    const [one, other] = [stated(), stated()];
    expect(one.date).toEqual(new Date('2026-11-02T09:00:00Z'));
    expect(Buffer.from(await renderPdf(one)).equals(Buffer.from(await renderPdf(other)))).toBe(true);
  });

  it('is there for a choice too', async () => {
    const text = await textOf(stated(decision));
    expect(text).toContain('Keuze:');
    expect(text).toContain('Er zijn geen verschillen gevonden.');
  });

  it('names what differs, though every hash and the register were made anew', async () => {
    const storage = openStorage(file);
    const events = wholeLog(storage, FINISHED, tenderKind).map((event) => {
      if (event.type !== 'award-computed') return event;
      const payload = structuredClone(event.payload) as { outcome: { award: { total: string } } };
      payload.outcome.award.total = '340';
      return { ...event, payload };
    });
    storage.close();
    const database = new Database(file);
    database.exec('DROP TRIGGER events_are_never_changed');
    const write = database.prepare('UPDATE events SET hash = ?, body = ?, parts = ? WHERE dossier = ? AND seq = ?');
    for (const [place, { hash, body, parts }] of sealAnew(events, 2).logged.entries()) {
      write.run(hash, body, parts, FINISHED, place + 1);
    }
    registerAnew(database);
    database.close();
    const text = await textOf(stated());
    expect(text).toContain('wijkt af van de herberekening');
    expect(text).toMatch(/Som van de totalen .*340 339/);
    expect(text).toContain('Herberekening niet in orde');
  });

  it('of a log that is broken says that, and that nothing else was reached', async () => {
    const database = new Database(file);
    database.exec('DROP TRIGGER IF EXISTS events_are_never_changed');
    database
      .prepare("UPDATE events SET parts = replace(parts, '2026', '2025') WHERE dossier = ? AND seq = 2")
      .run(FINISHED);
    database.close();
    const report = stated();
    expect(report.date).toBeNull();
    const text = await textOf(report);
    expect(text).toContain('Keten en onderdelen niet in orde');
    expect(text).toContain('Herberekening niet gecontroleerd');
  });
});
