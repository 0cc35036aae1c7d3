import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../src/server.ts';
import { startTestServer, visitor } from '../support/http.ts';

const RUNNING = '/tenders/tender-gon-2027-1';
const FINISHED = '/tenders/tender-gon-2027-2';
/** An assessment that assessor 1 still has to make. */
const FORM = `${RUNNING}/assessments/blauwborst/zuid-haren`;

let server: RunningServer;
let people: Record<string, ReturnType<typeof visitor>>;
beforeAll(async () => {
  server = await startTestServer();
  people = {};
  for (const id of ['inkoper', 'beoordelaar-1', 'beoordelaar-2', 'auditor', 'beheerder', 'commissielid']) {
    people[id] = visitor(server.url);
    expect((await people[id].signIn(id)).status).toBe(303);
  }
});
afterAll(() => server.close());

/** How many events there are: nothing of what is refused may add one. */
const events = (): number =>
  server.services.storage.events
    .dossiers()
    .reduce((total, dossier) => total + server.services.storage.events.head(dossier).seq, 0);

async function refused(
  who: string,
  path: string,
  fields: Record<string, string> | [string, string][],
  status: number,
  text: RegExp,
): Promise<string> {
  const before = events();
  const answer = await people[who]!.post(path, fields);
  expect([answer.status, events()]).toEqual([status, before]);
  expect(answer.text).toMatch(text);
  expect(answer.text).not.toMatch(/at .*\.(ts|js):\d+/);
  return answer.text;
}

const CRITERIA = [
  'transition',
  'existing-support',
  'staff',
  'growth-path',
  'offer',
  'area-cooperation',
  'work-development',
];
const filled = (change: Record<string, string> = {}): Record<string, string> => ({
  version: '0',
  intent: 'submit',
  ...Object.fromEntries(
    CRITERIA.flatMap((id) => [
      [`score.${id}`, '8'],
      [`motivation.${id}`, `Motivering over ${id}.`],
    ]),
  ),
  ...change,
});

describe('an assessment form', () => {
  it('with a score outside the scale', async () => {
    await refused('beoordelaar-1', FORM, filled({ 'score.staff': '7' }), 422, /staat niet op de schaal/);
  });

  it('with a missing motivation keeps what was typed, and links to the field', async () => {
    const page = await refused(
      'beoordelaar-1',
      FORM,
      filled({ 'motivation.offer': ' ' }),
      422,
      /href="#motivation\.offer"/,
    );
    expect(page).toContain('<title>Fout: ');
    expect(page).toContain('Motivering over staff.');
  });

  it('with a character that cannot be printed names it', async () => {
    await refused('beoordelaar-1', FORM, filled({ 'motivation.offer': 'Prima 🙂' }), 422, /U\+1F642/);
  });

  it('with a text that is too long', async () => {
    await refused('beoordelaar-1', FORM, filled({ 'motivation.offer': 'x'.repeat(20_001) }), 422, /te lang/);
  });

  it('for a bid or an area that is not there, or a bid that is invalid there', async () => {
    await refused('beoordelaar-1', `${RUNNING}/assessments/nobody/west`, filled(), 404, /niet gevonden/);
    await refused('beoordelaar-1', `${RUNNING}/assessments/korenwolf/west`, filled(), 404, /niet gevonden/);
    await refused('beoordelaar-1', `${RUNNING}/assessments/roerdomp/west`, filled(), 422, /ongeldig voor gebied/);
  });

  it('that was typed over in another window: the answer is 409, the last is the draft, and what it took the place of stays beside it', async () => {
    const place = `${RUNNING}/assessments/roerdomp/zuid-haren`;
    const draft = { 'draft.staff': '0', intent: 'save', 'score.staff': '6', 'motivation.staff': 'Eerste venster.' };
    expect((await people['beoordelaar-1']!.post(place, draft)).status).toBe(303);
    const second = { ...draft, 'motivation.staff': 'Tweede venster.' };
    const page = await refused('beoordelaar-1', place, second, 409, /In een ander venster stond hier/);
    expect(page).toMatch(/<textarea[^>]* name="motivation\.staff"[^>]*>Tweede venster\.</);
    expect(page).toContain('Eerste venster.');
    const restore = /name="restore" value="([^"]+)"/.exec(page)![1]!;
    expect((await people['beoordelaar-1']!.post(place, { restore })).status).toBe(303);
    const back = (await people['beoordelaar-1']!.get(place)).text;
    expect(back).toMatch(/<textarea[^>]* name="motivation\.staff"[^>]*>Eerste venster\.</);
  });

  it('that was handed in from another window meanwhile', async () => {
    const place = `${RUNNING}/assessments/roerdomp/zuid-haren`;
    const seen = 'x';
    await refused('beoordelaar-1', `${RUNNING}/assessments/hand-in`, { seen }, 409, /intussen gewijzigd/);
    expect((await people['beoordelaar-1']!.get(place)).status).toBe(200);
  });
});

