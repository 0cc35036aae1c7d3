import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlan } from '../../src/actions/open-plan.ts';
import { sha256 } from '../../src/chain/canonical.ts';
import { lastStanding } from '../../src/domain/contract/state.ts';
import { draftFrom } from '../../src/domain/set-up/begin.ts';
import { PHASES, type Phase } from '../../src/domain/tender/state/state.ts';
import { readDossierFile } from '../../src/exchange/dossier-file.ts';
import { nl } from '../../src/messages/nl.ts';
import { nodes, readPdf } from '../reports/pdf/read-pdf.ts';
import { launchBrowser, openVisitor } from '../support/browser.ts';
import { CONTRACTS, contractsIn, later, openContracts } from '../support/contracts-over-http.ts';
import { say } from '../support/formalities.ts';
import { type Installation, openInstallation, type Person } from '../support/installation.ts';
import { adopting, momentWith } from '../support/purchase-plan.ts';
import { BASE, bring, DECISION, PEOPLE, TENDER } from '../support/secret-tender.ts';

/**
 * Every file that the application makes, asked for by everybody: given to who may have it, refused to who may not. A route of a file that is not in
 * the table fails here, so that nobody adds one without saying who reads it.
 */

const EVERYBODY = [
  ...PEOPLE,
  { id: 'officer', roles: ['procurement-officer'] },
  { id: 'manager', roles: ['contract-manager'] },
  { id: 'other-manager', roles: ['contract-manager'] },
] as const satisfies readonly Person[];
type Somebody = (typeof EVERYBODY)[number]['id'];
const holding = (...roles: readonly string[]): Somebody[] =>
  EVERYBODY.filter((one) => one.roles.some((role) => roles.includes(role))).map(({ id }) => id);

/** Auditors with no part in the tender; in what else there is, nobody of them has a part. */
const AUDIT: readonly Somebody[] = ['auditor', 'onlooker', 'auditing-officer'];
const AUDITORS = holding('auditor');
const ASSESSORS: readonly Somebody[] = ['assessor', 'colleague', 'auditing-assessor'];
/** Who has to do with the tender. */
const AROUND: readonly Somebody[] = ['chair', 'keeper', 'witness', 'committee', ...ASSESSORS, ...AUDIT];
/** Who has to do with the choice of a model and the plan, which are the chair's; and with the contracts. */
const DECIDING: readonly Somebody[] = ['chair', 'committee', ...AUDITORS];
const CONTRACTING: readonly Somebody[] = ['officer', 'manager', 'committee', ...AUDITORS];
const CONTRACT_READERS = holding('procurement-officer', 'contract-manager', 'committee-member', 'auditor');
const PUBLISHERS = holding('procurement-officer', 'auditor');
const PUBLISHERS_AND_COMMITTEE = holding('procurement-officer', 'committee-member', 'auditor');
const ALL = EVERYBODY.map(({ id }) => id);

