import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContractsByHand } from '../../../src/actions/open-contracts.ts';
import { openTender } from '../../../src/actions/open-tender.ts';
import { emptyDraft } from '../../../src/domain/set-up/begin.ts';
import { nl } from '../../../src/messages/nl.ts';
import { dateInTheNetherlands } from '../../../src/web/dutch-date.ts';
import { contractFor } from '../../support/contract-dossier.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { singleBid, smallRules } from '../../support/tender.ts';

const PEOPLE = [
  { id: 'inkoper', roles: ['procurement-officer'] },
  { id: 'ander', roles: ['procurement-officer'] },
  { id: 'een', roles: ['assessor'] },
  { id: 'twee', roles: ['assessor'] },
  { id: 'controle', roles: ['auditor'] },
  { id: 'lid', roles: ['committee-member'] },
  { id: 'beheer', roles: ['administrator'] },
  { id: 'hulp', roles: ['administrator'] },
  { id: 'niemand', roles: ['assessor'] },
] as const;

const DAY = 24 * 3_600_000;
/** A day by the clock of the house. */
const inDays = (days: number): string => dateInTheNetherlands(new Date(Date.parse(house.now()) + days * DAY));
const rulesWith = (...days: readonly number[]) => ({
  rules: {
    ...smallRules({}),
    course: { dates: days.map((n) => ({ name: { nl: 'Besluit', en: 'Decision' }, date: inDays(n) })) },
  },
  sha256: '0'.repeat(64),
});

let house: Installation;
beforeAll(async () => {
  house = await openInstallation(PEOPLE);
});
afterAll(() => house.close());

const page = async (who: string, path = '/'): Promise<string> => (await house.get(who, path)).text;
/** What can be read in the main part of a page, in one line. */
const textOf = (html: string): string =>
  html
    .replace(/^[\s\S]*<main/, '<main')
    .replace(/<\/main>[\s\S]*$/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#34;|&quot;/g, '"')
    .replace(/\s+/g, ' ');
const rowsOf = (html: string): string[] =>
  [
    ...html.matchAll(
      /<tr role="row" class="utrecht-table__row">[\s\S]*?<a class="utrecht-link" href="[^"]*">([^<]*)</g,
    ),
  ].map(([, title]) => title!);

describe('the first page of who has nothing to do', () => {
  it('says so, and to each what there is to begin with', async () => {
    for (const who of ['een', 'controle', 'lid']) {
      const text = textOf(await page(who));
      expect(text).toContain(nl.home.groups.todo.none);
      expect(text).toContain(nl.home.noDossiers);
      expect(text).not.toContain(nl.home.groups.waits.title);
      expect(text).not.toContain(nl.home.list.search);
    }
    expect(textOf(await page('inkoper'))).toContain(nl.home.noDossiersOfficer);
    expect(textOf(await page('beheer'))).not.toContain(nl.home.dossiers);
  });
});

