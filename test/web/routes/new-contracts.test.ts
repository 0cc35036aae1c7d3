import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nl } from '../../../src/messages/nl.ts';
import { CONTRACT_PEOPLE } from '../../support/contracts-over-http.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { BASE, bring, PEOPLE, TENDER } from '../../support/secret-tender.ts';

/** Opening a dossier of contracts: by hand, and from an award. */

const t = nl.watching.opening;
let house: Installation;
beforeAll(async () => {
  house = await openInstallation([
    ...PEOPLE,
    ...CONTRACT_PEOPLE.filter(({ id }) => /officer$|manager$/.test(id) && id !== 'other-officer'),
  ]);
  await bring(house, 'awarded', BASE);
});
afterAll(() => house.close());
const following = () => house.services.storage.lists.following(TENDER);
const dossiers = () => house.services.storage.events.dossiers().filter((one) => one.startsWith('contract-'));

const FORM = {
  title: 'Wijkcontracten',
  rules: 'gon-2027.v1',
  manager: 'manager',
  'contract.1.area': 'West',
  'contract.1.provider': 'Zorg B.V.',
  'contract.1.members': 'Zorg B.V.\nThuis in de Wijk',
  'contract.1.subcontractors': 'De Brug',
  'contract.1.start': '1-1-2027',
};

describe('opening by hand', () => {
  it('says everything that is missing, each at its field, and keeps what was typed', async () => {
    const { status, text } = await house.post('officer', '/contracts/new', {
      'contract.1.area': 'West',
      'contract.1.until': 'later',
      'contract.2.area': 'west ',
      'contract.2.provider': 'Zorg B.V.',
      'contract.2.start': '1-1-2027',
      'contract.2.until': '31-12-2026',
      sum: 'veel',
    });
    expect(status).toBe(422);
    for (const part of [
      t.nameMissing,
      t.rulesMissing,
      t.managerMissing,
      t.providerMissing(1),
      t.startWrong(1),
      t.untilWrong(1),
      t.areaTwice(2),
      t.untilEarly(2),
      t.sumWrong,
      t.priceLevelWrong,
    ])
      expect(text).toContain(part);
    expect(text).toContain('href="#contract.2.until"');
    expect(text).toContain('value="later"');
    expect(dossiers()).toEqual([]);
  });

  it('asks for no amount where the rules have a budget', async () => {
    const { status, text } = await house.post('officer', '/contracts/new', {
      ...FORM,
      sum: '1.000.000,00',
      priceLevel: '2026',
    });
    expect([status, text]).toEqual([422, expect.stringContaining(t.sumNotAsked)]);
  });

  it('asks for an end where the rules have no term', async () => {
    const { status, text } = await house.post('officer', '/contracts/new', { ...FORM, rules: 'general.v1' });
    expect([status, text]).toEqual([422, expect.stringContaining(t.untilMissing(1))]);
  });

  it('gives a row more with what was typed, and none is made', async () => {
    const { status, text } = await house.post('officer', '/contracts/new', {
      ...FORM,
      'contract-rows': '2',
      intent: 'more-contracts',
    });
    expect(status).toBe(200);
    expect(text).toContain('name="contract.3.area"');
    expect(text).toContain('value="Zorg B.V."');
    expect(dossiers()).toEqual([]);
  });

  it('is read and agreed to first', async () => {
    const asked = await house.post('officer', '/contracts/new', FORM);
    expect(asked.status).toBe(200);
    for (const part of [t.confirm.title, 'Zorg B.V.', '31 december 2030', t.confirm.undo])
      expect(asked.text).toContain(part);
    expect(dossiers()).toEqual([]);
    const made = await house.confirm('officer', '/contracts/new', FORM);
    expect([made.status, made.location]).toEqual([303, '/contracts/contract-gon-2027-1?notice=created']);
    const state = house.services.contracts.get('contract-gon-2027-1');
    expect([state.officer, state.manager, state.follows, state.rulesSha256]).toEqual([
      'officer',
      'manager',
      null,
      house.services.ruleSets.contracts.get('gon-2027.v1')!.sha256,
    ]);
    // The area is that of the rules, by its name.
    expect(state.entries.map(({ payload }) => payload)).toMatchObject([
      {
        area: { id: 'west', name: 'West' },
        provider: { name: 'Zorg B.V.', members: ['Zorg B.V.', 'Thuis in de Wijk'] },
        subcontractors: ['De Brug'],
        start: '2027-01-01',
        until: '2030-12-31',
      },
    ]);
  });

  it('can have an amount of its own where the rules have none', async () => {
    const own = {
      ...FORM,
      rules: 'general.v1',
      'contract.1.until': '31-12-2028',
      sum: '1.000.000,00',
      priceLevel: '2026',
    };
    const made = await house.confirm('officer', '/contracts/new', own);
    expect(made.status).toBe(303);
    const { rules } = house.services.contracts.get(made.location!.split(/[/?]/)[2]!);
    expect(rules.budget).toMatchObject({ priceLevel: 2026, components: [{ amount: { euro: '1000000.00' } }] });
  });

  it('is for officers', async () => {
    for (const person of ['manager', 'committee', 'auditor', 'assessor', 'administrator'])
      expect([person, (await house.get(person, '/contracts/new')).status]).toEqual([person, 403]);
  });
});

