import { describe, expect, it } from 'vitest';
import type { Path } from '../../../src/domain/faults.ts';
import { tenderRules } from '../../../src/domain/rules/rules.ts';
import { draftFrom, emptyDraft } from '../../../src/domain/set-up/begin.ts';
import { standingOf } from '../../../src/domain/set-up/findings.ts';
import { isLeaf, type Shape, shapeOf } from '../../../src/domain/set-up/shape.ts';
import { SUBJECTS } from '../../../src/domain/set-up/subjects.ts';
import type { Language } from '../../../src/messages/language.ts';
import { forRules, type Messages, messagesIn } from '../../../src/messages/messages.ts';
import { setUpModel } from '../../../src/web/pages/set-up.ts';
import { isUnseen, PARTS_OF, patternOf } from '../../../src/web/set-up/layout-of-rules.ts';
import { itemLabel, labelOf, valueLabel } from '../../../src/web/set-up/words-of-rules.ts';
import { everyRules } from '../../support/every-rules.ts';
import { LAW, setUpOf } from '../../support/set-up-form.ts';

/** A place in the rules that stands in a form, with what can be chosen there. */
interface Place {
  readonly path: Path;
  readonly values: readonly string[];
  readonly isList: boolean;
  /** The group that it stands in. */
  readonly beside: string;
}

/** Levels of criteria that are walked: every level has the same fields. */
const DEEPEST = 2;

/** Every place that a form can show, whichever method or kind is chosen. */
function placesIn(shape: Shape, path: Path, beside: string): Place[] {
  const isField = path.length > 0 && typeof path.at(-1) === 'string';
  const own = (values: readonly string[], isList = false): Place[] =>
    isField || values.length > 0 ? [{ path, values, isList, beside }] : [];
  if (isLeaf(shape)) return own('values' in shape ? shape.values : []);
  switch (shape.kind) {
    case 'group':
      return [...own([]), ...insideOf(shape, path, '')];
    case 'list':
      return [...own([], true), ...placesIn(shape.item, [...path, 0], beside)];
    case 'variants': {
      // What tells the variants apart stands beside the fields of each.
      const by = (name: string): Place => ({
        path: [...path, shape.by],
        values: shape.names,
        isList: false,
        beside: groupOf(path, name),
      });
      const of = (name: string): Place[] => [by(name), ...insideOf(shape.of(name), path, name, shape.by)];
      return [...own([]), ...shape.names.flatMap(of)];
    }
    case 'either':
      return shape.shapes.flatMap((one) => placesIn(one, path, beside));
    default:
      return shape satisfies never;
  }
}

function insideOf(shape: Shape, path: Path, variant: string, by?: string): Place[] {
  if (shape.kind !== 'group') return [];
  return shape.keys.flatMap((key) => {
    const at = [...path, key];
    const isDeep = at.filter((one) => one === 'children').length > DEEPEST;
    const isAsked = key !== by && (!isUnseen(at) || key === 'children' || isWords(at));
    return isAsked && !isDeep ? placesIn(shape.at(key)!.shape, at, groupOf(path, variant)) : [];
  });
}

/** The fields that a form shows at once. */
const groupOf = (path: Path, variant: string): string => `${path.join('.')} ${variant}`;

/** Not under the award, but under a subject of their own. */
const isWords = (path: Path): boolean => PARTS_OF.words.some((one) => one.join('.') === path.join('.'));

const places = placesIn(shapeOf(tenderRules), [], '');
const languages: readonly Language[] = ['nl', 'en'];
/** Chosen as the word that it is. */
const ARTICLES = ['de', 'het'];

const AREA = { one: { nl: 'wijk', en: 'area' }, more: { nl: 'wijken', en: 'areas' }, article: 'de' as const };
const named = (m: Messages): Messages => forRules(m, { award: { lotName: AREA } });

/** What is said of a place that has no words: its bare key, or none. */
const isBare = (text: string, key: string): boolean => text.trim() === '' || text === key || /^[a-z]+[A-Z-]/.test(text);

const lastKey = (path: Path): string => String([...path].reverse().find((one) => typeof one === 'string'));

