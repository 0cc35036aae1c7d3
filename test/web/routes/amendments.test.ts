import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bid } from '../../../src/domain/rules/bid.ts';
import { nl } from '../../../src/messages/nl.ts';
import type { RunningServer } from '../../../src/server.ts';
import { readPdf } from '../../reports/pdf/read-pdf.ts';
import { addWithPassword } from '../../support/accounts.ts';
import { startTestServer, visitor } from '../../support/http.ts';
import { singleBid } from '../../support/tender.ts';

const PASSWORD = 'een-wachtwoord-voor-de-proef';
const REASON = 'Antwoord op vraag 3: één gebied is genoeg.';

let server: RunningServer;
let officer: ReturnType<typeof visitor>;
let tender: string;
beforeAll(async () => {
  server = await startTestServer();
  officer = visitor(server.url);
  await officer.signIn('inkoper');
  const { location } = await officer.confirm('/tenders', { title: 'Begeleiding 2028', from: 'rules gon-2027.v2' });
  tender = location!.split('?')[0]!;
});
afterAll(() => server.close());

const state = () => server.services.tenders.get(tender.split('/')[2]!);
/** Begins a change, and takes it as far as its page of announcing. The rules of before name no procedure: those of now do. */
async function beginChange(fields: Record<string, string>): Promise<string> {
  const { location } = await officer.post(`${tender}/amendment`, {});
  const base = location!.replace('/what', '');
  for (const [page, changes] of [
    ['what', { procedure: 'sas-with-emvi' }],
    ['award', fields],
  ] as const) {
    const { text } = await officer.get(`${base}/${page}`);
    const version = /name="version" value="(\d+)"/.exec(text)![1]!;
    expect((await officer.post(`${base}/${page}`, { version, ...changes })).status).toBe(303);
  }
  return `${base}/publish`;
}