describe('the first page', () => {
  it('says what can be done, until when, and how the tender stands', async () => {
    openTender(house.services.tenders, 'inkoper', 'Wijkteams “Zuid & Oost”', rulesWith(-5, 4));
    const text = textOf(await page('inkoper'));
    expect(text).toContain('Wijkteams “Zuid &amp; Oost” Leg de inschrijvingen vast en wijs beoordelaars aan.');
    expect(text).toContain('(nog 4 dagen) Besluit');
    expect(text).toContain('1 aanbesteding ');
    const english = await house.post('inkoper', '/language', { language: 'en', returnTo: '/' });
    expect(english.status).toBe(303);
    expect(textOf(await page('inkoper'))).toContain('(4 days left) Decision');
    await house.post('inkoper', '/language', { language: 'nl', returnTo: '/' });
    for (const who of ['ander', 'een', 'lid', 'beheer']) expect(textOf(await page(who))).not.toContain('Wijkteams');
    expect(textOf(await page('controle'))).toContain('Wijkteams');
  });

  it('says for whom the chair waits, and tells an assessor nothing of the others', async () => {
    const { tenders } = house.services;
    const dossier = openTender(tenders, 'inkoper', 'Vervoer', rulesWith(-3));
    for (const assessor of ['een', 'twee']) tenders.execute(dossier, 'inkoper', { type: 'appoint-assessor', assessor });
    for (const bid of ['a', 'b']) {
      tenders.execute(dossier, 'inkoper', { type: 'register-bid', bid: singleBid(bid, ['lot-1']) });
    }
    const interests = ['a', 'b'].map((bid) => ({ bid, conflict: false }));
    for (const person of ['inkoper', 'een', 'twee']) {
      tenders.execute(dossier, person, {
        type: 'say',
        events: [{ type: 'interests-declared', payload: { interests } }],
      });
    }
    tenders.execute(dossier, 'inkoper', { type: 'open-assessment' });
    expect(textOf(await page('inkoper'))).toContain('Nog 4 beoordelingen van Persoon een (2) en Persoon twee (2).');
    expect(textOf(await page('inkoper'))).toContain('(3 dagen geleden)');
    const before = textOf(await page('een'));
    expect(before).toContain('Nog 2 beoordelingen in te dienen.');
    const { criteria } = tenders.get(dossier).rules;
    const scores = criteria.map(({ id }) => ({ criterion: id, score: '8', motivation: 'Goed.' }));
    tenders.execute(dossier, 'twee', { type: 'submit-assessment', bid: 'a', lot: 'lot-1', version: 0, scores });
    expect(textOf(await page('een'))).toBe(before);
    expect(textOf(await page('inkoper'))).toContain('Nog 3 beoordelingen van Persoon een (2) en Persoon twee (1).');
    tenders.execute(dossier, 'twee', { type: 'submit-assessment', bid: 'b', lot: 'lot-1', version: 0, scores });
    expect(textOf(await page('twee'))).toContain(nl.home.waits.consensusOpening);
  });

  it('gives every link in it a name of its own', async () => {
    const html = (await page('inkoper')).replace(/^[\s\S]*<main/, '');
    const links = [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map(
      ([, href, inner]) =>
        [
          inner!
            .replace(/<[^>]*>/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
          href,
        ] as const,
    );
    for (const [name, href] of links) {
      expect(new Set(links.filter(([other]) => other === name).map(([, to]) => to)), name).toEqual(new Set([href]));
    }
  });
});

describe('the list of tenders', () => {
  beforeAll(() => {
    for (let number = 1; number <= 28; number++) {
      openTender(house.services.tenders, 'inkoper', `Reeks ${String(number).padStart(2, '0')} café`, rulesWith(100));
    }
    const put = openTender(house.services.tenders, 'inkoper', 'Weggelegd', rulesWith());
    const events = [
      { type: 'tender-stopped', payload: { reason: 'Er kwam geen inschrijving.' } },
      { type: 'tender-archived', payload: {} },
    ] as const;
    house.services.tenders.execute(put, 'inkoper', { type: 'say', events: [...events] });
  });

  it('has 25 on a page, by date and title, and a way to the next', async () => {
    const first = await page('inkoper');
    expect(rowsOf(first)).toHaveLength(25);
    expect(rowsOf(first)[0]).toBe('Vervoer');
    expect(textOf(first)).toContain('1 tot en met 25 van 30');
    const second = await page('inkoper', '/?page=2');
    expect(rowsOf(second)).toEqual([24, 25, 26, 27, 28].map((number) => `Reeks ${number} café`));
    // There is no third: who asks for it gets the last.
    expect(rowsOf(await page('inkoper', '/?page=3'))).toEqual(rowsOf(second));
  });

  it('shows ten of what there is to do, and the rest on a page of its own', async () => {
    const html = await page('inkoper');
    expect(html.match(/class="gw-work__row"/g)).toHaveLength(11);
    expect(html).toContain('href="/tasks/todo"');
    const all = await page('inkoper', '/tasks/todo?page=2');
    expect(all.match(/class="gw-work__row"/g)).toHaveLength(4);
    expect(textOf(all)).toContain('26 tot en met 29 van 29');
    expect(textOf(await page('een', '/tasks/heeds'))).toContain(nl.home.groups.heeds.none);
    expect((await house.get('beheer', '/tasks/todo')).status).toBe(403);
  });

  it('is searched and filtered in the address, without script', async () => {
    expect(rowsOf(await page('inkoper', '/?q=REEKS+01+cafe&phase=&year=&show=running'))).toEqual(['Reeks 01 café']);
    expect(rowsOf(await page('inkoper', '/?phase=assessment'))).toEqual(['Vervoer']);
    const year = new Date(house.now()).getUTCFullYear();
    expect(rowsOf(await page('inkoper', `/?year=${year}&q=reeks`))).toHaveLength(25);
    const none = textOf(await page('inkoper', '/?q=bestaat+niet+%3Cb%3E'));
    expect(none).toContain('Geen aanbesteding gevonden met “bestaat niet &lt;b&gt;” in de titel.');
    expect(textOf(await page('inkoper', '/?phase=awarded'))).toContain(nl.home.noneSuch);
    expect(rowsOf(await page('ander', '/?q=reeks'))).toEqual([]);
  });

  it('keeps what was put away apart, and no task is left of it', async () => {
    expect(textOf(await page('inkoper'))).toContain('Archief bekijken (1)');
    const archive = await page('inkoper', '/?show=archive');
    expect(rowsOf(archive)).toEqual(['Weggelegd']);
    expect(textOf(archive)).toContain(nl.home.stopped);
    expect(textOf(await page('inkoper', '/tasks/todo?page=2'))).not.toContain('Weggelegd');
  });

  it('refuses what no form of ours asks', async () => {
    for (const asked of [
      'page=0',
      'page=x',
      'phase=gegund',
      'year=12',
      'show=all',
      'q=a&q=b',
      `q=${'x'.repeat(101)}`,
    ]) {
      expect([asked, (await house.get('inkoper', `/?${asked}`)).status]).toEqual([asked, 400]);
    }
  });
});

describe('the list of choices of a contract model', () => {
  it('is there for who may choose or look on, and says when there is nothing', async () => {
    expect(textOf(await page('inkoper', '/decisions'))).toContain(nl.home.decisions.none);
    expect(textOf(await page('controle', '/decisions?q=zorg'))).toContain(
      'Geen keuze gevonden met “zorg” in de titel.',
    );
    expect((await house.get('een', '/decisions')).status).toBe(403);
  });
});

describe('a tender whose chair is gone', () => {
  it('is told to administrators, by its title and no more', async () => {
    openTender(house.services.tenders, 'ander', 'Zonder voorzitter', rulesWith());
    house.services.accounts.close('beheer', 'ander');
    const text = textOf(await page('beheer'));
    expect(text).toContain('“Zonder voorzitter” heeft geen voorzitter meer.');
    expect(text).not.toContain('Reeks');
    expect(textOf(await page('beheer', '/successions'))).toContain('Zonder voorzitter');
  });

  it('asks administrators for a successor in other dossiers too, and shows nothing but the title', async () => {
    const { contracts, ruleSets } = house.services;
    const opening = { title: 'Contracten in het westen', officer: 'ander', manager: 'een', sum: null };
    const published = ruleSets.contracts.get('gon-2027.v1')!;
    const dossier = openContractsByHand(house.services, { ...opening, published }, [contractFor('west')]);
    expect(textOf(await page('beheer'))).toContain('“Contracten in het westen” heeft geen inkoper meer.');
    const found = textOf(await page('beheer', '/successions'));
    expect(found).toContain('Contracten. Inkoper was');
    expect(found).not.toContain('Oeverlicht');
    const path = `/successions/${dossier}`;
    const asked = { successor: 'inkoper', reason: 'Is vertrokken.' };
    expect((await house.post('beheer', path, { successor: 'inkoper', reason: '' })).status).toBe(422);
    expect((await house.post('beheer', path, asked)).status).toBe(303);
    expect((await house.post('beheer', `${path}/agree`, asked)).status).toBe(409);
    expect((await house.post('hulp', `${path}/agree`, asked)).status).toBe(303);
    expect(contracts.get(dossier).officer).toBe('inkoper');
    expect((await house.post('hulp', path, asked)).status).toBe(404);
  });
});

describe('a set-up on which nobody works any more', () => {
  it('is told to administrators, who hand it over, and to nobody while somebody works on it', async () => {
    const { setUps, accounts } = house.services;
    const people = [
      { id: 'vertrekt', name: 'V. Ertrekt', roles: ['procurement-officer'] },
      { id: 'blijft', name: 'B. Lijft', roles: ['procurement-officer'] },
    ] as const;
    for (const one of people) accounts.add('beheer', one);
    const id = setUps.begin('vertrekt', { from: 'empty' }, emptyDraft('Vervoer 2029'));
    const path = `/successions/set-ups/${id}`;
    expect((await house.post('beheer', path, { officer: 'inkoper' })).status).toBe(404);
    accounts.close('beheer', 'vertrekt');
    expect(textOf(await page('beheer'))).toContain(nl.successions.setUps.task('Vervoer 2029'));
    expect(textOf(await page('beheer', '/successions'))).toContain(nl.successions.setUps.begun('V. Ertrekt'));
    for (const officer of ['', 'een', 'vertrekt']) {
      const refused = await house.post('beheer', path, { officer });
      expect([refused.status, refused.text.includes(nl.successions.setUps.chooseMissing)]).toEqual([422, true]);
    }
    expect((await house.post('inkoper', path, { officer: 'inkoper' })).status).toBe(403);
    const { status, location } = await house.post('beheer', path, { officer: 'blijft' });
    expect([status, location]).toEqual([303, '/successions?notice=handedOver']);
    expect(setUps.of('blijft').map((one) => one.id)).toEqual([id]);
    expect(textOf(await page('beheer', '/successions'))).not.toContain('Vervoer 2029');
  });
});
