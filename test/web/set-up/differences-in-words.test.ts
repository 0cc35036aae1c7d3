import { describe, expect, it } from 'vitest';
import { draftFrom } from '../../../src/domain/set-up/begin.ts';
import { type Draft, type Json, withValue } from '../../../src/domain/set-up/draft.ts';
import type { Cell } from '../../../src/explanation/blocks.ts';
import { forRules, messagesIn } from '../../../src/messages/messages.ts';
import { writingIn } from '../../../src/web/pages/set-up.ts';
import { differencesTable } from '../../../src/web/set-up/differences-in-words.ts';
import { nameIn } from '../../../src/web/set-up/words-of-rules.ts';
import { everyRules } from '../../support/every-rules.ts';

const RULES = everyRules();
const gon = RULES.find(([name]) => name === 'gon-2027.v2')![1];
const draft = draftFrom(gon, gon.title.nl);

const rowsOf = (before: Draft, after: Draft, language: 'nl' | 'en' = 'nl') => {
  const m = forRules(messagesIn(language), gon);
  return differencesTable(m, writingIn(m), [before, after], ['was', 'is']).flatMap(({ rows }) =>
    rows.map((row) => row.map(said)),
  );
};
const said = ({ text, notes = [] }: Cell): string => [text, ...notes].join(' / ');

describe('the differences of rules, in words', () => {
  it('name the field, and what it was and is', () => {
    const after = withValue(withValue(draft, ['award', 'maximumLotsPerBidder'], 1), ['rounding', 'rankOn'], 'exact');
    expect(rowsOf(draft, after)).toContainEqual(['Gebieden per inschrijver, ten hoogste', '2', '1']);
    expect(rowsOf(draft, draft)).toEqual([]);
  });

  it('write figures and dates as people do, and say whose field it is', () => {
    const after = withValue(withValue(draft, ['criteria', 0, 'weight'], '12.5'), ['term', 'start'], '2027-02-01');
    const rows = rowsOf(draft, after);
    expect(rows.find(([where]) => where!.includes(gon.criteria[0]!.name.nl))![2]).toBe('12,5');
    expect(rows.find(([, was]) => was === '1-1-2027')![2]).toBe('1-2-2027');
  });

  it('say everything of what was added, and of what was taken away', () => {
    const [first, ...rest] = draft.lots as readonly Json[];
    const without = withValue(draft, ['lots'], rest);
    const { name } = first as { name: string };
    expect(rowsOf(draft, without)).toEqual([[`Gebied “${name}”`, expect.stringContaining(name), 'niets']]);
    expect(rowsOf(without, draft)).toEqual([[`Gebied “${name}”`, 'niets', expect.stringContaining(name)]]);
  });

  it('say another order as the names in it', () => {
    const lots = draft.lots as readonly Json[];
    const names = lots.map(nameIn);
    const [row] = rowsOf(draft, withValue(draft, ['lots'], [...lots].reverse()));
    expect(row![1]).toBe(names.join(' / '));
    expect(row![2]).toBe([...names].reverse().join(' / '));
  });

  it.each(['nl', 'en'] as const)('are words for every pair of rules, in %s', (language) => {
    for (const [one, before] of RULES) {
      for (const [other, after] of RULES) {
        const rows = rowsOf(draftFrom(before, before.title.nl), draftFrom(after, after.title.nl), language);
        for (const row of rows) {
          const words = row.join(' | ');
          expect(words, `${one} and ${other}`).not.toMatch(/undefined|\[object|"nl"|\bnull\b/);
          expect(row[0], `${one} and ${other}`).not.toMatch(/^[a-z][a-zA-Z]*[A-Z]/);
          if (one !== other) expect(row[1], words).not.toBe(row[2]);
        }
      }
    }
  });
});
