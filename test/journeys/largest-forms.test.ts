import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTender } from '../../src/actions/open-tender.ts';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import { writeCsv } from '../../src/exchange/spreadsheet/write-csv.ts';
import { nl } from '../../src/messages/nl.ts';
import { declaring, openPrices } from '../support/formalities.ts';
import { agreementIn } from '../support/http.ts';
import { type Installation, openInstallation } from '../support/installation.ts';
import { basis, clip, weighted } from '../support/priced.ts';
import { criterion, singleBid, smallRules } from '../support/tender.ts';

/** A letter that takes six characters in a form that is sent. */
const LONG = 'é'.repeat(20_000);
const CHAIR = 'inkoper';
const ASSESSOR = 'beoordelaar';

let house: Installation;
beforeAll(async () => {
  house = await openInstallation([
    { id: CHAIR, roles: ['procurement-officer'] },
    { id: ASSESSOR, roles: ['assessor'] },
  ]);
});
afterAll(() => house.close());

const opened = (rules: TenderRules): string =>
  openTender(house.services.tenders, CHAIR, 'Groot', { rules, sha256: '0'.repeat(64) });
const agreeAs = async (person: string, path: string, fields: [string, string][]) => {
  const { status, location } = await house.confirm(person, path, fields);
  return [status, location?.split('?')[1]];
};
const sendAs = async (person: string, path: string, fields: Record<string, string> | [string, string][]) => {
  const { status, location } = await house.post(person, path, fields);
  return [status, location?.split('?')[1]];
};

