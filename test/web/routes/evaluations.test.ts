import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateYear } from '../../../src/domain/contract/evaluate-year.ts';
import { lastStanding } from '../../../src/domain/contract/state.ts';
import { readDossierFile } from '../../../src/exchange/dossier-file.ts';
import { en } from '../../../src/messages/en.ts';
import { nl } from '../../../src/messages/nl.ts';
import { readPdf } from '../../reports/pdf/read-pdf.ts';
import { type Followed, followed, quarterOf } from '../../support/followed.ts';

/** A year of contracts that is evaluated, told to the council, and seen among all contracts. */

const AREA = 'centrum-oude-wijken';
const t = nl.contractForms.evaluation;
let open: Followed;
beforeAll(async () => {
  open = await followed('gon-2027.v1', { draw: true });
  open.house.at('2028-02-01T09:00:00.000Z');
  const index = (year: number, percentage: string) =>
    ({
      type: 'index-recorded',
      payload: {
        ...{ year, percentage, status: 'provisional' as const, publishedOn: '2026-10-01', on: '2028-01-20' },
        ...{ source: 'Fictief advies', reason: null },
      },
    }) as const;
  open.record(
    index(2026, '2'),
    index(2027, '3'),
    {
      type: 'budget-set',
      payload: {
        chosen: [],
        firstYear: 2027,
        catchUp: 'ratio',
        keys: [{ key: 'equal', weight: '1' }],
        figures: [],
        volumes: [],
        savings: [],
        agreements: [],
        available: [],
        reason: null,
      },
    },
    ...(['Q1', 'Q2', 'Q3', 'Q4'] as const).map((quarter, place) =>
      quarterOf(AREA, `2027-${quarter}`, [20 + 10 * place, 20, 340, 4], {
        complaints: 1,
        spent: '2300000',
      }),
    ),
  );
});
afterAll(() => open.house.close());
const state = () => open.house.services.contracts.get(open.dossier);
const get = (rest: string, person = 'manager') => open.house.get(person, open.path(rest));
const goals = () => state().rules.evaluation!.goals;
const form = (more: Record<string, string> = {}): Record<string, string> => ({
  area: AREA,
  year: '2027',
  on: '1-2-2028',
  conclusion: 'Het eerste jaar verliep zoals afgesproken.',
  ...Object.fromEntries(
    goals().flatMap(({ id, level }) => [
      [`finding.${id}`, `Bevinding over ${id}.`],
      [`evidence.${id}`, ''],
      [`level.${id}`, level],
    ]),
  ),
  ...more,
});

describe('the evaluation of a year', () => {
  it('is asked for by area and year, and shows the figures that were recorded beside what is written', async () => {
    expect((await get('/evaluations/new')).text).toContain(t.chooseTitle);
    const { text } = await get(`/evaluations/new?area=${AREA}&year=2027`);
    // 17,136,000 x 1.03 in two equal parts, of which 9,200,000 was spent; 70 of 410 users at the end.
    for (const part of ['€ 8.825.040,00', '€ 9.200.000,00', '104,2%', '17,1%', 'Er waren 4 klachten']) {
      expect(text).toContain(part);
    }
  });

  it('is refused without a finding for every goal, or for a year that is not over, and keeps what was typed', async () => {
    const refused = await open.house.post('manager', open.path('/evaluations/new'), form({ 'finding.grip': '' }));
    expect(refused.status).toBe(422);
    for (const part of ['href="#finding.grip"', 'Bevinding over transformation.']) expect(refused.text).toContain(part);
    const early = await open.house.post('manager', open.path('/evaluations/new'), form({ year: '2028' }));
    expect([early.status, early.text.includes('nog niet voorbij')]).toEqual([422, true]);
  });

  it('is shown in full before it is recorded, with its figures as computed', async () => {
    const shown = await open.house.post('manager', open.path('/evaluations/new'), form());
    expect([shown.status, shown.text.includes(t.confirm.title)]).toEqual([200, true]);
    const { status, location } = await open.house.confirm('manager', open.path('/evaluations/new'), form());
    const { seq, payload } = lastStanding(state(), 'year-evaluated')!;
    expect([status, location]).toEqual([303, open.path(`/evaluations/${seq}?notice=evaluated`)]);
    expect(payload.outcome).toEqual(JSON.parse(JSON.stringify(evaluateYear(state(), AREA, 2027))));
    const page = await open.house.get('manager', location!);
    for (const part of [t.saved, 'Bevinding over grip.', nl.evaluations.page.letter]) expect(page.text).toContain(part);
  });

  it('is read by who may see the contracts, and by nobody else', async () => {
    const { seq } = lastStanding(state(), 'year-evaluated')!;
    for (const person of ['officer', 'committee', 'auditor']) {
      expect((await get(`/evaluations/${seq}`, person)).status).toBe(200);
    }
    for (const person of ['assessor', 'administrator']) {
      expect((await get(`/evaluations/${seq}`, person)).status).toBe(403);
    }
    expect((await get(`/evaluations/${seq}`, 'other-officer')).status).toBe(404);
    for (const other of ['1', '99', 'x']) expect((await get(`/evaluations/${other}`)).status).toBe(404);
  });

  it('is done anew with a reason, and the old one says that it counts no longer', async () => {
    const first = lastStanding(state(), 'year-evaluated')!.seq;
    const again = form({ conclusion: 'Toch iets anders.' });
    expect((await open.house.post('manager', open.path('/evaluations/new'), again)).text).toContain('href="#reason"');
    await open.house.confirm('manager', open.path('/evaluations/new'), {
      ...again,
      reason: 'Er kwam een verslag bij.',
    });
    const old = await get(`/evaluations/${first}`);
    expect(old.text).toContain(nl.evaluations.page.replaced);
    expect(old.text).toContain('Het eerste jaar verliep zoals afgesproken.');
  });
});