describe('opening from an award', () => {
  const path = `/tenders/${TENDER}/contracts/new`;
  const form = { title: 'Contracten van de aanbesteding', rules: 'gon-2027.v1', manager: 'manager' };

  it('is linked where the award stands, for who leads the tender', async () => {
    for (const page of ['', '/award']) {
      expect((await house.get('chair', `/tenders/${TENDER}${page}`)).text).toContain(`href="${path}"`);
      expect((await house.get('auditor', `/tenders/${TENDER}${page}`)).text).not.toContain(`href="${path}"`);
    }
  });

  it('shows what is known of every lot and winner', async () => {
    const { status, text } = await house.get('chair', path);
    expect(status).toBe(200);
    for (const part of [t.known, 'Inschrijver a', t.notSent]) expect(text).toContain(part);
    expect(text).not.toContain(t.exists(1));
  });

  it('asks for what is missing, and keeps what was typed', async () => {
    const { status, text } = await house.post('chair', path, { ...form, title: 'Mijn titel', manager: '' });
    expect([status, text]).toEqual([422, expect.stringContaining(t.managerMissing)]);
    expect(text).toContain('href="#manager"');
    expect(text).toContain('value="Mijn titel"');
  });

  it('keeps the event that it follows from, and warns of a second dossier', async () => {
    const made = await house.confirm('chair', path, form);
    expect(made.status).toBe(303);
    const [dossier] = following();
    expect(made.location).toBe(`/contracts/${dossier}?notice=created`);
    const { award } = house.services.tenders.get(TENDER);
    expect(house.services.contracts.get(dossier!).follows).toMatchObject({ dossier: TENDER, seq: award!.seq });
    expect((await house.get('chair', path)).text).toContain(t.exists(1));
  });

  it('shows one line on each of its dossiers, each step to who may see it', async () => {
    const [dossier] = following();
    const line = nl.watching.line;
    const ofContracts = (await house.get('chair', `/contracts/${dossier}`)).text;
    expect(ofContracts).toContain(line.award(BASE.title));
    expect(ofContracts).toContain(`href="/tenders/${TENDER}/award"`);
    expect((await house.get('chair', `/tenders/${TENDER}`)).text).toContain(`href="/contracts/${dossier}"`);
    // The contract manager has no part in the tender.
    const ofManager = (await house.get('manager', `/contracts/${dossier}`)).text;
    expect(ofManager).toContain(line.hidden);
    expect(ofManager).not.toContain(TENDER);
    // An assessor does not know of the contracts.
    expect((await house.get('assessor', `/tenders/${TENDER}`)).text).not.toContain(dossier);
  });

  it('is for who leads the tender alone', async () => {
    for (const person of ['committee', 'auditor', 'assessor', 'keeper', 'other-officer', 'officer', 'manager'])
      expect([403, 404]).toContain((await house.get(person, path)).status);
  });
});