/** Who may have a file when the award is made and told, and whose edition of a dossier it carries; or in which earlier phase there is such a file. */
interface Row {
  readonly may: readonly Somebody[];
  readonly carries?: 'committee' | 'bidder' | 'public';
  readonly during?: Phase;
}
const TABLE: Readonly<Record<string, Row>> = {
  ...inBoth('/tenders', { may: ALL }),
  ...inBoth('/decisions', { may: PUBLISHERS_AND_COMMITTEE }),
  ...inBoth('/plans', { may: PUBLISHERS_AND_COMMITTEE }),
  ...inBoth('/contracts', { may: CONTRACT_READERS }),
  '/tenders/:tender/rules.pdf': { may: AROUND },
  '/tenders/:tender/report.pdf': { may: AROUND, carries: 'committee' },
  '/tenders/:tender/papers/evaluation-record.pdf': { may: AROUND, carries: 'committee' },
  '/tenders/:tender/papers/opening.pdf': { may: AROUND, carries: 'committee' },
  '/tenders/:tender/papers/draws.pdf': { may: AROUND, carries: 'committee' },
  '/tenders/:tender/papers/interests.pdf': { may: ['chair', ...AUDIT], carries: 'committee' },
  '/tenders/:tender/papers/sheet.pdf': { may: ASSESSORS },
  '/tenders/:tender/papers/public-edition.pdf': { may: AROUND, carries: 'public' },
  '/tenders/:tender/papers.zip': { may: AROUND },
  '/tenders/:tender/letters/:letter.pdf': { may: AROUND, carries: 'bidder' },
  '/tenders/:tender/award.xlsx': { may: AROUND },
  '/tenders/:tender/ocds.json': { may: AROUND },
  '/tenders/:tender/eforms.json': { may: AROUND },
  '/tenders/:tender/dates.ics': { may: AROUND },
  ...inBoth('/tenders/:tender/bids', { may: AROUND }),
  ...inBoth('/tenders/:tender/progress', { may: ['chair', ...AUDIT], during: 'assessment' }),
  ...inBoth('/tenders/:tender/prices', { may: ['chair', ...AUDIT] }),
  ...inBoth('/tenders/:tender/scores', { may: ['chair', 'assessor', 'colleague', 'auditing-assessor', ...AUDIT] }),
  ...inBoth('/tenders/:tender/price-sheet', { may: AROUND }),
  ...inBoth('/tenders/:tender/bids/sheet', { may: ['chair'], during: 'registration' }),
  ...inBoth('/tenders/:tender/score-sheet', { may: ASSESSORS, during: 'assessment' }),
  ...inBoth('/tenders/:tender/sealed-prices', { may: ['keeper'], during: 'assessment' }),
  ...inBoth('/tenders/:tender/consensus-sheet', { may: ['chair'], during: 'consensus' }),
  ...inBoth('/tenders/:tender/prices-sheet', { may: ['chair'], during: 'quality-closed' }),
  ...audited('/tenders', AUDIT),
  ...audited('/decisions', AUDITORS),
  ...audited('/contracts', AUDITORS),
  ...audited('/plans', AUDITORS),
  '/set-ups/:setUp/rules.json': { may: ['chair'] },
  '/set-ups/:setUp/rules.pdf': { may: ['chair'] },
  '/decisions/:decision/advice.pdf': { may: DECIDING, carries: 'committee' },
  '/contract-models/:model/plan.ics': { may: PUBLISHERS_AND_COMMITTEE },
  '/plans/:plan/plan.pdf': { may: DECIDING, carries: 'committee' },
  '/plans/:plan/plan.ics': { may: DECIDING },
  ...inBoth('/plans/:plan/plan', { may: DECIDING }),
  '/contracts/:contract/term.ics': { may: CONTRACTING },
  ...inBoth('/contracts/:contract/figures-sheet', { may: ['officer', 'manager'] }),
  '/contracts/:contract/evaluations/:entry/letter.pdf': { may: CONTRACTING, carries: 'public' },
  '/council/:year.pdf': { may: CONTRACT_READERS },
  '/council/:year.xlsx': { may: CONTRACT_READERS },
  '/examples/:sample/input.json': { may: PUBLISHERS },
  '/examples/:sample/rules.json': { may: PUBLISHERS },
  '/examples/own-matrix.json': { may: PUBLISHERS },
  ...inBoth('/accounts', { may: holding('administrator') }),
  ...inBoth('/accounts/log', { may: holding('administrator', 'auditor') }),
  '/accounts/dossier.json': { may: holding('administrator', 'auditor') },
  '/register.txt': { may: AUDITORS },
};
function inBoth(path: string, row: Row): Record<string, Row> {
  return { [`${path}.csv`]: row, [`${path}.xlsx`]: row };
}
function audited(room: string, may: readonly Somebody[]): Record<string, Row> {
  const files = ['log.csv', 'log.xlsx', 'audit-statement.pdf', 'dossier.json'];
  return Object.fromEntries(files.map((file) => [`${room}/:dossier/${file}`, { may }]));
}
/** Not yours; not there, as far as you may know; not now. */
const REFUSED = [403, 404, 409];
/** Of the table, what is packed in the archive of papers for who may have it. The record of draws is not: there was none. */
const PACKED = ['rules', 'report', 'evaluation-record', 'opening', 'interests', 'sheet', 'public-edition', ':letter'];

