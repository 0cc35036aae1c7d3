import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyStored } from '../../../src/actions/kinds.ts';
import { planKind } from '../../../src/actions/purchase-plans.ts';
import { standing, standingOf } from '../../../src/domain/purchase-plan/state.ts';
import type { RunningServer } from '../../../src/server.ts';
import { agreementIn, startTestServer, visitor } from '../../support/http.ts';

let server: RunningServer;
let officer: ReturnType<typeof visitor>;
let auditor: ReturnType<typeof visitor>;
let committee: ReturnType<typeof visitor>;
beforeAll(async () => {
  server = await startTestServer();
  [officer, auditor, committee] = [visitor(server.url), visitor(server.url), visitor(server.url)];
  await officer.signIn('inkoper');
  await auditor.signIn('auditor');
  await committee.signIn('commissielid');
});
afterAll(() => server.close());

/** A new plan, and its address. */
async function begin(example: string, title = 'Inkoop 2028'): Promise<string> {
  const made = await officer.post('/plans', { title, year: '2028', example });
  expect(made.status).toBe(303);
  return made.location!.split('?')[0]!;
}
const dossierOf = (base: string): string => base.split('/').pop()!;
const stateOf = (base: string) => server.services.plans.get(dossierOf(base));

const SERVICE = {
  version: '0',
  name: 'Begeleiding',
  pillar: 'wmo-flexible-offer',
  scale: 'regional',
  instrument: 'tender',
  maximum: 'tied',
  maximumNumber: '4',
  providers: 'Zorg B.V.',
  ends: '31-12-2027',
  starts: '1-2-2028',
  until: '31-1-2032',
  steps: 'Voorbereiden: 8\nAanbesteden: 20',
  partners: 'Gemeente Haren\n\nGemeente Ten Boer',
  'moment.1.name': 'Besluit van het college',
  'moment.1.until': '1-7-2027',
  'moment.1.decider': 'Het college',
};

