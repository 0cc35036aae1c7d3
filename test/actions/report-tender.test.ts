import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/actions/accounts.ts';
import { exportDossier } from '../../src/actions/export-dossier.ts';
import { reportTender } from '../../src/actions/report-tender.ts';
import { createTenders, tenderKind } from '../../src/actions/tenders.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { readEvaluationInput, writeOutcome } from '../../src/exchange/evaluation-file.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { openStorage } from '../../src/storage/database.ts';
import { caseOf } from '../support/case.ts';
import { FINISHED, seedInto } from '../support/demo.ts';
import { publishedRules, registerAnew, sealAnew, wholeLog } from '../support/dossiers.ts';
import { CLEANING, TIED } from '../support/rich-tenders.ts';
import { walkTender } from '../support/walk.ts';

const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
const file = join(folder, 'gunwijzer.sqlite');
const services = () => {
  const storage = openStorage(file);
  const clock = (): Date => new Date('2026-12-01T09:00:00Z');
  return {
    storage,
    accounts: createAccounts(storage, clock),
    tenders: createTenders(storage, clock),
    ruleSets: publishedRules(),
  };
};
beforeAll(async () => {
  const storage = openStorage(file);
  await seedInto(storage);
  storage.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a report', () => {
  it('tells nobody what an assessor gave where the mean or the median counts, and is evaluated again all the same', () => {
    for (const tender of [CLEANING, TIED]) {
      const own = services();
      const dossier = walkTender(own.tenders, caseOf(tender), 'Proef (fictief)');
      const files = reportTender(messagesIn('nl'), own, dossier).attachments.map(({ name, bytes }) => ({
        name,
        text: Buffer.from(bytes).toString('utf8'),
      }));
      const text = (of: string): string => files.find(({ name }) => name === of)!.text;
      expect(text('input.json')).not.toMatch(/assessor-\d|assessments/);
      expect(writeOutcome(evaluate(readEvaluationInput(text('input.json'))))).toBe(text('outcome.json'));
      own.storage.close();
    }
  });

  it('is made of a dossier that is in order', () => {
    const own = services();
    expect(reportTender(messagesIn('nl'), own, FINISHED).attachments).toHaveLength(3);
    own.storage.close();
  });

  it('is not made of an award that does not follow from its inputs, though every hash and the register were made anew', () => {
    const before = services();
    const events = wholeLog(before.storage, FINISHED, tenderKind).map((event) => {
      if (event.type !== 'award-computed') return event;
      const payload = structuredClone(event.payload) as { outcome: { award: { lots: { winner: string }[] } } };
      const [first, second] = payload.outcome.award.lots;
      [first!.winner, second!.winner] = [second!.winner, first!.winner];
      return { ...event, payload };
    });
    before.storage.close();
    const database = new Database(file);
    database.exec('DROP TRIGGER events_are_never_changed');
    const write = database.prepare('UPDATE events SET hash = ?, body = ?, parts = ? WHERE dossier = ? AND seq = ?');
    for (const [place, { hash, body, parts }] of sealAnew(events, 2).logged.entries()) {
      write.run(hash, body, parts, FINISHED, place + 1);
    }
    registerAnew(database);
    database.close();
    const own = services();
    expect(() => reportTender(messagesIn('nl'), own, FINISHED)).toThrow('outcome-differs');
    for (const of of ['committee', 'public'] as const) {
      expect(() => exportDossier(own, FINISHED, { of })).toThrow('outcome-differs');
    }
    // Who audits it can still have it whole.
    expect(exportDossier(own, FINISHED)).toContain('award-computed');
    own.storage.close();
  });
});
