import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportEvaluation } from '../../src/actions/report-tender.ts';
import { projectRoot } from '../../src/config.ts';
import { evaluate, type Outcome } from '../../src/domain/evaluation/evaluate.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { engineOf, evaluationInputOf } from '../../src/domain/tender/evaluation-input.ts';
import { standingOutcome } from '../../src/domain/tender/standing-award.ts';
import { readDossierFile } from '../../src/exchange/dossier-file.ts';
import { readEvaluationInput } from '../../src/exchange/evaluation-file.ts';
import { readSample } from '../../src/exchange/samples.ts';
import { awardInWords } from '../../src/explanation/award.ts';
import { LANGUAGES } from '../../src/messages/language.ts';
import { forRules, messagesIn } from '../../src/messages/messages.ts';
import { renderPdf } from '../../src/reports/pdf/render.ts';
import { auditTender, publishedRules } from '../support/dossiers.ts';
import { nodes, readPdf } from './pdf/read-pdf.ts';

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
    for (const told of [award.statusShort, ...award.division, ...award.attention.map(({ text }) => text)]) {
      expect(decision).toContain(bare(told));
    }
    expect(nodes({ ...pdf, pages: [pdf.pages[1]!] }, 'H1').map(({ text }) => text)).toEqual([m.report.decision]);
    expect(nodes({ ...pdf, pages: [pdf.pages[2]!] }, 'TOC').length).toBeGreaterThan(0);
    expect(pdf.pages.flatMap(({ runs }) => runs).filter(({ tag }) => tag === undefined)).toEqual([]);
  });
});
