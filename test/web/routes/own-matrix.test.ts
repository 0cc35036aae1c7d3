import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/config.ts';
import { matrixSampleText } from '../../../src/exchange/samples.ts';
import type { RunningServer } from '../../../src/server.ts';
import { startTestServer, visitor } from '../../support/http.ts';

const COMPARISON = 'neighbourhood-teams-2016.v2';

let server: RunningServer;
let officer: ReturnType<typeof visitor>;
beforeAll(async () => {
  server = await startTestServer();
  officer = visitor(server.url);
  await officer.signIn('inkoper');
});
afterAll(() => server.close());

const names = {
  alternatives: 'Bus\nFiets',
  criteria: 'Snel\nGoedkoop',
  scale: '++ = 10: Zeer goed\n+ = 7,5\n0',
};
const shown = { shownAlternatives: names.alternatives, shownCriteria: names.criteria };
const scores = { 'score.0.0': '++', 'score.0.1': '0', 'score.1.0': '+', 'score.1.1': '+' };
const decisionAt = (location: string | null) =>
  server.services.decisions.get(location!.split('?')[0]!.split('/').pop()!);
const selected = (text: string, field: string): string | undefined =>
  new RegExp(`name="${field.replaceAll('.', '\\.')}"[\\s\\S]*?<option value="([^"]*)" selected>`).exec(text)?.[1];

