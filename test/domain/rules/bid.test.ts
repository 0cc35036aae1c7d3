import { describe, expect, it } from 'vitest';
import { type Bid, bid, type Organisation, sharedOrganisation } from '../../../src/domain/rules/bid.ts';

const bidOf = (id: string, ...members: Organisation[]): Bid => ({
  id,
  bidder: { name: id, form: members.length === 1 ? 'single' : 'consortium', members },
  lots: [{ lot: 'lot-1' }],
});
const registered = (id: string, name: string, number: string, register = 'kvk'): Organisation => ({
  id,
  name,
  registration: { register, number },
});
const shared = (a: Organisation, b: Organisation): boolean =>
  sharedOrganisation(bidOf('a', a), bidOf('b', b)) !== undefined;

describe('an organisation in two bids', () => {
  it('is known by its number, whatever it is called', () => {
    expect(shared(registered('a-1', 'Stichting Reiger', '01234567'), registered('b-1', 'St. Reiger', '01234567'))).toBe(
      true,
    );
    expect(shared(registered('a-1', 'Reiger', '01234567'), registered('b-1', 'Zilverreiger', '01234568'))).toBe(false);
    expect(shared(registered('a-1', 'Reiger', 'HRB 1', 'Kleve'), registered('b-1', 'Kraan', 'hrb1', 'kleve'))).toBe(
      true,
    );
    expect(shared(registered('a-1', 'Reiger', '1', 'Kleve'), registered('b-1', 'Kraan', '1', 'Aachen'))).toBe(false);
  });

  it('is known by its name, whatever its number', () => {
    expect(
      shared(registered('a-1', 'Stichting Reiger', '01234567'), registered('b-1', 'stichting  REIGER', '76543210')),
    ).toBe(true);
    expect(shared({ id: 'a-1', name: 'Reiger' }, registered('b-1', 'Rei\u0261er', '01234567'))).toBe(true);
  });

  it('of before there were registrations has its number as its id', () => {
    const before = { id: '01234567', name: 'Stichting Reiger' };
    expect(shared(before, { id: '01234567', name: 'Andere naam' })).toBe(true);
    expect(shared(before, registered('a-1', 'Andere naam', '01234567'))).toBe(true);
    expect(shared(registered('a-1', 'Andere naam', '01234567'), before)).toBe(true);
  });
});

describe('the shape of a bid', () => {
  it('is read with and without a registration', () => {
    for (const one of [{ id: 'a', name: 'A' }, registered('a', 'A', '01234567')]) {
      expect(bid.parse(bidOf('a', one))).toEqual(bidOf('a', one));
    }
  });
});
