import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PriceRules } from '../../../src/domain/rules/price-rules.ts';
import type { TenderRules } from '../../../src/domain/rules/rules.ts';
import type { RunningServer } from '../../../src/server.ts';
import { declaring, openPrices } from '../../support/formalities.ts';
import { startTestServer, visitor } from '../../support/http.ts';
import { clip, weighted } from '../../support/priced.ts';
import { criterion, singleBid, smallRules } from '../../support/tender.ts';

let server: RunningServer;
let chair: ReturnType<typeof visitor>;
beforeAll(async () => {
  server = await startTestServer();
  chair = visitor(server.url);
  await chair.signIn('inkoper');
});
afterAll(() => server.close());

const both = (text: string) => ({ nl: text, en: text });
const proportional = { kind: 'proportional', reference: 'lowest', ...clip } as const;
const rulesWith = (price: PriceRules, lots: number): TenderRules => ({
  ...smallRules({ lots, criteria: [criterion('quality', '60')] }),
  service: 'other',
  onWithdrawal: 're-rank',
  price,
});

let count = 0;
/** A tender of which the quality is closed, with bids for all lots. @returns its path */
function tenderOf(rules: TenderRules, bids: readonly string[]): string {
  const { tenders } = server.services;
  const dossier = `tender-prices-${++count}`;
  const run = (actor: string, command: Parameters<typeof tenders.execute>[2]) =>
    tenders.execute(dossier, actor, command);
  const lots = rules.lots.map(({ id }) => id);
  run('inkoper', {
    type: 'publish-rules',
    title: 'Prijzen',
    rules,
    rulesSha256: '0'.repeat(64),
    chair: 'inkoper',
    fictional: true,
  });
  run('inkoper', { type: 'appoint-assessor', assessor: 'beoordelaar-1' });
  for (const bid of bids) run('inkoper', { type: 'register-bid', bid: singleBid(bid, lots) });
  for (const person of ['inkoper', 'beoordelaar-1']) run(person, declaring(bids));
  run('inkoper', { type: 'open-assessment' });
  const score = { criterion: 'quality', score: '8', motivation: 'Goed.' };
  const places = bids.flatMap((bid) => lots.map((lot) => ({ bid, lot })));
  for (const place of places) {
    run('beoordelaar-1', { type: 'submit-assessment', ...place, version: 0, scores: [score] });
  }
  run('inkoper', { type: 'open-consensus' });
  for (const place of places)
    run('inkoper', { type: 'record-consensus', ...place, scores: [{ ...score, version: 0 }] });
  run('inkoper', { type: 'close-quality' });
  openPrices(run, 'inkoper', 'beoordelaar-1');
  return `/tenders/${dossier}`;
}

const stored = (path: string): Record<string, string | undefined> =>
  Object.fromEntries(
    [...server.services.tenders.get(path.split('/').at(-1)!).prices].map(([place, { price }]) => [place, price.amount]),
  );
const versionIn = (html: string, place: string): string =>
  new RegExp(`name="version\\.${place.replace('.', '\\.')}" value="(\\d+)"`).exec(html)?.[1] ?? '';