describe('a matrix of one’s own in the browser', () => {
  it('is offered where a choice begins and beside the comparison, to who may decide', async () => {
    expect((await officer.get('/decisions/new')).text).toContain('href="/matrices/new"');
    expect((await officer.get('/neighbourhood-teams')).text).toContain(`/matrices/new?comparison=${COMPARISON}`);
    const auditor = visitor(server.url);
    await auditor.signIn('auditor');
    expect((await auditor.get('/neighbourhood-teams')).text).not.toContain('/matrices/new');
    expect((await auditor.get('/matrices/new')).status).toBe(403);
  });

  it('takes the alternatives from a comparison', async () => {
    const page = await officer.get(`/matrices/new?comparison=${COMPARISON}&attribute=form`);
    const { values } = server.services.ruleSets.comparisons.get(COMPARISON)!.rules.attributes[0]!;
    expect(page.text).toContain(values.map(({ name }) => name.nl).join('\n'));
    expect((await officer.get('/matrices/new?comparison=nothing')).status).toBe(404);
  });

  it('goes from names by scores to a decision with its own scale', async () => {
    const grid = await officer.post('/matrices', { ...names, step: 'names' });
    expect(grid.status).toBe(200);
    expect(grid.text.match(/name="score\.\d\.\d"/g)).toHaveLength(4);

    const made = await officer.post('/matrices', { ...names, ...shown, ...scores, title: 'Vervoer', step: 'scores' });
    expect(made.status).toBe(303);
    const { rules } = decisionAt(made.location);
    expect(rules.scale.map(({ symbol, value }) => `${symbol} ${value}`)).toEqual(['++ 10', '+ 7.5', '0 0']);
    expect(rules.alternatives.map((one) => one.scores)).toEqual([
      { snel: '++', goedkoop: '0' },
      { snel: '+', goedkoop: '+' },
    ]);
    const { text } = await officer.get(made.location!);
    expect(text).toContain('“Fiets” komt als eerste uit de gewogen som.');
    expect(text).not.toMatch(/contractmodel(?!len)/i);
  });

  it('keeps what was typed and leads to what is missing', async () => {
    const sent = { ...names, ...shown, ...scores, 'score.1.1': '', title: '', step: 'scores' };
    const refused = await officer.post('/matrices', sent);
    expect(refused.status).toBe(422);
    for (const field of ['score.1.1', 'title']) expect(refused.text).toContain(`href="#${field}"`);
    expect(selected(refused.text, 'score.0.0')).toBe('++');
    expect(refused.text).toContain('++ = 10: Zeer goed');
  });

  it('shows the scores again under names that changed, each with its own name', async () => {
    const changed = { alternatives: 'Lopen\nFiets\nBus', criteria: 'Goedkoop\nSnel' };
    const sent = { ...names, ...shown, ...scores, ...changed, title: 'Vervoer', step: 'scores' };
    const page = await officer.post('/matrices', sent);
    expect(page.status).toBe(200);
    expect(['score.2.0', 'score.2.1', 'score.0.0'].map((field) => selected(page.text, field))).toEqual(['0', '++', '']);
  });

  it.each<[what: string, change: Partial<typeof names>, field: string, message: RegExp]>([
    ['no criteria', { criteria: '' }, 'criteria', /geen criteria; er zijn er ten minste 1 nodig/],
    ['one alternative', { alternatives: 'Bus' }, 'alternatives', /1 alternatief; er zijn er ten minste 2 nodig/],
    ['a name twice', { criteria: 'a\nA' }, 'criteria', /Het criterium “A” staat er twee keer in/],
    [
      'too many criteria',
      { criteria: Array.from({ length: 31 }, (_, at) => `c${at}`).join('\n') },
      'criteria',
      /hoogste 30/,
    ],
    ['too many alternatives', { alternatives: 'x\n'.repeat(2000) }, 'alternatives', /ten hoogste 50/],
    ['a level without a value', { scale: 'goed\n0' }, 'scale', /“goed” op de schaal heeft geen waarde/],
    ['two levels of one value', { scale: '1\n+ = 1' }, 'scale', /dezelfde waarde/],
    ['a long line as a level', { scale: 'heel erg goed = veel\n0' }, 'scale', /is te lang/],
  ])('refuses %s', async (_, change, field, message) => {
    const page = await officer.post('/matrices', { ...names, ...change, step: 'names' });
    expect(page.status).toBe(422);
    expect(page.text).toContain(`href="#${field}"`);
    expect(page.text).toMatch(message);
  });

  it('comes from a file, is shown before it begins, and keeps what a form has no field for', async () => {
    const read = await officer.post('/matrices', { matrixText: matrixSampleText(projectRoot()), step: 'file' });
    expect(read.status).toBe(200);
    expect(selected(read.text, 'score.3.4')).toBe('++');
    const packed = /name="matrixFile-packed" value="([^"]*)"/.exec(read.text)![1]!;
    const cells = [...read.text.matchAll(/<select[^>]* name="(score\.\d\.\d)"/g)].map(([, field]) => field!);
    const given = Object.fromEntries(cells.map((field) => [field, selected(read.text, field)!]));
    const sent = { 'matrixFile-packed': packed, ...given, 'score.3.4': '-', title: 'Vervoer', step: 'scores' };
    const made = await officer.post('/matrices', sent);
    expect(made.status).toBe(303);
    const { rules } = decisionAt(made.location);
    expect(rules.alternatives[0]!.pros).toHaveLength(1);
    expect(rules.alternatives[3]!.scores).toMatchObject({ uitstoot: '-', 'op-tijd': 'o' });
  });

  it('says of a file everything that is wrong, and of no file that there is none', async () => {
    const wrong = JSON.stringify({
      title: 'Keuze',
      criteria: ['Snel'],
      alternatives: [{ name: 'Bus', scores: ['?'] }],
    });
    const refused = await officer.post('/matrices', { matrixText: wrong, step: 'file' });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/ten minste 2 nodig/);
    expect(refused.text).toMatch(/“\?” van “Bus” op “Snel” staat niet op de schaal/);
    expect(refused.text).toContain('href="#matrixText"');
    expect((await officer.post('/matrices', { step: 'file' })).text).toContain('href="#matrixFile"');
  });

  it('has an example and a schema to begin with', async () => {
    for (const path of ['/examples/own-matrix.json', '/schemas/decision-matrix.schema.json']) {
      expect((await officer.get(path)).status).toBe(200);
    }
  });
});
