import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import ejs from 'ejs';
import { chromium as playwright } from 'playwright-core';
import { reportTender } from '../src/actions/report-tender.ts';
import { projectRoot, readConfig } from '../src/config.ts';
import { unfolded } from '../src/explanation/blocks.ts';
import { messagesIn } from '../src/messages/messages.ts';
import { renderPdf } from '../src/reports/pdf/render.ts';
import type { Report } from '../src/reports/report.ts';
import { startServer } from '../src/server.ts';
import { blocksModel } from '../src/web/pages/blocks.ts';
import { type BenchLine, measureAsync } from './harness.ts';

const FINISHED = 'tender-gon-2027-2';
const TARGET_MS = 100;
const TARGET_TIMES = 3;

/** Drawing the report of the finished demo once everything is warm, and what that comes to for 20 pages. */
export async function benchReport(): Promise<BenchLine[]> {
  const report = await finishedReport();
  const pages = pageCount(await renderPdf(report));
  const { median } = await measureAsync(20, () => renderPdf(report), 10);
  const printed = await printedByChromium(report);
  const per20 = (median / pages) * 20;
  return [
    { what: `draw the report of the demo as PDF, ${pages} pages, warm`, median, unit: 'ms' },
    {
      what: 'the same per 20 pages',
      median: per20,
      unit: 'ms',
      target: `under ${TARGET_MS} ms`,
      met: per20 < TARGET_MS,
    },
    {
      what: 'load and print the same blocks to a tagged PDF with Chromium, warm',
      median: printed,
      unit: 'ms',
      target: `at least ${TARGET_TIMES} x as long`,
      ratio: printed / median,
      peer: 'our own drawing',
      met: printed >= TARGET_TIMES * median,
    },
  ];
}

/**
 * The same blocks as the pages of the product draw them, with their stylesheet, loaded and printed by the browser of the tests, which runs already.
 * Neither contents nor running heads nor attachments nor PDF/A are asked of it: all of that is in its favour.
 */
async function printedByChromium(report: Report): Promise<number> {
  const views = join(projectRoot(), 'views');
  const sections = blocksModel(messagesIn('nl'), [...(report.opening ?? []), ...unfolded(report.blocks)]);
  const body: string = await ejs.renderFile(join(views, 'partials', 'blocks.ejs'), { sections }, { views: [views] });
  const browser = await playwright.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu'],
    headless: true,
  });
  const style = ['tokens.css', 'gunwijzer.css']
    .map((name) => readFileSync(join(views, 'assets', name), 'utf8'))
    .join('');
  const html = `<!doctype html><html lang="nl"><title>${report.title}</title><style>${style}</style><body>${body}</body></html>`;
  const page = await browser.newPage();
  const { median } = await measureAsync(
    5,
    async () => {
      await page.setContent(html);
      await page.pdf({ format: 'A4', tagged: true, outline: true });
    },
    2,
  );
  await browser.close();
  return median;
}

/** The finished tender of the demo, made the way the server makes it. */
async function finishedReport(): Promise<Report> {
  const server = await startServer(readConfig({ PORT: '0', GUNWIJZER_DATABASE: ':memory:' }));
  const report = reportTender(messagesIn('nl'), server.services, FINISHED);
  await server.close();
  return report;
}

/** The page objects of a PDF whose objects are not compressed. */
function pageCount(pdf: Uint8Array): number {
  const pages =
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
  if (pages === 0) throw new Error('no page was found in the report');
  return pages;
}
