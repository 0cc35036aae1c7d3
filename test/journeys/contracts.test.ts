import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { nl } from '../../src/messages/nl.ts';
import { launchBrowser, openVisitor, type Visitor } from '../support/browser.ts';
import { type FilledRow, filledSheet } from '../support/filled-sheet.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** From an award to the next plan: three years of a contract, in the words of the pages. The clock is set on; everything else is real. */

const AWARD = '/tenders/tender-gon-2027-2';
const t = nl.contractForms;
const h = t.sheet.heads;
/** Users in West: basic support grows too slowly. */
const WEST: Readonly<Record<string, readonly [basic: number, all: number]>> = {
  '2027-Q4': [80, 500],
  '2028-Q4': [150, 500],
  '2029-Q4': [190, 500],
};

describe('contracts are followed from the award to the next plan', () => {
  let server: TestServer;
  let browser: Browser;
  let dossier = '';

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-09-28T09:00:00.000Z') });
    [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    vi.useRealTimers();
  });

  const at = (moment: string): void => {
    vi.setSystemTime(new Date(moment));
  };
  const as = (account: string, width = 1280): Promise<Visitor> => openVisitor(browser, server.url, { account, width });
  const fill = async ({ page }: Visitor, label: string, value: string): Promise<void> => {
    await page.getByLabel(label, { exact: true }).fill(value);
  };
  const choose = async ({ page }: Visitor, label: string, option: string | { index: number }): Promise<void> => {
    await page.getByLabel(label, { exact: true }).selectOption(typeof option === 'string' ? { label: option } : option);
  };
  /** Offers the sheet that is downloaded with these figures filled in, and agrees to what it says. */
  async function offerSheet(visitor: Visitor, cells: (row: FilledRow) => FilledRow): Promise<void> {
    const sheet = `${dossier}/figures-sheet`;
    const known = await visitor.context.request.get(`${server.url}${sheet}.xlsx`);
    const content = await filledSheet(await known.body(), t.sheet.sheet, (_, rows) =>
      rows.map((row) => ({ ...row, ...cells(row) })),
    );
    await visitor.visit(sheet);
    await visitor.page.locator('input[type=file]').setInputFiles({
      name: 'cijfers.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: content,
    });
    await visitor.press(t.sheet.submit);
    await visitor.press(t.sheet.confirmYes);
  }
  /** Whole years: in every area but West more than the norm asks. */
  const figures = (row: FilledRow): FilledRow => {
    const quarter = row[h.quarter]!;
    const years = Number(quarter.slice(0, 4)) - 2027;
    const [basic, all] = row[h.area] === 'West' ? (WEST[quarter] ?? [40 + 50 * years, 500]) : [200 + 80 * years, 500];
    return {
      [h.basicVolunteers]: '30',
      [h.basicProfessionals]: String(basic - 30),
      [h.additional]: String(all - basic),
      [h.communityInitiatives]: '30',
      [h.complaints]: '1',
      [h.spent]: '900000',
    };
  };
  const isEmpty = (row: FilledRow): boolean => row[h.additional] === undefined;

  it('a dossier opens from the award with all that is known, and the budget is set', async () => {
    const officer = await as('inkoper');
    await officer.visit(`${AWARD}/contracts/new`);
    await choose(officer, nl.watching.opening.manager, 'Cees Contractmanager');
    await officer.confirm('Verder');
    dossier = new URL(officer.page.url()).pathname;
    expect(dossier).toMatch(/^\/contracts\/contract-/);
    expect(await officer.text()).toContain('Combinatie Wulp en Tureluur');
    await officer.visit(`${dossier}/budget/set`);
    await fill(officer, t.budget.firstYear, '2027');
    await officer.leave();
  });

  it('two years come in by spreadsheet, on a phone: West is at risk', async () => {
    at('2029-02-01T09:00:00.000Z');
    const manager = await as('contractmanager', 390);
    await offerSheet(manager, (row) => (isEmpty(row) ? figures(row) : {}));
    await manager.visit(`${dossier}/growth-path`);
    expect(await manager.text()).toContain(nl.following.growth.statuses['at-risk']);
    await manager.leave();
  });

  it('the third year comes in with one figure corrected: West has missed its norm', async () => {
    at('2030-02-01T09:00:00.000Z');
    const manager = await as('contractmanager');
    await offerSheet(manager, (row) =>
      row[h.area] === 'West' && row[h.quarter] === '2028-Q1'
        ? { [h.complaints]: '4', [h.reason]: 'Drie klachten kwamen later binnen.' }
        : isEmpty(row)
          ? figures(row)
          : {},
    );
    await manager.visit(`${dossier}/areas/west`);
    expect(await manager.text()).toContain('Drie klachten kwamen later binnen.');
    await manager.visit(`${dossier}/growth-path`);
    await manager.arrive(() => manager.page.getByRole('button', { name: 'English' }).click());
    const west = (await manager.text()).split('West').slice(1).join('West');
    expect(west).toContain(en.following.growth.statuses.missed);
    // 50 % of 500 users is 250, and there are 190.
    expect(west).toContain('60');
    await manager.arrive(() => manager.page.getByRole('button', { name: 'Nederlands' }).click());
    await manager.leave();
  });

  it('the year is evaluated, and the council gets a letter', async () => {
    const manager = await as('contractmanager');
    await manager.visit(`${dossier}/evaluations/new?area=west&year=2029`);
    for (const field of await manager.page.locator('textarea[name^="finding."]').all()) {
      await field.fill('De groei blijft achter bij wat is toegezegd.');
    }
    await fill(manager, t.evaluation.conclusion, 'West haalt de norm van 2029 niet.');
    await manager.press(t.check);
    await manager.press(t.evaluation.confirm.yes);
    expect(await manager.text()).toContain('West haalt de norm van 2029 niet.');
    const letter = await manager.context.request.get(`${manager.page.url().split('?')[0]}/letter.pdf`);
    expect(letter.status()).toBe(200);
    expect((await letter.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await manager.leave();
  });

  it('the extension is decided when the growth path was considered, and the next plan follows from the evaluation', async () => {
    const officer = await as('inkoper');
    const a = nl.contractActs;
    const act = async (name: keyof typeof a.names, filled: () => Promise<void>): Promise<void> => {
      await officer.visit(`${dossier}/acts/${name}`);
      await filled();
    };
    await act('agree-deciding', async () => {
      await fill(officer, a.fields.monthsBefore.label, '6');
      await fill(officer, a.fields.decider.label, 'het college');
      await officer.press(a.names['agree-deciding'].button);
    });
    await act('consider-growth-path', async () => {
      await choose(officer, a.fields.extension.label, { index: 1 });
      await fill(officer, a.fields.reason.label, 'De norm van 70% blijft haalbaar.');
      await officer.press(a.names['consider-growth-path'].button);
    });
    await act('decide-extension', async () => {
      await choose(officer, a.fields.extension.label, { index: 1 });
      await officer.page.getByLabel(a.answers.extended.yes, { exact: true }).check();
      await fill(officer, a.fields.decidedOn.label, '15-1-2030');
      await fill(officer, a.fields.decidedBy.label, 'het college');
      await fill(officer, a.fields.reason.label, 'De samenwerking loopt goed.');
      await officer.confirm(a.names['decide-extension'].button);
    });
    await officer.visit(`${dossier}/areas/west`);
    await officer.follow(nl.watching.area.nextPlan('2029'));
    await fill(officer, nl.planPages.begin.name, 'Inkoopplan 2031');
    await officer.press(nl.planPages.begin.submit);
    expect(new URL(officer.page.url()).pathname).toMatch(/^\/plans\/plan-/);
    await officer.visit('/council/2029');
    expect(await officer.text()).toContain('West');
    await officer.leave();
  });
});
