import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRules } from '../../../src/criteria/read-rules.ts';
import type { TenderRules } from '../../../src/domain/rules/rules.ts';
import { draftFrom, emptyDraft } from '../../../src/domain/set-up/begin.ts';
import type { Draft } from '../../../src/domain/set-up/draft.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { discountRules } from '../../support/cleaning.ts';
import { everyRules } from '../../support/every-rules.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { variedRules } from '../../support/varied-rules.ts';

const t = messagesIn('nl').tryOut;
const MOST_BYTES = 300_000;

let installation: Installation;
beforeAll(async () => {
  installation = await openInstallation([
    { id: 'inkoper', roles: ['procurement-officer'] },
    { id: 'ander', roles: ['procurement-officer'] },
    { id: 'auditor', roles: ['auditor'] },
  ]);
});
afterAll(() => installation.close());

const begun = (draft: Draft): string =>
  `/set-ups/${installation.services.setUps.begin('inkoper', { from: 'empty' }, draft)}/try`;
const draftOf = (rules: TenderRules): Draft => ({ ...draftFrom(rules, 'Proef'), procedure: 'open' });
const rulesOf = (name: string): TenderRules => everyRules().find(([one]) => one === name)![1];
const get = (path: string) => installation.get('inkoper', path);

/** Who would get each lot, by the table of the outcome. */
const winners = (html: string): string[] =>
  [
    ...(/id="outcome".*?<\/table>/s.exec(html)?.[0] ?? '').matchAll(
      /data-label="(?:Hoofdaanbieder|Opdrachtnemer)">([^<]*)/g,
    ),
  ].map(([, name]) => name!);

/** What a browser sends of the form as it stands. */
function fieldsOf(html: string): [string, string][] {
  const form = /<form method="post" action="[^"]*\/try".*?<\/form>/s.exec(html)![0];
  const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const inputs = [...form.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.includes('_csrf') && (!tag.includes('type="checkbox"') || tag.includes(' checked')));
  const selects = [...form.matchAll(/(<select[^>]*>)(.*?)<\/select>/gs)];
  return [
    ...inputs.map((tag): [string, string] => [attribute(tag, 'name'), attribute(tag, 'value')]),
    ...selects.map(([, tag, options]): [string, string] => [
      attribute(tag!, 'name'),
      /value="([^"]*)" selected/.exec(options!)?.[1] ?? '',
    ]),
  ];
}
const changed = (fields: readonly [string, string][], values: Readonly<Record<string, string>>): [string, string][] =>
  fields.map(([name, value]) => [name, values[name] ?? value]);

