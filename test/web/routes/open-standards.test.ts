import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nl } from '../../../src/messages/nl.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { faultsOf } from '../../support/ocds-schemas.ts';
import { BASE, bring, type Name, PEOPLE, TENDER } from '../../support/secret-tender.ts';

const OCDS = `/tenders/${TENDER}/ocds.json`;
const EFORMS = `/tenders/${TENDER}/eforms`;

let house: Installation;
beforeEach(async () => {
  house = await openInstallation(PEOPLE);
});
afterEach(() => house.close());

async function jsonOf(person: Name, path: string) {
  const { status, text, headers } = await house.get(person, path);
  expect([path, status]).toEqual([path, 200]);
  expect(headers.get('content-type')).toContain('application/json');
  return JSON.parse(text);
}
const tagOf = async (person: Name, path = OCDS): Promise<string[]> => (await jsonOf(person, path)).releases[0].tag;

describe('open data before the award', () => {
  it('is the call for who sees the rules, and holds no bid', async () => {
    await bring(house, 'quality-closed', BASE);
    for (const person of ['chair', 'assessor', 'auditor'] as const) expect(await tagOf(person)).toEqual(['tender']);
    const { text } = await house.get('chair', OCDS);
    expect(text).not.toContain('Inschrijver a');
    expect(text).not.toContain('"bids"');
    const { notices } = await jsonOf('chair', `${EFORMS}.json`);
    expect(notices.map(({ subtype }: { subtype: number }) => subtype)).toEqual([20]);
  });

  it('with everything in it is not there yet, and never for who has nothing to do with the tender', async () => {
    await bring(house, 'quality-closed', BASE);
    expect((await house.get('chair', `${OCDS}?scores=yes`)).status).toBe(409);
    for (const path of [OCDS, `${OCDS}?scores=yes`, EFORMS, `${EFORMS}.json`]) {
      expect((await house.get('other-officer', path)).status, path).toBe(404);
      expect((await house.get('administrator', path)).status, path).toBe(403);
    }
  });
});

describe('open data of an award', () => {
  beforeEach(() => bring(house, 'awarded', BASE));

  it('names the winner and how many bids there were; every bid only where that is asked', async () => {
    for (const person of ['chair', 'committee', 'auditor'] as const)
      expect(await tagOf(person)).toEqual(['tender', 'award']);
    const told = await jsonOf('chair', OCDS);
    expect(faultsOf(told)).toEqual([]);
    const [{ awards, bids, parties, gunwijzer }] = told.releases;
    expect(awards.length).toBe(1);
    expect(bids.statistics[0]).toEqual({ id: 'bids', measure: 'bids', value: 2 });
    expect([bids.details.length, parties.length]).toEqual([1, 1]);
    expect(gunwijzer.log).toBe(house.services.storage.events.head(TENDER).hash);

    const everything = await jsonOf('chair', `${OCDS}?scores=yes`);
    expect(faultsOf(everything)).toEqual([]);
    expect(everything.releases[0].bids.details.length).toBe(2);
    expect(everything.releases[0].bids.details[0].gunwijzer.scores[0].motivation).toBe(BASE.consensus.why);
    expect((await house.get('chair', OCDS)).text).not.toContain(BASE.consensus.why);
  });

  it('is a page of both notices, to which the award and the rules lead', async () => {
    const { text } = await house.get('chair', EFORMS);
    expect(text).toContain(`<title>${nl.eforms.title}`);
    for (const said of [nl.eforms.notices[20], nl.eforms.notices[33], nl.eforms.byHand, 'BT-88'])
      expect(text).toContain(said);
    expect(text).toContain('?scores=yes');
    expect((await house.get('chair', `/tenders/${TENDER}/award`)).text).toContain(`href="${EFORMS}"`);
    expect((await house.get('chair', `/tenders/${TENDER}/rules`)).text).toContain(`href="${OCDS}"`);
  });
});
