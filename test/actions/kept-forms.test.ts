import { beforeEach, describe, expect, it } from 'vitest';
import { createAccounts } from '../../src/actions/accounts.ts';
import { createKeptForms, KEPT } from '../../src/actions/kept-forms.ts';
import { openStorage } from '../../src/storage/database.ts';

let now: Date;
let kept: ReturnType<typeof createKeptForms>;
const elapse = (hours: number): void => {
  now = new Date(now.getTime() + hours * 3_600_000);
};

beforeEach(() => {
  now = new Date('2026-11-02T09:00:00Z');
  const storage = openStorage(':memory:');
  const accounts = createAccounts(storage, () => now);
  for (const id of ['anna', 'ben']) accounts.add('gunwijzer', { id, name: id, roles: ['administrator'] });
  kept = createKeptForms(storage, () => now);
});

describe('a kept form', () => {
  it('has what was typed, field by field and in order, and no password', () => {
    const body = {
      _csrf: 'x',
      motivation: 'Een zin\r\nen nog een.',
      lots: ['a', 'b'],
      password: 'geheim',
      'password-present': 'oud',
    };
    expect(kept.keep('anna', '/tenders/x', body, ['_csrf'])).toBe(true);
    expect(kept.of('anna')).toMatchObject([
      {
        path: '/tenders/x',
        fields: [
          ['motivation', 'Een zin\r\nen nog een.'],
          ['lots', 'a'],
          ['lots', 'b'],
        ],
      },
    ]);
  });

  it('is for its account only', () => {
    kept.keep('anna', '/tenders/x', { text: 'van anna' }, []);
    const { id } = kept.of('anna')[0]!;
    expect(kept.of('ben')).toEqual([]);
    kept.discard('ben', id);
    expect(kept.of('anna')).toHaveLength(1);
    kept.discard('anna', id);
    expect(kept.of('anna')).toEqual([]);
  });

  it('stays a day, and of an account no more than five stay', () => {
    for (let index = 0; index < 8; index++) {
      kept.keep('anna', '/x', { text: `nummer ${index}` }, []);
      elapse(0.01);
    }
    expect(kept.of('anna').map(({ fields }) => fields[0]![1])).toEqual(
      [7, 6, 5, 4, 3].map((index) => `nummer ${index}`),
    );
    elapse(KEPT.hours);
    expect(kept.of('anna')).toEqual([]);
  });

  it('is not kept when it is empty, or larger than may be', () => {
    expect(kept.keep('anna', '/x', { _csrf: 'x', text: ' ' }, ['_csrf'])).toBe(false);
    expect(kept.keep('anna', '/x', {}, [])).toBe(false);
    expect(kept.keep('anna', '/x', { text: 'x'.repeat(KEPT.characters) }, [])).toBe(false);
    expect(kept.keep('anna', '/x', { text: 'x'.repeat(KEPT.characters - 10) }, [])).toBe(true);
  });
});