describe('trying out a draft', () => {
  it.each([...everyRules(), ...variedRules()])(
    'shows who would win under %s, in a page that is not too heavy',
    async (_, rules) => {
      const path = begun(draftOf(rules));
      const { status, text } = await get(path);
      expect(status).toBe(200);
      expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES);
      expect(text).toContain(t.fictional);
      expect(text).toContain(t.tie.draw);
      expect(winners(text).length).toBe(rules.lots.length);
      expect(winners(text).every((name) => t.bidders.includes(name))).toBe(true);
      // What was not changed comes to the same.
      const again = await installation.post('inkoper', path, fieldsOf(text));
      expect([again.status, winners(again.text)]).toEqual([200, winners(text)]);
    },
  );

  it('works out again with what was typed over, and stores nothing', async () => {
    const path = begun(draftOf(rulesOf('price-and-quality')));
    const { text } = await get(path);
    const before = winners(text);
    const fields = fieldsOf(text);
    const dear = changed(
      fields,
      Object.fromEntries(fields.flatMap(([name]) => (/^price\.bid-1\./.test(name) ? [[name, '90000000']] : []))),
    );
    const after = await installation.post('inkoper', path, dear);
    expect(after.status).toBe(200);
    expect(winners(after.text)).not.toEqual(before);
    expect(winners((await get(path)).text)).toEqual(before);
    expect(installation.services.setUps.history(path.split('/')[2]!)).toHaveLength(1);
    expect(installation.services.storage.lists.ledBy('inkoper')).toEqual([]);
  });

  it('takes a discount for lots that are won together, where the rules ask for it', async () => {
    const path = begun(draftOf(parseRules(JSON.stringify(discountRules))));
    const { text } = await get(path);
    const [lots, percentage] = ['bid-1.discount.1.lots', 'bid-1.discount.1.percentage'];
    const ids = [...text.matchAll(new RegExp(`name="${lots}" value="([^"]*)"`, 'g'))].map(([, id]) => id!);
    expect(ids).toHaveLength(2);
    const same = fieldsOf(text);
    const discounted = changed(same, { [percentage]: '95' });
    const both = ids.map((id): [string, string] => [lots, id]);
    const answer = await installation.post('inkoper', path, [...discounted, ...both]);
    expect([answer.status, new Set(winners(answer.text)).size]).toEqual([200, 1]);
    expect(winners(answer.text)).not.toEqual(winners(text));
    // What was ticked and typed stands in the form that comes back.
    expect(answer.text.match(new RegExp(`name="${lots}"[^>]* checked`, 'g'))).toHaveLength(2);
    const one = await installation.post('inkoper', path, [...discounted, both[0]!]);
    expect(one.status).toBe(422);
    expect(one.text).toContain(`id="${lots}-error"`);
    expect((await get(begun(draftOf(rulesOf('gon-2027.v2'))))).text).not.toContain('discount.1');
  });

  it('says everything that is wrong, each at its own field', async () => {
    const path = begun(draftOf(rulesOf('schoonmaak')));
    const { text } = await get(path);
    const fields = changed(fieldsOf(text), {
      'bid-1.name': '',
      'bid-1.score.common.organisatie': 'veel',
      'bid-2.name': 'Boomvalk (fictief)',
    });
    const { status, text: page } = await installation.post('inkoper', path, fields);
    expect(status).toBe(422);
    for (const field of ['bid-1.name', 'bid-1.score.common.organisatie', 'bid-3.name']) {
      expect(page).toContain(`href="#${field}"`);
      expect(page).toContain(`id="${field}-error"`);
    }
    expect(winners(page)).toEqual([]);
  });

  it('tries out the first lots of a large tender, and says so', async () => {
    const small = rulesOf('gon-2027.v2');
    const lots = Array.from({ length: 60 }, (_, nth) => ({ id: `lot-${nth}`, name: `Gebied ${nth}` }));
    const part = small.criteria[1]!;
    const parts = Array.from({ length: 50 }, (_, nth) => ({
      ...part,
      id: `part-${nth}`,
      name: { nl: `Deel ${nth}`, en: `Part ${nth}` },
      weight: '2',
    }));
    const criteria = small.criteria.map((one) => (one === part ? { ...part, children: parts } : one));
    const award = { ...small.award, winners: { minimum: 20, maximum: 60 }, tieBreak: [] };
    const { status, text } = await get(begun(draftOf({ ...small, lots, criteria, award })));
    expect(status).toBe(200);
    expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES);
    expect(text).toContain('Deze regels hebben 60 gebieden.');
    expect(text).toMatch(/worden \d+ rijen niet getoond/);
    expect(text).toContain(t.pointsLeft);
  });

  it('says first what is missing, and that open house ranks nothing', async () => {
    const empty = await get(begun(emptyDraft('Proef')));
    expect([empty.status, empty.text.includes(t.missing.lead)]).toEqual([200, true]);
    expect(empty.text).toContain('/what#lots');
    const house = await get(begun({ ...draftOf(rulesOf('gon-2027.v2')), procedure: 'open-house' }));
    expect(house.text).toContain(t.openHouse);
    expect(winners(house.text)).toEqual([]);
  });

  it('shows a draft that cannot be published yet, and is nobody else’s', async () => {
    const path = begun(draftFrom(rulesOf('gon-2027.v2'), 'Proef'));
    expect(winners((await get(path)).text).length).toBe(4);
    expect((await installation.get('ander', path)).status).toBe(404);
    expect((await installation.post('ander', path, { sent: 'yes' })).status).toBe(404);
    expect((await installation.get('auditor', path)).status).toBe(403);
  });
});
