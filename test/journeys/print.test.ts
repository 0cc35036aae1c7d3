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
  beforeAll(async () => {
    visitor = await openVisitor(browser, server.url, { account: 'inkoper', javaScript });
    pdf = await printed(visitor, `/tenders/${FINISHED}/award`);
  });
  afterAll(() => visitor.leave());

  it('has the tender, the day and its number on every sheet', () => {
    const today = nl.format.date(new Date().toISOString());
    expect(pdf.pages.length).toBeGreaterThan(2);
    for (const page of pdf.pages.keys()) {
      const text = textOf(pdf, page);
      expect(text).toContain(close(`GON 2027, afgerond (fictieve demo) · ${nl.award.title}`));
      expect(text).toContain(close(today));
      expect(text).toContain(`${page + 1}/${pdf.pages.length}`);
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