const isPacked = (path: string): boolean => PACKED.some((name) => path.endsWith(`/${name}.pdf`));

const houses = new Map<Phase, Installation>();
let names: Readonly<Record<string, string>>;
/** What was given out: of every path, the bytes by who got them. */
const handedOut = new Map<string, Map<Somebody, Buffer>>();
beforeAll(async () => {
  for (const phase of PHASES) {
    const house = await openInstallation(EVERYBODY, { draw: true });
    houses.set(phase, house);
    await bring(house, phase, BASE);
  }
  names = await fillTheRest(houses.get('awarded')!);
});
afterAll(() => {
  for (const house of houses.values()) house.close();
});

describe('a file', () => {
  it('has a row in the table, and every row a file', () => {
    const routes = houses.get('awarded')!.declared.filter(({ path }) => /\.[a-z]+$/.test(path));
    expect(routes.map(({ path }) => path).sort()).toEqual(Object.keys(TABLE).sort());
  });

  it.each(Object.entries(TABLE))('%s is for who may have it', async (path, { may, during = 'awarded' }) => {
    const got = new Map<Somebody, Buffer>();
    for (const { id } of EVERYBODY) {
      const { status, bytes, headers } = await houses.get(during)!.get(id, filledIn(path));
      if (status !== 200) expect([id, REFUSED, status]).toEqual([id, expect.arrayContaining([status]), status]);
      else if (headers.has('content-disposition')) got.set(id, bytes);
    }
    expect([...got.keys()].sort()).toEqual([...may].sort());
    handedOut.set(path, got);
  });

  it('that tells of the award is for nobody before there is one', async () => {
    const told = Object.keys(TABLE).filter((path) => /report|evaluation-record|public|letters|award/.test(path));
    expect(told).toHaveLength(5);
    for (const path of told) {
      for (const { id } of EVERYBODY) {
        const { status } = await houses.get('quality-closed')!.get(id, filledIn(path));
        expect([path, id, REFUSED]).toEqual([path, id, expect.arrayContaining([status])]);
      }
    }
  });
});

describe('a page', () => {
  it('gives everybody who reads it its tables as a spreadsheet, and nobody else', async () => {
    const house = houses.get('awarded')!;
    const pages = house.declared.filter(({ method, path }) => method === 'get' && !/\.[a-z]+$/.test(path));
    const given: string[] = [];
    for (const { path } of pages) {
      const page = filledIn(path);
      const asked = `${page}${page.includes('?') ? '&' : '?'}tables=`;
      for (const id of ['chair', 'officer', 'auditor', 'administrator', 'assessor'] as const) {
        const { status, text } = await house.get(id, page);
        const drawn = text.split('<main')[1]?.match(/<table/g)?.length ?? 0;
        const isOffered = text.includes('tables=xlsx');
        const [xlsx, csv] = [await house.get(id, `${asked}xlsx`), await house.get(id, `${asked}csv`)];
        const disposition = xlsx.headers.get('content-disposition') ?? '';
        if (status === 200 && isOffered) {
          const sheets = Object.keys(unzipSync(xlsx.bytes)).filter((name) => name.startsWith('xl/worksheets/'));
          // The last sheet says what the others are.
          expect([path, id, drawn + 1]).toEqual([path, id, sheets.length]);
          expect([csv.status, disposition]).toEqual([200, expect.stringContaining('.xlsx')]);
          given.push(path);
        } else expect([path, id, disposition.includes('.xlsx') && drawn === 0]).toEqual([path, id, false]);
      }
    }
    expect(new Set(given).size).toBeGreaterThan(30);
  });
});