describe('steps out of order', () => {
  it('consensus before all assessors have submitted', async () => {
    await refused('inkoper', `${RUNNING}/consensus/open`, {}, 409, /moeten nog \d+ beoordelingen/);
    await refused(
      'inkoper',
      `${RUNNING}/consensus/appelvink/west`,
      { 'score.staff': '8', 'motivation.staff': 'x', 'version.staff': '0' },
      409,
      /fase/,
    );
  });

  it('award before the quality round is closed', async () => {
    await refused('inkoper', `${RUNNING}/award/compute`, {}, 409, /alleen in de fase/);
    const early = await people.inkoper!.get(`${RUNNING}/award`);
    expect([early.status, early.text]).toEqual([409, expect.stringContaining('De gunning is nog niet berekend')]);
    expect((await people.inkoper!.get(`${RUNNING}/report.pdf`)).status).toBe(409);
  });

  it('an assessment after the round was closed', async () => {
    await refused('beoordelaar-1', `${FINISHED}/assessments/appelvink/west`, filled(), 409, /beoordelingsronde/);
  });
});

describe('a new dossier', () => {
  it.each([
    ['/tenders/new', 'rules gon-2027', 3],
    ['/decisions/new', 'contract-models-2013', 2],
  ])('%s offers the newest version of %s only', async (path, rules, newest) => {
    const { text } = await people.inkoper!.get(path);
    expect(text).toContain(`value="${rules}.v${newest}"`);
    expect(text).not.toContain(`value="${rules}.v${newest - 1}"`);
  });
});

