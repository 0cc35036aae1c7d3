import { describe, expect, it } from 'vitest';
import { firstChangeOf } from '../../src/explanation/first-change.ts';
import { dossierIn } from '../support/dossier.ts';
import { criterion, smallInput, smallRules } from '../support/tender.ts';

describe('what would change an award first', () => {
  it('is the smallest change of one score, found once for a state', () => {
    const input = smallInput(smallRules({ lots: 1 }), { 'a lot-1': '10', 'b lot-1': '6' });
    const state = dossierIn('awarded', input).state()!;
    const first = firstChangeOf(state);
    expect(first).toMatchObject({ lot: 'lot-1', change: { criterion: 'quality' } });
    expect(firstChangeOf(state)).toBe(first);
  });

  it('is nothing where no change of one score matters, and left out where that is too much work for a page', () => {
    const alone = smallInput(smallRules({ lots: 1 }), { 'a lot-1': '10' });
    expect(firstChangeOf(dossierIn('awarded', alone).state()!)).toBe(null);
    const relative = smallRules({ lots: 1, criteria: [{ ...criterion('quality', '100'), relativeToBest: true }] });
    const many = Object.fromEntries(
      Array.from({ length: 51 }, (_, place) => [`bid-${place} lot-1`, place === 0 ? '10' : '6']),
    );
    const state = dossierIn('awarded', smallInput({ ...relative, onWithdrawal: 're-rank' }, many)).state()!;
    expect(firstChangeOf(state)).toBe(undefined);
  });
});
