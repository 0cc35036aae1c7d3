import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTender } from '../../../src/actions/open-tender.ts';
import { nl } from '../../../src/messages/nl.ts';
import type { RunningServer } from '../../../src/server.ts';
import { askedNote, choiceField, errorAt, selectField, textField } from '../../../src/web/pages/fields.ts';
import { postedForms } from '../../support/asked-fields.ts';
import { followed } from '../../support/followed.ts';
import { startTestServer, visitor } from '../../support/http.ts';

interface Answer {
  readonly status: number;
  readonly text: string;
}
type Post = (path: string, fields: Readonly<Record<string, string>>) => Promise<Answer>;

describe('a field', () => {
  const problems = [
    { field: 'name', text: 'Vul een naam in.' },
    { field: 'first', text: 'Kies er een.' },
    { field: 'first', text: 'Of twee.' },
  ];

  const asks = 'required';

  it('without a problem names only its hint', () => {
    const field = textField({ name: 'title', label: 'Titel', hint: 'Kort.', asks }, problems, nl.app);
    expect([field.id, field.error, field.describedBy]).toEqual(['title', null, 'title-hint']);
    expect(textField({ name: 'title', label: 'Titel', asks }, problems, nl.app).describedBy).toBeNull();
  });

  it('says what is wrong with it, and names hint and error', () => {
    const field = textField({ name: 'name', label: 'Naam', hint: 'Kort.', asks }, problems, nl.app);
    expect([field.error, field.describedBy]).toEqual(['Fout: Vul een naam in.', 'name-hint name-error']);
  });

  it('may have another id than its name, and is then found by its id', () => {
    const field = selectField({ id: 'name', name: 'other', label: 'Naam', asks, options: [] }, problems, nl.app);
    expect([field.name, field.describedBy]).toEqual(['other', 'name-error']);
  });

  const choices = ['first', 'second'].map((id) => ({ id, value: id, label: id, checked: false }));

  it('with answers to tick has the id of the first answer', () => {
    const field = choiceField({ name: 'model', label: 'Model', asks, choices }, problems, nl.app);
    expect([field.id, field.error]).toEqual(['first', 'Fout: Kies er een. Of twee.']);
  });

  it('has no error when another field is wrong', () => {
    expect(errorAt('title', problems, 'Fout: ')).toBeNull();
  });

  it('says so where it may be left empty, and is said to be required where it is', () => {
    const said = (['required', 'optional', 'depends', 'chosen', 'open'] as const).map((one) => {
      const { required, mark } = textField({ name: 'title', label: 'Titel', asks: one }, [], nl.app);
      return [one, required, mark];
    });
    expect(said).toEqual([
      ['required', true, null],
      ['optional', false, nl.app.mayStayEmpty],
      ['depends', false, null],
      ['chosen', false, null],
      ['open', false, null],
    ]);
  });

  it('of which any number is ticked is not said to be required: there is no way to', () => {
    expect(choiceField({ name: 'model', label: 'Model', asks, many: true, choices }, [], nl.app).required).toBe(false);
  });
});

describe('what stands above a form', () => {
  const noteOf = (...all: (Parameters<typeof textField>[0]['asks'] | null)[]): string | null =>
    askedNote(
      nl,
      all.map((asks) => asks && { asks }),
    );

  it('says once that everything is asked, or where something may be left empty', () => {
    expect(noteOf('required', 'required')).toBe(nl.app.fillInAll);
    expect(noteOf('required', 'chosen')).toBe(nl.app.fillInAll);
    expect(noteOf('required', 'optional')).toBe(nl.app.fillInMost);
    expect(noteOf('required', 'depends')).toBe(nl.app.fillInMost);
  });

  it('is nothing for one field, for a form in which nothing must be, and for a draft', () => {
    expect(noteOf('required', null)).toBeNull();
    expect(noteOf('optional', 'depends')).toBeNull();
    expect(noteOf('open', 'open')).toBeNull();
  });
});