describe('a bid form', () => {
  const percentages = (lot: string, value: string): Record<string, string> =>
    Object.fromEntries(
      ['2027-12-31', '2028-12-31', '2029-12-31', '2030-12-31', 'initiatives'].map((step) => [
        `growth.${lot}.${step}`,
        value,
      ]),
    );
  const form = (change: Record<string, string> = {}): Record<string, string> => ({
    name: 'Stichting Nieuw',
    form: 'single',
    'member.1.number': '09999999',
    lots: 'west',
    ...percentages('west', '80'),
    ...change,
  });
  let tender: string;
  beforeAll(async () => {
    const made = await people.inkoper!.confirm('/tenders', { title: 'Proef', from: 'rules gon-2027.v2' });
    tender = made.location!.split('?')[0]!;
    expect((await people.inkoper!.confirm(`${tender}/bids`, form())).status).toBe(303);
  });

  it('with an organisation in two bids, also under another number', async () => {
    await refused('inkoper', `${tender}/bids`, form({ name: 'Ander' }), 422, /doet al mee/);
    await refused(
      'inkoper',
      `${tender}/bids`,
      form({ name: 'Ander', 'member.1.name': 'stichting  nieuw', 'member.1.number': '11111111' }),
      422,
      /doet al mee/,
    );
  });

  it('on an unknown area, without an area, or with a percentage that is none', async () => {
    const other = { name: 'Ander', 'member.1.number': '88888888' };
    await refused('inkoper', `${tender}/bids`, form({ ...other, lots: 'drenthe' }), 422, /“drenthe” bestaat niet/);
    await refused('inkoper', `${tender}/bids`, form({ ...other, lots: '' }), 422, /bestaat niet|ten minste één gebied/);
    await refused(
      'inkoper',
      `${tender}/bids`,
      form({ ...other, 'growth.west.2027-12-31': '101' }),
      422,
      /percentage van 0 tot en met 100/,
    );
  });

  it('of a consortium with more members than a bid can hold changes nothing', async () => {
    const members = Object.fromEntries(
      Array.from({ length: 51 }, (_, index) => [
        [`member.${index + 1}.name`, `Lid ${index}`],
        [`member.${index + 1}.number`, String(70_000_000 + index)],
      ]).flat(),
    );
    await refused(
      'inkoper',
      `${tender}/bids`,
      form({ name: 'Groot', ...members, form: 'consortium' }),
      422,
      /ten hoogste 50/,
    );
    expect((await people.inkoper!.get(tender)).status).toBe(200);
  });

  it('of a consortium with one member', async () => {
    await refused(
      'inkoper',
      `${tender}/bids`,
      form({ name: 'Ander', 'member.1.name': 'Ander', 'member.1.number': '88888888', form: 'consortium' }),
      422,
      /ten minste twee/,
    );
  });

  it('with a number that is none says what is wrong with it', async () => {
    const number = (text: string, change: Record<string, string> = {}) =>
      form({ name: 'Ander', 'member.1.number': text, ...change });
    const refusals: [Record<string, string>, RegExp][] = [
      [number('9999999'), /“9999999” heeft 7 cijfers.*nul vooraan/],
      [number('000099999999'), /twaalf cijfers|Twaalf cijfers/],
      [number('1122\t3344'), /geen KvK-nummer/],
      [number('55667788 3B Wonen'), /geen KvK-nummer/],
      [number('', { 'member.1.register': 'kvk' }), /Vul het nummer van organisatie 1 in/],
      [number('12', { 'member.1.register': 'none' }), /Kies in welk register/],
      [number('HRB 12', { 'member.1.register': 'other' }), /hoe het andere register van organisatie 1 heet/],
    ];
    for (const [fields, expected] of refusals) await refused('inkoper', `${tender}/bids`, fields, 422, expected);
  });

  it('with texts that may not come in names them all, and keeps what was typed', async () => {
    const fields = form({
      name: 'Groep 🙂 \u202e漢',
      'member.2.name': 'Een\ntwee',
      'member.2.number': '11112222',
      form: 'consortium',
    });
    const page = await refused(
      'inkoper',
      `${tender}/bids`,
      fields,
      422,
      /U\+1F642.*op teken 7.*U\+202E.*op teken 9.*U\+6F22.*op teken 10/,
    );
    expect(page).toMatch(/Organisatie 2: Naam heeft tekens die hier niet kunnen: een regeleinde op teken 4/);
    expect(page).toContain('value="11112222"');
  });

  it('asks for a row more and keeps what was typed', async () => {
    const fields = form({ 'member.3.name': 'Derde', intent: 'more-members', 'member-rows': '3' });
    const page = await people.inkoper!.post(`${tender}/bids`, fields);
    expect(page.status).toBe(200);
    expect(page.text).toContain('name="member.4.name"');
    expect(page.text).not.toContain('name="member.5.name"');
    expect(page.text).toContain('value="Derde"');
    expect(page.text).toContain(`formaction="${tender}/bids#member-5"`);
    const full = await people.inkoper!.post(`${tender}/bids`, { ...fields, 'member-rows': '99' });
    expect(full.text).toContain('name="member.50.name"');
    expect(full.text).not.toContain('value="more-members"');
  });

  it('with numbers as people write them shows on the page of bids what was read', async () => {
    const consortium = form({
      name: 'Combinatie o\ufb00ensief',
      form: 'consortium',
      lots: 'zuid-haren',
      ...percentages('zuid-haren', '80,50 %'),
      'member.1.name': 'Stichting\u00a0Eider',
      'member.1.number': 'KvK 0566.77 00',
      'member.3.name': 'Kleve gGmbH',
      'member.3.register': 'other',
      'member.3.registerName': 'Amtsgericht Kleve',
      'member.3.number': 'HRB 1234',
      'member.4.name': '3B Wonen',
      'member.4.register': 'none',
    });
    const made = await people.inkoper!.confirm(`${tender}/bids`, consortium);
    expect(made.status, made.text).toBe(303);
    const page = (await people.inkoper!.get(`${tender}/bids`)).text;
    expect(page).toContain('Combinatie offensief');
    expect(page).toContain(
      'Combinatie van “Stichting Eider (KvK 05667700)”, “Kleve gGmbH (Amtsgericht Kleve HRB 1234)” en “3B Wonen”',
    );
    expect(page).toContain('Eén organisatie (KvK 09999999)');
    expect(page).toContain('80,5');
  });

  it('for a tender of somebody else does not exist', async () => {
    await refused('beoordelaar-1', `${tender}/bids`, form(), 403, /geen toegang/);
  });
});

