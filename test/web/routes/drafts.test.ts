import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { BASE, bring, PEOPLE, TENDER } from '../../support/secret-tender.ts';

let house: Installation;
beforeAll(async () => {
  house = await openInstallation(PEOPLE);
  await bring(house, 'registration', BASE);
});
afterAll(() => house.close());

const kept = (fields: string, of = '/tenders/x/bids') => house.post('chair', '/drafts', { of, version: '0', fields });

describe('what is typed in a form', () => {
  it('is kept by who types it, and told to nobody else', async () => {
    expect((await kept('[["name","Half"]]')).status).toBe(200);
    expect(JSON.parse((await house.get('chair', '/drafts?of=/tenders/x/bids')).text)).toMatchObject({
      version: 1,
      fields: [['name', 'Half']],
    });
    expect((await house.get('assessor', '/drafts?of=/tenders/x/bids')).text).toBe('{}');
    expect((await house.post('chair', '/drafts/discard', { of: '/tenders/x/bids' })).status).toBe(200);
    expect((await house.get('chair', '/drafts?of=/tenders/x/bids')).text).toBe('{}');
  });

  it.each(['', 'no JSON', '{}', '[["name"]]', '[["name",1]]', `[["${'n'.repeat(400)}","x"]]`])(
    'is refused where it is no form: %s',
    async (fields) => {
      expect((await kept(fields)).status).toBe(400);
    },
  );

  it('is refused for an address elsewhere, and when it is too long', async () => {
    expect((await kept('[]', '//elsewhere.example/x')).status).toBe(400);
    expect((await kept(JSON.stringify([['name', 'x'.repeat(210_000)]]))).status).toBe(429);
  });

  it('is not kept of what is sealed: nobody sees that again', async () => {
    const sealed = (await house.get('keeper', `/tenders/${TENDER}/sealed-prices/b/lot-1`)).text;
    expect(sealed).toContain('data-guard');
    expect(sealed).not.toContain('data-keep');
    expect((await house.get('chair', `/tenders/${TENDER}/bids/new`)).text).toContain('data-keep');
  });
});
