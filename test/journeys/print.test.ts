import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nl } from '../../src/messages/nl.ts';
import { type ReadPdf, readPdf } from '../reports/pdf/read-pdf.ts';
import { launchBrowser, openVisitor, type Visitor } from '../support/browser.ts';
import { FINISHED } from '../support/demo.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What a browser prints of a page. */
async function printed(visitor: Visitor, path: string): Promise<ReadPdf> {
  await visitor.visit(path);
  return await readPdf(new Uint8Array(await visitor.page.pdf({ format: 'A4', preferCSSPageSize: true })));
}
/** Without spaces: the browser places letter by letter. */
const textOf = ({ pages }: ReadPdf, page: number): string => close(pages[page]!.runs.map(({ text }) => text).join(''));
const wholeText = (pdf: ReadPdf): string => pdf.pages.map((_, page) => textOf(pdf, page)).join('');
const close = (text: string): string => text.replace(/\s+/g, '');

describe.each([
  ['with a script', true],
  ['without', false],
])('an award on paper, %s', (_, javaScript) => {
  let visitor: Visitor;
  let pdf: ReadPdf;
  /** The day before it was printed, and after: midnight may lie between them. */
  const days: string[] = [];
  const today = (): string => nl.format.date(new Date().toISOString());
  beforeAll(async () => {
    days.push(today());
    visitor = await openVisitor(browser, server.url, { account: 'inkoper', javaScript });
    pdf = await printed(visitor, `/tenders/${FINISHED}/award`);
    days.push(today());
  });
  afterAll(() => visitor.leave());

  it('has the tender, the day and its number on every sheet', () => {
    expect(pdf.pages.length).toBeGreaterThan(2);
    for (const page of pdf.pages.keys()) {
      const text = textOf(pdf, page);
      expect(text).toContain(close(`GON 2027, afgerond (fictieve demo) · ${nl.award.title}`));
      expect(days.some((day) => text.includes(close(day)))).toBe(true);
      expect(text).toContain(`${page + 1}/${pdf.pages.length}`);
    }
  });

  it('leaves no head of a table at the foot of a sheet, nor the line under a table at the top of the next', () => {
    // The browser counts from the top.
    const rowsOf = (page: number): string[] => {
      const rows = new Map<number, string>();
      for (const { text, y } of pdf.pages[page]!.runs) rows.set(Math.round(y), (rows.get(Math.round(y)) ?? '') + text);
      const inOrder = [...rows].sort(([a], [b]) => a - b).map(([, text]) => close(text));
      return inOrder.slice(1).filter((row) => row !== `${page + 1}/${pdf.pages.length}`);
    };
    const heads = /^GunningscriteriumBerekeningPunten$|^Berekeningvoor/;
    const under = /^Vóórafronding:/;
    const sheets = [...pdf.pages.keys()].map(rowsOf);
    expect(sheets.flat().filter((row) => heads.test(row)).length).toBeGreaterThan(10);
    expect(sheets.flat().filter((row) => under.test(row)).length).toBeGreaterThan(10);
    for (const rows of sheets) {
      expect(rows.at(-1)).not.toMatch(heads);
      expect(rows[0]).not.toMatch(under);
    }
  });

  it('has what is folded on the page, and neither buttons, nor ways elsewhere, nor addresses', () => {
    const text = wholeText(pdf);
    expect(text).toContain(close('10 ÷ 10 × 12 = 12,00'));
    for (const left of [nl.home.tasks.reportAction, nl.app.home, nl.app.signOut, nl.app.footer, 'http', '/tenders/']) {
      expect(text).not.toContain(close(left));
    }
  });
});
