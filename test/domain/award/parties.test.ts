import { describe, expect, it } from 'vitest';
import { partiesOf } from '../../../src/domain/award/parties.ts';
import type { Bid } from '../../../src/domain/rules/bid.ts';
import type { TenderRules } from '../../../src/domain/rules/rules.ts';
import { singleBid, smallRules } from '../../support/tender.ts';

const rulesWith = (award: Partial<TenderRules['award']>): TenderRules => {
  const rules = smallRules({ lots: 3, maximumLots: 2 });
  return { ...rules, award: { ...rules.award, ...award } };
};
const inGroup = (id: string, group: string): Bid => {
  const bid = singleBid(id, ['lot-1']);
  return { ...bid, bidder: { ...bid.bidder, group } };
};
const combination = (id: string, ...members: string[]): Bid => ({
  id,
  bidder: {
    name: `Combinatie ${id}`,
    form: 'consortium',
    members: members.map((one) => ({ id: one, name: `Organisatie ${one}` })),
  },
  lots: [{ lot: 'lot-1' }],
});
/** Who counts together, by id. */
const together = (rules: TenderRules, bids: readonly Bid[]): string[][] => {
  const parties = partiesOf(rules, bids);
  return parties.list.map((party) => party.bids.map(({ bid }) => parties.bids[bid]!));
};

describe('who counts as one bidder', () => {
  it('a bid by itself, whatever group it declares, when the rules do not ask', () => {
    expect(together(rulesWith({}), [inGroup('b', 'g'), inGroup('a', 'g')])).toEqual([['a'], ['b']]);
  });

  it('the bids of one declared group, with a maximum together and each its own', () => {
    const rules = rulesWith({ affiliated: { maximumLots: 3, oneBid: true } });
    const { list } = partiesOf(rules, [
      inGroup('a', 'g'),
      inGroup('b', 'g'),
      inGroup('c', 'h'),
      singleBid('d', ['lot-1']),
    ]);
    expect(list).toEqual([
      {
        bids: [
          { bid: 0, maximumLots: 2 },
          { bid: 1, maximumLots: 2 },
        ],
        maximumLots: 3,
        oneBid: true,
      },
      { bids: [{ bid: 2, maximumLots: 2 }], maximumLots: 2, oneBid: false },
      { bids: [{ bid: 3, maximumLots: 2 }], maximumLots: 2, oneBid: false },
    ]);
  });

  it('bids that share an organisation, also through another bid', () => {
    const rules = rulesWith({ organisationInSeveralBids: 'counted-as-one' });
    const bids = [
      combination('a', '1', '2'),
      combination('b', '3', '4'),
      combination('c', '2', '3'),
      combination('d', '5', '6'),
    ];
    expect(together(rules, bids)).toEqual([['a', 'b', 'c'], ['d']]);
    expect(partiesOf(rules, bids).list[0]!.maximumLots).toBe(2);
  });

  it('a bidder that wants fewer lots has its own maximum, and never more than the announced one', () => {
    const bids = [
      { ...singleBid('a', ['lot-1']), maximumLots: 1 },
      { ...singleBid('b', ['lot-1']), maximumLots: 3 },
    ];
    expect(partiesOf(rulesWith({}), bids).list.map((party) => party.bids[0]!.maximumLots)).toEqual([1, 2]);
  });
});
