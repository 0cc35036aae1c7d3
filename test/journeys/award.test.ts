import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsensus } from '../../src/domain/tender/state/open-work.ts';
import { currentRound, scoresIn } from '../../src/domain/tender/state/rounds.ts';
import { readDossierFile } from '../../src/exchange/dossier-file.ts';
import { forRules } from '../../src/messages/messages.ts';
import { nl as usual } from '../../src/messages/nl.ts';
import { nodes, readAloud, readPdf } from '../reports/pdf/read-pdf.ts';
import { hasFocus, launchBrowser, openVisitor, type Visitor, visibleText } from '../support/browser.ts';
import { RUNNING } from '../support/demo.ts';
import { auditTender } from '../support/dossiers.ts';
import { criteriaOn } from '../support/score-form.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { sample } from '../support/tender.ts';

/** In the words of the rules of the demo. */
const nl = forRules(usual, sample().rules);

const TENDER = `/tenders/${RUNNING}`;
const ASSESSMENTS = 17;
const LOTS = ['Centrum en Oude Wijken', 'West', 'Oost en Ten Boer', 'Zuid en Haren'];

describe('five people take a tender from assessing to an award that is proven', () => {
  let server: TestServer;
  let browser: Browser;
  let bram: Visitor;
  let bo: Visitor;
  let chair: Visitor;
  let member: Visitor;
  let auditor: Visitor;
  let winners: string[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
    const visitor = (account: string) => openVisitor(browser, server.url, { account });
    bram = await visitor('beoordelaar-1');
    bo = await visitor('beoordelaar-2');
    chair = await visitor('inkoper');
    member = await visitor('commissielid');
    auditor = await visitor('auditor');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const openAssessment = (assessor: Visitor, bidder: string) =>
    assessor.follow(nl.assessments.linkFor(nl.assessments.assess, bidder, 'Zuid en Haren'));

  it('the home page of an assessor says what is still to be done', async () => {
    expect(await bram.text()).toContain('Nog 2 beoordelingen in te dienen.');
    expect(await bo.text()).toContain('Nog 3 beoordelingen in te dienen.');
    await bram.follow(new RegExp(`^${nl.home.tasks.assessAction}`));
    expect(await bram.text()).toContain('U hebt 15 van 17 beoordelingen ingediend.');
  });

  it('nobody but the chair decides when scores are shown: an assessor is refused before that', async () => {
    await bram.visit(`${TENDER}/consensus`, 403);
    await bram.visit(`${TENDER}/consensus/grutto/zuid-haren`, 403);
    await chair.visit(`${TENDER}/consensus`, 403);
  });

  it('a draft keeps what is filled in so far, and is found again', async () => {
    await bram.visit(`${TENDER}/assessments`);
    await openAssessment(bram, 'Combinatie Grutto');
    const [first, second] = await criteriaOn(bram.page);
    await first!.fill('8', 'De warme overdracht is per gebruiker beschreven (hoofdstuk 2).');
    await second!.motivation.fill('Nog nalezen: afspraken met onderaannemers.');
    await bram.press(nl.assessment.saveDraft);
    expect(await bram.text()).toContain(nl.assessment.saved);

    await bram.visit('/');
    expect(await bram.text()).toContain('Nog 2 beoordelingen in te dienen.');
    await bram.visit(`${TENDER}/assessments`);
    await openAssessment(bram, 'Combinatie Grutto');
    const again = await criteriaOn(bram.page);
    expect(await again[0]!.chosen()).toBe('8');
    expect(await again[0]!.motivation.inputValue()).toBe(
      'De warme overdracht is per gebruiker beschreven (hoofdstuk 2).',
    );
    expect(await again[1]!.chosen()).toBeNull();
    expect(await again[1]!.motivation.inputValue()).toBe('Nog nalezen: afspraken met onderaannemers.');
  });

  it('submitting without a motivation is refused with a summary that leads to the field, and keeps what was typed', async () => {
    const criteria = await criteriaOn(bram.page);
    for (const criterion of criteria) await criterion.fill('6', `Voldoende uitgewerkt: ${criterion.name}.`);
    const forgotten = criteria[2]!;
    await forgotten.motivation.fill('   ');
    await bram.press(nl.assessment.submit, 422);

    expect(await bram.page.title()).toMatch(/^Fout: /);
    const summary = bram.page.getByRole('alert');
    expect(await visibleText(summary)).toContain(nl.app.errorSummary);
    expect(await hasFocus(summary)).toBe(true);
    expect(await summary.getByRole('link').allInnerTexts()).toEqual([nl.assessment.missingMotivation(forgotten.name)]);

    await summary.getByRole('link').click();
    expect(await hasFocus(forgotten.motivation)).toBe(true);
    expect(await forgotten.motivation.getAttribute('aria-invalid')).toBe('true');
    for (const criterion of criteria) expect(await criterion.chosen()).toBe('6');
    expect(await criteria[0]!.motivation.inputValue()).toBe(`Voldoende uitgewerkt: ${criteria[0]!.name}.`);

    await forgotten.motivation.fill('Het verloop onder het personeel is laag en met cijfers onderbouwd.');
    await bram.press(nl.assessment.submit);
    expect(await bram.text()).toContain(nl.assessment.submitted);
    expect(await bram.text()).toContain('U hebt 16 van 17 beoordelingen ingediend.');
  });

  it('assessors fill in what is open and submit it', async () => {
    await openAssessment(bram, 'Roerdomp Thuisondersteuning');
    for (const criterion of await criteriaOn(bram.page)) await criterion.fill('4', `Mager: ${criterion.name}.`);
    await bram.press(nl.assessment.submit);
    expect(await bram.text()).toContain(nl.assessments.allDone);

    await bo.follow(new RegExp(`^${nl.home.tasks.assessAction}`));
    await openAssessment(bo, 'Stichting Blauwborst');
    const draft = await criteriaOn(bo.page);
    expect(await draft[0]!.chosen(), 'the draft of the demo').not.toBeNull();
    for (const criterion of draft) {
      if ((await criterion.chosen()) === null) await criterion.fill('6', `Voldoende: ${criterion.name}.`);
    }
    await bo.press(nl.assessment.submit);
    for (const [bidder, score] of [
      ['Combinatie Grutto', '8'],
      ['Roerdomp Thuisondersteuning', '6'],
    ] as const) {
      await openAssessment(bo, bidder);
      for (const criterion of await criteriaOn(bo.page)) await criterion.fill(score, `Gezien: ${criterion.name}.`);
      if (bidder !== 'Roerdomp Thuisondersteuning') await bo.press(nl.assessment.submit);
    }
  });

  it('the chair sees how far everybody is, not the scores, and cannot go on before all is in', async () => {
    await chair.visit(TENDER);
    const progress = chair.page.getByRole('table', { name: nl.tender.progressCaption });
    expect(await visibleText(progress.getByRole('row', { name: 'Bram Beoordelaar' }))).toContain('17 van 17 ingediend');
    expect(await visibleText(progress.getByRole('row', { name: 'Bo Beoordelaar' }))).toContain('16 van 17 ingediend');
    expect(await chair.text()).toContain('Er moet nog 1 beoordeling worden ingediend.');
    expect(await chair.page.getByRole('button', { name: nl.tender.openConsensus }).count()).toBe(0);
  });

  it('the chair opens the consensus round when the last assessment is in', async () => {
    await bo.press(nl.assessment.submit);
    await chair.visit('/');
    expect(await chair.text()).toContain(nl.home.tasks.openConsensus);
    await chair.visit(TENDER);
    await chair.confirm(nl.tender.openConsensus);
    expect(await chair.text()).toContain(nl.tender.notice.consensusOpened);

    await bram.visit(`${TENDER}/consensus`);
    await bram.visit(`${TENDER}/assessments/grutto/zuid-haren`);
    expect(await bram.text()).toContain(nl.assessment.readOnly);
    expect(await bram.page.getByRole('radio').count()).toBe(0);
  });

  it('the chair sees the scores side by side and records the middle one of the three with a motivation', async () => {
    await chair.follow(nl.tender.pages.consensus);
    const links = await chair.page.getByRole('main').locator('td a, th a').all();
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
    const places = [...new Set(hrefs.map((href) => href!.split('#')[0]!))];
    expect(places).toHaveLength(ASSESSMENTS);

    const state = () => server.services.tenders.get(RUNNING);
    const openBefore = openConsensus(state()).length;
    await chair.press(nl.consensus.takeAllEqual);
    expect(await chair.text()).toContain(nl.consensus.equalSaved);
    const left = openConsensus(state()).length;
    expect(left).toBeLessThan(openBefore);

    for (const place of places.slice(0, 3)) {
      await chair.visit(place);
      const before = openConsensus(state()).length;
      for (const criterion of await criteriaOn(chair.page)) {
        const list = chair.page.getByRole('list', { name: nl.consensus.individual(criterion.name) });
        expect(await list.locator('strong').allInnerTexts()).toEqual([
          'Bram Beoordelaar',
          'Bo Beoordelaar',
          'Bente Beoordelaar',
        ]);
        if ((await criterion.chosen()) !== null) continue;
        const cells = await list.locator('.gw-motivation__score').allInnerTexts();
        const [, middle] = cells.map((cell) => Number.parseInt(cell, 10)).sort((a, b) => a - b);
        await criterion.fill(String(middle), `De commissie volgt de middelste score: ${criterion.name}.`);
      }
      await chair.press(nl.consensus.save);
      expect(openConsensus(state()).length).toBeLessThan(before);
    }
    // The rest goes the same way, without a window.
    for (const { bid, lot, criterion } of openConsensus(state())) {
      const given = scoresIn(state(), currentRound(state()), { bid, lot }, criterion);
      const [, { score }] = [...given].sort((x, y) => Number(x.score) - Number(y.score)) as [
        unknown,
        { score: string },
      ];
      const scores = [{ criterion, score, motivation: 'De commissie volgt de middelste score.', version: 0 }];
      server.services.tenders.execute(RUNNING, 'inkoper', { type: 'record-consensus', bid, lot, scores });
    }
    await chair.visit(`${TENDER}/consensus`);
    expect(await chair.text()).toContain(nl.consensus.progress(ASSESSMENTS * 7, ASSESSMENTS * 7));
  }, 90_000);

  it('the chair closes the quality round and computes the award', async () => {
    await chair.visit(TENDER);
    await chair.confirm(nl.tender.closeQuality);
    expect(await chair.text()).toContain(nl.tender.notice.qualityClosed);
    await chair.confirm(nl.tender.computeAward);
    expect(await chair.text()).toContain(nl.tender.notice.awarded);
    expect(new URL(chair.page.url()).pathname).toBe(`${TENDER}/award`);
  });

  it('every area has a lead provider within the limits, and the page says why', async () => {
    const outcome = chair.page.getByRole('table', { name: nl.award.caption, exact: true });
    expect(await outcome.getByRole('rowheader').allInnerTexts()).toEqual(LOTS);
    winners = (await outcome.locator('tbody td:nth-child(2)').allInnerTexts()).map((text) => text.split('\n')[0]!);
    const bidders = [...server.services.tenders.get(RUNNING).bids.values()].map((bid) => bid.bidder.name);
    expect(bidders).toEqual(expect.arrayContaining(winners));
    expect(new Set(winners).size).toBeGreaterThanOrEqual(2);
    for (const winner of winners) expect(winners.filter((one) => one === winner).length).toBeLessThanOrEqual(2);

    for (const [index, lot] of LOTS.entries()) {
      const area = chair.page.getByRole('region', { name: nl.award.ranking(lot), exact: true });
      expect(await visibleText(area)).toContain(`${nl.award.winner}: ${winners[index]}`);
      expect(await area.getByRole('heading', { name: nl.award.why }).count()).toBe(1);
      expect(await area.getByRole('list').getByRole('listitem').count()).toBeGreaterThan(0);
      await area.getByText(nl.glance.calculations(lot), { exact: true }).click();
      expect(await visibleText(area)).toContain(nl.award.calculation(winners[index]!));
      expect(await visibleText(area)).toContain(' ÷ 10 × ');
    }
    await chair.lookOver();
    expect(await chair.text()).toContain(nl.award.limits);
    expect(await chair.text()).toContain(nl.award.unique);
  });

  it('a committee member downloads the report, and the log stays closed to him or her', async () => {
    await member.visit('/');
    const card = member.page.getByRole('listitem').filter({ has: member.page.getByText('beoordeling loopt') });
    const [download] = await Promise.all([
      member.page.waitForEvent('download', { timeout: 50_000 }),
      card.getByRole('link', { name: nl.home.tasks.reportAction }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${RUNNING}.pdf`);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');

    const pdf = await readPdf(new Uint8Array(bytes));
    expect(pdf.pages.length).toBeGreaterThan(5);
    expect(nodes(pdf, 'H1').length).toBeGreaterThan(3);
    const report = readAloud(pdf);
    for (const winner of winners) expect(report).toContain(winner);
    expect(report).toContain('De commissie volgt de middelste score');

    await member.visit(`${TENDER}/log`, 403);
    await member.visit(`${TENDER}/re-run`, 403);
    await member.visit(`${TENDER}/dossier.json`, 403);
  });

  it('the auditor opens the log and sees the outcome confirmed', async () => {
    await auditor.visit(TENDER);
    await auditor.follow(nl.tender.pages.log);
    expect(await auditor.text()).toContain(nl.log.types['award-computed']);
    await auditor.visit(TENDER);
    await auditor.follow(nl.tender.pages.reRun);
    expect(await auditor.text()).toContain('Bevestigd: ');
    // What is equal is counted, and folded per part; what differs would stand in a table.
    const text = await auditor.text();
    expect(text).toMatch(/Alle \d+ cijfers zijn gelijk\./);
    expect(text).not.toContain(nl.reRun.compare.differences);
    expect(await auditor.page.locator('main details').count()).toBeGreaterThan(2);
  });

  it('the dossier that the auditor downloads verifies without the server', async () => {
    const [download] = await Promise.all([
      auditor.page.waitForEvent('download'),
      auditor.page.getByRole('link', { name: nl.tender.pages.export }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${RUNNING}.json`);
    const dossier = readDossierFile(await readFile(await download.path()));
    expect(await auditor.text()).toContain(dossier.head);
    const { state, reRun } = auditTender(dossier.dossier, dossier.events);
    expect(state.phase).toBe('awarded');
    expect(reRun?.identical).toBe(true);
  });
});
