import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../../src/server.ts';
import { startTestServer, visitor } from '../../support/http.ts';

let server: RunningServer;
let officer: ReturnType<typeof visitor>;
beforeAll(async () => {
  server = await startTestServer();
  officer = visitor(server.url);
  await officer.signIn('inkoper');
});
afterAll(() => server.close());

describe('the plan of a procedure', () => {
  it('asks for a start first, with example lengths', async () => {
    const page = await officer.get('/contract-models/bestuurlijk/plan');
    expect(page.status).toBe(200);
    expect(page.text).toContain('name="weeks.plenary-meetings"');
    expect(page.text).not.toContain('plan.ics');
  });

  it('gives dates, who decides, the lead time of the source, and a calendar', async () => {
    const page = await officer.get('/contract-models/bestuurlijk/plan?start=2027-01-04');
    expect(page.text).toContain('4 januari 2027');
    expect(page.text).toContain('College van burgemeester en wethouders');
    expect(page.text).toContain('past bij de doorlooptijd');
    const href = /href="([^"]*plan\.ics[^"]*)"/.exec(page.text)![1]!.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
    const calendar = await officer.get(href);
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(calendar.text.match(/BEGIN:VEVENT/g)).toHaveLength(9);
  });

  it('shows both readings where the source leaves open which step the lead time reaches', async () => {
    const plan = '/contract-models/bestuurlijk/plan?start=2027-01-04';
    const both = (await officer.get(plan)).text;
    expect(both).toContain('tot en met de stap “Plenair overleg”? Die is klaar op 23 mei 2027.');
    expect(both).toContain('tot en met de stap “Prijsonderhandeling”? Die is klaar op 15 augustus 2027.');
    expect(both).toContain('De bron zegt niet waar dat eindigt');
    const apart = (await officer.get(`${plan}&weeks.price-negotiation=40`)).text;
    expect(apart).toContain('hangt af van hoe u de bron leest');
    expect(apart).toMatch(/“Plenair overleg”\?[^<]*past dan bij de bron/);
    expect(apart).toMatch(/“Prijsonderhandeling”\?[^<]*is dan langer dan de bron noemt/);
    expect(apart).toContain('utrecht-alert--warning');
  });

  it('warns when it is shorter or longer than the lead time of the source', async () => {
    const short =
      '/contract-models/bcf/plan?start=2027-01-04&weeks.programme-of-requirements=1&weeks.subsidy-decision=1';
    expect((await officer.get(short)).text).toContain('korter dan de doorlooptijd');
    const long = '/contract-models/bcf/plan?start=2027-01-04&weeks.programme-of-requirements=60';
    expect((await officer.get(long)).text).toContain('langer dan de doorlooptijd');
  });

  it.each([
    ['start=2027-02-30', /bestaande datum/],
    ['start=', /bestaande datum/],
    ['start=2027-01-04&weeks.preparation=0', /heel aantal weken/],
    ['start=2027-01-04&weeks.preparation=abc', /heel aantal weken/],
  ])('refuses %s and keeps what was typed', async (query, message) => {
    const page = await officer.get(`/contract-models/bestuurlijk/plan?${query}`);
    expect(page.status).toBe(422);
    expect(page.text).toMatch(message);
    expect((await officer.get(`/contract-models/bestuurlijk/plan.ics?${query}`)).status).toBe(422);
  });

  it('does not exist for a model without a procedure', async () => {
    expect((await officer.get('/contract-models/veiling/plan')).status).toBe(404);
    expect((await officer.get('/contract-models/nothing/plan')).status).toBe(404);
  });
});