describe('the letter to the council', () => {
  const letter = () => open.path(`/evaluations/${lastStanding(state(), 'year-evaluated')!.seq}/letter.pdf`);

  it.each([
    ['nl', nl],
    ['en', en],
  ] as const)(
    'is a tagged PDF/A-3a, the same every time, with the public edition attached, in %s',
    async (language, m) => {
      await open.house.post('officer', '/language', { language, returnTo: '/' });
      const { status, bytes, headers } = await open.house.get('officer', letter());
      expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect((await open.house.get('officer', letter())).bytes.equals(bytes)).toBe(true);
      const read = await readPdf(Uint8Array.from(bytes));
      expect(read.info.Language).toBe(m.locale);
      expect(['pdfaid:part', 'pdfaid:conformance', 'pdfuaid:part'].map((one) => read.xmp.get(one))).toEqual([
        '3',
        'A',
        '1',
      ]);
      const text = read.pages.map(({ structure }) => structure.text).join(' ');
      for (const part of [
        m.evaluations.letter.addressee,
        m.evaluations.letter.mayor,
        'Toch iets anders.',
        'Stichting Oeverlicht',
      ]) {
        expect(text).toContain(part);
      }
      expect(read.pages.flatMap(({ runs }) => runs).filter(({ tag }) => tag === undefined)).toEqual([]);
      const [dossier, ...rest] = read.attachments;
      expect([dossier?.name, rest]).toEqual(['dossier.json', []]);
      const edition = Buffer.from(dossier!.bytes).toString('utf8');
      expect(readDossierFile(Buffer.from(dossier!.bytes)).edition).toEqual({ of: 'public' });
      // What the public edition withholds is nowhere in it.
      for (const hidden of ['Zorghuis Lindehof', 'manager', 'officer']) expect(edition).not.toContain(hidden);
    },
  );

  it('of an evaluation that counts no longer can still be had', async () => {
    const seqs = state().entries.flatMap(({ type, seq }) => (type === 'year-evaluated' ? [seq] : []));
    expect((await get(`/evaluations/${seqs[0]}/letter.pdf`)).status).toBe(200);
    expect((await get(`/evaluations/${seqs[0]}/letter.pdf`, 'assessor')).status).toBe(403);
  });
});

describe('the overview for the council', () => {
  it('shows all contracts of a year that somebody may see: budget, growth path, complaints and decisions', async () => {
    await open.house.post('officer', '/language', { language: 'nl', returnTo: '/' });
    const { status, text } = await open.house.get('officer', '/council/2027');
    expect(status).toBe(200);
    for (const part of ['Stichting Oeverlicht', '€ 8.825.040,00', '104,2%', 'gehaald', nl.council.complaints(4)]) {
      expect(text).toContain(part);
    }
    expect((await open.house.get('officer', '/council/2030')).text).toContain('31 december 2030');
  });

  it('has nothing of contracts that somebody may not see', async () => {
    const { status, text } = await open.house.get('other-officer', '/council/2027');
    expect([status, text.includes(nl.council.none(2027))]).toEqual([200, true]);
    expect(text).not.toContain('Oeverlicht');
    const sheet = await open.house.get('other-officer', '/council/2027.xlsx');
    expect([sheet.status, sheet.bytes.length > 0]).toEqual([200, true]);
    for (const person of ['assessor', 'administrator'])
      expect((await open.house.get(person, '/council')).status).toBe(403);
    for (const year of ['0', 'x', '20277'])
      expect((await open.house.get('officer', `/council/${year}`)).status).toBe(404);
  });

  it('is a paper, the same every time, and a sheet with the same figures', async () => {
    const { bytes } = await open.house.get('committee', '/council/2027.pdf');
    expect((await open.house.get('committee', '/council/2027.pdf')).bytes.equals(bytes)).toBe(true);
    const read = await readPdf(Uint8Array.from(bytes));
    expect(read.pages.map(({ structure }) => structure.text).join(' ')).toContain('Stichting Oeverlicht');
    expect((await open.house.get('auditor', '/council')).status).toBe(200);
  });
});
