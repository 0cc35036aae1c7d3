import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/config.ts';
import { evaluationInput } from '../../../src/domain/scoring/input.ts';
import { sampleText } from '../../../src/exchange/samples.ts';
import type { RunningServer } from '../../../src/server.ts';
import { carriedFile } from '../../../src/web/forms/text.ts';
import { startTestServer, visitor } from '../../support/http.ts';

let server: RunningServer;
let officer: ReturnType<typeof visitor>;
beforeAll(async () => {
  server = await startTestServer();
  officer = visitor(server.url);
  await officer.signIn('inkoper');
});
afterAll(() => server.close());

const { rules } = evaluationInput.parse(JSON.parse(sampleText(projectRoot(), 'price-and-quality')));

/** The error summary after a file with these rules was sent. */
async function problemsOf(changed: object): Promise<string[]> {
  const { name, value } = carriedFile('rulesFile', JSON.stringify(changed));
  const page = await officer.post('/tenders', { title: 'Vervoer', from: 'file', [name]: value });
  expect(page.status).toBe(422);
  return [...page.text.matchAll(/href="#rulesFile"[^>]*>([^<]+)</g)].map(([, text]) => text!);
}

describe('a tender with rules of its own', () => {
  it('lists everything that is wrong with the rules, each with its place and what mends it', async () => {
    const { onWithdrawal: _, ...rest } = rules;
    const [first, ...others] = rules.criteria;
    expect(await problemsOf({ ...rest, criteria: [{ ...first!, minimumScore: '99' }, ...others] })).toEqual([
      expect.stringMatching(/Kies uit: .* Waar: criteria, 1e onderdeel: minimumscore \(minimumScore\)\.$/),
      expect.stringMatching(
        / als een inschrijving wegvalt\. Neem .*\(re-rank\), .*\(keep\)\. Waar: .*\(onWithdrawal\)\.$/,
      ),
    ]);
  });

  it('lists everything in the file that has a wrong shape', async () => {
    const found = await problemsOf({ ...rules, version: 0, lots: [...rules.lots, { id: 'oost' }] });
    expect(found).toEqual([
      expect.stringContaining('versie (version) moet ten minste 1 zijn'),
      expect.stringContaining(`lots, ${rules.lots.length + 1}e onderdeel: naam (name) ontbreekt`),
    ]);
  });
});
