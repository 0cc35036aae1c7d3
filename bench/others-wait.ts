import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTender } from '../src/actions/open-tender.ts';
import { DEMO_PASSWORD } from '../src/actions/passwords.ts';
import { seedDemo } from '../src/actions/seed-demo.ts';
import { projectRoot, readConfig } from '../src/config.ts';
import { assessedPlaces, type EvaluationInput } from '../src/domain/scoring/input.ts';
import { readSample } from '../src/exchange/samples.ts';
import { openServices } from '../src/services.ts';
import type { BenchLine } from './harness.ts';
import { LARGEST_REPORT, largeEvaluation, type Size } from './large-evaluation.ts';
import { type StartedServer, startServer } from './started-server.ts';
import { agreementIn, visitor } from './visitor.ts';

const TARGET_MS = 100;
const CHAIR = 'inkoper';
const ASSESSORS = ['beoordelaar-1', 'beoordelaar-2'];
const REHEARSED: Size = { bids: 30, lots: 30, criteria: 5 };
const QUIET_MS = 5_000;
/** Between two pages that the other person opens. */
const BREATH_MS = 20;

/**
 * How long the pages of somebody else take while one person asks for everything that is heavy at once: the largest report, its award page
 * and guards, a rehearsal of 30 bids for 30 lots and an award that was not computed yet; and the auditor for a re-run of the largest
 * tender. Beside the same pages on a quiet server, in one run.
 */
export async function benchOthersWait(): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-bench-'));
  try {
    const database = join(folder, 'large.sqlite');
    const tenders = await fill(database);
    const server = await startServer(database);
    try {
      return await measured(server, tenders);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Tenders {
  readonly awarded: string;
  readonly open: string;
}

async function measured(server: StartedServer, { awarded, open }: Tenders): Promise<BenchLine[]> {
  const [officer, auditor, other] = [visitor(server.url), visitor(server.url), visitor(server.url)];
  await officer.signIn(CHAIR, DEMO_PASSWORD);
  await auditor.signIn('auditor', DEMO_PASSWORD);
  await other.signIn(ASSESSORS[0]!, DEMO_PASSWORD);
  const demo = '/tenders/tender-gon-2027-1';
  const pages = ['/', demo, `${demo}/rules`, `${demo}/bids`, `${demo}/assessments`, `/tenders/${awarded}`];
  const openPages = async (until: () => boolean): Promise<number[]> => {
    const times: number[] = [];
    for (let turn = 0; !until(); turn++) {
      const start = performance.now();
      const { status } = await other.get(pages[turn % pages.length]!);
      times.push(performance.now() - start);
      if (status !== 200) throw new Error(`${pages[turn % pages.length]}: ${status}`);
      await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
    }
    return times;
  };

  const began = performance.now();
  const quiet = await openPages(() => performance.now() - began > QUIET_MS);

  const rehearsed = JSON.stringify(largeEvaluation(REHEARSED));
  const compute = `/tenders/${open}/award/compute`;
  const agreement = agreementIn((await officer.get(compute)).text);
  const start = performance.now();
  const heavy = [
    officer.get(`/tenders/${awarded}/report.pdf`),
    officer.get(`/tenders/${awarded}/award`),
    officer.get(`/tenders/${awarded}/award/guards`),
    officer.upload('/rehearsal', 'file', rehearsed),
    officer.post(compute, agreement),
    auditor.get(`/tenders/${awarded}/re-run`),
  ];
  let done = false;
  const all = Promise.all(heavy).finally(() => {
    done = true;
  });
  const busy = await openPages(() => done);
  const statuses = (await all).map(({ status }) => status);
  const took = (performance.now() - start) / 1000;
  if (statuses.some((status) => ![200, 303].includes(status))) throw new Error(`heavy work: ${statuses.join(' ')}`);
  const limit = percentile(quiet, 0.99);
  const line = (what: string, share: number): BenchLine => {
    const median = percentile(busy, share);
    return {
      what,
      median,
      unit: 'ms',
      target: `under ${TARGET_MS} ms`,
      ratio: median / limit,
      peer: 'p99 when quiet',
      met: median < TARGET_MS,
    };
  };
  return [
    { what: `pages of another, ${quiet.length} while it is quiet: p99`, median: limit, unit: 'ms' },
    line(`the same, ${busy.length} during ${took.toFixed(0)} s of everything heavy at once: p99`, 0.99),
    line('their slowest', 1),
    { what: 'most memory of the server (RSS) with all that at once', median: server.memory('highest'), unit: 'MB' },
  ];
}

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)]!;

/** The demo, and the largest tender twice: awarded, and with only the award left to compute. */
async function fill(database: string): Promise<Tenders> {
  const services = openServices(readConfig({ GUNWIJZER_DATABASE: database }));
  await seedDemo(services, readSample(projectRoot(), 'gon-2027-demo'));
  const input = largeEvaluation(LARGEST_REPORT);
  const tenders = services.storage.transaction(() => ({
    awarded: run(services.tenders, input, true),
    open: run(services.tenders, input, false),
  }));
  services.storage.close();
  return tenders;
}

function run(tenders: ReturnType<typeof openServices>['tenders'], input: EvaluationInput, award: boolean): string {
  const published = { rules: input.rules, sha256: '0'.repeat(64) };
  const dossier = openTender(tenders, CHAIR, 'Grote aanbesteding (fictief)', published, { fictional: true });
  for (const assessor of ASSESSORS) tenders.execute(dossier, CHAIR, { type: 'appoint-assessor', assessor });
  for (const bid of input.bids) tenders.execute(dossier, CHAIR, { type: 'register-bid', bid });
  const interests = input.bids.map(({ id }) => ({ bid: id, conflict: false }));
  for (const person of [CHAIR, ...ASSESSORS]) {
    tenders.execute(dossier, person, { type: 'say', events: [{ type: 'interests-declared', payload: { interests } }] });
  }
  tenders.execute(dossier, CHAIR, { type: 'open-assessment' });
  const places = assessedPlaces(input.rules, input.bids);
  const scoresOf = new Map<string, EvaluationInput['consensus']>();
  for (const score of input.consensus) {
    const place = `${score.bid} ${score.lot}`;
    scoresOf.set(place, [...(scoresOf.get(place) ?? []), score]);
  }
  for (const { bid, lot } of places) {
    const scores = scoresOf
      .get(`${bid} ${lot}`)!
      .map(({ criterion, score, motivation = null }) => ({ criterion, score, motivation }));
    for (const assessor of ASSESSORS) {
      tenders.execute(dossier, assessor, { type: 'submit-assessment', bid, lot, version: 0, scores });
    }
  }
  tenders.execute(dossier, CHAIR, { type: 'open-consensus' });
  for (const { bid, lot } of places) {
    const scores = scoresOf
      .get(`${bid} ${lot}`)!
      .map(({ criterion, score, motivation = null }) => ({ criterion, score, motivation, version: 0 }));
    tenders.execute(dossier, CHAIR, { type: 'record-consensus', bid, lot, scores });
  }
  tenders.execute(dossier, CHAIR, { type: 'close-quality' });
  tenders.execute(dossier, CHAIR, {
    type: 'record-prices',
    prices: (input.prices ?? []).map((price) => ({ price, version: 0 })),
  });
  if (award) tenders.execute(dossier, CHAIR, { type: 'compute-award' });
  return dossier;
}
