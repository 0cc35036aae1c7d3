import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../../src/server.ts';
import { chosenRules } from '../../../src/web/pages/choose.ts';
import { startTestServer, visitor } from '../../support/http.ts';

let server: RunningServer;
let officer: ReturnType<typeof visitor>;
beforeAll(async () => {
  server = await startTestServer();
  officer = await signedIn('inkoper');
});
afterAll(() => server.close());

async function signedIn(account: string) {
  const person = visitor(server.url);
  await person.signIn(account);
  return person;
}

/** What can be read in the main part of the page, one space between words. */
const readable = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#3[49];/g, "'")
    .replace(/\s+/g, ' ');

/** What can be read in the row of a table that is headed by this name. */
const rowOf = (html: string, name: string): string => {
  const rows = html.split('<tr').filter((row) => row.includes('scope="row"'));
  const row = rows.find((one) => one.slice(0, one.indexOf('</th>') + 1).includes(`>${name}<`));
  return readable(`<main${row ?? ''}`);
};

const PAGES = ['/contract-models', '/contract-models/bcf', '/neighbourhood-teams', '/demand-led-instruments', '/law'];

describe('who may read the overviews', () => {
  it.each(['inkoper', 'beoordelaar-1', 'commissielid', 'auditor'])('%s', async (account) => {
    const person = await signedIn(account);
    for (const path of PAGES) expect([path, (await person.get(path)).status]).toEqual([path, 200]);
    expect((await person.get('/')).text).toContain('href="/contract-models"');
  });

  it('not the administrator, who has no link to them either', async () => {
    const person = await signedIn('beheerder');
    expect((await person.get('/contract-models')).status).toBe(403);
    expect((await person.get('/accounts')).text).not.toContain('href="/contract-models"');
  });

  it('only a procurement officer is led to making a choice', async () => {
    expect((await officer.get('/contract-models')).text).toContain('href="/decisions/new"');
    const auditor = await signedIn('auditor');
    expect((await auditor.get('/contract-models')).text).not.toContain('/decisions/new');
  });
});

describe('the overview of the contract models', () => {
  it('shows every model with a symbol and a word in each cell, and its counts', async () => {
    const { text } = await officer.get('/contract-models');
    expect(text.match(/gw-heat__cell/g)).toHaveLength(13 * 5);
    const row = rowOf(text, 'Bestuurlijk aanbesteden');
    expect(row).toContain('+ voldoet + voldoet +/- deels +/- deels + voldoet 3 2 0');
    expect(row).toContain('Convenant');
    expect(row).toContain('meer dan de helft +');
  });

  it('reproduces the conclusion of the report and says by which rule', async () => {
    const text = readable((await officer.get('/contract-models')).text);
    expect(text).toContain(
      '“Beleidsgestuurde contractfinanciering (BCF)” en “Bestuurlijk aanbesteden” hebben op meer dan de helft van de criteria een +; de bron kiest dezelfde modellen.',
    );
    expect(text).toContain('De bron noemt zelf geen regel; deze regel is van Gunwijzer.');
  });

  it('leads to every model and to the other overviews', async () => {
    const { text } = await officer.get('/contract-models');
    const { rules } = server.services.ruleSets.matrices.get('contract-models-2013.v2')!;
    for (const { id } of rules.alternatives) expect(text).toContain(`href="/contract-models/${id}"`);
    for (const path of ['/neighbourhood-teams', '/demand-led-instruments', '/law'])
      expect(text).toContain(`href="${path}"`);
  });

  it('speaks English too', async () => {
    const person = await signedIn('auditor');
    await person.post('/language', { language: 'en', returnTo: '/contract-models' });
    const { text } = await person.get('/contract-models');
    expect(rowOf(text, 'Zeeland model')).toContain('+ meets it +/- partly + meets it - does not - does not 2 1 2');
  });

  it('is shown in its newest version, and an older one says that there is a newer', async () => {
    const { text } = await officer.get('/contract-models');
    expect(readable(text)).toContain('sociaal domein, versie 2 ');
    expect(readable(text)).toContain('sociaal domein, versie 1 (er is een nieuwere versie)');
    const older = readable((await officer.get('/contract-models?rules=contract-models-2013.v1')).text);
    expect(older).toContain('sociaal domein, versie 1 (er is een nieuwere versie)');
    expect(older).not.toContain('versie 2 (er is');
  });

  it('is asked for by rule set, and there is no other than what is published', async () => {
    expect((await officer.get('/contract-models?rules=contract-models-2013.v2')).status).toBe(200);
    expect((await officer.get('/contract-models?rules=contract-models-2013.v9')).status).toBe(404);
    expect((await officer.get('/contract-models?rules=a&rules=b')).status).toBe(404);
  });
});