describe('a document', () => {
  it.each(Object.keys(TABLE).filter((path) => path.endsWith('.pdf')))(
    '%s is one that everybody can read',
    async (path) => {
      const seen = new Map([...handedOut.get(path)!.values()].map((bytes) => [sha256(bytes), bytes]));
      for (const bytes of seen.values()) {
        const pdf = await readPdf(new Uint8Array(bytes));
        const marks = ['pdfaid:part', 'pdfaid:conformance', 'pdfuaid:part'].map((name) => pdf.xmp.get(name));
        expect([marks, pdf.info.Language, pdf.info.Title]).toEqual([
          ['3', 'A', '1'],
          'nl-NL',
          expect.stringMatching(/\S/),
        ]);
        const untagged = pdf.pages.flatMap(({ runs }) => runs.filter(({ tag }) => tag === undefined));
        expect(untagged).toEqual([]);
        expect(new Set(pdf.pages.flatMap(({ structure }) => structure.children.map(({ role }) => role)))).toEqual(
          new Set(['Document']),
        );
        const levels = nodes(pdf, 'H1', 'H2', 'H3', 'H4').map(({ role }) => Number(role.slice(1)));
        expect(levels.filter((level, place) => level > (levels[place - 1] ?? 0) + 1)).toEqual([]);
        const carried = pdf.attachments.find(({ name }) => name === 'dossier.json');
        expect(carried && readDossierFile(Buffer.from(carried.bytes)).edition.of).toBe(TABLE[path]!.carries);
      }
    },
  );

  it('is in the archive of papers of each reader as he or she gets it alone', () => {
    const packed = Object.keys(TABLE).filter((path) => path.startsWith('/tenders/:tender') && isPacked(path));
    expect(packed).toHaveLength(PACKED.length);
    for (const [reader, zip] of handedOut.get('/tenders/:tender/papers.zip')!) {
      const files = Object.entries(unzipSync(zip)).filter(([name]) => name.endsWith('.pdf'));
      const hashes = files.map(([, bytes]) => sha256(bytes));
      const own = packed.flatMap((path) => handedOut.get(path)!.get(reader) ?? []);
      expect(own.filter((bytes) => !hashes.includes(sha256(bytes)))).toEqual([]);
      // The letter of the other bidder is there as well.
      expect([reader, files.length]).toEqual([reader, own.length + 1]);
    }
  });

  it('of an assessor who has handed nothing in is a form to fill in', async () => {
    const house = await openInstallation(PEOPLE, { draw: true });
    try {
      await bring(house, 'assessment', { ...BASE, colleague: null });
      const { status, bytes } = await house.get('colleague', `/tenders/${TENDER}/papers/sheet.pdf`);
      const text = nodes(await readPdf(new Uint8Array(bytes)), 'Document').map((one) => one.text);
      expect([status, text.join(' ').includes(nl.records.sheet.handedIn)]).toEqual([200, false]);
      expect(bytes.equals((await house.get('assessor', `/tenders/${TENDER}/papers/sheet.pdf`)).bytes)).toBe(false);
    } finally {
      house.close();
    }
  });
});

