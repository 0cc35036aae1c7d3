import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccountEvent, type AccountsState, evolveAccounts } from '../../../src/domain/accounts/accounts.ts';
import { admitAccountEvent, INSTALLATION } from '../../../src/domain/accounts/procedure.ts';
import { inOrder, ROLES, roles } from '../../../src/domain/roles.ts';

const accountsAfter = (...events: readonly AccountEvent[]): AccountsState => {
  const state: AccountsState = new Map();
  for (const event of events) {
    admitAccountEvent(state, INSTALLATION, event);
    evolveAccounts(state, event);
  }
  return state;
};
const anna: AccountEvent = {
  type: 'account-added',
  payload: { account: 'anna', role: 'administrator', demo: false },
};
const ben: AccountEvent = { type: 'account-added', payload: { account: 'ben', role: 'assessor', demo: false } };
const benGets = (given: (typeof ROLES)[number][]): AccountEvent => ({
  type: 'roles-changed',
  payload: { account: 'ben', roles: given },
});

describe('an account with several roles', () => {
  it('has them in the order of the list, also one of before that had one', () => {
    const state = accountsAfter(anna, ben, { type: 'role-changed', payload: { account: 'ben', role: 'auditor' } });
    expect(state.get('ben')!.roles).toEqual(['auditor']);
    expect(accountsAfter(anna, ben, benGets(['assessor', 'auditor'])).get('ben')!.roles).toEqual([
      'assessor',
      'auditor',
    ]);
  });

  it('is no auditor of what it does everywhere: a committee member or an administrator', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES], { minLength: 1 }), (given) => {
        const others = given.some((one) => one === 'committee-member' || one === 'administrator');
        const apart = given.includes('auditor') && others;
        const change = () => accountsAfter(anna, ben, benGets(given));
        if (apart) expect(change).toThrow('roles-apart');
        else expect(change().get('ben')!.roles).toEqual(given);
      }),
    );
  });

  it('is administrator by any of its roles: the last one stays', () => {
    const state = accountsAfter(anna, ben, benGets(['assessor', 'administrator']));
    const close: AccountEvent = { type: 'account-closed', payload: { account: 'anna' } };
    admitAccountEvent(state, 'ben', close);
    evolveAccounts(state, close);
    expect(() => admitAccountEvent(state, 'ben', benGets(['assessor']))).toThrow('last-administrator');
  });
});

describe('a list of roles', () => {
  it('has each role once, in the one order that there is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ROLES), { maxLength: 7 }), (given) => {
        expect(roles.safeParse(given).success).toBe(given.length > 0 && inOrder(given).join() === given.join());
      }),
    );
  });
});
