import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftFrom, emptyDraft } from '../../../src/domain/set-up/begin.ts';
import {
  type Draft,
  isList,
  isObject,
  type Json,
  nameOf,
  pathOf,
  valueAt,
  withValue,
} from '../../../src/domain/set-up/draft.ts';
import { EDITS, edited } from '../../../src/domain/set-up/edit.ts';
import { nameables } from '../../../src/domain/set-up/references.ts';
import { everyRules } from '../../support/every-rules.ts';

const DRAFTS = everyRules().map(([, rules]) => draftFrom(rules, rules.title.nl));

/** Every place in a draft, by its name. */
function names(value: Json, draft: Draft, path: readonly (string | number)[] = []): string[] {
  const own = path.length === 0 ? [] : [nameOf(draft, path)];
  if (isList(value)) return [...own, ...value.flatMap((one, place) => names(one, draft, [...path, place]))];
  if (!isObject(value)) return own;
  return [...own, ...Object.entries(value).flatMap(([key, one]) => names(one, draft, [...path, key]))];
}

const criteria = (draft: Draft): string[] => nameables(draft, 'criterion').map(({ id }) => id);

describe('an edit of a draft', () => {
  it('adds items with empty fields and ids of their own, and as many as there must be', () => {
    const one = edited(emptyDraft('Proef'), { kind: 'add', name: 'lots' });
    const two = edited(one, { kind: 'add', name: 'lots' });
    expect(two.lots).toEqual([
      { id: 'lot-1', name: '' },
      { id: 'lot-2', name: '' },
    ]);
    expect(valueAt(edited(two, { kind: 'add', name: 'scale' }), ['scale'])).toEqual([{ value: '' }, { value: '' }]);
    const without = withValue(two, ['course'], undefined);
    expect(valueAt(edited(without, { kind: 'add', name: 'course' }), ['course'])).toEqual({});
    // What names something else names nothing yet: it is to be filled in, and nothing that is not there is named.
    const tied = edited(two, { kind: 'add', name: 'award.tieBreak' });
    expect(valueAt(tied, ['award', 'tieBreak'])).toEqual([{ rule: 'higher-score', criterion: '' }]);
    const grouped = edited(two, { kind: 'add', name: 'award.lotGroups' });
    expect(valueAt(grouped, ['award', 'lotGroups', 0, 'lots'])).toEqual([]);
  });

  it('puts criteria below others and beside them again', () => {
    const three = [1, 2, 3].reduce<Draft>(
      (draft) => edited(draft, { kind: 'add', name: 'criteria' }),
      emptyDraft('Proef'),
    );
    const [a, b, c] = criteria(three);
    const below = edited(three, { kind: 'in', name: `criteria.${b}` });
    expect(pathOf(below, `criteria.${a}.children.${b}`)).toEqual(['criteria', 0, 'children', 0]);
    const both = edited(below, { kind: 'in', name: `criteria.${c}` });
    expect(criteria(both)).toEqual([a, b, c]);
    const out = edited(both, { kind: 'out', name: `criteria.${a}.children.${b}` });
    expect(valueAt(out, ['criteria', 1, 'id'])).toBe(b);
    expect(
      valueAt(edited(below, { kind: 'out', name: `criteria.${a}.children.${b}` }), ['criteria', 0, 'children']),
    ).toBeUndefined();
  });

  it('takes away what named something that goes', () => {
    const gon = DRAFTS[1]!;
    const [first] = nameables(gon, 'criterion');
    const tieBreak = [{ rule: 'higher-score', criterion: first!.id }, { rule: 'draw' }];
    const draft = withValue(gon, ['award', 'tieBreak'], tieBreak);
    const without = edited(draft, { kind: 'remove', name: `criteria.${first!.id}` });
    expect(valueAt(without, ['award', 'tieBreak'])).toEqual([{ rule: 'draw' }]);
    const lot = nameables(gon, 'lot')[0]!.id;
    const grouped = withValue(
      gon,
      ['award', 'lotGroups'],
      [{ id: 'g', name: 'Groep', lots: nameables(gon, 'lot').map(({ id }) => id), maximumLots: 2 }],
    );
    const fewer = edited(grouped, { kind: 'remove', name: `lots.${lot}` });
    expect(valueAt(fewer, ['award', 'lotGroups', 0, 'lots'])).toEqual(
      nameables(gon, 'lot')
        .slice(1)
        .map(({ id }) => id),
    );
  });

  it('asks of a new wish who wishes what, and what became of it; a requirement that goes is named by no wish', () => {
    const begun = ['programme', 'programme.requirements', 'programme.wishes'].reduce<Draft>(
      (draft, name) => edited(draft, { kind: 'add', name }),
      emptyDraft('Proef'),
    );
    const empty = { nl: '', en: '' };
    expect(begun.programme).toEqual({
      requirements: [{ id: 'requirement-1', name: empty, kind: 'scope', sources: [] }],
      goals: [],
      wishes: [{ id: 'wish-1', from: empty, wish: empty, answer: { kind: 'taken-over' }, sources: [] }],
      sources: [],
    });
    const answer = ['programme', 'wishes', 0, 'answer'];
    const answered = withValue(begun, answer, { kind: 'taken-over', requirements: ['requirement-1'] });
    const without = edited(answered, { kind: 'remove', name: 'programme.requirements.requirement-1' });
    expect(valueAt(without, answer)).toEqual({ kind: 'taken-over', requirements: [] });
  });

  it('up after down, and in after out, leave everything as it was; nothing is lost by moving', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DRAFTS), fc.nat(), (draft, at) => {
        const places = names(draft, draft);
        const name = places[at % places.length]!;
        const down = edited(draft, { kind: 'down', name });
        expect(criteria(down).toSorted()).toEqual(criteria(draft).toSorted());
        // What has no id is named by its place, and that is another after it moved.
        const moved = /\d+$/.test(name) ? undefined : edited(down, { kind: 'up', name });
        if (moved && down !== draft) expect(moved).toEqual(draft);
        for (const kind of ['in', 'out'] as const) {
          expect(criteria(edited(draft, { kind, name })).toSorted()).toEqual(criteria(draft).toSorted());
        }
      }),
    );
  });

  it('means nothing where there is nothing, and never breaks a draft', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DRAFTS),
        fc.array(fc.tuple(fc.constantFrom(...EDITS), fc.nat(), fc.boolean()), { maxLength: 6 }),
        (draft, edits) => {
          let now = draft;
          for (const [kind, at, nonsense] of edits) {
            const places = names(now, now);
            const name = nonsense ? `${places[at % places.length]}.x.0.__proto__` : places[at % places.length]!;
            now = edited(now, { kind, name });
            const ids = criteria(now);
            expect(new Set(ids).size).toBe(ids.length);
          }
        },
      ),
    );
  });
});

describe('the name of a place', () => {
  it('leads back to it, in every draft', () => {
    for (const draft of DRAFTS) {
      const places = names(draft, draft);
      expect(new Set(places).size).toBe(places.length);
      for (const name of places) expect(nameOf(draft, pathOf(draft, name)!)).toBe(name);
    }
  });
});
