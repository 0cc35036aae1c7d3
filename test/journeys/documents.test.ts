import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { nl } from '../../src/messages/nl.ts';
import { renderPdf } from '../../src/reports/pdf/render.ts';
import type { RunningServer } from '../../src/server.ts';
import { chapter, paragraph, report } from '../reports/pdf/sample-report.ts';
import { launchBrowser, openVisitor, type Visitor } from '../support/browser.ts';
import { RUNNING } from '../support/demo.ts';
import { FILES } from '../support/files.ts';
import { declaring } from '../support/formalities.ts';
import { startTestServer } from '../support/http.ts';

/** An officer adds what a bidder handed in; an assessor reads it beside the scores; who has an interest does not. */

const BIDS = `/tenders/${RUNNING}/bids`;
const OF_ONE = `${BIDS}/appelvink/documents`;
const PLAN = 'Plan van aanpak: transitie en continuïteit (definitief).pdf';
const ANNEX = 'Bijlage 1 – personeel.docx';

let server: RunningServer;
let browser: Browser;
let pdf: Buffer;
beforeAll(async () => {
  server = await startTestServer();
  browser = await launchBrowser();
  pdf = Buffer.from(await renderPdf(report([chapter('Plan van aanpak'), paragraph('Wij gaan aan de slag.')])));
  const { tenders } = server.services;
  const bids = [...tenders.get(RUNNING).bids.keys()];
  tenders.execute(RUNNING, 'beoordelaar-3', declaring(bids, 'appelvink'));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel(nl.documents.add.file).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
const inBothWidths = async (visitor: Visitor): Promise<void> => {
  for (const width of [390, 1280]) {
    await visitor.page.setViewportSize({ width, height: 900 });
    await visitor.lookOver();
  }
};
const linkOf = ({ page }: Visitor, name: string) => page.getByRole('main').getByRole('link', { name });

describe('the documents of a bid', () => {
  it('are added by the officer, with what is wrong in words beside the field', async () => {
    const officer = await openVisitor(browser, server.url, { account: 'inkoper' });
    await officer.visit(BIDS);
    await inBothWidths(officer);
    await officer.follow(nl.documents.manage('Stichting Appelvink'));
    expect(await officer.text()).toContain(nl.documents.none);
    await officer.press(nl.documents.add.submit, 422);
    await inBothWidths(officer);
    expect(await officer.page.title()).toMatch(/^Fout: /);
    await choose(officer.page, 'plan.pdf', FILES.docx);
    await officer.press(nl.documents.add.submit, 422);
    for (const [name, content] of [
      [PLAN, pdf],
      [ANNEX, FILES.docx],
    ] as const) {
      await choose(officer.page, name, content);
      await officer.press(nl.documents.add.submit);
      expect(await officer.text()).toContain(nl.documents.add.done);
    }
    expect(await officer.text()).toContain(PLAN);
    await inBothWidths(officer);
    await officer.leave();
  }, 60_000);

  it('are opened by an assessor: a PDF in a tab of its own, all else as a download', async () => {
    const assessor = await openVisitor(browser, server.url, { account: 'beoordelaar-1' });
    await assessor.visit(BIDS);
    await inBothWidths(assessor);
    const answered = assessor.context.waitForEvent('response', (one) => one.url().endsWith(`${OF_ONE}/document-1`));
    const [tab, answer] = await Promise.all([
      assessor.page.waitForEvent('popup'),
      answered,
      linkOf(assessor, `${PLAN} (${nl.documents.opensInTab})`).click(),
    ]);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(answer.headers()['content-disposition']).toMatch(/^inline; /);
    await tab.close();
    const [download] = await Promise.all([
      assessor.page.waitForEvent('download'),
      linkOf(assessor, `${ANNEX} (${nl.documents.isDownloaded})`).click(),
    ]);
    expect(download.suggestedFilename()).toBe(ANNEX);
    expect(assessor.page.url()).toBe(server.url + BIDS);

    await assessor.page.getByRole('button', { name: 'English' }).click();
    await assessor.page.waitForLoadState('load');
    await inBothWidths(assessor);
    await linkOf(assessor, `${PLAN} (${en.documents.opensInTab})`).waitFor();
    await assessor.leave();
  }, 60_000);

  it('are not there for who has an interest in the bid', async () => {
    const biased = await openVisitor(browser, server.url, { account: 'beoordelaar-3' });
    await biased.visit(BIDS);
    expect(await biased.text()).not.toContain('Plan van aanpak');
    await biased.visit(`${OF_ONE}/document-1`, 403);
    expect(await biased.text()).toContain('belang');
    await biased.leave();
  }, 60_000);

  it('are added and removed without any script, in English as well', async () => {
    const officer = await openVisitor(browser, server.url, { account: 'inkoper', javaScript: false });
    await officer.visit(OF_ONE);
    await choose(officer.page, 'Verkeerd.txt', FILES.txt);
    await officer.press(nl.documents.add.submit);
    expect(await officer.text()).toContain('Verkeerd.txt');
    await officer.follow(nl.documents.add.remove);
    await officer.page
      .getByLabel(nl.acts.fields.document.label)
      .selectOption({ label: 'Stichting Appelvink: Verkeerd.txt' });
    await officer.page.getByLabel(nl.acts.fields.reason.label).fill('Hoort bij een ander.');
    await officer.press(nl.acts.names['remove-document'].button);
    expect(await officer.text()).toContain(nl.acts.names['remove-document'].done);
    await officer.visit(OF_ONE);
    expect(await officer.text()).toContain(nl.documents.removedTitle);
    await officer.page.getByRole('button', { name: 'English' }).click();
    await officer.visit(OF_ONE);
    expect(await officer.text()).toContain(en.documents.removedTitle);
    await officer.leave();
  }, 60_000);
});
