import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/actions/accounts.ts';
import { createDrafts, DRAFTS, type Drafts } from '../../src/actions/drafts.ts';
import { INSTALLATION } from '../../src/domain/roles.ts';
import { openStorage } from '../../src/storage/database.ts';

const clock = (): Date => new Date('2026-11-26T12:00:00.000Z');
let drafts: Drafts;
beforeEach(() => {
  const storage = openStorage(':memory:');
  const accounts = createAccounts(storage, clock);
  for (const id of ['anna', 'ben']) accounts.add(INSTALLATION, { id, name: id, roles: ['assessor'] });
  drafts = createDrafts(storage, clock);
});

const typed = (text: string) => ({ motivation: text });
const kept = (account = 'anna') => drafts.under(account, 'werk').get('werk/a');

describe('what is typed is kept', () => {
  it('for who typed it, and for nobody else', () => {
    drafts.save('anna', 'werk/a', 0, typed('Goed.'));
    expect(kept()?.fields).toEqual(typed('Goed.'));
    expect(kept('ben')).toBeUndefined();
  });

  it('each save with the next version; the same again is none', () => {
    expect(drafts.save('anna', 'werk/a', 0, typed('G')).version).toBe(1);
    expect(drafts.save('anna', 'werk/a', 1, typed('Go')).version).toBe(2);
    expect(drafts.save('anna', 'werk/a', 1, typed('Go'))).toMatchObject({ version: 2, tookPlace: false });
    expect(kept()?.behind).toEqual([]);
  });

  it('also of a second window: the last is the draft, what it took the place of stays behind it', () => {
    drafts.save('anna', 'werk/a', 0, typed('Eerste venster.'));
    expect(drafts.save('anna', 'werk/a', 0, typed('Tweede venster.')).tookPlace).toBe(true);
    expect(kept()).toMatchObject({ fields: typed('Tweede venster.'), behind: [{ fields: typed('Eerste venster.') }] });
    drafts.forgetBehind('anna', 'werk/a', 1);
    expect(kept()?.behind).toEqual([]);
    drafts.forgetBehind('anna', 'werk/a', 2);
    expect(kept()?.fields, 'the draft itself is not behind anything').toEqual(typed('Tweede venster.'));
  });

  it('until it is handed in', () => {
    drafts.save('anna', 'werk/a', 0, typed('Een.'));
    drafts.save('anna', 'werk/a', 0, typed('Twee.'));
    drafts.save('anna', 'werk/ab', 0, typed('Drie.'));
    drafts.forget('anna', 'werk/a');
    expect([...drafts.under('anna', 'werk').keys()]).toEqual(['werk/ab']);
  });

  it('and a work whose name starts the same is another', () => {
    drafts.save('anna', 'werk-2/a', 0, typed('Elders.'));
    expect(drafts.under('anna', 'werk').size).toBe(0);
  });

  it('and nothing that two windows typed is lost, in whatever order they save', () => {
    const step = fc.record({ window: fc.constantFrom(0, 1), text: fc.constantFrom('a', 'b', 'c', 'd') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const about = `werk/${Math.random()}`;
        const versions = [0, 0];
        const screens: [string | undefined, string | undefined] = [undefined, undefined];
        for (const { window, text: letter } of steps) {
          const text = `${letter} in venster ${window}`;
          versions[window] = drafts.save('anna', about, versions[window]!, typed(text)).version;
          screens[window] = text;
          const found = drafts.under('anna', 'werk').get(about)!;
          expect(found.fields.motivation).toBe(text);
          const everywhere = [found, ...found.behind].map(({ fields }) => fields.motivation);
          for (const screen of screens) if (screen !== undefined) expect(everywhere).toContain(screen);
          expect(new Set(everywhere).size).toBe(everywhere.length);
        }
      }),
    );
  });

  it('within bounds', () => {
    expect(() => drafts.save('anna', 'werk/a', 0, typed('a'.repeat(DRAFTS.characters)))).toThrow('draft-too-long');
    expect(kept()).toBeUndefined();
    for (let turn = 0; turn < DRAFTS.behind * 2; turn++) drafts.save('anna', 'werk/a', 0, typed(`Venster ${turn}.`));
    expect(kept()?.behind.length).toBeLessThanOrEqual(DRAFTS.behind);
    expect(kept()?.fields).toEqual(typed(`Venster ${DRAFTS.behind * 2 - 1}.`));
  });
});
