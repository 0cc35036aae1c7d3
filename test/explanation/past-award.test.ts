import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import { heldAgainst, type PastAward } from '../../src/domain/award/past-award.ts';
import { readPastAward } from '../../src/exchange/samples.ts';
import { plain, unfolded } from '../../src/explanation/blocks.ts';
import { pastAwardBlocks } from '../../src/explanation/past-award.ts';
import { messagesIn } from '../../src/messages/messages.ts';

const past = readPastAward(projectRoot());
const { rules } = loadRuleSets(join(projectRoot(), 'criteria')).tenders.get('gon-2027.v2')!;

/** Every text of the example. */
const said = (language: 'nl' | 'en', award: PastAward = past): string =>
  unfolded(pastAwardBlocks(messagesIn(language), award, rules))
    .flatMap((block) => {
      switch (block.kind) {
        case 'table':
          return block.rows.flat().flatMap(({ text, notes = [] }) => [plain(text), ...notes.map(plain)]);
        case 'list':
          return block.items.map(plain);
        case 'paragraph':
          return [plain(block.text)];
        case 'heading':
          return [block.text];
        default:
          return [];
      }
    })
    .join('\n');

describe('the award of 2019 as an example', () => {
  it('is that of the letter to the council: four lots, three winners of which two are combinations', () => {
    const holders = past.awarded.map(({ lot, winner }) => [
      past.lots.find(({ id }) => id === lot)!.name,
      past.winners.find(({ id }) => id === winner)!.name,
    ]);
    expect(holders).toEqual([
      ['Centrum en Oude Wijken', 'Ben in de buurt'],
      ['Oost en Ten Boer', 'At Home First'],
      ['Zuid', 'Zuid Vooruit'],
      ['West', 'Ben in de buurt'],
    ]);
    expect(past.winners.map(({ members }) => members)).toEqual([
      ['WerkPro', 'Cosis'],
      [],
      ['Dignis', 'Lentis MO', 'Humanitas DMH', 'Philadelphia'],
    ]);
  });

  it('keeps to the limits of 2027, one of them to the last lot', () => {
    const { limits, winners, lotsOf } = heldAgainst(past, rules.award);
    expect(limits).toEqual([
      { limit: 'winners', met: true },
      { limit: 'lots-each', met: true },
      { limit: 'one-each', met: true },
    ]);
    expect(winners).toBe(3);
    expect([...lotsOf.values()].map(({ length }) => length)).toEqual([2, 1, 1]);
    expect(said('nl')).toContain('Ben in de buurt: 2 gebieden');
    expect(said('nl').match(/precies het maximum/g)).toHaveLength(1);
  });

  it('would break other limits, each by itself', () => {
    const broken = (award: PastAward, limits = rules.award) =>
      heldAgainst(award, limits).limits.flatMap(({ limit, met }) => (met ? [] : [limit]));
    expect(broken(past, { ...rules.award, maximumLotsPerBidder: 1 })).toEqual(['lots-each']);
    expect(broken(past, { ...rules.award, winners: { minimum: 4, maximum: 4 } })).toEqual(['winners']);
    expect(broken(past, { ...rules.award, winners: { minimum: 1, maximum: 2 } })).toEqual(['winners']);
    const open = { ...past, awarded: past.awarded.slice(0, 3) };
    expect(broken(open)).toContain('one-each');
    const twice = { ...past, awarded: [...past.awarded, { lot: 'west', winner: 'zuid-vooruit' }] };
    expect(broken(twice)).toContain('one-each');
  });

  it.each(['nl', 'en'] as const)('names its sources and no score, in %s', (language) => {
    const text = said(language);
    expect(text).toContain('Raadsbrief 2020');
    expect(text).toContain('Koersnota 2025');
    expect(text).toMatch(/“Zuid”.*“Zuid en Haren”/);
    expect(text).not.toMatch(/\d,\d|\d\.\d\d/);
    expect(text).toContain(messagesIn(language).pastAward.unknownItems[1]);
  });
});
