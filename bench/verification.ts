import { hash } from 'node:crypto';
import { KINDS } from '../src/actions/kinds.ts';
import { openTender } from '../src/actions/open-tender.ts';
import { createTenders, type Tenders } from '../src/actions/tenders.ts';
import { loadRuleSets } from '../src/criteria/rule-sets.ts';
import { WHOLE } from '../src/domain/disclosure/edition.ts';
import { scoredCriteria } from '../src/domain/rules/criteria-tree.ts';
import { assessedPlaces, type EvaluationInput } from '../src/domain/scoring/input.ts';
import { readDossierFile, writeDossierFile } from '../src/exchange/dossier-file.ts';
import { openStorage } from '../src/storage/database.ts';
import { criteriaFolder, demoInput } from './demo.ts';
import { type BenchLine, measure } from './harness.ts';

const EVENTS = 10_000;
const CHAIR = 'inkoper';
const ASSESSORS = ['beoordelaar-1', 'beoordelaar-2', 'beoordelaar-3'];

/**
 * Reading, and verifying, an exported dossier of 10,000 events, beside hashing and parsing the bytes of the same events and nothing else: that
 * is the least that anybody must do who reads it at all.
 */
export function benchVerification(): BenchLine[] {
  const { file, texts } = largeDossier();
  const ruleSets = loadRuleSets(criteriaFolder);
  const hashing = measure(30, () => {
    for (const text of texts) hash('sha256', text);
  });
  const parse = measure(15, () => {
    for (const text of texts) {
      hash('sha256', text);
      JSON.parse(text.toString('utf8'));
    }
  });
  const reading = measure(15, () => {
    if (readDossierFile(file).events.length !== EVENTS) throw new Error('not read');
  });
  const verification = measure(15, () => {
    if (KINDS.tender.verify(readDossierFile(file), ruleSets).outcome !== 'confirmed') throw new Error('not confirmed');
  });
  const size = `${EVENTS} events, ${(file.length / 1e6).toFixed(1)} MB`;
  const beside = (median: number, least: number): Partial<BenchLine> => ({
    target: `${least} of the speed of hashing and parsing`,
    ratio: parse.median / median,
    peer: 'speed of hashing and parsing',
    met: parse.median / median >= least,
  });
  return [
    { what: `hash alone: ${size}`, median: hashing.median, unit: 'ms' },
    { what: 'hash and parse the JSON, no check', median: parse.median, unit: 'ms' },
    {
      what: 'read the file, and prove the chain and every commitment',
      median: reading.median,
      unit: 'ms',
      ...beside(reading.median, 0.5),
    },
    {
      what: 'the same, with the procedure and the re-run',
      median: verification.median,
      unit: 'ms',
      ...beside(verification.median, 0.25),
    },
  ];
}

/** The demo tender, of which the assessors saved their drafts again and again; then submitted, agreed, closed and awarded. */
function largeDossier(): { file: Buffer; texts: Buffer[] } {
  const storage = openStorage(':memory:');
  const tenders = createTenders(storage, () => new Date());
  const dossier = storage.transaction(() => fill(tenders, demoInput()));
  const stored = storage.events.since(dossier, 0);
  storage.close();
  const people = [CHAIR, ...ASSESSORS].map((id) => ({ id, name: id }));
  return {
    file: Buffer.from(writeDossierFile(dossier, WHOLE, people, stored, stored[stored.length - 1]!.hash), 'utf8'),
    texts: stored.flatMap(({ body, parts }) => [body, `{${parts}}`].map((text) => Buffer.from(text, 'utf8'))),
  };
}

function fill(tenders: Tenders, input: EvaluationInput): string {
  const { rules, bids, consensus } = input;
  const published = loadRuleSets(criteriaFolder).tenders.get(`${rules.id}.v${rules.version}`)!;
  const dossier = openTender(tenders, CHAIR, 'GON 2027 (fictieve demo)', published, { fictional: true });
  for (const assessor of ASSESSORS) tenders.execute(dossier, CHAIR, { type: 'appoint-assessor', assessor });
  for (const bid of bids) tenders.execute(dossier, CHAIR, { type: 'register-bid', bid });
  const interests = bids.map(({ id }) => ({ bid: id, conflict: false }));
  for (const person of [CHAIR, ...ASSESSORS]) {
    tenders.execute(dossier, person, { type: 'say', events: [{ type: 'interests-declared', payload: { interests } }] });
  }
  tenders.execute(dossier, CHAIR, { type: 'open-assessment' });

  const places = assessedPlaces(rules, bids);
  const pairs = places.flatMap((place) => ASSESSORS.map((assessor) => ({ ...place, assessor })));
  const criteria = scoredCriteria(rules).map((node) => node.criterion.id);
  const closing = places.length * criteria.length + 3;
  const versions = new Map<object, number>();
  const drafts = EVENTS - tenders.get(dossier).version - pairs.length - closing;
  for (let turn = 0; turn < drafts + pairs.length; turn++) {
    const pair = pairs[turn % pairs.length]!;
    const { assessor, bid, lot } = pair;
    // A motivation for this criterion, another one at every save.
    const scores = criteria.map((criterion) => {
      const similar = consensus.filter((entry) => entry.criterion === criterion);
      const { score, motivation = null } = similar[(turn * 7) % similar.length]!;
      return { criterion, score, motivation };
    });
    const version = versions.get(pair) ?? 0;
    const draft = { type: 'assessment-saved', payload: { bid, lot, scores } } as const;
    tenders.execute(
      dossier,
      assessor,
      turn < drafts ? { type: 'say', events: [draft] } : { type: 'submit-assessment', bid, lot, version, scores },
    );
    versions.set(pair, (versions.get(pair) ?? 0) + 1);
  }

  tenders.execute(dossier, CHAIR, { type: 'open-consensus' });
  for (const { bid, lot } of places) {
    const scores = consensus
      .filter((entry) => entry.bid === bid && entry.lot === lot)
      .map(({ criterion, score, motivation = null }) => ({ criterion, score, motivation, version: 0 }));
    tenders.execute(dossier, CHAIR, { type: 'record-consensus', bid, lot, scores });
  }
  tenders.execute(dossier, CHAIR, { type: 'close-quality' });
  tenders.execute(dossier, CHAIR, { type: 'compute-award' });
  return dossier;
}
