import { reportTender } from '../src/actions/report-tender.ts';
import { readConfig } from '../src/config.ts';
import { messagesIn } from '../src/messages/messages.ts';
import { renderPdf } from '../src/reports/pdf/render.ts';
import type { Report } from '../src/reports/report.ts';
import { startServer } from '../src/server.ts';
import { type BenchLine, measureAsync } from './harness.ts';

const FINISHED = 'tender-gon-2027-2';
const TARGET_MS = 100;

/** Drawing the report of the finished demo once everything is warm, and what that comes to for 20 pages. */
export async function benchReport(): Promise<BenchLine[]> {
  const report = await finishedReport();
  const pages = pageCount(await renderPdf(report));
  const { median } = await measureAsync(20, () => renderPdf(report), 10);
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
  ];
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
