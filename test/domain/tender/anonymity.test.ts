import { describe, expect, it } from 'vitest';
import { isVeiledFrom, letterOf, veiled } from '../../../src/domain/tender/anonymity.ts';
import type { TenderState } from '../../../src/domain/tender/state/state.ts';
import { emptyDossier, publishing } from '../../support/dossier.ts';
import { declaring } from '../../support/formalities.ts';
import { singleBid, smallRules } from '../../support/tender.ts';

const called = (letter: string): string => `Inschrijver ${letter}`;
const assessor = { id: 'one', roles: ['assessor'] } as const;
const chair = { id: 'chair', roles: ['procurement-officer'] } as const;

/** Two bids whose letters were dealt out in the other order, and a third that was struck. */
function dossier() {
  const { run, state } = emptyDossier();
  run('chair', publishing({ ...smallRules({}), course: { anonymousUntil: 'consensus' } }));
  run('chair', { type: 'appoint-assessor', assessor: 'one' });
  for (const id of ['a', 'b']) run('chair', { type: 'register-bid', bid: singleBid(id, ['lot-1']) });
  for (const person of ['chair', 'one']) run(person, declaring(['a', 'b']));
  return { run, state: () => state()! };
}
const namesIn = (state: Readonly<TenderState>): string[] => [...state.bids.values()].map(({ bidder }) => bidder.name);

describe('anonymous bidders', () => {
  it('have no bids to show to an assessor before letters are dealt out, and letters after', () => {
    const { run, state } = dossier();
    expect(namesIn(veiled(state(), assessor, called))).toEqual([]);
    run('chair', { type: 'open-assessment', shuffle: (bids) => [...bids].reverse() });
    const seen = veiled(state(), assessor, called);
    expect([...seen.bids].map(([id, { bidder }]) => [id, bidder.name])).toEqual([
      ['b', 'Inschrijver A'],
      ['a', 'Inschrijver B'],
    ]);
    expect(JSON.stringify([...seen.bids.values()])).not.toContain('Organisatie');
    expect(veiled(state(), chair, called)).toBe(state());
  });

  it('are known from the announced moment on', () => {
    const { run, state } = dossier();
    run('chair', { type: 'open-assessment', shuffle: (bids) => bids });
    for (const bid of ['a', 'b']) {
      const scores = [{ criterion: 'quality', score: '8', motivation: 'Goed.' }];
      run('one', { type: 'submit-assessment', bid, lot: 'lot-1', version: 0, scores });
    }
    expect(isVeiledFrom(state(), assessor)).toBe(true);
    run('chair', { type: 'open-consensus' });
    expect(isVeiledFrom(state(), assessor)).toBe(false);
    expect(veiled(state(), assessor, called)).toBe(state());
  });

  it('have as many letters as are needed', () => {
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual([
      'A',
      'B',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});
