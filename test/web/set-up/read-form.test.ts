import { describe, expect, it } from 'vitest';
import { draftFrom, emptyDraft } from '../../../src/domain/set-up/begin.ts';
import { type Draft, valueAt, withValue } from '../../../src/domain/set-up/draft.ts';
import { standingOf } from '../../../src/domain/set-up/findings.ts';
import { SUBJECTS, type Subject } from '../../../src/domain/set-up/subjects.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { setUpModel, writingIn } from '../../../src/web/pages/set-up.ts';
import { readSetUpForm } from '../../../src/web/set-up/read-form.ts';
import { everyRules } from '../../support/every-rules.ts';
import { bodyOf, fieldsIn, itemsIn, LAW, setUpOf } from '../../support/set-up-form.ts';

const TODAY = '2026-01-31';
const m = messagesIn('nl');

const pageOf = (draft: Draft, subject: Subject, item: string | null, messages = m) =>
  setUpModel({
    m: messages,
    setUp: setUpOf(draft),
    standing: standingOf(draft, TODAY),
    law: LAW,
    subject,
    item,
    typed: new Map(),
    query: {},
  })!;

/** Every page of a set-up: its subjects, and the items that they lead to, and those that these lead to. */
function everyPage(draft: Draft): [Subject, string | null][] {
  const found = new Map<string, [Subject, string | null]>(SUBJECTS.map((subject) => [subject, [subject, null]]));
  for (const [, [subject, item]] of found) {
    for (const next of itemsIn(pageOf(draft, subject, item).nodes)) found.set(`${subject} ${next}`, [subject, next]);
  }
  return [...found.values()];
}

describe.each(everyRules())('the rules %s', (_, rules) => {
  const draft = draftFrom(rules, rules.title.nl);

  it.each(LANGUAGES)('are what they were after every page of them was sent as it came, in %s', (language) => {
    const messages = messagesIn(language);
    const pages = everyPage(draft);
    expect(pages.length).toBeGreaterThan(SUBJECTS.length);
    for (const [subject, item] of pages) {
      const body = bodyOf(pageOf(draft, subject, item, messages));
      const read = readSetUpForm(messages, draft, draft, body, writingIn(messages));
      expect(read.conflicts).toEqual([]);
      expect(read.draft, `${subject} ${item}`).toEqual(draft);
    }
  });

  it('have every text field for themselves: what is typed in one is in the rules, and nothing else changed', () => {
    for (const [subject, item] of everyPage(draft)) {
      const page = pageOf(draft, subject, item);
      for (const node of fieldsIn(page.nodes)) {
        if (node.kind !== 'text' || node.field.name.startsWith('en:')) continue;
        const body = { ...bodyOf(page), [node.field.name]: 'Iets anders' };
        const { draft: after } = readSetUpForm(m, draft, draft, body, writingIn(m));
        expect(JSON.stringify(after), node.field.name).toContain('Iets anders');
        const back = readSetUpForm(m, after, after, bodyOf(pageOf(after, subject, item)), writingIn(m)).draft;
        expect(back, node.field.name).toEqual(after);
      }
    }
  });
});

