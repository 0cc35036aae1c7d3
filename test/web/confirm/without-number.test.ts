import { describe, expect, it } from 'vitest';
import type { Bid } from '../../../src/domain/rules/bid.ts';
import { en } from '../../../src/messages/en.ts';
import { nl } from '../../../src/messages/nl.ts';
import { withoutNumber } from '../../../src/web/confirm/without-number.ts';
import { singleBid } from '../../support/tender.ts';

const bidOf = (id: string, name: string, number?: string): Bid => {
  const bid = singleBid(id, ['lot-1']);
  const member = { id, name, ...(number ? { registration: { register: 'kvk', number } } : {}) };
  return { ...bid, bidder: { ...bid.bidder, members: [member] } };
};

describe('what is said of organisations without a number', () => {
  it('is nothing where all have one, and their names otherwise', () => {
    expect(withoutNumber(nl, [bidOf('a', 'Zorg A', '01234567')])).toEqual([]);
    expect(withoutNumber(nl, [bidOf('a', 'Zorg A', '01234567'), bidOf('b', 'Zorg B.V.')])).toEqual([
      'Zonder nummer in een register: Zorg B.V. Of zij ook in een andere inschrijving meedoen, ziet Gunwijzer niet.',
    ]);
  });

  it('names the first of many, and counts the others', () => {
    const many = Array.from({ length: 8 }, (_, index) => bidOf(`b${index}`, `Zorg ${index}`));
    expect(withoutNumber(en, many)).toEqual([
      'Without a number in a register: Zorg 0, Zorg 1, Zorg 2, Zorg 3, Zorg 4 and 3 other organisations. Gunwijzer does not see whether they also take part in another bid.',
    ]);
  });
});