describe('a refused form', () => {
  const RUNNING = '/tenders/tender-gon-2027-1';
  const FINISHED = '/tenders/tender-gon-2027-2';
  let server: RunningServer;
  const people = new Map<string, ReturnType<typeof visitor>>();
  let decision: string;
  beforeAll(async () => {
    server = await startTestServer();
    for (const id of ['inkoper', 'beoordelaar-1', 'beheerder']) {
      people.set(id, visitor(server.url));
      expect((await people.get(id)!.signIn(id)).status).toBe(303);
    }
    people.set('nobody', visitor(server.url));
    const fields = { title: 'Keuze', rules: 'contract-models-2013.v1' };
    decision = (await people.get('inkoper')!.post('/decisions', fields)).location!.split('?')[0]!;
  });
  afterAll(() => server.close());

  const named = { alternatives: 'Bus\nFiets', criteria: 'Nabijheid\nPrijs', scale: '1\n0' };
  const shown = { shownAlternatives: named.alternatives, shownCriteria: named.criteria };
  const forms: readonly (readonly [what: string, who: string, path: string, fields: Record<string, string> | null])[] =
    [
      ['signing in', 'nobody', '/sign-in', {}],
      ['an account', 'beheerder', '/accounts', { id: 'nieuw', name: 'Nieuw', roles: 'x' }],
      ['a tender', 'inkoper', '/tenders', {}],
      ['a tender with rules from a file', 'inkoper', '/tenders', { title: 'Nieuw', from: 'file' }],
      ['a bid', 'inkoper', `${RUNNING}/bids`, {}],
      ['an assessment', 'beoordelaar-1', `${RUNNING}/assessments/roerdomp/zuid-haren`, { intent: 'submit' }],
      ['setting a bid aside', 'inkoper', `${FINISHED}/acts/set-aside`, {}],
      ['the question of the court', 'inkoper', `${FINISHED}/award/guards?bid=appelvink`, null],
      ['a rehearsal', 'inkoper', '/rehearsal', {}],
      ['a decision', 'inkoper', '/decisions', {}],
      ['a weighing', 'inkoper', 'decision/weighing', { seed: 'x' }],
      ['a choice', 'inkoper', 'decision/choice', {}],
      ['a matrix of one’s own', 'inkoper', '/matrices', { ...named, ...shown, step: 'scores' }],
      ['its names', 'inkoper', '/matrices', { step: 'names' }],
      ['its file', 'inkoper', '/matrices', { step: 'file' }],
      ['a filter', 'inkoper', '/neighbourhood-teams?form=club', null],
      ['a comparison', 'inkoper', '/contract-models/compare?model=nothing&model=nobody', null],
      ['a plan', 'inkoper', '/contract-models/bestuurlijk/plan?start=morgen', null],
    ];

  it.each(forms)(
    'says beside each field what is wrong, ties it to the field and shows it: %s',
    async (_, who, path, fields) => {
      const visited = people.get(who)!;
      const at = path.replace(/^decision\//, `${decision}/`);
      const { status, text } =
        fields === null
          ? await visited.get(at)
          : await visited.post(at, fields, await visited.csrf(who === 'nobody' ? '/sign-in' : '/'));
      expect(status).toBe(422);
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);

      const [, summary] = /id="error-summary"([\s\S]*?)<\/ul>/.exec(text)!;
      const targets = [...summary!.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]!);
      expect(targets.length).toBeGreaterThan(0);
      const described = [...text.matchAll(/ aria-describedby="([^"]*)"/g)].flatMap((match) => match[1]!.split(' '));
      for (const target of targets) {
        expect(ids).toContain(target);
        expect(ids).toContain(`${target}-error`);
        expect(described).toContain(`${target}-error`);
      }
      expect(described.filter((id) => !ids.includes(id))).toEqual([]);
      expect(text).toMatch(/ aria-invalid="true"/);
      const closed = [...text.matchAll(/<details(?![^>]* open)[^>]*>[\s\S]*?<\/details>/g)].map((match) => match[0]);
      expect(closed.filter((part) => part.includes('error-message'))).toEqual([]);
    },
  );

  /** Sends the last form of a page with nothing in it but what it holds unseen and what is always chosen. */
  const sentEmpty = async (get: (path: string) => Promise<Answer>, post: Post, path: string) => {
    const page = await get(path);
    expect([path, page.status]).toEqual([path, 200]);
    const form = postedForms(page.text).findLast(({ fields }) => fields.length > 0);
    // Some acts ask for nothing.
    if (!form) return [];
    const { text, status } = await post(form.action, form.unseen);
    expect([path, status]).toEqual([path, 422]);
    const [, summary] = /id="error-summary"([\s\S]*?)<\/ul>/.exec(text)!;
    const refused = new Set([...summary!.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]!));
    return form.fields.map(({ id, asks }) => ({ path, id, asks, isRefused: refused.has(id) }));
  };
  const acts = async (get: (path: string) => Promise<Answer>, path: string): Promise<string[]> =>
    [...(await get(`${path}/acts`)).text.matchAll(/href="([^"]*\/acts\/[^"]*)"/g)].map((match) => match[1]!);
  const asTold = (tried: Awaited<ReturnType<typeof sentEmpty>>) => ({
    required: tried.filter(({ asks, isRefused }) => asks === 'required' && !isRefused),
    optional: tried.filter(({ asks, isRefused }) => asks === 'optional' && isRefused),
  });
  const NOTHING_ELSE = { required: [], optional: [] };

  it('is refused at each field that is required and at none that may stay empty, when nothing is filled in', async () => {
    const { get, post } = people.get('inkoper')!;
    const plan = (await post('/plans', { title: 'Inkoop', year: '2028', example: 'empty' })).location!.split('?')[0]!;
    const { tenders, ruleSets } = server.services;
    const tender = `/tenders/${openTender(tenders, 'inkoper', 'Nieuw', ruleSets.tenders.get('gon-2027.v1')!)}`;
    const paths = [
      ...(await acts(get, RUNNING)),
      ...(await acts(get, FINISHED)),
      ...['/tenders/new', '/decisions/new', '/matrices/new', '/contracts/new', '/plans/new'],
      ...['services/new', 'phases/new', 'moments/new', 'officer', 'close'].map((rest) => `${plan}/${rest}`),
      ...['letters/new', 'rounds/new', 'contracts/new'].map((rest) => `${FINISHED}/${rest}`),
      ...[`${RUNNING}/copy`, `${decision}/choice`, `${decision}/weighing`, `${tender}/bids/new`],
    ];
    const tried: Awaited<ReturnType<typeof sentEmpty>> = [];
    for (const path of paths) tried.push(...(await sentEmpty(get, post, path)));
    const { get: asAdministrator, post: byAdministrator } = people.get('beheerder')!;
    tried.push(...(await sentEmpty(asAdministrator, byAdministrator, '/accounts')));
    expect(asTold(tried)).toEqual(NOTHING_ELSE);
    expect(tried.length).toBeGreaterThan(150);
  });

  it('is so too for what is recorded of contracts', async () => {
    const { house, path } = await followed('gon-2027.v1');
    house.at('2029-02-01T09:00:00.000Z');
    const get = (at: string) => house.get('officer', at);
    const post: Post = (at, fields) => house.post('officer', at, fields);
    const area = 'area=centrum-oude-wijken';
    const tried: Awaited<ReturnType<typeof sentEmpty>> = [];
    const paths = [
      ...(await acts(get, path(''))),
      ...[
        `/figures/new?${area}&quarter=2028-Q3`,
        `/evaluations/new?${area}&year=2028`,
        '/index/new',
        '/budget/set',
      ].map(path),
    ];
    for (const at of paths) tried.push(...(await sentEmpty(get, post, at)));
    house.close();
    expect(asTold(tried)).toEqual(NOTHING_ELSE);
    expect(tried.length).toBeGreaterThan(100);
  });
});
