import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/actions/accounts.ts';
import { partsOf } from '../../src/actions/dossier-kind.ts';
import { KINDS } from '../../src/actions/kinds.ts';
import { reportEvaluation, reportTender } from '../../src/actions/report-tender.ts';
import { createTenders, tenderKind } from '../../src/actions/tenders.ts';
import { sha256 } from '../../src/chain/canonical.ts';
import { isCommittedEvent } from '../../src/chain/chain.ts';
import { openEvent } from '../../src/chain/opened.ts';
import { projectRoot } from '../../src/config.ts';
import { evaluate, type Outcome } from '../../src/domain/evaluation/evaluate.ts';
import { type EvaluationInput, evaluationInput } from '../../src/domain/scoring/input.ts';
import { engineOf, evaluationInputOf } from '../../src/domain/tender/evaluation-input.ts';
import { standingOutcome } from '../../src/domain/tender/standing-award.ts';
import { everyAssessor } from '../../src/domain/tender/state/rounds.ts';
import { readDossierFile } from '../../src/exchange/dossier-file.ts';
import { readEvaluationInput, writeOutcome } from '../../src/exchange/evaluation-file.ts';
import { readSample } from '../../src/exchange/samples.ts';
import { awardInWords } from '../../src/explanation/award.ts';
import { LANGUAGES } from '../../src/messages/language.ts';
import { forRules, messagesIn } from '../../src/messages/messages.ts';
import { capital } from '../../src/messages/noun.ts';
import { renderPdf } from '../../src/reports/pdf/render.ts';
import type { Report } from '../../src/reports/report.ts';
import { openStorage } from '../../src/storage/database.ts';
import { demoServices, FINISHED } from '../support/demo.ts';
import { auditTender, publishedRules, readGolden, writeOldDatabase } from '../support/dossiers.ts';
import { inFolder } from '../support/folder.ts';
import { nodes, readPdf } from './pdf/read-pdf.ts';

/** A sample with stored names and texts that no form lets in any more. */
function withOddTexts(): EvaluationInput {
  const input = structuredClone(readSample(projectRoot(), 'price-and-quality'));
  const bidder = input.bids[0]!.bidder;
  bidder.name = 'Zorg\nop twee regels';
  bidder.members[0]!.name = 'Zorg\u2028漢';
  bidder.members[0]!.registration = { register: 'kvk', number: '01234567' };
  input.rules.lots[0]!.name = 'Perceel\nNoord';
  input.consensus[0]!.motivation = 'Goed 🙂\nomdat q\u0303';
  return evaluationInput.parse(input);
}

