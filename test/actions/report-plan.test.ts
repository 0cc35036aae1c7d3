import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/actions/accounts.ts';
import { KINDS } from '../../src/actions/kinds.ts';
import { reportPlan } from '../../src/actions/report-plan.ts';
import { readDossierFile } from '../../src/exchange/dossier-file.ts';
import { LANGUAGES } from '../../src/messages/language.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { renderPdf } from '../../src/reports/pdf/render.ts';
import { readAloud, readPdf } from '../reports/pdf/read-pdf.ts';
import { publishedRules } from '../support/dossiers.ts';
import { adopting, planOf } from '../support/purchase-plan.ts';

describe('a purchase plan on paper', () => {
  const { storage, plans, dossier, say } = planOf('groningen-2017.v1');
  say(adopting);
  const ruleSets = publishedRules();
  const accounts = createAccounts(storage, () => new Date('2027-01-04T09:00:00Z'));
  const services = { storage, plans, accounts, ruleSets };

  it.each(LANGUAGES)(
    'says what begins when, and has the dossier with it, that proves what it says, in %s',
    async (language) => {
      const m = messagesIn(language);
      const report = reportPlan(m, services, dossier, '2027-03-10');
      const pdf = await readPdf(await renderPdf(report));
      const aloud = readAloud(pdf);
      for (const said of [m.planPages.calculatedOn, m.format.date('2027-03-10'), m.format.date('2027-03-09')]) {
        expect(aloud).toContain(said);
      }
      expect(pdf.attachments.map(({ name }) => name)).toEqual(['dossier.json']);
      const read = readDossierFile(pdf.attachments[0]!.bytes);
      expect([read.dossier, read.edition.of]).toEqual([dossier, 'committee']);
      expect(KINDS.plan.verify(read, ruleSets).withheld).toBe(0);
    },
  );

  it('is another on another day, and the same on the same day', () => {
    const hashOf = (today: string): string => reportPlan(messagesIn('nl'), services, dossier, today).contentHash;
    expect(hashOf('2027-03-10')).toBe(hashOf('2027-03-10'));
    expect(hashOf('2027-03-11')).not.toBe(hashOf('2027-03-10'));
  });
});
