import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('a matrix of one’s own on the benchmark of neighbourhood teams', () => {
  const criteria = 'Sturing door de raad\nRuimte voor professionals';
  const step = (text: string): string =>
    `/matrices/new?${new URLSearchParams({ comparison: COMPARISON, attribute: 'form', criteria: text })}`;

  it('is offered beside the comparison, to who may decide', async () => {
    expect((await officer.get('/neighbourhood-teams')).text).toContain(`/matrices/new?comparison=${COMPARISON}`);
    const auditor = visitor(server.url);
    await auditor.signIn('auditor');
    expect((await auditor.get('/neighbourhood-teams')).text).not.toContain('/matrices/new');
  });

  it('goes from criteria by scores to a decision that ranks the legal forms', async () => {
    const page = await officer.get(step(criteria));
    expect(page.status).toBe(200);
    const fields = [...page.text.matchAll(/name="(score\.[a-z-]+\.\d)"/g)].map((match) => match[1]!);
    const forms = server.services.ruleSets.comparisons.get(COMPARISON)!.rules.attributes[0]!.values;
    expect(fields).toHaveLength(forms.length * 2);

    const scores = Object.fromEntries(fields.map((field) => [field, field.includes('municipality') ? '+' : '-']));
    const form = { title: 'Rechtsvorm wijkteams', comparison: COMPARISON, attribute: 'form', criteria };
    const made = await officer.post('/matrices', { ...form, ...scores });
    expect(made.status).toBe(303);
    const decision = server.services.decisions.get(made.location!.split('?')[0]!.split('/').pop()!);
    expect(decision.rules.criteria.map((one) => one.name.nl)).toEqual(criteria.split('\n'));
    expect((await officer.get(made.location!)).text).toContain('“Gemeente” komt als eerste uit de gewogen som.');

    const refused = await officer.post('/matrices', { ...form, ...scores, [fields[0]!]: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(`href="#${fields[0]}"`);
  });

  it.each([
    ['', /Noem ten minste één criterium/],
    ['a\na', /staat er twee keer/],
    [Array.from({ length: 13 }, (_, index) => `c${index}`).join('\n'), /ten hoogste 12/],
  ])('refuses the criteria %j', async (text, message) => {
    const page = await officer.get(step(text));
    expect(page.status).toBe(422);
    expect(page.text).toMatch(message);
  });

  it('of an unknown comparison does not exist', async () => {
    expect((await officer.get('/matrices/new?comparison=nothing')).status).toBe(404);
  });
});