describe('what a report of a tender carries', () => {
  const attached = (report: Report, name: string): string =>
    Buffer.from(report.attachments.find((one) => one.name === name)!.bytes).toString('utf8');

  it('is the input and the outcome, and calculating the one gives the other to the byte', async () => {
    const services = await demoServices();
    const report = reportTender(messagesIn('nl'), services, FINISHED);
    expect(report.attachments.map(({ name }) => name)).toEqual(['input.json', 'outcome.json', 'dossier.json']);
    const input = readEvaluationInput(attached(report, 'input.json'));
    expect(writeOutcome(evaluate(input))).toBe(attached(report, 'outcome.json'));
    expect(input.fictional).toBe(true);
  });

  it('is no more than its readers see: no scores of one assessor, and no notes of the log', async () => {
    const services = await demoServices();
    const report = reportTender(messagesIn('nl'), services, FINISHED);
    const files = ['input.json', 'outcome.json'].map((name) => attached(report, name)).join();
    const { rounds, chair } = services.tenders.get(FINISHED);
    const { members, assessments } = rounds[0]!;
    expect(assessments.size).toBeGreaterThan(1);
    for (const account of [chair, ...members.keys()]) expect(files).not.toContain(`"${account}"`);
    expect(files).not.toMatch(/assess|payload|previous/);
    const priced = structuredClone(readSample(projectRoot(), 'price-and-quality'));
    const noted = { ...priced, prices: priced.prices!.map((price) => ({ ...price, note: 'Uit envelop 3' })) };
    expect(
      JSON.stringify(reportEvaluation(messagesIn('nl'), noted, evaluate(noted), publishedRules()).blocks),
    ).not.toContain('envelop');
    expect(
      attached(reportEvaluation(messagesIn('nl'), noted, evaluate(noted), publishedRules()), 'input.json'),
    ).not.toContain('envelop');
  });

  it('is the dossier as well, without who assessed and what each assessor found', async () => {
    const services = await demoServices();
    const report = reportTender(messagesIn('nl'), services, FINISHED);
    const dossier = readDossierFile(Buffer.from(attached(report, 'dossier.json')));
    expect(dossier.edition).toEqual({ of: 'committee' });
    expect(dossier.head).toBe(services.storage.events.head(FINISHED).hash);
    expect(KINDS.tender.verify(dossier, services.ruleSets)).toMatchObject({ rules: 'published', outcome: 'confirmed' });
    const events = dossier.events.filter(isCommittedEvent);
    expect(events).toHaveLength(dossier.events.length);
    const assessors = everyAssessor(services.tenders.get(FINISHED));
    const found = events.filter(({ type }) => type.startsWith('assessment-s'));
    expect(found.length).toBeGreaterThan(1);
    for (const { disclosed } of found) expect(disclosed).toEqual({ parts: [], pieces: [], listed: null });
    // That they declared their interests is for the committee; of what they found not even who found it.
    const actorsOf = (declares: boolean) =>
      new Set(
        dossier.events
          .filter(({ type }) => (type === 'interests-declared') === declares)
          .map((event) => openEvent(event, partsOf(tenderKind, event)).actor),
      );
    expect(actorsOf(false)).toEqual(new Set(['inkoper', null]));
    expect(actorsOf(true)).toEqual(new Set(['inkoper', ...assessors]));
    expect(assessors).not.toContain('inkoper');
  });

  it('is not the dossier where that began in format 1, of which there is but the whole', () => {
    const { dossier, events, head } = readGolden('gon-2027-engine-2.dossier.json');
    return inFolder((folder) => {
      const file = join(folder, 'old.sqlite');
      writeOldDatabase(file, dossier, events);
      const storage = openStorage(file);
      const clock = (): Date => new Date('2026-11-02T09:00:00Z');
      const [accounts, tenders] = [createAccounts(storage, clock), createTenders(storage, clock)];
      const services = { storage, accounts, tenders, ruleSets: publishedRules() };
      const report = reportTender(messagesIn('nl'), services, dossier);
      storage.close();
      expect(report.attachments.map(({ name }) => name)).toEqual(['input.json', 'outcome.json']);
      expect(JSON.stringify(report.blocks)).toContain(
        `${messagesIn('nl').report.head}"},{"kind":"code","text":"${head}"`,
      );
      expect(JSON.stringify(report.blocks)).toContain(messagesIn('nl').report.wholeDossier);
    });
  });

  it('prints the hash of the dossier and of both files, and how the dossier is checked', async () => {
    const services = await demoServices();
    const report = reportTender(messagesIn('nl'), services, FINISHED);
    const said = JSON.stringify(report.blocks);
    const { hash } = services.storage.events.head(FINISHED);
    expect(said).toContain(`${messagesIn('nl').report.head}"},{"kind":"code","text":"${hash}"`);
    expect(JSON.stringify(report.front)).not.toContain(hash);
    for (const name of ['input.json', 'outcome.json']) expect(said).toContain(sha256(attached(report, name)));
    expect(said).not.toContain(messagesIn('nl').report.wholeDossier);
    expect(said).toContain(messagesIn('nl').report.editionVerifies);
    expect(said).toContain(`npx --no gunwijzer verify dossier.json --head ${hash}`);
    expect(said).toContain('npx --no gunwijzer evaluate input.json --json');
  });

  it('has no date when it is made from a file', () => {
    const input = readSample(projectRoot(), 'gon-2027-demo');
    const report = reportEvaluation(messagesIn('nl'), input, evaluate(input), publishedRules());
    expect(report.date).toBeNull();
    expect(report.front.facts.map(({ term }) => term)).toEqual([
      messagesIn('nl').report.summary,
      messagesIn('nl').report.rules,
    ]);
  });

  it('tags motivations with the language in which they were typed', async () => {
    const input = readSample(projectRoot(), 'price-and-quality');
    const pdf = await readPdf(
      await renderPdf(reportEvaluation(messagesIn('en'), input, evaluate(input), publishedRules())),
    );
    const spans = nodes(pdf, 'Span').filter(({ lang }) => lang === 'nl');
    expect(spans.map(({ text }) => text)).toEqual(expect.arrayContaining([input.consensus[0]!.motivation]));
    const dutch = await readPdf(
      await renderPdf(reportEvaluation(messagesIn('nl'), input, evaluate(input), publishedRules())),
    );
    expect(nodes(dutch, 'Span')).toEqual([]);
  });
});