describe('a form of a set-up', () => {
  const base = withValue(
    emptyDraft('Proef'),
    ['lots'],
    [
      { id: 'noord', name: 'Noord' },
      { id: 'zuid', name: 'Zuid' },
    ],
  );
  const send = (now: Draft, fields: Record<string, string>) =>
    readSetUpForm(m, base, now, { ...bodyOf(pageOf(base, 'what', null)), ...fields }, writingIn(m));

  it('keeps what cannot be read as it was typed, beside what is right', () => {
    const { draft } = send(base, { 'lots.noord.value': '1.250.000,50', 'lots.zuid.value': 'veel' });
    expect(valueAt(draft, ['lots', 0, 'value'])).toBe('1250000.50');
    expect(valueAt(draft, ['lots', 1, 'value'])).toEqual({ typed: 'veel' });
    const shown = bodyOf(pageOf(draft, 'what', null));
    expect(shown['lots.zuid.value']).toBe('veel');
    expect(shown['lots.noord.value']).toBe('1250000,50');
  });

  it('does not read a figure that can be two', () => {
    expect(valueAt(send(base, { 'lots.noord.value': '1.250' }).draft, ['lots', 0, 'value'])).toEqual({
      typed: '1.250',
    });
  });

  it('brings together what two people changed in different fields, also when a row moved', () => {
    const moved = withValue(
      base,
      ['lots'],
      [
        { id: 'zuid', name: 'Zuid en Haren' },
        { id: 'noord', name: 'Noord' },
      ],
    );
    const { draft, conflicts } = send(moved, { 'lots.noord.name': 'Noord en Ten Boer' });
    expect(conflicts).toEqual([]);
    expect(valueAt(draft, ['lots'])).toEqual([
      { id: 'zuid', name: 'Zuid en Haren' },
      { id: 'noord', name: 'Noord en Ten Boer' },
    ]);
  });

  it('leaves a field that somebody else changed to who typed it, and takes the rest', () => {
    const now = withValue(base, ['lots', 0, 'name'], 'Noordoost');
    const { draft, conflicts } = send(now, { 'lots.noord.name': 'Noordwest', 'lots.zuid.name': 'Zuidwest' });
    expect(valueAt(draft, ['lots', 0, 'name'])).toBe('Noordoost');
    expect(valueAt(draft, ['lots', 1, 'name'])).toBe('Zuidwest');
    expect(conflicts).toEqual([{ name: 'lots.noord.name', typed: 'Noordwest', path: ['lots', 0, 'name'] }]);
  });

  it('says so when what was typed belongs to something that is gone', () => {
    const now = withValue(base, ['lots'], [{ id: 'zuid', name: 'Zuid' }]);
    expect(send(now, { 'lots.noord.name': 'Noordwest' }).conflicts).toEqual([
      { name: 'lots.noord.name', typed: 'Noordwest', path: null },
    ]);
  });

  it('does not let a form set what stands in no form, nor what no rules have', () => {
    const { draft, conflicts } = send(base, {
      id: 'gon-2027',
      kind: 'iets',
      version: '9',
      'lots.noord.id': 'x',
      'nergens.iets': 'x',
      __proto__: 'x',
      'constructor.name': 'x',
      lots: 'x',
    });
    expect(draft).toEqual(base);
    expect(conflicts).toEqual([]);
  });

  it('does not let a form give anything another id, at whatever depth', () => {
    const nested = withValue(
      base,
      ['criteria'],
      [
        {
          id: 'a',
          name: { nl: 'A', en: 'A' },
          weight: '100',
          sources: [],
          children: [{ id: 'b', name: { nl: 'B', en: 'B' }, weight: '100', sources: [] }],
        },
      ],
    );
    const grouped = withValue(
      nested,
      ['award', 'lotGroups'],
      [{ id: 'g', name: 'G', lots: ['noord'], maximumLots: 1 }],
    );
    const forged = { 'criteria.a.children.b.id': 'x', 'criteria.a.id': 'x', 'award.lotGroups.g.id': 'x' };
    expect(readSetUpForm(m, grouped, grouped, forged, writingIn(m)).draft).toEqual(grouped);
  });

  it('changes the method of the price, and keeps what the other has as well', () => {
    const priced = withValue(base, ['price'], {
      method: 'weighted-factor',
      weight: '40',
      points: { kind: 'linear', reference: 'lowest', zeroAt: '50', belowZero: 'clip', aboveMaximum: 'clip' },
      form: { kind: 'amount' },
      description: { nl: 'De prijs', en: 'The price' },
    });
    const body = bodyOf(pageOf(priced, 'price', null));
    const { draft } = readSetUpForm(m, priced, priced, { ...body, 'price.method': 'award-on-value' }, writingIn(m));
    expect(draft.price).toEqual({
      method: 'award-on-value',
      form: { kind: 'amount' },
      description: { nl: 'De prijs', en: 'The price' },
    });
  });
});