describe('a purchase plan in the browser', () => {
  it('is begun with an example, and shown with what asks attention', async () => {
    const base = await begin('groningen-2017.v1');
    const { text } = await officer.get(base);
    for (const said of [
      'WIJ-teams',
      'Tijdlijn',
      'De nieuwe overeenkomst loopt sinds 1 januari 2018.',
      'Dat is kleiner dan het model zegt. Is samen inkopen nodig?',
      'eerste kwartaal van 2017',
      'een maximum, aantal nog niet bekend',
      'De brief noemt geen schaal en geen pijler',
      `/decisions/new?plan=${dossierOf(base)}&amp;service=transport`,
    ]) {
      expect(text).toContain(said);
    }
    expect((await officer.get('/')).text).toContain(base);
    expect((await officer.get('/plans?q=inkoop')).text).toContain(base);
  });

  it('opens the choice of a contract model that is foreseen in it, and the line leads there and back', async () => {
    const base = await begin('groningen-2017.v1', 'Inkoop met keuze');
    const form = { title: 'Contractmodel vervoer', rules: 'contract-models-2013.v1', plan: dossierOf(base) };
    const made = await officer.post('/decisions', { ...form, service: 'transport' });
    expect(made.status).toBe(303);
    const choice = made.location!.split('?')[0]!;
    const itemsOf = async (page: string) =>
      [
        ...(await officer.get(page)).text.matchAll(/gw-steps__item"><a class="utrecht-link" href="([^"]+)">([^<]+)/g),
      ].map(([, href, label]) => [href, label]);
    expect(await itemsOf(base)).toEqual([[choice, 'Daaruit de keuze “Contractmodel vervoer”']]);
    expect(await itemsOf(choice)).toEqual([[base, 'Voorzien in “Inkoop met keuze”']]);
  });

  it('is nothing that a tender can be copied from', async () => {
    await begin('empty', 'Plan zonder kopie');
    const { text } = await officer.get('/tenders/new');
    expect(text).toContain('Kopie van “GON 2027, afgerond (fictieve demo)”');
    expect(text).not.toContain('Plan zonder kopie');
  });

  it('says what is missing of a new one, and keeps what was typed', async () => {
    const refused = await officer.post('/plans', { title: '', year: '28', example: 'none' });
    expect(refused.status).toBe(422);
    for (const said of ['Vul een titel in.', 'Vul een jaar in van 1990', 'Kies waarmee u begint.', 'value="28"']) {
      expect(refused.text).toContain(said);
    }
  });

  it('gets a service, counted back, that is changed with a reason and withdrawn', async () => {
    const base = await begin('empty');
    const added = await officer.post(`${base}/services/new`, SERVICE);
    expect([added.status, added.location]).toEqual([303, `${base}?notice=planned`]);
    const { text } = await officer.get(base);
    // 28 weeks before 1 February 2028, and a month without an agreement.
    for (const said of [
      '20 juli 2027',
      'Van 1 januari 2028 tot en met 31 januari 2028 is er geen overeenkomst (31 dagen)',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toContain(
      'Gepland is regionaal. Het functioneel model noemt voor “Flexibel aanvullend aanbod”: lokaal.',
    );
    const entry = standingOf(stateOf(base), 'service-planned', 'begeleiding')!;
    expect(entry.payload.partners).toEqual(['Gemeente Haren', 'Gemeente Ten Boer']);

    const form = await officer.get(`${base}/services/begeleiding`);
    expect(form.text).toContain('value="1-2-2028"');
    const changed = { ...SERVICE, version: String(entry.seq), starts: '1-1-2028' };
    const without = await officer.post(`${base}/services/begeleiding`, changed);
    expect([without.status, without.text.includes('Geef een reden.')]).toEqual([422, true]);
    expect((await officer.post(`${base}/services/begeleiding`, { ...changed, reason: 'Sluit aan.' })).status).toBe(303);
    const stale = await officer.post(`${base}/services/begeleiding`, { ...changed, reason: 'Nog eens.' });
    expect(stale.status).toBe(409);

    const last = standingOf(stateOf(base), 'service-planned', 'begeleiding')!;
    const withdraw = `${base}/entries/${last.seq}/withdraw`;
    expect((await officer.get(withdraw)).text).toContain('telt dan weer mee');
    expect((await officer.post(withdraw, { reason: '' })).status).toBe(422);
    expect((await officer.post(withdraw, { reason: 'Vergissing.' })).status).toBe(303);
    expect(standingOf(stateOf(base), 'service-planned', 'begeleiding')!.payload.starts).toBe('2028-02-01');
    expect((await officer.get(withdraw)).status).toBe(404);
  });

  it.each([
    [{ name: '' }, 'Vul een naam in.'],
    [{ starts: '31-2-2028' }, 'vul een bestaande datum in'],
    [{ until: '1-1-2028' }, 'eindigt voordat het begint'],
    [{ pillar: '' }, 'Kies een pijler, of zeg waarom er geen pijler past.'],
    [{ providers: '' }, 'Vul ook in wie het nu levert.'],
    [{ maximumNumber: 'vier' }, 'Vul een heel aantal in van 1 tot en met 1000.'],
    [{ steps: 'Voorbereiden' }, 'Schrijf “Voorbereiden” als een naam, een dubbele punt'],
    [{ 'moment.1.name': '' }, 'Beslismoment 1: vul in wat wordt beslist.'],
    [{ intent: 'steps', contractModel: '' }, 'De bron noemt voor dit contractmodel geen stappen.'],
  ])('refuses a service with %o, and keeps the rest', async (change, said) => {
    const base = await begin('empty');
    const refused = await officer.post(`${base}/services/new`, { ...SERVICE, ...change });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(said);
    expect(refused.text).toContain('Gemeente Ten Boer');
    expect(stateOf(base).version).toBe(1);
  });

  it('takes the steps over of a contract model that has them', async () => {
    const base = await begin('empty');
    const contractModel = 'contract-models-2013.v2/bestuurlijk';
    const filled = await officer.post(`${base}/services/new`, { ...SERVICE, intent: 'steps', contractModel });
    expect(filled.status).toBe(200);
    expect(filled.text).toContain('Legitimering: 2');
    await officer.post(`${base}/services/new`, { ...SERVICE, contractModel });
    const [{ payload }] = standing(stateOf(base), 'service-planned') as [
      ReturnType<typeof standing<'service-planned'>>[0],
    ];
    expect(payload.contractModel).toMatchObject({ id: 'bestuurlijk', version: 2, name: 'Bestuurlijk aanbesteden' });
  });

  it('gets phases and moments, is adopted after a look, and is read by the committee from then on', async () => {
    const base = await begin('empty', 'Plan voor de commissie');
    expect((await officer.post(`${base}/adoption`, { on: '1-3-2027', by: 'Het college' })).text).toContain(
      'nog niets in dit plan',
    );
    await officer.post(`${base}/phases/new`, { version: '0', name: 'Voorbereiding', until: '1-6-2027' });
    await officer.post(`${base}/moments/new`, { version: '0', name: 'De raad besluit', said: 'rond de zomer' });
    expect((await committee.get(base)).status).toBe(404);
    const asked = await officer.post(`${base}/adoption`, { on: '1-3-2027', by: 'Het college', document: '' });
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('geen diensten, 1 fase, 1 moment');
    expect((await officer.post(`${base}/adoption`, agreementIn(asked.text))).location).toBe(`${base}?notice=adopted`);
    expect((await committee.get(base)).text).toContain('Vastgesteld op 1 maart 2027 door Het college');
    expect((await committee.get(`${base}/services/new`)).status).toBe(403);
    await officer.post(`${base}/moments/new`, { version: '0', name: 'Terugblik', reason: 'De raad vroeg erom.' });
    expect((await officer.get(base)).text).toContain('laat het opnieuw vaststellen');

    await officer.post(`${base}/close`, { reason: 'Uitgevoerd.' });
    expect((await officer.post(`${base}/phases/new`, { version: '0', name: 'Meer' })).status).toBe(409);
    expect((await officer.post(`${base}/reopen`, { reason: 'Toch nog iets.' })).status).toBe(303);
    expect(stateOf(base).phase).toBe('drafting');
  });

  it('is taken along as PDF, calendar and spreadsheet, and read in its log and verified by an auditor', async () => {
    const base = await begin('haren-2013.v1', 'Wijkteam');
    for (const [ending, type] of [
      ['plan.pdf', 'application/pdf'],
      ['plan.ics', 'text/calendar'],
      ['plan.xlsx', 'spreadsheetml'],
      ['plan.csv', 'text/csv'],
    ] as const) {
      const answer = await officer.request(`${base}/${ending}`);
      expect([ending, answer.status, answer.headers.get('content-type')]).toEqual([
        ending,
        200,
        expect.stringContaining(type),
      ]);
    }
    expect((await officer.get(`${base}/plan.ics`)).text).toContain('DTSTART;VALUE=DATE:20141101');
    const log = await auditor.get(`${base}/log`);
    expect(log.text).toContain('Inkoopplan begonnen');
    expect(log.text).toContain('Fase gepland');
    expect((await officer.get(`${base}/log`)).status).toBe(403);
    expect(verifyStored(planKind, server.services, dossierOf(base)).verdict).toMatchObject({
      outcome: 'none',
      rules: 'published',
    });
  });

  it('is handed over to a colleague, and then no longer seen', async () => {
    const base = await begin('haren-2013.v1', 'Over te dragen');
    expect((await officer.post(`${base}/officer`, { officer: '', reason: '' })).status).toBe(422);
    expect((await officer.post(`${base}/officer`, { officer: 'auditor', reason: 'Verlof.' })).status).toBe(422);
    expect((await officer.post(`${base}/officer`, { officer: 'inkoper', reason: 'Verlof.' })).status).toBe(422);
  });
});

describe('the functional model in the browser', () => {
  it('is filtered by level and scale', async () => {
    const all = (await officer.get('/functional-model')).text;
    expect(all).toContain('Wmo: 7 pijlers');
    expect(all).toContain('Jeugd: 9 pijlers');
    const some = (await officer.get('/functional-model?level=intensive&scale=regional')).text;
    expect(some).not.toContain('Wmo: ');
    expect(some).toContain('Jeugd: 3 pijlers');
    expect((await officer.get('/functional-model?level=basis&scale=provincial')).text).toContain('Geen enkele pijler');
    const unknown = await officer.get('/functional-model?scale=mondiaal');
    expect([unknown.status, unknown.text.includes('“mondiaal” staat niet in dit filter')]).toEqual([422, true]);
  });
});