describe('the report of a tender', () => {
  it('is drawn whatever names were stored, and shows the number of an organisation', async () => {
    const input = withOddTexts();
    for (const language of ['nl', 'en'] as const) {
      const pdf = await readPdf(
        await renderPdf(reportEvaluation(messagesIn(language), input, evaluate(input), publishedRules())),
      );
      const text = pdf.pages
        .flatMap((page) => page.runs.map((run) => run.text))
        .join(' ')
        .replace(/\s+/g, ' ');
      expect(text).toContain('Zorg op twee regels');
      expect(text).toContain('Perceel Noord');
      expect(text).toContain('(KvK 01234567)');
      expect(text).toContain('Goed □');
    }
  });
});

interface Told {
  readonly name: string;
  readonly input: EvaluationInput;
  readonly outcome: Outcome;
}

const golden = join(projectRoot(), 'data', 'golden');
const files = readdirSync(golden, { recursive: true, encoding: 'utf8' }).sort();

/** Whole dossiers, and not the editions of them in which something is withheld. */
const dossiers = files
  .filter((name) => name.endsWith('.dossier.json') && !/-(bidder|committee|public|both-formats)\./.test(name))
  .flatMap((name): Told[] => {
    const { dossier, events } = readDossierFile(readFileSync(join(golden, name)));
    if (!events.some(({ type }) => type === 'award-computed')) return [];
    const { state } = auditTender(dossier, events);
    return [{ name, input: evaluationInputOf(state, engineOf(state)), outcome: standingOutcome(state) }];
  });
const evaluations = [
  ...files
    .filter((name) => name.endsWith('.input.json'))
    .map((name) => ({ name, input: readEvaluationInput(readFileSync(join(golden, name), 'utf8')) })),
  ...(['gon-2027-demo', 'price-and-quality', 'award-on-value', 'schoonmaak'] as const).map((name) => ({
    name,
    input: readSample(projectRoot(), name),
  })),
].map((one) => ({ ...one, outcome: evaluate(one.input) }));

const bare = (text: string): string => text.replace(/[\s\u00ad\u00a0-]+/g, '');

it('there is a golden dossier of every kind', () => {
  expect(dossiers.length).toBeGreaterThan(6);
  expect(evaluations.length).toBeGreaterThan(7);
});

describe.each([...dossiers, ...evaluations])('the report of $name', ({ input, outcome }) => {
  it.each(LANGUAGES)('has the whole decision on page 2, before the contents, in %s', async (language) => {
    const m = forRules(messagesIn(language), input.rules);
    const award = awardInWords(m, input, outcome);
    const pdf = await readPdf(
      await renderPdf(reportEvaluation(messagesIn(language), input, outcome, publishedRules())),
    );
    const decision = bare(pdf.pages[1]!.structure.text);
    for (const { name, winner, total, other, lead, why } of award.glance) {
      for (const told of [name, winner, total, other, lead, why]) expect(decision).toContain(bare(told));
    }
    const division = capital(award.division.join(' · '));
    for (const told of [award.statusShort, division, ...award.attention.map(({ text }) => text)]) {
      expect(decision).toContain(bare(told));
    }
    expect(nodes({ ...pdf, pages: [pdf.pages[1]!] }, 'H1').map(({ text }) => text)).toEqual([m.report.decision]);
    expect(nodes({ ...pdf, pages: [pdf.pages[2]!] }, 'TOC').length).toBeGreaterThan(0);
    expect(pdf.pages.flatMap(({ runs }) => runs).filter(({ tag }) => tag === undefined)).toEqual([]);
  });
});