describe('the page of a model', () => {
  it('tells everything that the source gives', async () => {
    const text = readable((await officer.get('/contract-models/bestuurlijk')).text);
    for (const part of [
      'Convenant',
      '2 tot 12 maanden',
      'Gespecialiseerde ondersteuning (tweede lijn)',
      'Flexibel: aanbieders kunnen later meedoen of stoppen',
      'Kost veel werk',
      'Plenair overleg',
      'Besluit: College van burgemeester en wethouders',
      'Bij tellen: rang 2 van 13',
      'Contractering, 3.2 onder a',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says where the source gives nothing', async () => {
    const text = readable((await officer.get('/contract-models/veiling')).text);
    for (const part of ['voordelen', 'nadelen', 'aandachtspunten', 'doorlooptijd']) {
      expect(text).toContain(`De bron noemt geen ${part}.`);
    }
    expect(text).toContain('De bron beschrijft geen stappen.');
    expect(text).toContain('De bron zegt niet waar dit model past.');
  });

  it('is there for every model of the catalogue, and for no other', async () => {
    const { rules } = server.services.ruleSets.matrices.get('contract-models-2013.v2')!;
    for (const { id } of rules.alternatives) expect((await officer.get(`/contract-models/${id}`)).status).toBe(200);
    expect((await officer.get('/contract-models/constructor')).status).toBe(404);
  });
});

describe('models side by side', () => {
  it.each([
    ['two', ['bcf', 'bestuurlijk']],
    ['three', ['bcf', 'bestuurlijk', 'zeeuws']],
  ])('%s', async (_, ids) => {
    const { status, text } = await officer.get(`/contract-models/compare?${ids.map((id) => `model=${id}`).join('&')}`);
    expect(status).toBe(200);
    for (const id of ids) expect(text).toContain(`<a class="utrecht-link" href="/contract-models/${id}">`);
    expect(text.match(/gw-heat__cell/g)).toHaveLength(5 * ids.length);
    expect(rowOf(text, 'Samen inkopen')).toContain('- voldoet niet + voldoet');
  });

  it.each([
    ['none', '', 'U koos geen model. Kies er twee of drie.'],
    ['one', 'model=bcf', 'U koos maar één model.'],
    ['the same twice', 'model=bcf&model=bcf', 'U koos maar één model.'],
    ['four', 'model=bcf&model=zeeuws&model=veiling&model=dialoog', 'U koos 4 modellen. Kies er twee of drie.'],
    ['an unknown one', 'model=bcf&model=kermis', 'Het model “kermis” staat niet in dit overzicht.'],
    ['a very long one', `model=bcf&model=${'x'.repeat(500)}`, `Het model “${'x'.repeat(60)}…” staat niet`],
  ])('%s is refused, in words, and what was chosen stays', async (_, query, message) => {
    const { status, text } = await officer.get(`/contract-models/compare?${query}`);
    expect(status).toBe(422);
    expect(text).toMatch(/<title>Fout: /);
    expect(readable(text)).toContain(`Fout: ${message}`);
    expect(text).toContain('href="#model-1"');
    expect(/value="bcf" checked/.test(text)).toBe(query.includes('bcf'));
    expect(text).not.toContain('gw-heat__cell');
  });

  it('never lets an address write on the page', async () => {
    const { text } = await officer.get('/contract-models/compare?model=%3Cscript%3E');
    expect(text).not.toContain('<script>');
  });
});

describe('the benchmark of neighbourhood teams', () => {
  const cities = (text: string) =>
    [...text.matchAll(/<th[^>]* class="utrecht-table__cell gw-row-name"[^>]*>([^<]+)</g)].map((match) => match[1]);

  it('shows all eight, and the counts of the letter beside what the table gives', async () => {
    const { text } = await officer.get('/neighbourhood-teams');
    expect(cities(text)).toHaveLength(8);
    expect(text.match(/zoals in de brief/g)).toHaveLength(8);
    expect(text).not.toContain('anders dan in de brief');
    expect(rowOf(text, 'Uitvoering')).toContain('7 7 zoals in de brief');
  });

  it('shows participation in the board apart from steering, and what is uncertain', async () => {
    const { text } = await officer.get('/neighbourhood-teams');
    expect(rowOf(text, 'Utrecht')).toContain('Geen middel genoemd Geen Niet genoemd');
    expect(readable(text)).toContain('Onzeker: De tabel noemt ook hier een lumpsum voor de tweede lijn.');
    const none = await officer.get('/neighbourhood-teams?participation=none');
    expect(cities(none.text)).toEqual(['Dordrecht', 'Eindhoven', 'Gouda', 'Leeuwarden', 'Utrecht', 'Zaanstad']);
  });

  it('filters on what was chosen, and keeps the choice', async () => {
    const { text } = await officer.get('/neighbourhood-teams?form=cooperative&how=&finance=subsidy&influence=&model=');
    expect(cities(text)).toEqual(['Gouda', 'Leeuwarden']);
    expect(text).toContain('<option value="cooperative" selected>');
    expect(readable(text)).toContain('2 van 8 gemeenten');
    expect(text.match(/zoals in de brief/g)).toHaveLength(8);
  });

  it('says so when no municipality fits, with a way back', async () => {
    const { status, text } = await officer.get('/neighbourhood-teams?form=private-company');
    expect([status, cities(text)]).toEqual([200, []]);
    expect(readable(text)).toContain('Geen enkele gemeente past bij deze keuze.');
    expect(text).toContain('<a class="utrecht-link" href="/neighbourhood-teams">');
  });

  it('refuses what is not a choice, and names it', async () => {
    const { status, text } = await officer.get('/neighbourhood-teams?form=club&finance=purchase');
    expect(status).toBe(422);
    expect(readable(text)).toContain('Fout: Rechtsvorm: “club” is geen keuze in deze lijst.');
    expect(text).toContain('href="#form"');
    expect(cities(text)).toEqual(['Utrecht', 'Zaanstad']);
  });
});

describe('the demand-led instruments', () => {
  it('stand side by side with their pros and cons, and what the source does not give', async () => {
    const { text } = await officer.get('/demand-led-instruments');
    const words = readable(text);
    for (const name of ['Persoonsgebonden budget (pgb)', 'Zorg in natura (zin)', 'Trekkingsrecht', 'Vouchersysteem']) {
      expect(words).toContain(name);
    }
    expect(words).toContain('De inwoner bepaalt wie helpt, wanneer, waar en hoe.');
    expect(words).toContain('De bron noemt geen nadelen.');
  });
});

describe('the legal frame', () => {
  /** What can be read under a heading, up to the next one of its level. */
  const under = (html: string, id: string): string => readable(`<main ${html.split(`id="${id}"`)[1]?.split('<h3')[0]}`);

  it('puts all procedures side by side while none is chosen', async () => {
    const { text } = await officer.get('/law');
    expect(rowOf(text, 'Opschortende termijn')).toContain(
      'Contractstandaard Contractstandaard Wettelijk Wettelijk Niet vastgesteld',
    );
    expect(readable(text)).toContain('Gunwijzer adviseert en is geen jurist.');
  });

  it('shows the rules of a procedure by what they are, with source, mark and date', async () => {
    const { status, text } = await officer.get('/law?procedure=sas-with-emvi');
    expect(status).toBe(200);
    expect(text).toContain('<option value="sas-with-emvi" selected>');
    expect(under(text, 'statutory')).toContain(
      'Aanbestedingswet 2012, artikel 2.132 (stand 1 september 2025) Gelezen in de tekst zelf',
    );
    expect(under(text, 'contract-standard')).toContain('Aanbestedingswet 2012, artikel 2.127');
    expect(under(text, 'own-documents')).toContain('Dit is goede praktijk, geen wet.');
    expect(under(text, 'unsettled')).toContain('Aanbestedingswet 2012, artikel 2.130');
  });

  it('asks the standstill by law in an open procedure', async () => {
    const { text } = await officer.get('/law?procedure=open');
    expect(under(text, 'statutory')).toContain('Aanbestedingswet 2012, artikel 2.127');
    expect(text).not.toContain('id="unsettled"');
  });

  it('refuses to rank in open house, and says why', async () => {
    const { text } = await officer.get('/law?procedure=open-house');
    expect(readable(text)).toContain(
      'Gunwijzer rangschikt hier niet Wie rangschikt, vergelijkt inschrijvingen met elkaar.',
    );
    expect(readable((await officer.get('/law?procedure=open')).text)).not.toContain('Gunwijzer rangschikt hier niet');
  });

  it('shows 2013 as history, below the law of today', async () => {
    const text = readable((await officer.get('/law?procedure=open')).text);
    expect(text).toContain('Het juridische kader van 2013 Niet meer van kracht');
    expect(text).toContain('De gunning van een opdracht boven € 200.000 moest wel worden gepubliceerd.');
    expect(text).not.toContain('1966');
  });

  it('refuses what is no procedure, names it, and still shows the overview', async () => {
    const { status, text } = await officer.get('/law?procedure=%3Cb%3Eauction');
    expect(status).toBe(422);
    expect(text).toMatch(/<title>Fout: /);
    expect(text).toContain('href="#procedure"');
    expect(text).toContain('&lt;b&gt;auction');
    expect(rowOf(text, 'Proces-verbaal')).toContain('Wettelijk');
  });

  it('has no ids or hashes for people to read', async () => {
    const words = readable((await officer.get('/law?procedure=sas-without-emvi')).text);
    const { rules, sha256 } = server.services.ruleSets.laws.get('procurement-law.v1')!;
    expect(words).not.toContain(sha256.slice(0, 8));
    for (const { id } of rules.rules.filter((rule) => rule.id.includes('-'))) expect(words).not.toContain(id);
  });

  it('speaks English too', async () => {
    const person = await signedIn('auditor');
    await person.post('/language', { language: 'en', returnTo: '/law' });
    const { text } = await person.get('/law?procedure=open-house');
    expect(readable(text)).toContain('Gunwijzer does not rank here');
    expect(readable(text)).toContain('(as of 1 September 2025)');
  });
});

describe('which rule set a page shows', () => {
  const published = (id: string, version: number) => {
    const text = { nl: id, en: id };
    return [`${id}.v${version}`, { rules: { id, version, title: text, description: text }, sha256: '' }] as const;
  };
  const sets = new Map([published('a', 10), published('a', 2), published('b', 11)]);

  it('unasked is the newest version of the first', () => {
    expect(chosenRules(sets, undefined)).toMatchObject({ rules: { id: 'a', version: 10 }, key: null });
    expect(chosenRules(sets, 'a.v2')).toMatchObject({ rules: { version: 2 }, key: 'a.v2' });
  });

  it('leaves the others to be chosen from', () => {
    expect(chosenRules(sets, 'a.v2')!.others.map(({ key }) => key)).toEqual(['a.v10', 'b.v11']);
  });

  it('is none when there is none', () => {
    expect(chosenRules(new Map(), undefined)).toBeUndefined();
    expect(chosenRules(sets, 'c.v1')).toBeUndefined();
  });
});
