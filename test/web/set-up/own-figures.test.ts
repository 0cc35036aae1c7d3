import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftFrom } from '../../../src/domain/set-up/begin.ts';
import { valueAt, withValue } from '../../../src/domain/set-up/draft.ts';
import { standingOf } from '../../../src/domain/set-up/findings.ts';
import type { LeafShape } from '../../../src/domain/set-up/shape.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { setUpModel, writingIn } from '../../../src/web/pages/set-up.ts';
import { readLeaf, writeLeaf } from '../../../src/web/set-up/draft-field.ts';
import { unreadLine } from '../../../src/web/set-up/own-figures.ts';
import { readSetUpForm } from '../../../src/web/set-up/read-form.ts';
import { problemsOn } from '../../../src/web/set-up/standing.ts';
import { everyRules } from '../../support/every-rules.ts';
import { bodyOf, fieldsIn, LAW, setUpOf } from '../../support/set-up-form.ts';

const LEAF: LeafShape = { kind: 'figures' };
const m = messagesIn('nl');
const read = (text: string) => readLeaf(LEAF, text, undefined);
const asRead = (text: string): string | undefined => (/^-?\d+$/.test(text) ? text : undefined);

describe('names of one’s own with a figure each', () => {
  it('are read from a line each, in any language', () => {
    expect(read('rente = 0,05\n\n  kosten_2=-1.250.000 ')).toEqual({ rente: '0.05', kosten_2: '-1250000' });
    expect(read('typed = 5')).toEqual({ typed: '5' });
    expect(read(' \n ')).toBeUndefined();
  });

  it('are written and read back as they were', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,31}$/).filter((one) => one !== '__proto__');
    const figure = fc
      .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 99 }))
      .map(([whole, rest]) => (rest === 0 ? `${whole}` : `${whole}.${`${rest}`.padStart(2, '0').replace(/0$/, '')}`));
    fc.assert(
      fc.property(
        fc.dictionary(name, figure, { minKeys: 1, maxKeys: 6 }),
        fc.constantFrom(...LANGUAGES),
        (given, of) => {
          const text = writeLeaf(LEAF, { ...given }, writingIn(messagesIn(of)));
          expect(read(text)).toEqual({ ...given });
        },
      ),
    );
  });

  it('stay as they were typed where a line cannot be read, and the line is said', () => {
    for (const [text, line] of [
      ['rente = 5\nkosten', 'kosten'],
      ['rente = 5\nRente = 6', 'Rente = 6'],
      ['rente = 5\nrente = 6', 'rente = 6'],
      ['5', '5'],
      ['a = b', 'a = b'],
    ] as const) {
      expect([read(text), unreadLine(text, asRead), writeLeaf(LEAF, text, writingIn(m))]).toEqual([text, line, text]);
    }
  });
});

describe('own numbers of a formula, where the formula stands', () => {
  const [, rules] = everyRules().find(([, { price }]) => price.method === 'weighted-factor')!;
  const points = {
    kind: 'formula',
    expression: 'max(0, weight - rente * price)',
    belowZero: 'clip',
    aboveMaximum: 'clip',
  };
  const draft = withValue(draftFrom(rules, 'Eigen formule'), ['price', 'points'], points);
  const pageOf = (given: typeof draft) =>
    setUpModel({
      m,
      setUp: setUpOf(given),
      standing: standingOf(given, '2026-01-31'),
      law: LAW,
      subject: 'price',
      item: null,
      typed: new Map(),
      query: {},
    })!;
  const typed = (text: string) =>
    readSetUpForm(m, draft, draft, { ...bodyOf(pageOf(draft)), 'price.constants': text }, writingIn(m)).draft;
  const problemsAt = (given: typeof draft, field: string) =>
    problemsOn(m, given, standingOf(given, '2026-01-31'), 'price').filter((one) => one.field === field);

  it('are asked there, added, renamed and removed', () => {
    expect(
      fieldsIn(pageOf(draft).nodes).some((one) => one.kind === 'text' && one.field.name === 'price.constants'),
    ).toBe(true);
    expect(problemsAt(draft, 'price.points.expression')).toHaveLength(1);
    const added = typed('rente = 0,00001');
    expect(valueAt(added, ['price', 'constants'])).toEqual({ rente: '0.00001' });
    expect(problemsAt(added, 'price.points.expression')).toEqual([]);
    expect(valueAt(typed('tarief = 0,00001'), ['price', 'constants'])).toEqual({ tarief: '0.00001' });
    expect(valueAt(typed(''), ['price', 'constants'])).toBeUndefined();
  });

  it('say at their field what is wrong', () => {
    expect(problemsAt(typed('rente is 5'), 'price.constants')[0]!.text).toContain('“rente is 5”');
    expect(problemsAt(typed('rente = 1\nlowest = 5'), 'price.constants')).toHaveLength(1);
  });

  it('are not asked where no formula names them', () => {
    const page = pageOf(draftFrom(rules, 'Zonder formule'));
    expect(fieldsIn(page.nodes).some((one) => one.kind === 'text' && one.field.name === 'price.constants')).toBe(false);
  });
});
