import { type LetterOrder, sendDecision } from '../src/actions/letters.ts';
import { seedDemo } from '../src/actions/seed-demo.ts';
import { projectRoot, readConfig } from '../src/config.ts';
import { scoredCriteria } from '../src/domain/rules/criteria-tree.ts';
import type { TenderCommand } from '../src/domain/tender/decide.ts';
import type { NewTenderEvent } from '../src/domain/tender/state/events.ts';
import { readSample } from '../src/exchange/samples.ts';
import { openServices } from '../src/services.ts';
import type { BenchLine } from './harness.ts';

const TENDER = 'tender-letters-1';
const LETTERS = 100;
const TARGET_MS = 2000;
const [CHAIR, ASSESSOR, WITNESS] = ['inkoper', 'beoordelaar-1', 'commissielid'];

/**
 * A decision in one lot of the demo with a hundred bidders, sent twice in one process: each time a hundred letters are written, drawn, kept on the disk and
 * recorded with the decision, each with the edition of the dossier for its bidder. The second, once everything is warm, is measured in processor time.
 */
export async function benchLetters(): Promise<BenchLine[]> {
  const services = openServices(readConfig({ GUNWIJZER_DATABASE: ':memory:' }));
  await seedDemo(services, readSample(projectRoot(), 'gon-2027-demo'));
  await award(services.tenders);
  const order = (sentOn: string, until: string, again?: string): LetterOrder => ({
    lots: [services.tenders.get(TENDER).rules.lots[0]!.id],
    sentOn,
    until,
    language: 'nl',
    sender: 'Gemeente Voorbeeldstad',
    signatory: 'Hoofd inkoop',
    objection: 'Vraag het kort geding aan bij de rechtbank in uw stad.',
    sameWords: 'De plannen zijn hier gelijk.',
    again,
  });
  const send = (one: LetterOrder) => sendDecision(services, TENDER, CHAIR!, one, services.renderer.render);
  await send(order('2027-03-10', '2027-03-30'));
  const before = process.cpuUsage();
  const begun = performance.now();
  await send(order('2027-04-12', '2027-05-03', 'De motivering is aangevuld.'));
  const elapsed = performance.now() - begun;
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1000;
  const first = services.tenders.get(TENDER).issuedLetters.at(-1)!;
  services.storage.close();
  return [
    {
      what: `${LETTERS} letters with their editions, ${Math.round(first.document.size / 1024)} kB each, processor time`,
      median: cpu,
      unit: 'ms',
      target: `under ${TARGET_MS} ms`,
      met: cpu < TARGET_MS,
    },
    { what: 'the same by the clock, files on the disk', median: elapsed, unit: 'ms' },
  ];
}

/** A tender of one lot with a hundred bids, up to its award. */
async function award(tenders: ReturnType<typeof openServices>['tenders']): Promise<void> {
  const { rules: demo, bids } = readSample(projectRoot(), 'gon-2027-demo');
  const lot = demo.lots[0]!;
  const rules = {
    ...demo,
    lots: [lot],
    award: { ...demo.award, winners: { minimum: 1, maximum: 1 }, maximumLotsPerBidder: 1 },
  };
  const offer = bids[0]!.lots[0]!;
  const run = (actor: string, command: TenderCommand): void => void tenders.execute(TENDER, actor, command);
  const say = (actor: string, ...events: NewTenderEvent[]): void => run(actor, { type: 'say', events });
  const ids = Array.from({ length: LETTERS }, (_, place) => `bid-${place + 1}`);
  run(CHAIR!, {
    type: 'publish-rules',
    title: 'Honderd brieven',
    rules,
    rulesSha256: '0'.repeat(64),
    chair: CHAIR!,
    fictional: true,
  });
  run(CHAIR!, { type: 'appoint-assessor', assessor: ASSESSOR! });
  say(CHAIR!, { type: 'witness-named', payload: { witness: WITNESS! } });
  for (const id of ids) {
    const members = [{ id: `org-${id}`, name: `Organisatie ${id}` }];
    const bid = {
      id,
      bidder: { name: `Inschrijver ${id}`, form: 'single' as const, members },
      lots: [{ ...offer, lot: lot.id }],
    };
    run(CHAIR!, { type: 'register-bid', bid });
  }
  const interests = ids.map((bid) => ({ bid, conflict: false }));
  for (const person of [CHAIR!, ASSESSOR!, WITNESS!]) {
    say(person, { type: 'interests-declared', payload: { interests } });
  }
  run(CHAIR!, { type: 'open-assessment' });
  const criteria = scoredCriteria(rules);
  const scoresOf = (place: number) =>
    criteria.map(({ criterion: { id, name } }, index) => ({
      criterion: id,
      score: ['6', '8', '10'][(place + index) % 3]!,
      motivation: `${name.nl}: het plan van inschrijver ${place + 1} is concreet, met afspraken, planning en wie wat doet in het gebied.`,
    }));
  for (const [place, bid] of ids.entries()) {
    run(ASSESSOR!, { type: 'submit-assessment', bid, lot: lot.id, version: 0, scores: scoresOf(place) });
  }
  run(CHAIR!, { type: 'open-consensus' });
  for (const [place, bid] of ids.entries()) {
    const scores = scoresOf(place).map((one) => ({ ...one, version: 0 }));
    run(CHAIR!, { type: 'record-consensus', bid, lot: lot.id, scores });
  }
  run(CHAIR!, { type: 'close-quality' });
  run(CHAIR!, { type: 'compute-award' });
  const stored = tenders.get(TENDER).award!.outcome;
  if (stored.engine !== 3) throw new Error('another engine');
  if (stored.outcome.award.status === 'draw-needed') {
    const order = stored.outcome.award.drawBetween;
    run(CHAIR!, { type: 'record-draw', order, method: 'Met briefjes.', witnesses: 'Twee getuigen' });
    run(CHAIR!, { type: 'compute-award' });
  }
  for (const bid of ids) {
    for (const person of [CHAIR!, WITNESS!]) {
      say(person, { type: 'requirements-checked', payload: { bid, met: true, findings: 'Gezien.' } });
    }
  }
}
