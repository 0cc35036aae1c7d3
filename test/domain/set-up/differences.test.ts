import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftFrom } from '../../../src/domain/set-up/begin.ts';
import { differencesOf } from '../../../src/domain/set-up/differences.ts';
import { type Draft, isList, type Json, valueAt, withValue } from '../../../src/domain/set-up/draft.ts';
import { everyRules } from '../../support/every-rules.ts';

const DRAFTS = everyRules().map(([name, rules]) => [name, draftFrom(rules, rules.title.nl)] as const);
const draft = DRAFTS.find(([name]) => name === 'gon-2027.v2')![1];
const listAt = (path: readonly (string | number)[]): readonly Json[] => valueAt(draft, path) as readonly Json[];

describe('the differences of two versions of rules', () => {
  it.each(DRAFTS)('are none of the same: %s', (_, one) => {
    expect(differencesOf(one, structuredClone(one) as Draft)).toEqual([]);
  });

  it('name a field that was changed, and nothing around it', () => {
    const after = withValue(draft, ['award', 'maximumLotsPerBidder'], 1);
    expect(differencesOf(draft, after)).toEqual([
      { path: ['award', 'maximumLotsPerBidder'], from: ['award', 'maximumLotsPerBidder'], was: 2, is: 1 },
    ]);
  });

  it('take a text in two languages as one', () => {
    const after = withValue(draft, ['title', 'en'], 'Other');
    expect(differencesOf(draft, after)).toEqual([
      {
        path: ['title'],
        from: ['title'],
        was: draft.title,
        is: { nl: (draft.title as { nl: string }).nl, en: 'Other' },
      },
    ]);
  });

  it('know an item by its id: one that is taken away is one difference, and the others stay the same', () => {
    const [first, ...rest] = listAt(['lots']);
    expect(differencesOf(draft, withValue(draft, ['lots'], rest))).toEqual([
      { path: ['lots', 0], from: ['lots', 0], was: first, is: undefined },
    ]);
    expect(differencesOf(withValue(draft, ['lots'], rest), draft)).toEqual([
      { path: ['lots', 0], from: ['lots', 0], was: undefined, is: first },
    ]);
  });

  it('say of another order that it is one', () => {
    const lots = listAt(['lots']);
    const turned = [...lots].reverse();
    expect(differencesOf(draft, withValue(draft, ['lots'], turned))).toEqual([
      { path: ['lots'], from: ['lots'], was: lots, is: turned, moved: true },
    ]);
  });

  it('name what was changed in an item that got another place', () => {
    const lots = [...listAt(['lots'])]
      .reverse()
      .map((one, place) => (place === 0 ? { ...(one as object), name: 'X' } : one));
    const found = differencesOf(draft, withValue(draft, ['lots'], lots as Json));
    expect(found.map(({ path }) => path)).toEqual([['lots', 0, 'name'], ['lots']]);
  });

  it('are there whenever something differs, and each is one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DRAFTS.map(([, one]) => one)),
        fc.constantFrom(...DRAFTS.map(([, one]) => one)),
        (one, other) => {
          const found = differencesOf(one, other);
          for (const { path, from, was, is, moved } of found) {
            expect(was).not.toEqual(is);
            if (was !== undefined) expect(valueAt(one, from)).toEqual(was);
            if (is !== undefined) expect(valueAt(other, path)).toEqual(is);
            if (moved) expect(isList(was) && isList(is)).toBe(true);
          }
          expect(found.length === 0).toBe(JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)));
        },
      ),
      { numRuns: 200 },
    );
  });
});

function sorted(value: Json): Json {
  if (isList(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
