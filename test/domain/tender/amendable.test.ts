import { describe, expect, it } from 'vitest';
import { notAmendable } from '../../../src/domain/tender/amendable.ts';
import { emptyDossier, publishing } from '../../support/dossier.ts';
import { singleBid, smallRules } from '../../support/tender.ts';

const announced = (kind: 'bids' | 'decision' | undefined) => {
  const dossier = emptyDossier();
  const date = { name: { nl: 'Sluiting', en: 'Closing' }, date: '2027-03-01', ...(kind ? { kind } : {}) };
  dossier.run('chair', publishing({ ...smallRules({}), course: { dates: [date] } }));
  return dossier;
};

describe('announced rules', () => {
  it('can be changed until the end of the last day for bids, where one is announced', () => {
    const state = announced('bids').state()!;
    expect(notAmendable(state, '2027-03-01')).toBeUndefined();
    expect(notAmendable(state, '2027-03-02')).toMatchObject({
      code: 'last-day-passed',
      details: { date: '2027-03-01' },
    });
    for (const other of [undefined, 'decision'] as const) {
      expect(notAmendable(announced(other).state()!, '2027-03-02')).toBeUndefined();
    }
  });

  it('cannot once a bid is in', () => {
    const dossier = announced('bids');
    dossier.run('chair', { type: 'register-bid', bid: singleBid('a', ['lot-1']) });
    expect(notAmendable(dossier.state()!, '2027-02-01')).toMatchObject({ code: 'bids-are-in' });
  });
});
