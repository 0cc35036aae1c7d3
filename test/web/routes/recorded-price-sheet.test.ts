import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeKey } from '../../../src/domain/rules/place.ts';
import { en } from '../../../src/messages/en.ts';
import { nl } from '../../../src/messages/nl.ts';
import { agreementIn } from '../../support/http.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { BASE, bring, PEOPLE, TENDER } from '../../support/secret-tender.ts';

const PAGE = `/tenders/${TENDER}/prices-sheet`;
const t = nl.prices.keep.sheet;
let house: Installation;
beforeEach(async () => {
  house = await openInstallation(PEOPLE);
});
afterEach(() => house.close());

const amountOf = (bid: string): string | undefined =>
  house.services.tenders.get(TENDER).prices.get(placeKey(bid, 'lot-1'))?.price.amount;
const offer = (text: string, fields: Record<string, string> = {}) =>
  house.upload('chair', PAGE, fields, { name: 'prijzen.csv', content: Buffer.from(text) });

describe('open prices out of a spreadsheet', () => {
  it('are shown first, and recorded together', async () => {
    await bring(house, 'quality-closed', BASE);
    const [a, b] = [amountOf('a'), amountOf('b')];
    const empty = (await house.get('chair', `${PAGE}.csv`)).text;
    expect(empty).toContain('price.b.lot-1.amount');
    const filled = empty.replace(/^(price\.b\.lot-1\.amount;.*);[^;]*$/m, '$1;9000000,50');
    const shown = await offer(filled);
    expect([shown.status, shown.text.includes(nl.prices.fromSheet.confirmTitle)]).toEqual([200, true]);
    expect(shown.text).toContain(
      `<dd class="utrecht-data-list__item-value gw-prose">${nl.confirm.pricesInSheet(1)}</dd>`,
    );
    expect([amountOf('a'), amountOf('b')]).toEqual([a, b]);
    expect((await offer(empty)).text).toContain(nl.prices.fromSheet.nothingNew);
    const { status, location } = await house.post('chair', `${PAGE}/record`, agreementIn(shown.text));
    expect([status, location]).toEqual([303, `/tenders/${TENDER}/prices?notice=saved`]);
    expect([amountOf('a'), amountOf('b')]).toEqual([a, '9000000.50']);
    // Done already: there is nothing new in it.
    expect((await house.post('chair', `${PAGE}/record`, agreementIn(shown.text))).status).toBe(422);
  });

  it('come in the sheet of one bidder, in either language', async () => {
    await bring(house, 'quality-closed', BASE);
    const own = `${en.prices.keep.sheet.code},${en.prices.keep.sheet.value}\r\nprice..lot-1.amount,120.25\r\n`;
    expect((await offer(own)).text).toContain(t.whose);
    const shown = await offer(own, { bid: 'b' });
    await house.post('chair', `${PAGE}/record`, agreementIn(shown.text));
    expect(amountOf('b')).toBe('120.25');
  });

  it('are nothing before prices are open, after an award, and for others', async () => {
    await bring(house, 'consensus', BASE);
    expect((await house.get('chair', PAGE)).status).toBeGreaterThanOrEqual(400);
    house.close();
    house = await openInstallation(PEOPLE);
    await bring(house, 'awarded', BASE);
    for (const path of [PAGE, `${PAGE}.xlsx`, `${PAGE}.csv`]) {
      expect((await house.get('chair', path)).status).toBe(409);
      expect((await house.get('assessor', path)).status).toBe(403);
    }
  });
});
