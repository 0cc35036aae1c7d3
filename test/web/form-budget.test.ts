import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/domain/errors.ts';
import { createFormBudget } from '../../src/web/form-budget.ts';
import { HttpError } from '../../src/web/http-error.ts';

const BOUNDS = { perOwner: 100, inAll: 150, firstPart: 10 };

describe('the memory for forms', () => {
  it('is divided per account: who takes all of it is refused, and told how many forms are being read', () => {
    const budget = createFormBudget(BOUNDS);
    const first = budget.open('anna');
    const second = budget.open('anna');
    expect([first.take(60), second.take(40)]).toEqual([undefined, undefined]);
    expect(second.take(1)).toEqual(new DomainError('too-busy', { waiting: 1 }));
    first.giveBack();
    expect(second.take(60)).toBeUndefined();
    expect(budget.open('bram').take(60)).toBeUndefined();
  });

  it('has room for an ordinary form when large ones take all of it', () => {
    const budget = createFormBudget(BOUNDS);
    const large = ['anna', 'bram'].map((owner) => budget.open(owner));
    expect(large.map((room) => room.take(85))).toEqual([undefined, undefined]);
    const other = budget.open('carla');
    expect(other.take(10)).toBeUndefined();
    expect(other.take(1)).toEqual(new HttpError(429));
    large[0]!.giveBack();
    expect(other.take(70)).toBeUndefined();
  });

  it('is all there again when every form was answered, whatever was asked in between', () => {
    const step = fc.record({ owner: fc.constantFrom('anna', 'bram', 'carla'), size: fc.nat(120), back: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const budget = createFormBudget(BOUNDS);
        const rooms = steps.map(({ owner, size, back }) => {
          const room = budget.open(owner);
          room.take(size);
          if (back) room.giveBack();
          return room;
        });
        for (const room of rooms) {
          room.giveBack();
          room.giveBack();
          room.take(1000);
        }
        expect(['x', 'anna'].map((owner) => budget.open(owner).take(85))).toEqual([undefined, undefined]);
      }),
    );
  });
});
