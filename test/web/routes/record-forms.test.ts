import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { overviewOf } from '../../../src/domain/contract/overview.ts';
import { lastStanding, standing } from '../../../src/domain/contract/state.ts';
import { toDecimalText } from '../../../src/domain/number.ts';
import { en } from '../../../src/messages/en.ts';
import { nl } from '../../../src/messages/nl.ts';
import { type Followed, followed, quarterOf } from '../../support/followed.ts';
import { agreementIn } from '../../support/http.ts';

/** What is filled in of contracts, as people send it. */

const AREA = 'centrum-oude-wijken';
const t = nl.contractForms;
let open: Followed;
afterEach(() => open.house.close());
const state = () => open.house.services.contracts.get(open.dossier);
const post = (rest: string, fields: Record<string, string>, person = 'officer') =>
  open.house.post(person, open.path(rest), fields);
const confirm = (rest: string, fields: Record<string, string>, person = 'officer') =>
  open.house.confirm(person, open.path(rest), fields);
const get = (rest: string, person = 'officer') => open.house.get(person, open.path(rest));

describe('the percentage for a year', () => {
  beforeEach(async () => {
    open = await followed();
    open.house.at('2027-02-01T09:00:00.000Z');
  });
  const FORM = {
    year: '2026',
    percentage: '2,5 %',
    status: 'provisional',
    publishedOn: '15-1-2027',
    on: '1-2-2027',
    source: 'Advies VNG, 15 januari 2027',
  };

  it('is recorded as it was published, and shown on the form from then on', async () => {
    const { status, location } = await post('/index/new', FORM);
    expect([status, location]).toEqual([303, open.path('/budget?notice=indexRecorded')]);
    expect(lastStanding(state(), 'index-recorded')?.payload).toMatchObject({ year: 2026, percentage: '2.5' });
    expect((await get('/index/new')).text).toContain('2,5%');
    expect((await get('/budget?notice=indexRecorded')).text).toContain(t.index.saved);
  });

  it('may be below zero', async () => {
    await post('/index/new', { ...FORM, percentage: '−0,5' }, 'manager');
    expect(lastStanding(state(), 'index-recorded')?.payload.percentage).toBe('-0.5');
  });

  it('is refused before its publication date, at that field, with what was typed', async () => {
    const { status, text } = await post('/index/new', { ...FORM, publishedOn: '15-2-2027' });
    expect(status).toBe(422);
    for (const part of ['href="#publishedOn"', '15 februari 2027', 'value="15-2-2027"']) expect(text).toContain(part);
    expect(standing(state(), 'index-recorded')).toEqual([]);
  });

  it('is refused for the year of the prices, without a status, and in words that are no figure', async () => {
    expect((await post('/index/new', { ...FORM, year: '2025' })).text).toContain('href="#year"');
    const { text } = await post('/index/new', { ...FORM, status: '', percentage: 'veel', source: '' });
    for (const part of [t.wrong.percentage(t.index.percentage), t.wrong.missing(t.index.source)]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('href="#status-provisional"');
  });

  it('is corrected with a reason only', async () => {
    await post('/index/new', FORM);
    expect((await post('/index/new', { ...FORM, percentage: '2,6' })).text).toContain('href="#reason"');
    await post('/index/new', { ...FORM, percentage: '2,6', reason: 'Verkeerd overgenomen.' });
    expect(standing(state(), 'index-recorded')).toHaveLength(2);
  });
});

describe('the figures of a quarter', () => {
  beforeEach(async () => {
    open = await followed();
    open.house.at('2028-01-20T09:00:00.000Z');
  });
  const FORM = {
    area: AREA,
    quarter: '2027-Q4',
    on: '20-1-2028',
    basicVolunteers: '40',
    basicProfessionals: '60',
    additional: '400',
    communityInitiatives: '20',
    complaints: '2',
    spent: '€ 1.250.000,50',
  };

  it('are asked for by area and quarter, of which only those that are over can be chosen', async () => {
    const { text } = await get('/figures/new');
    expect(text).toContain(t.figures.chooseTitle);
    open.record(quarterOf(AREA, '2027-Q1', [10, 20, 400, 3], { on: '2027-04-10' }));
    expect((await get('/figures/new')).text).toContain('kwartaal 4 van 2027');
    expect((await get('/figures/new')).text).not.toContain('kwartaal 1 van 2028');
    const form = await get(`/figures/new?area=${AREA}&quarter=2027-Q4`);
    expect(form.text).toContain(t.figures.basicVolunteers);
    expect(form.text).not.toContain(t.reasonHint);
  });

  it('are recorded by the officer and by the contract manager', async () => {
    const { status, location } = await post('/figures/new', FORM, 'manager');
    expect([status, location]).toEqual([303, open.path(`/areas/${AREA}?notice=figuresRecorded`)]);
    expect(lastStanding(state(), 'figures-recorded')?.payload).toMatchObject({
      users: { basicVolunteers: 40, basicProfessionals: 60, additional: 400, communityInitiatives: 20 },
      complaints: 2,
      spent: '1250000.50',
    });
    expect((await get(`/areas/${AREA}?notice=figuresRecorded`, 'manager')).text).toContain(t.figures.saved);
  });

  it('are prefilled to be corrected, and then need a reason; the old figures stay', async () => {
    await post('/figures/new', FORM);
    const form = await get(`/figures/new?area=${AREA}&quarter=2027-Q4`);
    for (const part of ['value="40"', 'value="1250000,50"', t.reasonHint]) expect(form.text).toContain(part);
    const refused = await post('/figures/new', { ...FORM, complaints: '3' });
    expect([refused.status, refused.text.includes('href="#reason"')]).toEqual([422, true]);
    await post('/figures/new', { ...FORM, complaints: '3', reason: 'Een klacht kwam later binnen.' });
    const { quarters } = overviewOf(state(), '2028-02-01').areas[0]!;
    expect(quarters[0]!.now.payload.complaints).toBe(3);
    expect(quarters[0]!.before.map(({ payload }) => payload.complaints)).toEqual([2]);
  });

  it.each([
    ['negative users', { additional: '-3' }, t.wrong.negative(t.figures.additional), 'additional'],
    ['a part of a user', { additional: '3,5' }, t.wrong.whole(t.figures.additional), 'additional'],
    ['words', { complaints: 'veel' }, t.wrong.number(t.figures.complaints), 'complaints'],
    ['more users of initiatives than of basic support', { communityInitiatives: '101' }, '101', 'communityInitiatives'],
    ['a quarter that is not over', { quarter: '2028-Q1' }, '31 maart 2028', 'on'],
    ['a quarter before the contract', { quarter: '2026-Q3' }, 'liep het contract niet', 'on'],
    ['nothing at all', { basicVolunteers: '' }, t.wrong.missing(t.figures.basicVolunteers), 'basicVolunteers'],
  ])('are refused with %s, at the field', async (_, change, said, field) => {
    const { status, text } = await post('/figures/new', { ...FORM, ...change });
    expect(status).toBe(422);
    expect(text.replace(/&#34;/g, '"')).toContain(said);
    expect(text).toContain(`href="#${field}"`);
    expect(standing(state(), 'figures-recorded')).toEqual([]);
  });
});

describe('the budget', () => {
  const FORM = {
    firstYear: '2027',
    'euro.personal-budgets': '950.000,00',
    catchUp: 'ratio',
    'weight.population': '3',
    'weight.users': '1',
    'figure.population.centrum-oude-wijken': '60000',
    'figure.population.west': '40000',
    'figure.users.centrum-oude-wijken': '500',
    'figure.users.west': '500',
    'threshold.risk-sharing': '2',
    'municipality.risk-sharing': '50',
    'available.2027': '17.000.000,00',
  };
  const index = (year: number, percentage: string) =>
    open.record({
      type: 'index-recorded',
      payload: {
        ...{ year, percentage, status: 'provisional', publishedOn: '2026-10-01', on: '2026-11-01' },
        ...{ source: 'Advies VNG', reason: null },
      },
    });

  it('is shown with what it comes to before it is recorded', async () => {
    open = await followed();
    index(2026, '2');
    index(2027, '3');
    const form = await get('/budget/set');
    for (const part of ['€ 1.055.750,00', '€ 1.055.700,00', t.budget.agreementsLead]) expect(form.text).toContain(part);
    const before = state().version;
    const shown = await post('/budget/set', FORM);
    expect([shown.status, shown.text.includes(t.budget.confirm.title)]).toEqual([200, true]);
    // 17,750,000 x 1.02 x 1.03, of which 0.75 x 0.6 + 0.25 x 0.5 for the first area.
    for (const part of ['€ 17.750.000,00', '€ 18.648.150,00', '€ 10.722.686,25']) expect(shown.text).toContain(part);
    expect(state().version).toBe(before);
    const { status, location } = await open.house.post('officer', open.path('/budget/set'), agreementIn(shown.text));
    expect([status, location]).toEqual([303, open.path('/budget?notice=budgetSet')]);
    const { budget } = overviewOf(state(), '2027-01-01');
    const year = budget && 'outcome' in budget ? budget.outcome.years[0]! : undefined;
    expect(year?.shares.map(({ euro }) => toDecimalText(euro, 2))).toEqual(['10722686.25', '7925463.75']);
    expect((await get('/budget?notice=budgetSet')).text).toContain(t.budget.saved);
  });

  it('is asked, without recording anything, for a range where a percentage is missing and for what an agreement comes to', async () => {
    open = await followed();
    index(2026, '2');
    await confirm('/budget/set', FORM);
    const range = await get('/budget?lowest=1&highest=3');
    // 17,750,000 x 1.02 x 1.01, and x 1.03.
    for (const part of ['€ 18.286.050,00', '€ 18.648.150,00', 'id="ask-range"']) expect(range.text).toContain(part);
    const upside = await get('/budget?lowest=3&highest=1');
    expect([upside.status, upside.text.includes('href="#lowest"')]).toEqual([422, true]);
    expect((await get('/budget?lowest=veel&highest=')).text).toContain(t.wrong.missing(t.asked.highest));
    // 150,000 above the sum, of which 100,000 is free; half of the rest is for the municipality.
    const shared = await get('/budget?agreement=risk-sharing&sum=5.000.000,00&figure=5.150.000,00');
    for (const part of [t.asked.outcomeFacts.pays, '€ 25.000,00']) expect(shared.text).toContain(part);
    const less = await get('/budget?agreement=risk-sharing&sum=5.000.000,00&figure=-1');
    expect(less.text).toContain(t.asked.outcomeFacts.receives);
    expect((await get('/budget?sum=100')).text).toContain('href="#figure"');
  });

  it('is set anew with a reason, from what was set before', async () => {
    open = await followed();
    await confirm('/budget/set', FORM);
    const form = await get('/budget/set');
    for (const part of ['value="950000,00"', 'value="60000"', t.reasonHint]) expect(form.text).toContain(part);
    expect((await post('/budget/set', FORM)).text).toContain('href="#reason"');
    const { status } = await confirm('/budget/set', { ...FORM, 'weight.users': '', reason: 'Zo besloot het college.' });
    expect(status).toBe(303);
    expect(lastStanding(state(), 'budget-set')?.payload.keys).toEqual([{ key: 'population', weight: '3' }]);
  });

  it.each([
    ['more for a component than the rules name', { 'euro.personal-budgets': '2000000' }, 'euro.personal-budgets', ''],
    ['a key without a figure for an area', { 'figure.population.west': '' }, 'figure.population.west', '“West”'],
    ['a year before the prices', { firstYear: '2020' }, 'firstYear', '2025'],
    ['an amount below zero', { 'available.2027': '-5' }, 'available.2027', 'negatief'],
    ['a percentage above 100', { 'municipality.risk-sharing': '150' }, 'municipality.risk-sharing', '100'],
    ['half an agreement', { 'threshold.risk-sharing': '' }, 'threshold.risk-sharing', 'beide'],
    ['no way to catch up', { catchUp: '' }, 'catchUp-ratio', ''],
  ])('is refused with %s, at the field', async (_, change, field, said) => {
    open = await followed();
    const { status, text } = await post('/budget/set', { ...FORM, ...change });
    expect(status).toBe(422);
    expect(text).toContain(`href="#${field}"`);
    expect(text).toContain(said);
  });

  it('of a decreasing sum asks for the volume of each area and the savings before the full one', async () => {
    open = await followed('gon-2019.v1');
    const fields = {
      firstYear: '2019',
      'volume.centrum-oude-wijken': '6.000.000,00',
      'volume.oost-ten-boer': '4.000.000,00',
      'saving.3': '750000',
    };
    expect((await get('/budget/set')).text).toContain('€ 1.500.000,00');
    const missing = await post('/budget/set', { ...fields, 'volume.oost-ten-boer': '' });
    expect([missing.status, missing.text.includes('href="#volume.oost-ten-boer"')]).toEqual([422, true]);
    const more = await post('/budget/set', { ...fields, 'saving.3': '99.000.000,00' });
    expect(more.text).toContain('href="#saving.3"');
    expect((await confirm('/budget/set', fields)).status).toBe(303);
    expect(lastStanding(state(), 'budget-set')?.payload.savings).toEqual([{ year: 2021, euro: '750000' }]);
  });

  it('is the officer’s: the contract manager cannot set it', async () => {
    open = await followed();
    expect((await post('/budget/set', FORM, 'manager')).status).toBe(403);
  });
});

describe('who may fill in', () => {
  it('is who takes part; others find nothing there', async () => {
    open = await followed();
    for (const rest of ['/budget/set', '/index/new', '/figures/new', '/evaluations/new']) {
      for (const person of ['other-officer', 'other-manager']) {
        expect([403, 404]).toContain((await get(rest, person)).status);
      }
      for (const person of ['committee', 'auditor', 'assessor', 'administrator']) {
        expect((await get(rest, person)).status).toBe(403);
      }
      expect((await get(rest)).status).toBe(200);
    }
  });

  it('reads the same in English', async () => {
    open = await followed();
    await open.house.post('officer', '/language', { language: 'en', returnTo: '/' });
    expect((await get('/budget/set')).text).toContain(en.contractForms.budget.lead);
  });
});
