import { join } from 'node:path';
import ejs from 'ejs';
import { reportEvaluation } from '../src/actions/report-tender.ts';
import { projectRoot } from '../src/config.ts';
import { loadRuleSets } from '../src/criteria/rule-sets.ts';
import { evaluate } from '../src/domain/evaluation/evaluate.ts';
import { awardInWords } from '../src/explanation/award.ts';
import { limitBlocks, outcomeBlocks } from '../src/explanation/award-blocks.ts';
import { lotWithCalculations } from '../src/explanation/lot-blocks.ts';
import { forRules, messagesIn } from '../src/messages/messages.ts';
import { renderPdf } from '../src/reports/pdf/render.ts';
import { blocksModel, pageNames } from '../src/web/pages/blocks.ts';
import { criteriaFolder } from './demo.ts';
import { LARGEST_REPORT, largeEvaluation } from './large-evaluation.ts';
import type { AwardPage, LargeReport } from './large-report.ts';

/** One measurement in a process of its own, so that its peak is of nothing else: `report`, or `page` for the page of the award. */
const input = largeEvaluation(LARGEST_REPORT);
const ruleSets = loadRuleSets(criteriaFolder);
const started = performance.now();
const outcome = evaluate(input);
const evaluated = performance.now();
const before = process.cpuUsage();
const answer = process.argv[2] === 'page' ? await awardPage() : await report();
console.log(JSON.stringify(answer));

async function report(): Promise<LargeReport> {
  const built = reportEvaluation(messagesIn('nl'), input, outcome, ruleSets);
  const words = performance.now();
  const pdf = await renderPdf(built);
  const drawn = performance.now();
  return {
    evaluate: evaluated - started,
    words: words - evaluated,
    draw: drawn - words,
    processor: processor(),
    peak: peak(),
    pages: Number(/\/Type \/Pages\n\/Count (\d+)/.exec(Buffer.from(pdf).toString('latin1'))?.[1]),
    bytes: pdf.length,
  };
}

/** Everything between the layout's head and foot, as the award's view draws it. */
async function awardPage(): Promise<AwardPage> {
  const m = forRules(messagesIn('nl'), input.rules);
  const award = awardInWords(m, input, outcome);
  const lots = [...award.lots, ...award.combinations].flatMap((lot) => lotWithCalculations(m, lot));
  const sections = blocksModel(m, [...outcomeBlocks(m, award), ...lots, ...limitBlocks(m, award)], pageNames());
  const words = performance.now();
  const views = join(projectRoot(), 'views');
  const html: string = await ejs.renderFile(
    join(views, 'partials', 'blocks.ejs'),
    { sections },
    { cache: true, views: [views] },
  );
  return {
    words: words - evaluated,
    draw: performance.now() - words,
    processor: processor(),
    peak: peak(),
    bytes: Buffer.byteLength(html),
  };
}

function processor(): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function peak(): number {
  return process.resourceUsage().maxRSS / 1000;
}