describe('the papers of a tender, in a real browser', () => {
  const PAPERS = Object.keys(TABLE).filter(
    (path) => path.endsWith('/papers.zip') || (path.startsWith('/tenders/:tender') && isPacked(path)),
  );
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each(['chair', 'assessor', 'committee', 'auditor', 'other-officer', 'administrator'] as const)(
    '%s downloads each that is his or hers from the page, and is refused the rest',
    async (person) => {
      const house = houses.get('awarded')!;
      const visitor = await openVisitor(browser, house.url);
      await visitor.context.addCookies(house.cookiesOf(person));
      const own = PAPERS.filter((path) => handedOut.get(path)!.has(person));
      const list = filledIn('/tenders/:tender/papers');
      if (own.length > 0) await visitor.visit(list);
      for (const path of own) {
        const link = visitor.page.locator(`main a[href="${filledIn(path)}"]`).first();
        const [kept] = await Promise.all([visitor.page.waitForEvent('download'), link.click()]);
        expect([path, readFileSync(await kept.path()).equals(handedOut.get(path)!.get(person)!)]).toEqual([path, true]);
        expect(kept.suggestedFilename()).toMatch(/\.(pdf|zip)$/);
      }
      for (const path of PAPERS.filter((one) => !own.includes(one))) {
        const answer = await visitor.page.goto(filledIn(path));
        expect(REFUSED).toContain(answer!.status());
        expect(await visitor.text()).not.toBe('');
      }
      await visitor.context.close();
    },
  );
});

/** A path with what stands in it filled in, and what it must be asked with. */
function filledIn(path: string): string {
  const [, room] = path.split('/');
  const dossiers: Readonly<Record<string, string>> = { ...names, ':dossier': names[`/${room}`] ?? '' };
  const asked = path.replace(/:[a-z]+/gi, (name) => dossiers[name] ?? `no-${name}`);
  return path.startsWith('/contract-models') ? `${asked}?start=2027-09-01` : asked;
}

/** The letters of the award, contracts with a year that was evaluated, a plan that was adopted, and a set-up. @returns what stands for what in a path */
async function fillTheRest(house: Installation): Promise<Readonly<Record<string, string>>> {
  const { services } = house;
  for (const person of ['chair', 'witness'] as const) {
    for (const bid of ['a', 'b']) {
      const payload = { bid, met: true, findings: 'Alles is er.' };
      services.tenders.execute(TENDER, person, say({ type: 'requirements-checked', payload }));
    }
  }
  const { status } = await house.confirm('chair', `/tenders/${TENDER}/letters/new`, {
    ...{ lots: 'lot-1', sentOn: '1-3-2027', sender: 'Gemeente Voorbeeldstad', signatory: 'J. de Wit' },
    ...{ objection: 'Vraag het kort geding aan.', sameWords: 'Beide plannen zijn op dit punt gelijk.' },
  });
  expect(status).toBe(303);
  openContracts(house);
  const { areas, evaluation } = contractsIn(house).rules;
  const findings = evaluation!.goals.map(({ id, level }) => ({ goal: id, level, finding: 'Op gang.', evidence: null }));
  const year = { area: areas[0]!.id, year: 2027, on: '2028-02-01', findings, conclusion: 'Goed.', reason: null };
  later(house, '2028-02-01T09:00:00Z').execute(CONTRACTS, 'manager', { type: 'evaluate-year', evaluation: year });
  const plan = openPlan(nl, services, 'chair', { title: 'Inkoop 2028', year: 2028, example: null });
  const moment = { type: 'moment-planned', payload: momentWith({ from: '2027-05-01' }) } as const;
  for (const event of [moment, adopting]) {
    services.plans.execute(plan, 'chair', { type: 'say', event, version: null });
  }
  const { rules } = services.ruleSets.templates.get('weighted-factor.v1')!;
  return {
    ...{ '/tenders': TENDER, '/decisions': DECISION, '/contracts': CONTRACTS, '/plans': plan },
    ...{ ':tender': TENDER, ':decision': DECISION, ':contract': CONTRACTS, ':plan': plan },
    ...{ ':letter': '1', ':entry': `${lastStanding(contractsIn(house), 'year-evaluated')!.seq}`, ':year': '2027' },
    ...{ ':setUp': services.setUps.begin('chair', { from: 'empty' }, draftFrom(rules, 'In opzet')) },
    ...{ ':model': 'bestuurlijk', ':sample': 'schoonmaak' },
  };
}
