import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractIn } from '../../../src/domain/contract/contracts.ts';
import { standing } from '../../../src/domain/contract/state.ts';
import { nl } from '../../../src/messages/nl.ts';
import { CONTRACT_ACT_NAMES, type ContractActName } from '../../../src/web/acts/contract-acts.ts';
import { CONTRACT_PEOPLE, CONTRACTS, contractsIn, openContracts } from '../../support/contracts-over-http.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';

/** What is recorded of contracts with a form of a few fields, as the officer and the contract manager do it. */

const t = nl.contractActs;
let house: Installation;
beforeAll(async () => {
  house = await openInstallation(CONTRACT_PEOPLE);
  openContracts(house);
});
afterAll(() => house.close());

const path = (name: ContractActName): string => `/contracts/${CONTRACTS}/acts/${name}`;
const AREA = 'centrum-oude-wijken';
const state = () => contractsIn(house);
const done = (name: ContractActName) => [303, `/contracts/${CONTRACTS}?notice=${name}`];
const act = async (person: string, name: ContractActName, fields: Record<string, string>) => {
  const { status, location } = await house.post(person, path(name), fields);
  return [status, location];
};
const confirmed = async (person: string, name: ContractActName, fields: Record<string, string>) => {
  const { version } = state();
  const asked = await house.post(person, path(name), fields);
  expect([asked.status, state().version]).toEqual([200, version]);
  expect(asked.text).toContain('gw-confirm');
  const { status, location } = await house.confirm(person, path(name), fields);
  return [status, location];
};
async function refused(
  person: string,
  name: ContractActName,
  fields: Record<string, string>,
  text: string,
  field: string,
) {
  const { version } = state();
  const answer = await house.post(person, path(name), fields);
  expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(text)]);
  expect(answer.text).toContain(`href="#${field}"`);
  expect(state().version).toBe(version);
  return answer.text;
}

describe('acts of contracts', () => {
  it('are offered under their headings, to who may do them and as far as there is something to do', async () => {
    const shown = async (person: string): Promise<string[]> => {
      const { text } = await house.get(person, `/contracts/${CONTRACTS}/acts`);
      return CONTRACT_ACT_NAMES.filter((name) => text.includes(`href="${path(name)}"`));
    };
    expect(await shown('officer')).toEqual(CONTRACT_ACT_NAMES.filter((name) => name !== 'reopen'));
    expect(await shown('manager')).toEqual(['sign', 'change', 'take-over', 'change-people', 'withdraw']);
    expect(await shown('committee')).toEqual([]);
  });

  it('are refused to who has no part in them, and unknown to who may not see the dossier', async () => {
    for (const name of CONTRACT_ACT_NAMES) {
      for (const person of ['committee', 'auditor', 'assessor', 'administrator'])
        expect([person, (await house.get(person, path(name))).status]).toEqual([person, 403]);
      for (const person of ['other-officer', 'other-manager'])
        expect([person, (await house.get(person, path(name))).status]).toEqual([person, 404]);
    }
    expect((await house.get('manager', path('close'))).status).toBe(403);
    expect((await house.get('officer', `/contracts/${CONTRACTS}/acts/nothing`)).status).toBe(404);
  });

  it('have filled in what the address names', async () => {
    const { text } = await house.get('officer', `${path('sign')}?area=${AREA}`);
    expect(text).toContain(`<option value="${AREA}" selected>`);
  });
});