describe('a change of announced rules', () => {
  let publish: string;

  it('is offered to who chairs it, and goes on where it was left', async () => {
    expect((await officer.get(`${tender}/acts`)).text).toContain(nl.amendments.link);
    expect((await officer.get(`${tender}/amendment`)).text).toContain(nl.amendments.begin.button);
    publish = await beginChange({ 'award.maximumLotsPerBidder': '1' });
    const again = await officer.post(`${tender}/amendment`, {});
    expect(again.location!.replace('/what', '/publish')).toBe(publish);
    for (const account of ['beoordelaar-1', 'commissielid', 'auditor', 'beheerder']) {
      const other = visitor(server.url);
      await other.signIn(account);
      expect([403, 404], account).toContain((await other.get(`${tender}/amendment`)).status);
      expect([403, 404], account).toContain((await other.post(`${tender}/amendment`, {})).status);
    }
  });

  it('says what it changes, and asks why', async () => {
    const { text } = await officer.get(publish);
    expect(text).toContain(nl.amendments.caption(2));
    const before = state().version;
    const without = await officer.post(publish, { reason: '' });
    expect(without.status).toBe(422);
    expect(without.text).toContain(nl.amendments.publish.reasonMissing);
    const asked = await officer.post(publish, { reason: REASON });
    expect([asked.status, asked.text]).toEqual([200, expect.stringContaining(nl.amendments.confirm.yes)]);
    expect(state().version).toBe(before);
  });

  it('is the next version of the rules, beside the one before, with why', async () => {
    const before = state().rules;
    const { status, location } = await officer.confirm(publish, { reason: REASON });
    expect([status, location]).toEqual([303, `${tender}/rules/versions`]);
    const { rules, announced, rulesSha256 } = state();
    expect(rules.award.maximumLotsPerBidder).toBe(1);
    expect((await officer.get(location!)).text).toContain(`href="${tender}/rules?version=1"`);
    const [older, now] = [await officer.get(`${tender}/rules?version=1`), await officer.get(`${tender}/rules`)];
    expect([older.text.includes(announced[0]!.rulesSha256), now.text.includes(rulesSha256)]).toEqual([true, true]);
    expect(older.text).toContain(nl.amendments.versions.olderTitle(1));
    for (const nonsense of ['2', '9', '0', 'x', '']) {
      expect((await officer.get(`${tender}/rules?version=${nonsense}`)).text).toContain(rulesSha256);
    }
    const { procedure, ...others } = { ...rules, id: before.id, version: before.version, award: before.award };
    expect([procedure, others]).toEqual(['sas-with-emvi', before]);
    expect(announced.map(({ reason }) => reason)).toEqual([null, REASON]);
    expect(announced[1]!.rulesSha256).toBe(rulesSha256);
    const { text } = await officer.get(location!);
    for (const one of [REASON, nl.amendments.versions.nth(2), nl.amendments.versions.first])
      expect(text).toContain(one);
    expect((await officer.get(`${tender}/rules`)).text).toContain(nl.amendments.versions.changedTitle);
    expect((await officer.get(publish)).text).toContain(nl.amendments.publish.done);
  });

  it('is refused when another was announced meanwhile, and when nothing differs', async () => {
    const mine = await beginChange({ 'award.maximumLotsPerBidder': '3' });
    const second = { id: 'inkoper-2', name: 'Otto Inkoper', roles: ['procurement-officer'] as const };
    await addWithPassword(server.services.accounts, 'beheerder', second, PASSWORD);
    const { rules } = state();
    const payload = {
      rules: { ...rules, title: { nl: 'Anders', en: 'Different' } },
      rulesSha256: '2'.repeat(64),
      reason: 'Titel.',
    };
    server.services.tenders.execute(state().dossier, 'inkoper', {
      type: 'say',
      events: [{ type: 'rules-amended', payload }],
    });
    expect((await officer.get(mine)).text).toContain(nl.amendments.publish.outdated);
    expect(await officer.post(mine, { reason: REASON })).toMatchObject({ status: 303, location: mine });
    expect(state().announced).toHaveLength(3);

    const { location } = await officer.post(`${tender}/amendment`, {});
    const nothing = location!.replace('/what', '/publish');
    expect(nothing).not.toBe(mine);
    expect((await officer.get(nothing)).text).toContain(nl.amendments.publish.nothing);
  });

  it('shows any two versions side by side', async () => {
    const { text } = await officer.get(`${tender}/rules/versions?was=1&is=3`);
    expect(text).toContain(nl.amendments.caption(3));
    expect((await officer.get(`${tender}/rules/versions?was=3&is=3`)).text).toContain(nl.amendments.versions.same);
    for (const wild of ['was=0&is=99', 'was=x', 'is=1.5']) {
      expect((await officer.get(`${tender}/rules/versions?${wild}`)).status).toBe(200);
    }
  });

  it('stand in the document of the rules, each with its day, its reason and what it changed', async () => {
    const { bytes } = await officer.get(`${tender}/rules.pdf`);
    const { pages } = await readPdf(new Uint8Array(bytes));
    const words = pages
      .flatMap(({ runs }) => runs.map(({ text }) => text))
      .join('')
      .replace(/[\s\u00ad-]+/g, '');
    const { title, changes } = nl.amendments.versions;
    for (const one of [title, changes(2), changes(3), REASON]) expect(words).toContain(one.replace(/[\s-]+/g, ''));
  });

  it('is not there any more when a bid is in', async () => {
    const late = await beginChange({ 'award.maximumLotsPerBidder': '2' });
    const { rules, dossier } = state();
    const { growthPath } = rules;
    const promised = growthPath && {
      steps: growthPath.steps.map(({ by, minimumPercentage }) => ({ by, percentage: minimumPercentage })),
      communityInitiatives: growthPath.communityInitiatives.minimumPercentage,
    };
    const lot = { lot: rules.lots[0]!.id, ...(promised ? { growthPath: promised } : {}) };
    const bid: Bid = { ...singleBid('bid-1', []), lots: [lot] };
    server.services.tenders.execute(dossier, 'inkoper', { type: 'register-bid', bid });
    expect((await officer.get(`${tender}/acts`)).text).not.toContain(nl.amendments.link);
    expect((await officer.get(`${tender}/amendment`)).status).toBe(409);
    const refused = await officer.post(late, { reason: REASON });
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining('Er is al een inschrijving vastgelegd.'),
    ]);
    expect(state().announced).toHaveLength(3);
  });
});