describe('the prices of a bid', () => {
  let path: string;
  beforeEach(() => {
    path = tenderOf(rulesWith(weighted('40', proportional), 2), ['a', 'b', 'c']);
  });
  const post = (bid: string, fields: Record<string, string>) =>
    chair.post(`${path}/prices/${bid}`, {
      [`version.${bid}.lot-1`]: '0',
      [`version.${bid}.lot-2`]: '0',
      ...fields,
    });

  it('of two windows, the second is told what the first recorded, and undoes nothing in silence', async () => {
    await post('a', { 'price.a.lot-1.amount': '100000', 'price.a.lot-2.amount': '200000' });
    const opened = (await chair.get(`${path}/prices/a`)).text;
    const versions = {
      'version.a.lot-1': versionIn(opened, 'a.lot-1'),
      'version.a.lot-2': versionIn(opened, 'a.lot-2'),
    };
    const first = { ...versions, 'price.a.lot-1.amount': '110000', 'price.a.lot-2.amount': '200000' };
    expect((await chair.post(`${path}/prices/a`, first)).status).toBe(303);
    const second = { ...versions, 'price.a.lot-1.amount': '100000', 'price.a.lot-2.amount': '250000' };
    const answer = await chair.post(`${path}/prices/a`, second);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Nu vastgelegd: € 110.000.');
    // The price that nobody else changed is recorded, the other stands as the first window left it.
    expect(stored(path)).toEqual({ 'a lot-1': '110000', 'a lot-2': '250000' });
  });

  it('are recorded one by one: a wrong one keeps no other out, and what was typed stays', async () => {
    const answer = await post('a', { 'price.a.lot-1.amount': 'veel', 'price.a.lot-2.amount': '200000' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#price.a.lot-1.amount"');
    expect(answer.text).toContain('value="veel"');
    expect(answer.text).toContain('De andere prijzen van deze inschrijving zijn vastgelegd.');
    expect(stored(path)).toEqual({ 'a lot-2': '200000' });
  });

  it('cannot be emptied once recorded', async () => {
    await post('a', { 'price.a.lot-1.amount': '100000' });
    const answer = await post('a', { 'price.a.lot-1.amount': '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('een vastgelegde prijs kan niet worden leeggemaakt');
    expect(stored(path)).toEqual({ 'a lot-1': '100000' });
  });

  it('are asked about when they are far from the others, and recorded when that is meant', async () => {
    await post('a', { 'price.a.lot-1.amount': '100000' });
    await post('b', { 'price.b.lot-1.amount': '120000' });
    const asked = await post('c', { 'price.c.lot-1.amount': '1000000' });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('€ 1.000.000 ligt ver van de andere prijzen');
    expect(asked.text).toContain('name="sure.c.lot-1"');
    expect(stored(path)).not.toHaveProperty('c lot-1');
    const meant = await post('c', { 'price.c.lot-1.amount': '1000000', 'sure.c.lot-1': 'yes' });
    expect(meant.status).toBe(303);
    expect(stored(path)).toHaveProperty('c lot-1', '1000000');
  });

  it('say whether VAT is in them', async () => {
    expect((await chair.get(`${path}/prices/a`)).text).toContain('Gunwijzer telt geen btw bij');
    const taxed = tenderOf(rulesWith(weighted('40', proportional, { vatPercentage: '21' }), 1), ['a']);
    const page = (await chair.get(`${taxed}/prices/a`)).text;
    expect(page).toContain('Bedrag in euro, zonder btw');
    expect(page).toContain('Gunwijzer telt er 21% btw bij.');
  });
});

describe('a stated total that is not the sum', () => {
  it('is told while prices are recorded, and before the award is calculated', async () => {
    const path = tenderOf(rulesWith(weighted('40', proportional), 1), ['a', 'b']);
    const record = (bid: string, stated: string) =>
      chair.post(`${path}/prices/${bid}`, {
        [`price.${bid}.lot-1.amount`]: '1000',
        [`price.${bid}.lot-1.stated`]: stated,
        [`version.${bid}.lot-1`]: '0',
      });
    expect((await record('a', '1000,00')).status).toBe(303);
    expect((await chair.get(`${path}/prices`)).text).not.toContain('Een genoemd totaal');
    expect((await record('b', '1010')).status).toBe(303);
    expect((await chair.get(`${path}/prices`)).text).toContain(
      'Een genoemd totaal is niet de som van de bedragen: Inschrijver b',
    );
    const asked = (await chair.get(`${path}/award/compute`)).text;
    expect(asked).toContain('Genoemd totaal klopt niet');
    expect(asked).toMatch(/1 prijs: Inschrijver b/);
  });
});

describe('a price sheet of hundreds of lines', () => {
  it('has a page per lot, so that no form is larger than what a server takes', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => ({
      id: `line-${index + 1}`,
      name: both(`Regel ${index + 1}`),
      unit: both('uur'),
      quantity: '10',
    }));
    const rules = rulesWith(weighted('40', proportional, { form: { kind: 'sheet', lines } }), 4);
    const path = tenderOf(rules, ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect((await chair.get(`${path}/prices/a`)).status).toBe(404);
    const list = (await chair.get(`${path}/prices`)).text;
    expect(list).toContain(`href="${path}/prices/a/lot-3"`);
    const fields = Object.fromEntries(lines.map(({ id }, index) => [`price.a.lot-3.line.${id}`, `${index + 1},50`]));
    const answer = await chair.post(`${path}/prices/a/lot-3`, { ...fields, 'version.a.lot-3': '0' });
    expect(answer.status).toBe(303);
    const wrong = await chair.post(`${path}/prices/b/lot-1`, {
      'price.b.lot-1.line.line-7': '12',
      'version.b.lot-1': '0',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="12"');
  });
});