describe('the contract', () => {
  it('is signed once, on a day that is not ahead', async () => {
    const form = { area: AREA, signedOn: '1-12-2026', document: 'Z-2026-114' };
    await refused('manager', 'sign', { ...form, signedOn: '1-12-2027' }, 'ligt in de toekomst', 'signedOn');
    await refused(
      'manager',
      'sign',
      { ...form, signedOn: 'gisteren' },
      nl.acts.dateWrong(t.fields.signedOn.label),
      'signedOn',
    );
    expect(await act('manager', 'sign', form)).toEqual(done('sign'));
    expect(contractIn(state(), AREA)?.signed?.payload).toEqual({
      area: AREA,
      signedOn: '2026-12-01',
      document: 'Z-2026-114',
    });
    await refused('manager', 'sign', form, nl.acts.chooseMissing(t.fields.area.label), 'area');
  });

  it('changes with its reason and document, and with its subcontractors where those change', async () => {
    const form = {
      area: AREA,
      from: '1-2-2027',
      what: 'Een tweede locatie.',
      reason: 'Groei van de wijk.',
      changeDocument: 'Addendum 1',
    };
    await refused('manager', 'change', form, nl.acts.chooseMissing(t.fields.change.label), 'change');
    await refused(
      'manager',
      'change',
      { ...form, change: 'no', newSubcontractors: 'De Brug' },
      t.subcontractorsMissing,
      'newSubcontractors',
    );
    expect(await act('manager', 'change', { ...form, change: 'no' })).toEqual(done('change'));
    expect(
      await act('manager', 'change', { ...form, change: 'yes', newSubcontractors: 'De Brug\n\nWijkwerk' }),
    ).toEqual(done('change'));
    expect(contractIn(state(), AREA)).toMatchObject({
      subcontractors: ['De Brug', 'Wijkwerk'],
      changes: [{ payload: { from: '2027-02-01' } }, { payload: { document: 'Addendum 1' } }],
    });
    // The names that hold stand in the form.
    expect((await house.get('manager', `${path('change')}?area=${AREA}`)).text).toContain('De Brug\nWijkwerk');
  });

  it('ends after it was agreed to, and the area can get another one', async () => {
    const end = { area: 'west', on: '31-1-2027', reason: 'Faillissement.' };
    expect((await house.get('manager', path('end'))).status).toBe(403);
    expect(await confirmed('officer', 'end', end)).toEqual(done('end'));
    const added = {
      areaName: 'west',
      provider: 'Nieuwe Zorg',
      start: '1-2-2027',
      until: '31-12-2030',
      members: 'A\nB',
    };
    await refused(
      'officer',
      'add-contract',
      { ...added, areaName: 'Centrum en Oude Wijken' },
      'loopt al een contract',
      'areaName',
    );
    expect(await act('officer', 'add-contract', added)).toEqual(done('add-contract'));
    expect(contractIn(state(), 'west')?.provider).toEqual({ name: 'Nieuwe Zorg', members: ['A', 'B'] });
    const { text } = await house.get('officer', `/contracts/${CONTRACTS}/areas/west`);
    for (const part of [nl.watching.area.earlier, 'Zorg B.V.', 'Faillissement.']) expect(text).toContain(part);
  });
});

describe('the term', () => {
  it('is decided on as was agreed, and changed with a reason', async () => {
    const form = { monthsBefore: '12', decider: 'het college' };
    await refused('officer', 'agree-deciding', { ...form, monthsBefore: '61' }, t.monthsTooMany, 'monthsBefore');
    await refused(
      'officer',
      'agree-deciding',
      { ...form, monthsBefore: 'een jaar' },
      nl.acts.countWrong(t.fields.monthsBefore.label),
      'monthsBefore',
    );
    expect(await act('officer', 'agree-deciding', form)).toEqual(done('agree-deciding'));
    await refused(
      'officer',
      'agree-deciding',
      { ...form, monthsBefore: '6' },
      nl.errors['change-needs-reason']({}),
      'newReason',
    );
    expect(await act('officer', 'agree-deciding', { ...form, newReason: 'Anders besloten.' })).toEqual(
      done('agree-deciding'),
    );
  });

  it('is not extended before the growth path was considered', async () => {
    const decision = {
      extension: `${AREA} 1`,
      extended: 'yes',
      decidedOn: '1-3-2027',
      decidedBy: 'het college',
      reason: 'Gaat goed.',
    };
    await refused('officer', 'decide-extension', decision, 'Bekijk voor verlenging 1 eerst', 'extension');
    const norms = { extension: '1', by: '31-12-2033', share: '75', reason: 'Bekeken.' };
    await refused('officer', 'consider-growth-path', { ...norms, by2: '31-12-2034' }, t.normIncomplete, 'share2');
    await refused(
      'officer',
      'consider-growth-path',
      { ...norms, share: '101' },
      nl.acts.percentageWrong(t.fields.share.label),
      'share',
    );
    await refused('officer', 'consider-growth-path', { ...norms, by: '1-1-2028' }, 'volgorde', 'by');
    expect(await act('officer', 'consider-growth-path', norms)).toEqual(done('consider-growth-path'));
    expect(standing(state(), 'growth-path-considered').at(-1)?.payload).toEqual({
      extension: 1,
      steps: [{ by: '2033-12-31', minimumPercentage: '75' }],
      communityInitiatives: null,
      reason: 'Bekeken.',
    });
    expect(await confirmed('officer', 'decide-extension', decision)).toEqual(done('decide-extension'));
    expect(standing(state(), 'extension-decided').at(-1)?.payload).toMatchObject({
      area: AREA,
      extension: 1,
      extended: true,
    });
  });
});