describe.each(languages)('the words of a set-up in %s', (language) => {
  const m = messagesIn(language);

  it('name every field that can stand in a form', () => {
    expect(places.length).toBeGreaterThan(300);
    const bare = places.filter(({ path }) => isBare(labelOf(m, path), lastKey(path)));
    expect(bare.map(({ path }) => patternOf(path))).toEqual([]);
  });

  it('name one item of every list', () => {
    const bare = places.filter(({ path, isList }) => isList && isBare(itemLabel(m, path), lastKey(path)));
    expect(bare.map(({ path }) => patternOf(path))).toEqual([]);
  });

  it('name every value that can be chosen', () => {
    const bare = places.flatMap(({ path, values }) =>
      values
        .filter((value) => valueLabel(m, path, value) === value && !ARTICLES.includes(value))
        .map((value) => `${patternOf(path)}: ${value}`),
    );
    expect(bare).toEqual([]);
  });

  it('tell the values of one field apart', () => {
    const alike = places.filter(
      ({ path, values }) => new Set(values.map((value) => valueLabel(m, path, value))).size < values.length,
    );
    expect(alike.map(({ path }) => patternOf(path))).toEqual([]);
  });

  it('tell the fields beside each other apart', () => {
    const seen = new Map<string, string>();
    const alike = places.flatMap(({ path, beside }) => {
      if (path.includes('children') || typeof path.at(-1) !== 'string') return [];
      const key = `${beside}: ${labelOf(m, path)}`;
      const pattern = patternOf(path);
      const other = seen.get(key) ?? pattern;
      seen.set(key, pattern);
      return other === pattern ? [] : [`${other} and ${pattern}: ${labelOf(m, path)}`];
    });
    expect(alike).toEqual([]);
  });

  it('have a title and a lead for every subject', () => {
    for (const subject of SUBJECTS) {
      expect(m.setUp.subjects[subject]).not.toBe('');
      expect(m.setUp.leads[subject]).toMatch(/\.$/);
    }
  });

  it('call a lot what the rules call it', () => {
    const usual = language === 'nl' ? /perce(el|len)/i : /\blots?\b/i;
    const t = named(m).setUp;
    const texts = [t.field, t.value, t.item, t.subjects, t.leads].flatMap((one) => Object.values(one));
    expect(texts.filter((text) => usual.test(text))).toEqual([]);
    expect(texts.filter((text) => /\b(dit|hetzelfde|het) wijk\b|wijk dat\b/.test(text))).toEqual([]);
  });

  it('are of use: no word is left that no form shows', () => {
    const used = new Set(
      places.flatMap(({ path, values, isList }) => {
        const [key = '', parent = ''] = [...path].reverse().filter((one) => typeof one === 'string');
        const find = (words: Readonly<Record<string, string>>, ...names: readonly string[]) =>
          names.find((name) => words[name] !== undefined);
        return [
          `field ${find(m.setUp.field, patternOf(path), `${parent}.${key}`, String(key))}`,
          ...(isList ? [`item ${find(m.setUp.item, patternOf(path), String(key))}`] : []),
          ...values.map(
            (value) => `value ${find(m.setUp.value, `${parent}.${key}:${value}`, `${key}:${value}`, value)}`,
          ),
        ];
      }),
    );
    const { field, value, item } = m.setUp;
    const all = Object.entries({ field, value, item }).flatMap(([kind, words]) =>
      Object.keys(words).map((key) => `${kind} ${key}`),
    );
    expect(all.filter((one) => !used.has(one) && !OF_NO_FORM.includes(one))).toEqual([]);
  });
});

/** Named where a form cannot mend them: they stand in findings and in the history. */
const OF_NO_FORM = ['field id', 'field kind', 'field version'];

describe.each(['nl', 'en'] as const)('the buttons that add something, in %s', (language) => {
  it.each(everyRules())('have a name each on every page: %s', (_, rules) => {
    for (const [draft, subject] of [draftFrom(rules, 'Proef'), emptyDraft('Proef')].flatMap((one) =>
      SUBJECTS.map((each) => [one, each] as const),
    )) {
      const page = {
        m: messagesIn(language),
        standing: standingOf(draft, '2026-01-01'),
        law: LAW,
        subject,
        item: null,
      };
      const more = { typed: new Map<string, string>(), query: {} };
      const model = setUpModel({ ...page, ...more, setUp: setUpOf(draft) })!;
      const names = model.nodes.flatMap((node) => {
        if (node.kind === 'close-more') return node.buttons.map(({ label, about }) => `${label}: ${about}`);
        return node.kind === 'table' && node.add ? [`${node.add.label}: ${node.add.about}`] : [];
      });
      expect([subject, names.filter((name, place) => names.indexOf(name) !== place)]).toEqual([subject, []]);
    }
  });
});
