import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccountsState,
  type NewAccountEvent,
  noAccounts,
  standAnew,
} from '../../../src/domain/accounts/accounts.ts';
import { admitAccountEvent } from '../../../src/domain/accounts/procedure.ts';
import { INSTALLATION, inOrder, ROLES, roles } from '../../../src/domain/roles.ts';

const accountsAfter = (...events: readonly NewAccountEvent[]): AccountsState => {
  const state = noAccounts('accounts');
  for (const event of events) {
    admitAccountEvent(state, INSTALLATION, event);
    standAnew(state.accounts, event);
  }
  return state;
};
const anna: NewAccountEvent = {
  type: 'account-added',
  payload: { account: 'anna', role: 'administrator', demo: false },
};
const ben: NewAccountEvent = { type: 'account-added', payload: { account: 'ben', role: 'assessor', demo: false } };
const benGets = (given: (typeof ROLES)[number][]): NewAccountEvent => ({
  type: 'roles-changed',
  payload: { account: 'ben', roles: given },
});

describe('an account with several roles', () => {
  it('has them in the order of the list, also one of before that had one', () => {
    const state = accountsAfter(anna, ben, { type: 'role-changed', payload: { account: 'ben', role: 'auditor' } });
    expect(state.accounts.get('ben')!.roles).toEqual(['auditor']);
    expect(accountsAfter(anna, ben, benGets(['assessor', 'auditor'])).accounts.get('ben')!.roles).toEqual([
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
        else expect(change().accounts.get('ben')!.roles).toEqual(given);
      }),
    );
  });

  it('is administrator by any of its roles: the last one stays', () => {
    const state = accountsAfter(anna, ben, benGets(['assessor', 'administrator']));
    const close: NewAccountEvent = { type: 'account-closed', payload: { account: 'anna' } };
    admitAccountEvent(state, 'ben', close);
    standAnew(state.accounts, close);
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

describe('a password', () => {
  it('is set by the person alone, not by the administrator', () => {
    const state = accountsAfter(anna, ben);
    const set: NewAccountEvent = {
      type: 'password-set',
      payload: { account: 'ben', passwordSha256: '0'.repeat(64) },
    };
    expect(() => admitAccountEvent(state, 'anna', set)).toThrow('not-your-account');
    expect(() => admitAccountEvent(state, INSTALLATION, set)).toThrow('not-your-account');
    admitAccountEvent(state, 'ben', set);
  });

  it('is committed to since version 3; before that it was not on record which one it is', () => {
    const state = accountsAfter(anna, ben);
    const set: NewAccountEvent = { type: 'password-set', payload: { account: 'ben' } };
    expect(() => admitAccountEvent(state, 'ben', set, 3)).toThrow('password-not-committed');
    admitAccountEvent(state, 'ben', set, 2);
    const added = (payload: { readonly demo: boolean; readonly passwordSha256?: string }): NewAccountEvent => ({
      type: 'account-added',
      payload: { account: 'cas', role: 'assessor', ...payload },
    });
    const passwordSha256 = '0'.repeat(64);
    expect(() => admitAccountEvent(state, INSTALLATION, added({ demo: true }), 3)).toThrow('password-not-committed');
    admitAccountEvent(state, INSTALLATION, added({ demo: true }), 2);
    admitAccountEvent(state, INSTALLATION, added({ demo: true, passwordSha256 }), 3);
    expect(() => admitAccountEvent(state, INSTALLATION, added({ demo: false, passwordSha256 }), 3)).toThrow(
      'password-not-committed',
    );
  });
});

describe('a closed account', () => {
  const close: NewAccountEvent = { type: 'account-closed', payload: { account: 'ben' } };
  const reopen: NewAccountEvent = { type: 'account-reopened', payload: { account: 'ben' } };
  it('can be opened again, and has the roles that it had', () => {
    const state = accountsAfter(anna, ben, benGets(['assessor', 'auditor']), close, reopen);
    expect(state.accounts.get('ben')).toEqual({ roles: ['assessor', 'auditor'], closed: false, demo: false });
  });
  it('gets no link, and one that is open is not opened again', () => {
    const link: NewAccountEvent = { type: 'password-link-made', payload: { account: 'ben' } };
    expect(() => accountsAfter(anna, ben, close, link)).toThrow('account-closed');
    expect(() => accountsAfter(anna, ben, reopen)).toThrow('account-is-open');
  });
});