describe('the dossier', () => {
  it('keeps the take-over as counts', async () => {
    const form = {
      area: AREA,
      existing: 'Oude Zorg',
      step: 'in-talks',
      on: '1-2-2027',
      users: '120',
      staff: '0',
      consulted: 'no',
    };
    await refused('manager', 'take-over', { ...form, users: '-1' }, nl.acts.countWrong(t.fields.users.label), 'users');
    expect(await act('manager', 'take-over', form)).toEqual(done('take-over'));
    expect(standing(state(), 'take-over-recorded').at(-1)?.payload).toMatchObject({ users: 120, staff: 0 });
  });

  it('withdraws an entry, which stays readable with its reason', async () => {
    const { seq } = standing(state(), 'take-over-recorded').at(-1)!;
    expect((await house.get('manager', `${path('withdraw')}?entry=${seq}`)).text).toContain(
      `<option value="${seq}" selected>`,
    );
    expect(await confirmed('manager', 'withdraw', { entry: String(seq), reason: 'Verkeerde aanbieder.' })).toEqual(
      done('withdraw'),
    );
    expect(standing(state(), 'take-over-recorded')).toEqual([]);
    const { text } = await house.get('committee', `/contracts/${CONTRACTS}/areas/${AREA}`);
    for (const part of ['Oude Zorg', 'Verkeerde aanbieder.']) expect(text).toContain(part);
    // What others rest on stays.
    const added = standing(state(), 'contract-added')[0]!;
    await refused(
      'officer',
      'withdraw',
      { entry: String(added.seq), reason: 'Weg.' },
      nl.errors['entry-is-used']({}),
      'entry',
    );
  });

  it('is closed after it was agreed to, and reopened', async () => {
    expect(await confirmed('officer', 'close', { reason: 'Klaar.' })).toEqual(done('close'));
    const closed = await house.get('officer', `/contracts/${CONTRACTS}`);
    expect(closed.text).toContain(nl.watching.dossier.closed);
    expect((await house.get('officer', path('end'))).status).toBe(409);
    expect(await act('officer', 'reopen', { reason: 'Toch niet.' })).toEqual(done('reopen'));
  });

  it('is handed over: who no longer takes part sees it no more', async () => {
    const form = { officer: 'officer', manager: 'other-manager', reason: 'Ander werk.' };
    const again = { ...form, manager: 'manager' };
    await refused('officer', 'change-people', again, nl.errors['nobody-changes']({}), 'manager');
    expect(await confirmed('manager', 'change-people', form)).toEqual([303, '/contracts']);
    expect((await house.get('manager', `/contracts/${CONTRACTS}`)).status).toBe(404);
    expect((await house.get('other-manager', `/contracts/${CONTRACTS}`)).status).toBe(200);
    expect(await confirmed('officer', 'change-people', again)).toEqual(done('change-people'));
  });
});
