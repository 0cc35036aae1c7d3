import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { valueAt } from '../../../src/domain/set-up/draft.ts';
import { nl } from '../../../src/messages/nl.ts';
import type { RunningServer } from '../../../src/server.ts';
import { addWithPassword } from '../../support/accounts.ts';
import { startTestServer, visitor } from '../../support/http.ts';

let server: RunningServer;
let officer: ReturnType<typeof visitor>;
beforeAll(async () => {
  server = await startTestServer();
  officer = visitor(server.url);
  await officer.signIn('inkoper');
});
afterAll(() => server.close());

const PASSWORD = 'een-wachtwoord-voor-de-proef';
const begin = (from: string) => officer.upload('/set-ups', { title: 'Begeleiding 2028', from }, null);
const begunAt = (location: string | null) => server.services.setUps.get(location!.split('/')[2]!);

describe('a tender that begins with a template', () => {
  it('can begin with every template, and still with the published rules', async () => {
    const { text } = await officer.get('/tenders/new');
    const { templates, tenders } = server.services.ruleSets;
    expect(templates.size).toBeGreaterThan(3);
    for (const [key, { rules }] of templates) {
      expect(text).toContain(`value="template ${key}"`);
      expect(text).toContain(`Sjabloon: ${rules.title.nl}`);
      expect(tenders.has(key)).toBe(false);
    }
    expect(text).toContain('value="rules gon-2027.v3"');
  });

  it('says what the template says, under its own title', async () => {
    const { status, location } = await begin('template wmo-per-area.v1');
    expect(status).toBe(303);
    const { draft } = begunAt(location);
    const { rules } = server.services.ruleSets.templates.get('wmo-per-area.v1')!;
    expect(draft).toEqual({ ...rules, title: { nl: 'Begeleiding 2028', en: 'Begeleiding 2028' } });
    expect((await officer.get(location!)).text).toContain('Voorbeeldgebied Noord');
  });

  it('does not begin with a template that is not there, nor with one as published rules', async () => {
    for (const from of ['template nothing.v1', 'template gon-2027.v3', 'rules wmo-per-area.v1']) {
      expect((await begin(from)).status).toBe(422);
    }
  });
});

describe('a tender that follows from the choice of a contract model', () => {
  const DECISION = 'decision-contract-models-2013-1';

  it('says so while it begins, and in its first event', async () => {
    expect((await officer.get(`/decisions/${DECISION}`)).text).toContain(`/tenders/new?decision=${DECISION}`);
    const { text } = await officer.get(`/tenders/new?decision=${DECISION}`);
    expect(text).toContain(`name="decision" value="${DECISION}"`);
    const fields = { title: 'Na de keuze', from: 'template weighted-factor.v1', decision: DECISION };
    const { location } = await officer.upload('/set-ups', fields, null);
    const { origin } = begunAt(location);
    expect(origin.decision?.dossier).toBe(DECISION);
    const { location: published } = await officer.confirm(location!.replace('/what', '/publish'));
    const tender = published!.split('/')[2]!.split('?')[0]!;
    expect(server.services.tenders.get(tender).decision).toEqual(origin.decision);
  });

  it('does not begin with a choice that is not there', async () => {
    expect((await officer.get('/tenders/new?decision=decision-nothing-1')).status).toBe(404);
    const fields = { title: 'X', from: 'empty', decision: 'decision-nothing-1' };
    expect((await officer.upload('/set-ups', fields, null)).status).toBe(404);
  });
});

