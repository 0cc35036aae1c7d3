import { describe, expect, it } from 'vitest';
import { draftFrom } from '../../../src/domain/set-up/begin.ts';
import { type Draft, withValue } from '../../../src/domain/set-up/draft.ts';
import { standingOf } from '../../../src/domain/set-up/findings.ts';
import { isSubject } from '../../../src/domain/set-up/subjects.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { rowsIn, setUpModel } from '../../../src/web/pages/set-up.ts';
import { standingModel } from '../../../src/web/set-up/standing.ts';
import { everyRules } from '../../support/every-rules.ts';
import { fieldsIn, LAW, setUpOf } from '../../support/set-up-form.ts';

const m = messagesIn('nl');
const TODAY = '2026-01-31';
const [, gon] = everyRules()[1]!;
const good = { ...draftFrom(gon, 'Proef'), procedure: 'open' };
const line = (place: number) => ({ id: `t-${place}`, name: { nl: `T${place}`, en: `T${place}` }, quantity: '1' });

/** Where the things that are missing or wrong are mended. */
const places = (draft: Draft): string[] =>
  standingModel(m, '/set-ups/x', draft, standingOf(draft, TODAY), LAW, null)
    .groups.filter(({ tone }) => tone === 'wrong' || tone === 'missing')
    .flatMap(({ items }) => items.map(({ href }) => href));

/** What stands on a page, by the names of its fields and rows. */
function namesOn(draft: Draft, href: string): string[] {
  const [address = ''] = href.replace('/set-ups/x/', '').split('#');
  const [path = '', query = ''] = address.split('?');
  const [subject = '', item] = path.split('/');
  if (!isSubject(subject)) throw new Error(subject);
  const setUp = setUpOf(draft);
  const rows = Object.fromEntries(new URLSearchParams(query));
  expect(query === '' || rowsIn(rows) !== null).toBe(true);
  const standing = standingOf(draft, TODAY);
  const { nodes } = setUpModel({
    m,
    setUp,
    standing,
    law: LAW,
    subject,
    item: item ?? null,
    typed: new Map(),
    query: rows,
  })!;
  return [
    ...fieldsIn(nodes).flatMap((node) => (node.kind === 'static' ? [] : [node.field.name])),
    ...nodes.flatMap((node) => (node.kind === 'table' ? [node.id, ...node.rows.map(({ id }) => id)] : [])),
    ...nodes.flatMap((node) => (node.kind === 'open-group' ? [node.id] : [])),
  ];
}

describe('what is missing or wrong', () => {
  it.each([
    ['a field of the page', withValue(good, ['award', 'maximumLotsPerBidder'], { typed: 'twee' })],
    ['a field in a row', withValue(good, ['lots', 1, 'name'], '')],
    ['a field that its row does not show', withValue(good, ['criteria', 1, 'minimumScore'], { typed: 'laag' })],
    [
      'one of a criterion below another',
      withValue(good, ['criteria', 0, 'children', 1, 'minimumScore'], { typed: 'x' }),
    ],
    [
      'a wish that is taken over nowhere',
      withValue(good, ['programme'], {
        requirements: [],
        goals: [],
        wishes: [
          {
            id: 'kiezen',
            from: { nl: 'Raad', en: 'Council' },
            wish: { nl: 'Kiezen.', en: 'Choice.' },
            answer: { kind: 'taken-over' },
            sources: [],
          },
        ],
        sources: [],
      }),
    ],
    ['the weights below a criterion', withValue(good, ['criteria', 0, 'children', 1, 'weight'], '1')],
    ['the weights at the top', withValue(good, ['criteria', 1, 'weight'], '1')],
    [
      'a field in a row further on in a long list',
      withValue(good, ['price'], {
        method: 'award-on-value',
        form: {
          kind: 'sheet',
          lines: Array.from({ length: 120 }, (_, place) => ({
            ...line(place),
            ...(place === 70 ? { quantity: { typed: '?' } } : {}),
          })),
        },
      }),
    ],
  ])('is led to where it stands: %s', (_, draft) => {
    const found = places(draft);
    expect(found.length).toBeGreaterThan(0);
    for (const href of found) expect(namesOn(draft, href), href).toContain(href.split('#')[1]);
  });
});

describe('what a point rests on', () => {
  const basesOf = (draft: Draft): string[] =>
    standingModel(m, '/set-ups/x', draft, standingOf(draft, TODAY), LAW, null).groups.flatMap(({ items }) =>
      items.flatMap(({ basis }) => (basis === null ? [] : [basis])),
    );

  it('is a rule of the law with its source, its mark and what it is in the procedure', () => {
    const lowest = withValue(
      withValue(good, ['price'], { method: 'lowest-price', form: { kind: 'amount' } }),
      ['procedure'],
      'sas-with-emvi',
    );
    const [found] = basesOf(lowest).filter((one) => one.startsWith(m.setUp.restsOn.law));
    expect(found).toContain(m.choose.law.basis['contract-standard']);
    expect(found).toContain(m.choose.law.marks.V.label.toLowerCase());
    const unknown = basesOf(withValue(lowest, ['procedure'], undefined));
    expect(unknown.some((one) => one.includes(m.choose.law.basis.unknown))).toBe(true);
  });

  it('is otherwise arithmetic, or Gunwijzer itself', () => {
    expect(basesOf(withValue(good, ['criteria', 1, 'weight'], '1'))).toContain(m.setUp.restsOn.arithmetic);
    expect(basesOf(withValue(good, ['procedure'], 'open-house'))).toContain(m.setUp.restsOn.product);
  });
});