describe('the largest form that rules allow is read', () => {
  it('of a bid: 500 lots and 50 combinations, each with a growth path of 20 years, and 50 organisations', async () => {
    const rules = smallRules({ lots: 500 });
    const years = Array.from({ length: 20 }, (_, place) => `${2027 + place}-12-31`);
    const dossier = opened({
      ...rules,
      combinations: Array.from({ length: 50 }, (_, place) => ({
        id: `both-${place + 1}`,
        name: `Samen ${place + 1}`,
        lots: [`lot-${2 * place + 1}`, `lot-${2 * place + 2}`],
      })),
      growthPath: {
        steps: years.map((by) => ({ by, minimumPercentage: '10' })),
        communityInitiatives: { minimumPercentage: '5' },
        sources: [],
      },
    });
    const offered = [
      ...rules.lots.map(({ id }) => id),
      ...Array.from({ length: 50 }, (_, place) => `both-${place + 1}`),
    ];
    const fields: [string, string][] = [
      ['name', 'Groot en Zonen'],
      ['form', 'consortium'],
      ['member-rows', '50'],
      ...offered.flatMap((lot): [string, string][] => [
        ['lots', lot],
        ...years.map((by): [string, string] => [`growth.${lot}.${by}`, '40']),
        [`growth.${lot}.initiatives`, '30'],
      ]),
      ...Array.from({ length: 50 }, (_, place): [string, string][] => [
        [`member.${place + 1}.name`, `Organisatie ${place + 1}`],
        [`member.${place + 1}.register`, 'none'],
      ]).flat(),
    ];
    expect(fields.length).toBeGreaterThan(12_000);
    expect(await agreeAs(CHAIR, `/tenders/${dossier}/bids`, fields)).toEqual([303, 'notice=bidRegistered']);
  }, 60_000);

  it('of an assessment, a consensus and a price: 100 motivations of 20,000 letters, and 200 lines', async () => {
    const parts = (group: string) => Array.from({ length: 50 }, (_, place) => criterion(`${group}-${place + 1}`, '2'));
    const lines = Array.from({ length: 200 }, (_, place) => ({
      id: `line-${place + 1}`,
      name: { nl: `Regel ${place + 1}`, en: `Line ${place + 1}` },
      unit: { nl: 'uur', en: 'hour' },
      quantity: '10',
    }));
    const dossier = opened({
      ...smallRules({ lots: 1, criteria: [criterion('a', '30', parts('a')), criterion('b', '30', parts('b'))] }),
      onWithdrawal: 're-rank',
      price: weighted(
        '40',
        { kind: 'proportional', reference: 'lowest', ...clip },
        { ...basis, form: { kind: 'sheet', lines } },
      ),
    });
    const { tenders } = house.services;
    const bid = singleBid('groot', ['lot-1']);
    tenders.execute(dossier, CHAIR, { type: 'appoint-assessor', assessor: ASSESSOR });
    tenders.execute(dossier, CHAIR, { type: 'register-bid', bid });
    for (const person of [CHAIR, ASSESSOR]) tenders.execute(dossier, person, declaring(['groot']));
    tenders.execute(dossier, CHAIR, { type: 'open-assessment' });
    const criteria = ['a', 'b'].flatMap((group) => parts(group).map(({ id }) => id));
    const scores = criteria.flatMap((id): [string, string][] => [
      [`version.${id}`, '0'],
      [`score.${id}`, '8'],
      [`motivation.${id}`, LONG],
    ]);
    const assessment: [string, string][] = [['version', '0'], ['intent', 'submit'], ...scores];
    expect((await sendAs(ASSESSOR, `/tenders/${dossier}/assessments/groot/lot-1`, assessment))[0]).toBe(303);
    tenders.execute(dossier, CHAIR, { type: 'open-consensus' });
    expect((await sendAs(CHAIR, `/tenders/${dossier}/consensus/groot/lot-1`, scores))[0]).toBe(303);
    tenders.execute(dossier, CHAIR, { type: 'close-quality' });
    openPrices((actor, command) => tenders.execute(dossier, actor, command), CHAIR, ASSESSOR);
    const prices: [string, string][] = [
      ['version.groot.lot-1', '0'],
      ...lines.map(({ id }): [string, string] => [`price.groot.lot-1.line.${id}`, '12,50']),
    ];
    expect(await sendAs(CHAIR, `/tenders/${dossier}/prices/groot`, prices)).toEqual([303, 'notice=saved']);
  }, 120_000);

  it('of a sheet: 48,000 own scores of 100 bids for 12 lots on 40 criteria, shown on a small page', async () => {
    const criteria = Array.from({ length: 40 }, (_, place) => criterion(`criterion-${place + 1}`, '2.5'));
    const dossier = opened(smallRules({ lots: 12, criteria }));
    const { tenders } = house.services;
    const bids = Array.from({ length: 100 }, (_, place) => `bid-${place + 1}`);
    const lots = Array.from({ length: 12 }, (_, place) => `lot-${place + 1}`);
    tenders.execute(dossier, CHAIR, { type: 'appoint-assessor', assessor: ASSESSOR });
    for (const bid of bids) tenders.execute(dossier, CHAIR, { type: 'register-bid', bid: singleBid(bid, lots) });
    for (const person of [CHAIR, ASSESSOR]) tenders.execute(dossier, person, declaring(bids));
    tenders.execute(dossier, CHAIR, { type: 'open-assessment' });
    const path = `/tenders/${dossier}/score-sheet`;
    const heads = nl.sheets.scores.heads;
    const rows = bids.flatMap((bid) =>
      lots.flatMap((lot) => criteria.map(({ id }) => [`${bid}.${lot}.${id}`, '8', `Motivering van ${id}.`])),
    );
    const columns = [heads.code, heads.score, heads.motivation].map((header) => ({ header, width: 20 }));
    const content = Buffer.from(writeCsv({ name: 'Scores', columns, rows }, ','));
    const shown = await house.upload(ASSESSOR, path, {}, { name: 'scores.csv', content });
    expect([shown.status, shown.bytes.length < 300_000]).toEqual([200, true]);
    expect(shown.text).toContain(nl.sheets.firstRows('150', '48.000'));
    const kept = await house.post(ASSESSOR, `${path}/keep`, agreementIn(shown.text));
    expect([kept.status, kept.location?.split('?')[1]]).toEqual([303, 'notice=sheetKept']);
    const drafts = house.services.drafts.under(ASSESSOR, dossier);
    expect(drafts.size).toBe(48_000);
  }, 60_000);

  it('of a draw between 500 bids, and of a bid that is set aside with the longest reason', async () => {
    const dossier = opened(smallRules({ lots: 1 }));
    const order = Array.from({ length: 500 }, (_, place): [string, string] => [
      `place-${place + 1}`,
      `bid-${place + 1}`,
    ]);
    const draw = await house.post(CHAIR, `/tenders/${dossier}/draw`, [
      ...order,
      ['method', 'é'.repeat(2000)],
      ['witnesses', 'é'.repeat(500)],
    ]);
    const aside = await house.post(CHAIR, `/tenders/${dossier}/acts/set-aside`, [
      ['bid', 'bid-1'],
      ['reason', 'é'.repeat(2000)],
    ]);
    // Nothing is awarded here and there is no bid: what is refused is the moment, or the answer, after the form was read.
    expect([draw.status, aside.status]).toEqual([409, 422]);
  });
});