describe('a set-up', () => {
  const fields = async (path: string): Promise<[string, string][]> => {
    const { text } = await officer.get(path);
    const version = /name="version" value="(\d+)"/.exec(text)![1]!;
    return [['version', version]];
  };

  it('is nobody else’s: other officers, assessors, auditors and administrators do not find it', async () => {
    const base = (await begin('empty')).location!.replace('/what', '');
    const second = { id: 'inkoper-2', name: 'Otto Inkoper', roles: ['procurement-officer'] as const };
    await addWithPassword(server.services.accounts, 'beheerder', second, PASSWORD);
    for (const account of ['inkoper-2', 'beoordelaar-1', 'commissielid', 'auditor', 'beheerder']) {
      const other = visitor(server.url);
      await other.signIn(account, account === second.id ? PASSWORD : undefined);
      for (const path of ['/what', '/criteria', '/history', '/people', '/publish', '/rules.json', '/rules.pdf']) {
        expect([403, 404], `${account} ${path}`).toContain((await other.get(base + path)).status);
      }
      for (const path of ['/what', '/people', '/discard', '/publish']) {
        expect([403, 404], `${account} ${path}`).toContain((await other.post(base + path, { version: '1' })).status);
      }
      expect((await other.get('/set-ups')).text).not.toContain(base);
    }
    expect(begunAt(base).version).toBe(1);
    // Until who began it lets somebody in.
    await officer.post(`${base}/people`, { officer: second.id });
    const other = visitor(server.url);
    await other.signIn(second.id, PASSWORD);
    expect((await other.get(`${base}/what`)).status).toBe(200);
    expect((await other.get('/set-ups')).text).toContain(base);
    expect((await officer.post(`${base}/people`, { officer: 'auditor' })).status).toBe(422);
  });

  it('shows who typed something that another changed meanwhile what it is now, and loses neither', async () => {
    const at = (await begin('empty')).location!;
    const base = await fields(at);
    await officer.post(at, [...base, ['title', 'Eerste titel']]);
    const { status, text } = await officer.post(at, [...base, ['title', 'Tweede titel'], ['service', 'other']]);
    expect(status).toBe(409);
    expect(text).toContain('value="Tweede titel"');
    expect(text).toContain('Eerste titel');
    expect(begunAt(at).draft).toMatchObject({ title: { nl: 'Eerste titel' }, service: 'other' });
    const again = /name="version" value="(\d+)"/.exec(text)![1]!;
    expect(
      (
        await officer.post(at, [
          ['version', again],
          ['title', 'Tweede titel'],
        ])
      ).status,
    ).toBe(303);
    expect(begunAt(at).draft).toMatchObject({ title: { nl: 'Tweede titel' } });
  });

  it('names who made it what it is, not who was told', async () => {
    const third = { id: 'inkoper-3', name: 'Tessa Inkoper', roles: ['procurement-officer'] as const };
    await addWithPassword(server.services.accounts, 'beheerder', third, PASSWORD);
    const at = (await begin('empty')).location!;
    await officer.post(at.replace('/what', '/people'), { officer: third.id });
    const other = visitor(server.url);
    await other.signIn(third.id, PASSWORD);
    const base = await fields(at);
    await other.post(at, [...base, ['title', 'Haar titel']]);
    // What nobody else touched is taken in, as a change of who sent it.
    const { text } = await officer.post(at, [...base, ['title', 'Mijn titel'], ['service', 'other']]);
    expect(text).toMatch(/Titel: Tessa Inkoper/);
  });

  it('is not published while something is missing, whatever is sent', async () => {
    const base = (await begin('empty')).location!.replace('/what', '');
    const before = server.services.storage.events.dossiers();
    expect((await officer.post(`${base}/publish`, { confirmed: 'x' })).location).toBe(`${base}/publish`);
    expect((await officer.get(`${base}/publish`)).text).toContain('Nog');
    expect(begunAt(base).publishedAs).toBeNull();
    expect(server.services.storage.events.dossiers()).toEqual(before);
  });

  it('is published once, with rules that do not go by the name of published ones', async () => {
    const { location } = await begin('rules gon-2027.v3');
    await officer.post(location!, [...(await fields(location!)), ['procedure', 'sas-with-emvi']]);
    const base = location!.replace('/what', '');
    const { location: tender } = await officer.confirm(`${base}/publish`);
    expect(tender).toMatch(/^\/tenders\/tender-begeleiding-2028/);
    const { rules } = server.services.tenders.get(tender!.split('/')[2]!.split('?')[0]!);
    expect([rules.id, rules.version, rules.procedure]).toEqual(['begeleiding-2028', 1, 'sas-with-emvi']);
    expect((await officer.get(location!)).location).toBe(`${base}/publish`);
    expect((await officer.post(location!, { version: '2', title: 'Anders' })).status).toBe(409);
  });

  it('is downloaded as a file that another begins with', async () => {
    const base = (await begin('template wmo-per-area.v1')).location!.replace('/what', '');
    const { text, headers } = await officer.get(`${base}/rules.json`);
    expect(headers.get('content-disposition')).toContain('begeleiding-2028.json');
    const sent = await officer.post('/set-ups', { title: 'Begeleiding 2028', from: 'file', rulesFile: text });
    expect(begunAt(sent.location).draft).toEqual(begunAt(base).draft);
  });

  it('that is thrown away is gone, for who threw it away as well', async () => {
    const base = (await begin('empty')).location!.replace('/what', '');
    expect((await officer.post(`${base}/discard`, {})).status).toBe(200);
    expect((await officer.get(`${base}/what`)).status).toBe(200);
    expect((await officer.confirm(`${base}/discard`)).status).toBe(303);
    expect((await officer.get(`${base}/what`)).status).toBe(404);
  });

  it('shows a long list in parts, keeps what is on the others, and goes on where something was added', async () => {
    const at = (await begin('empty')).location!.replace('/what', '/price');
    const lines = Array.from({ length: 120 }, (_, place) => ({
      id: `tarief-${place}`,
      name: { nl: `Tarief ${place}`, en: `Rate ${place}` },
      unit: { nl: 'uur', en: 'hour' },
      quantity: '10',
    }));
    const price = { method: 'award-on-value', form: { kind: 'sheet', lines } };
    server.services.setUps.change(at.split('/')[2]!, 'inkoper', ({ draft }) => ({ ...draft, price }));
    const second = await officer.get(`${at}?rows=price.form.lines:2`);
    expect(second.text).toContain('price.form.lines.tarief-50.name');
    expect(second.text).not.toContain('name="price.form.lines.tarief-49.name"');
    expect(second.text).toMatch(/51.{1,20}100.{1,20}120/);
    const sent = await officer.post(at, [
      ...(await fields(at)),
      ['rows', 'price.form.lines:2'],
      ['price.form.lines.tarief-50.quantity', '12,5'],
      ['edit', 'add price.form.lines'],
    ]);
    expect(sent.location).toMatch(/\?rows=price\.form\.lines:3#price\.form\.lines\.[a-z0-9-]+\.name$/);
    const field = sent.location!.split('#')[1]!;
    expect((await officer.get(sent.location!)).text).toContain(`id="${field}"`);
    const { draft } = begunAt(at);
    expect(draft.price).toEqual({
      ...price,
      form: {
        kind: 'sheet',
        lines: [
          ...lines.map((line, place) => (place === 50 ? { ...line, quantity: '12.5' } : line)),
          expect.anything(),
        ],
      },
    });
    for (const nonsense of ['price.form.lines:0', 'price.form.lines:999', 'x', '__proto__:1']) {
      expect((await officer.get(`${at}?rows=${encodeURIComponent(nonsense)}`)).status).toBe(200);
    }
  });
});

describe('the pages of a set-up', () => {
  const sendTo = async (path: string, fields: Record<string, string>) => {
    const version = /name="version" value="(\d+)"/.exec((await officer.get(path)).text)![1]!;
    return await officer.post(path, { version, ...fields });
  };

  it('go on to the next one, unless another method asks other fields here', async () => {
    const base = (await begin('empty')).location!.replace('/what', '');
    const other = await sendTo(`${base}/price`, { 'price.method': 'weighted-factor', intent: 'next' });
    expect(other.location).toBe(`${base}/price?notice=fields`);
    expect((await officer.get(other.location!)).text).toContain(nl.setUp.fieldsHere);
    const same = await sendTo(`${base}/price`, { 'price.weight': '40', intent: 'next' });
    expect(same.location).toBe(`${base}/award?notice=saved`);
  });

  it('give a date of which the kind is chosen its name, and keep one that was typed', async () => {
    const { location } = await begin('empty');
    const base = location!.replace('/what', '');
    const added = await sendTo(`${base}/course`, { edit: 'add course.dates' });
    expect(added.location).toMatch(/#course\.dates\.0\.kind$/);
    await sendTo(`${base}/course`, { 'course.dates.0.kind': 'bids', 'course.dates.0.date': '15 september 2029' });
    const dateNow = () => valueAt(begunAt(location).draft, ['course', 'dates', 0]);
    const name = { nl: 'Einde inschrijving', en: 'End of bids' };
    expect(dateNow()).toEqual({ name, date: '2029-09-15', kind: 'bids' });
    await sendTo(`${base}/course`, { 'course.dates.0.kind': 'start' });
    expect(dateNow()).toMatchObject({ name: { nl: 'Begin opdracht', en: 'Start of contract' }, kind: 'start' });
    await sendTo(`${base}/course`, { 'course.dates.0.name': 'Sluiting', 'course.dates.0.kind': 'decision' });
    expect(dateNow()).toMatchObject({ name: { nl: 'Sluiting' }, kind: 'decision' });
  });

  it('say of rules that nobody chose yet that they are missing, in words', async () => {
    const base = (await begin('empty')).location!.replace('/what', '');
    await sendTo(`${base}/price`, { 'price.method': 'weighted-factor' });
    await sendTo(`${base}/what`, { edit: 'add lots' });
    const { text } = await officer.get(`${base}/award`);
    expect(text).toContain('de rangorde wordt opnieuw bepaald (re-rank)');
    await sendTo(`${base}/award`, { edit: 'add award.tieBreak' });
    const tied = (await officer.get(`${base}/award`)).text;
    expect(tied).not.toContain('x-0');
    expect(tied).toContain('nog in te vullen');
  });
});