describe('accounts', () => {
  const account = { id: 'nieuw', name: 'Nieuw', roles: 'assessor' };
  it('with an unknown role, a taken name', async () => {
    await refused('beheerder', '/accounts', { ...account, roles: 'koning' }, 422, /“koning” bestaat niet/);
    await refused('beheerder', '/accounts', { ...account, id: 'auditor' }, 422, /bestaat al/);
    await refused('beheerder', '/accounts/auditor/roles', { roles: 'koning' }, 422, /“koning” bestaat niet/);
    await refused('beheerder', '/accounts/auditor/roles', {}, 422, /ten minste één rol/);
    const apart: [string, string][] = [
      ['roles', 'auditor'],
      ['roles', 'committee-member'],
    ];
    await refused('beheerder', '/accounts/auditor/roles', apart, 422, /gaan niet samen/);
    await refused('beheerder', '/accounts/niemand/close', {}, 404, /niet gevonden/);
    await refused('beheerder', '/accounts/beheerder/close', {}, 409, /laatste beheerder/);
  });
});

describe('requests that are not what they seem', () => {
  it('a form with a wrong CSRF token, with none, or with that of somebody else', async () => {
    const other = await people['beoordelaar-2']!.csrf('/');
    for (const token of ['wrong', '', other]) {
      await refused('beoordelaar-1', FORM, { ...filled(), _csrf: token }, 419, /verlopen/);
    }
  });

  it('a form of 10 MB', async () => {
    await refused('beoordelaar-1', FORM, filled({ 'motivation.offer': 'x'.repeat(10_000_000) }), 413, /te groot/);
  });

  it('fields with the names of what every object has', async () => {
    const odd: [string, string][] = [
      ...Object.entries(filled({ intent: 'save' })),
      ['__proto__', 'x'],
      ['constructor', 'x'],
      ['draft.__proto__', '1'],
    ];
    await refused('beoordelaar-1', FORM, odd, 409, /In een ander venster stond hier/);
  });

  it('an address that cannot be decoded, and one that is not there', async () => {
    expect((await people.auditor!.get('/tenders/%E0%A4%A')).status).toBe(400);
    expect((await people.auditor!.get('/assets/%E0%A4%A')).status).toBe(404);
    expect((await people.auditor!.get('/nowhere')).status).toBe(404);
    expect((await people.auditor!.get('/tenders/accounts/log')).status).toBe(404);
    expect((await people.auditor!.get(`${FINISHED}/log?page=999`)).status).toBe(404);
  });

  it('a way back to another site is ignored', async () => {
    const guest = visitor(server.url);
    for (const returnTo of ['https://example.org/', '//example.org/', '/\\example.org']) {
      const token = await guest.csrf('/sign-in');
      const answer = await guest.post('/language', { language: 'en', returnTo }, token);
      expect([answer.status, answer.location]).toEqual([303, '/']);
    }
  });
});

describe('signing in', () => {
  it('with a wrong password says no more than that, and after some times says how long to wait', async () => {
    const guest = visitor(server.url);
    const unknown = await guest.signIn('niemand', 'verkeerd wachtwoord');
    const wrong = await guest.signIn('commissielid', 'verkeerd wachtwoord');
    expect([unknown.status, wrong.status]).toEqual([422, 422]);
    const message = /<p class="utrecht-form-field-error-message"[^>]*>([^<]*)/;
    expect(message.exec(unknown.text)![1]).toBe(message.exec(wrong.text)![1]);
    let last = wrong;
    for (let attempt = 0; attempt < 10 && last.status === 422; attempt++) {
      last = await guest.signIn('commissielid', 'verkeerd');
    }
    expect(last.status).toBe(429);
    expect(last.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(last.text).toMatch(/Wacht \d+ seconden? en probeer het dan opnieuw/);
  });
});
