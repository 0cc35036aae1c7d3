import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nl } from '../../../src/messages/nl.ts';
import { CONTRACT_PEOPLE, CONTRACTS, contractsIn, later, openContracts } from '../../support/contracts-over-http.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';

/** A dossier of contracts as it is read: who may, and what each page says. */

const BASE = `/contracts/${CONTRACTS}`;
const AREA = 'centrum-oude-wijken';
const t = nl.watching;
let house: Installation;
beforeAll(async () => {
  house = await openInstallation(CONTRACT_PEOPLE);
  openContracts(house);
});
afterAll(() => house.close());
const textOf = async (path: string, person = 'officer'): Promise<string> => {
  const { status, text } = await house.get(person, path);
  expect([path, status]).toEqual([path, 200]);
  return text;
};

describe('who reads a dossier of contracts', () => {
  const PAGES = [
    '',
    `/areas/${AREA}`,
    '/budget',
    '/term',
    '/growth-path',
    '/continuity',
    '/access',
    '/term.ics',
    '/rules',
    '/acts',
  ];
  it('takes part in it, decides or audits; for others it is not there', async () => {
    for (const page of PAGES) {
      const statuses: Record<string, number> = {};
      for (const { id } of CONTRACT_PEOPLE) statuses[id] = (await house.get(id, `${BASE}${page}`)).status;
      expect([page, statuses]).toEqual([
        page,
        {
          officer: 200,
          'other-officer': 404,
          manager: 200,
          'other-manager': 404,
          committee: 200,
          auditor: 200,
          assessor: 403,
          administrator: 403,
        },
      ]);
    }
  });

  it('finds it in the list and on the first page', async () => {
    for (const person of ['officer', 'manager', 'committee', 'auditor']) {
      for (const page of ['/', '/contracts', '/contracts?q=WIJK']) {
        const text = await textOf(page, person);
        expect(text).toContain(`href="${BASE}"`);
        expect(text).toMatch(new RegExp(`href="/contracts"[^>]*>${t.list.title}<`));
      }
    }
    for (const page of ['/', '/contracts']) expect(await textOf(page, 'other-officer')).not.toContain(BASE);
    expect(await textOf('/contracts?q=niets')).toContain(t.list.noneFound('niets'));
    expect(await textOf('/', 'assessor')).not.toContain('href="/contracts"');
    expect((await house.get('assessor', '/contracts')).status).toBe(403);
  });

  it('gets no page of what is not there', async () => {
    for (const page of ['/contracts/contract-gon-2027-9', `${BASE}/areas/nowhere`, `${BASE}/nothing`])
      expect([page, (await house.get('officer', page)).status]).toEqual([page, 404]);
  });
});

describe('the pages of a dossier', () => {
  it('lead who may record to where it is done, and others to where it is seen', async () => {
    const act = `${BASE}/acts/sign?area=${AREA}`;
    expect(await textOf(BASE)).toContain(act);
    const committee = await textOf(BASE, 'committee');
    expect(committee).not.toContain('/acts');
    expect(committee).toContain(`${BASE}/areas/${AREA}`);
  });

  it('keep what was corrected readable, with the reason', async () => {
    const figures = (complaints: number, reason: string | null) => ({
      type: 'figures-recorded' as const,
      payload: {
        area: AREA,
        quarter: '2027-Q1',
        on: '2027-04-05',
        users: { basicVolunteers: 10, basicProfessionals: 20, additional: 170, communityInitiatives: 4 },
        complaints,
        spent: '250000',
        reason,
      },
    });
    const events = [figures(7, null), figures(9, 'Twee klachten kwamen later binnen.')];
    later(house, '2027-04-05T08:00:00.000Z').execute(CONTRACTS, 'officer', { type: 'say', events });
    const text = await textOf(`${BASE}/areas/${AREA}`);
    expect(text).toContain(t.area.was('200', '7', '€ 250.000,00', 'Twee klachten kwamen later binnen.'));
    expect(text).toContain(`${BASE}/figures/new?area=${AREA}&amp;quarter=2027-Q1`);
    expect(await textOf(`${BASE}/areas/${AREA}`, 'committee')).not.toContain('figures/new');
  });

  it('lead from an evaluation to the plan that can follow from it', async () => {
    const { rules } = contractsIn(house);
    const findings = rules.evaluation!.goals.map(({ id, level }) => ({
      goal: id,
      level,
      finding: 'Goed.',
      evidence: null,
    }));
    later(house, '2028-02-05T08:00:00.000Z').execute(CONTRACTS, 'manager', {
      type: 'evaluate-year',
      evaluation: { area: AREA, year: 2027, on: '2028-02-05', findings, conclusion: 'Verder zo.', reason: null },
    });
    const { seq } = contractsIn(house).entries.at(-1)!;
    const plan = `/plans/new?contract=${CONTRACTS}&amp;event=${seq}`;
    for (const page of [BASE, `${BASE}/areas/${AREA}`]) {
      expect(await textOf(page)).toContain(plan);
      expect(await textOf(page)).toContain(`${BASE}/evaluations/${seq}`);
      expect(await textOf(page, 'committee')).not.toContain('/plans/new');
    }
  });

  it('say who decides in the case that was chosen, and what is missing of it', async () => {
    const { questions } = contractsIn(house).rules.access!;
    expect(await textOf(`${BASE}/access`)).not.toContain(nl.following.access.outcome);
    const asked = new URLSearchParams(
      Object.fromEntries(questions.map(({ id, answers }) => [`case.${id}`, answers[0]!.id])),
    );
    expect(await textOf(`${BASE}/access?${asked}`)).toContain(nl.following.access.outcome);
    const { status, text } = await house.get('officer', `${BASE}/access?ask=yes`);
    expect([status, text]).toEqual([422, expect.stringContaining(nl.acts.chooseMissing(questions[0]!.text.nl))]);
    expect(text).toContain(`href="#case.${questions[0]!.id}"`);
  });

  it('give the dates as a calendar', async () => {
    const agreed = { monthsBefore: 12, decider: 'het college', reason: null };
    const events = [{ type: 'deciding-agreed' as const, payload: agreed }];
    later(house, '2028-02-06T08:00:00.000Z').execute(CONTRACTS, 'officer', { type: 'say', events });
    const { headers, text } = await house.get('committee', `${BASE}/term.ics`);
    expect(headers.get('content-type')).toContain('text/calendar');
    const days = [...text.matchAll(/UID:[^\r]*?-(centrum[a-z0-9-]+)@[\s\S]*?DTSTART;VALUE=DATE:(\d+)/g)].map(
      ([, id, on]) => [id, on],
    );
    expect(days).toContainEqual([`${AREA}-1-decide`, '20291231']);
    expect(days).toContainEqual([`${AREA}-1-reminder`, '20290930']);
    expect(days).toContainEqual([`${AREA}-end`, '20301231']);
  });
});
