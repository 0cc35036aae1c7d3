import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionKind } from '../../../src/actions/decisions.ts';
import { verifyStored } from '../../../src/actions/kinds.ts';
import type { RunningServer } from '../../../src/server.ts';
import { startTestServer, visitor } from '../../support/http.ts';

let server: RunningServer;
let officer: ReturnType<typeof visitor>;
let auditor: ReturnType<typeof visitor>;
let criteria: string[];
beforeAll(async () => {
  server = await startTestServer();
  [officer, auditor] = [visitor(server.url), visitor(server.url)];
  await officer.signIn('inkoper');
  await auditor.signIn('auditor');
  criteria = server.services.ruleSets.matrices.get('contract-models-2013.v2')!.rules.criteria.map(({ id }) => id);
  expect(criteria).toHaveLength(5);
});
afterAll(() => server.close());

/** A new decision, and its base path. */
async function begin(title = 'Begeleiding'): Promise<string> {
  const made = await officer.post('/decisions', { title, rules: 'contract-models-2013.v2' });
  expect(made.status).toBe(303);
  return made.location!.split('?')[0]!;
}
const dossierOf = (base: string): string => base.split('/').pop()!;
const stateOf = (base: string) => server.services.decisions.get(dossierOf(base));
const weighing = (base: string, change: Record<string, string> = {}): Record<string, string> => ({
  version: String(stateOf(base).weighingVersion),
  seed: '1',
  ...Object.fromEntries(criteria.map((id) => [`weight.${id}`, '1'])),
  ...change,
});
const heads = (): number =>
  server.services.storage.events.dossiers().reduce((sum, id) => sum + server.services.storage.events.head(id).seq, 0);
async function refused(path: string, fields: Record<string, string>, status: number, text: RegExp): Promise<string> {
  const before = heads();
  const answer = await officer.post(path, fields);
  expect([answer.status, heads()]).toEqual([status, before]);
  expect(answer.text).toMatch(text);
  return answer.text;
}

describe('a contract-model decision in the browser', () => {
  it('goes from weighing by choosing to a signed advice that an auditor can re-run', async () => {
    const base = await begin();
    const first = await officer.get(base);
    expect(first.text).toContain('44,0%');
    expect(first.text).toContain('54,8%');
    // Fractions are for the auditor.
    expect(first.text).not.toMatch(/>[^<]*\b\d+\/\d+[^<]*</);
    expect(first.text).toContain('precies dezelfde hoogste gewogen som');

    const minimum = { [`minimum.${criteria[3]}`]: '+/-', [`weight.${criteria[1]}`]: '2,5' };
    expect((await officer.post(`${base}/weighing`, weighing(base, minimum))).status).toBe(303);
    const weighed = await officer.get(base);
    expect(weighed.text).toContain('Zeeuwse model haalt een minimum niet en valt af.');
    expect(stateOf(base).weighing.weights[criteria[1]!]).toBe('2.5');

    expect((await officer.post(`${base}/choice`, { model: 'bestuurlijk', reason: '', version: '0' })).status).toBe(303);
    expect((await officer.get(`${base}/advice.pdf`)).status).toBe(409);
    expect((await officer.confirm(`${base}/signature`)).status).toBe(303);
    const pdf = await officer.get(`${base}/advice.pdf`);
    expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);

    expect((await auditor.get(`${base}/re-run`)).text).toContain('Bevestigd');
    expect((await auditor.get(`${base}/log`)).text).toContain('Keuze ondertekend');
    expect(verifyStored(decisionKind, server.services, dossierOf(base)).audit.reRun!.identical).toBe(true);
    await refused(`${base}/weighing`, weighing(base), 409, /ondertekend en verandert niet meer/);
  });

  it('carries the link to the decision into a tender that follows from it', async () => {
    const base = await begin('Met vervolg');
    await officer.post(`${base}/choice`, { model: 'bcf', reason: 'Past bij lokale ondersteuning.', version: '0' });
    expect((await officer.get(`/tenders/new?decision=${dossierOf(base)}`)).status).toBe(404);
    const fields = { title: 'Vervolg', from: 'rules gon-2027.v2', decision: dossierOf(base) };
    await refused('/tenders', fields, 404, /niet gevonden/);
    await officer.confirm(`${base}/signature`);
    const made = await officer.confirm('/tenders', fields);
    const tender = server.services.tenders.get(made.location!.split('?')[0]!.split('/').pop()!);
    expect(tender.decision).toEqual({
      dossier: dossierOf(base),
      head: server.services.storage.events.head(dossierOf(base)).hash,
    });
  });
});

describe('bad input', () => {
  let base: string;
  beforeAll(async () => {
    base = await begin('Fout');
  });

  it.each(['-1', 'abc', '', '1e3'])('a weight of %j names the criterion', async (weight) => {
    const page = await refused(
      `${base}/weighing`,
      weighing(base, { [`weight.${criteria[2]}`]: weight }),
      422,
      /Vul bij .* een wegingsfactor in/,
    );
    expect(page).toContain(`href="#weight.${criteria[2]}"`);
  });

  it('all weights zero', async () => {
    const zero = Object.fromEntries(criteria.map((id) => [`weight.${id}`, '0']));
    await refused(`${base}/weighing`, weighing(base, zero), 422, /boven nul/);
  });

  it('a changed score or an exclusion without a reason, and a reason without a change', async () => {
    await refused(`${base}/weighing`, weighing(base, { 'exclude.veiling': 'yes' }), 422, /Geef een reden/);
    await refused(`${base}/weighing`, weighing(base, { [`score.veiling.${criteria[0]}`]: '+' }), 422, /Geef een reden/);
    await refused(`${base}/weighing`, weighing(base, { 'reason.veiling': 'Zomaar' }), 422, /niets gewijzigd/);
  });

  it('an ordering that contradicts itself', async () => {
    const circle = { [`lighter.${criteria[0]}`]: criteria[1]!, [`lighter.${criteria[1]}`]: criteria[0]! };
    await refused(`${base}/weighing`, weighing(base, circle), 422, /spreekt zichzelf tegen/);
  });

  it('a choice without a reason where two are first, of an unknown model, or on an old version', async () => {
    await refused(`${base}/choice`, { model: 'bestuurlijk', reason: '', version: '0' }, 422, /Geef een reden/);
    await refused(`${base}/choice`, { model: 'niets', reason: 'x', version: '0' }, 422, /“niets” bestaat niet/);
    await refused(`${base}/choice`, { model: 'bcf', reason: 'x', version: '7' }, 409, /intussen/);
    await refused(`${base}/signature`, {}, 409, /Kies eerst/);
  });

  it('somebody else’s decision does not exist, and an assessor may not come here', async () => {
    const assessor = visitor(server.url);
    await assessor.signIn('beoordelaar-1');
    expect((await assessor.get(base)).status).toBe(403);
    const member = visitor(server.url);
    await member.signIn('commissielid');
    expect((await member.get(base)).status).toBe(404);
    expect((await officer.get('/decisions/decision-nothing-9')).status).toBe(404);
  });
});
