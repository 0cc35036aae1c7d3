import { describe, expect, it } from 'vitest';
import { nl } from '../../../src/messages/nl.ts';
import { confirmationOfRecording } from '../../../src/web/confirm/keeping.ts';
import { dossierIn } from '../../support/dossier.ts';
import { clip, pricedRules, weighted } from '../../support/priced.ts';
import { smallInput } from '../../support/tender.ts';

const priced = pricedRules(weighted('40', { kind: 'proportional', reference: 'lowest', ...clip }));

describe('prices of a sheet that are about to be recorded', () => {
  it('say which of them are far from the others, and how many are replaced', () => {
    const input = smallInput(priced, { 'a lot-1': '8', 'b lot-1': '6' });
    const state = dossierIn('registration', input).state()!;
    const place = { bid: input.bids[0]!.id, lot: 'lot-1' };
    const price = { ...place, amount: '9000000' };
    const { confirmation } = confirmationOfRecording(nl, state, { prices: [{ price, version: 0 }], far: [place] });
    expect(confirmation.consequences[0]).toContain('ligt ver van de andere prijzen');
    expect(confirmation.facts.map(({ value }) => value)).toEqual(['1 prijs', 'geen prijzen']);
    expect(confirmation.basis).toEqual([place.bid, 'lot-1', 0]);
  });
});
