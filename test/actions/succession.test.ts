import { describe, expect, it } from 'vitest';
import { agreeToSuccessor, proposeSuccessor, successionIn, withoutLeader } from '../../src/actions/succession.ts';
import { withChair, withoutChairNow, withoutOfficerNow } from '../support/chairless.ts';
import { refusalOf } from '../support/refusal.ts';

describe('a tender whose chair is gone', () => {
  it('is known as such once the account of the chair is closed', () => {
    expect(withoutLeader(withChair())).toEqual([]);
    const services = withoutChairNow();
    expect(withoutLeader(services).map(({ dossier }) => dossier)).toEqual([services.dossier]);
  });

  it('is not taken from a chair who is there, nor given to who cannot chair', () => {
    const there = withChair();
    expect(refusalOf(() => proposeSuccessor(there, there.dossier, 'beheerder-1', 'opvolger', 'Zomaar.'))).toBe(
      'chair-is-there',
    );
    const gone = withoutChairNow();
    expect(refusalOf(() => proposeSuccessor(gone, gone.dossier, 'beheerder-1', 'beheerder-2', 'Zomaar.'))).toBe(
      'not-an-officer-account',
    );
  });
});

describe('a dossier of any kind whose leader is gone', () => {
  it('gets another by two administrators, not by one', () => {
    const services = withoutOfficerNow();
    const { dossier: tender, led } = services;
    const all = withoutLeader(services);
    expect(all.map(({ dossier }) => dossier).sort()).toEqual([tender, ...led].sort());
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['tender', 'decision', 'contract', 'plan']));
    for (const { dossier } of all) {
      const agree = (administrator: string, successor: string) =>
        refusalOf(() => agreeToSuccessor(services, dossier, administrator, successor));
      expect([dossier, agree('beheerder-2', 'opvolger')]).toEqual([dossier, 'nothing-to-confirm']);
      proposeSuccessor(services, dossier, 'beheerder-1', 'ander', 'Is vertrokken.');
      proposeSuccessor(services, dossier, 'beheerder-1', 'opvolger', 'Is vertrokken; de ander heeft geen tijd.');
      expect(successionIn(services, dossier)).toMatchObject({
        leader: 'voorzitter',
        proposed: {
          successor: 'opvolger',
          by: 'beheerder-1',
          reason: 'Is vertrokken; de ander heeft geen tijd.',
        },
      });
      expect([dossier, agree('beheerder-1', 'opvolger')]).toEqual([dossier, 'second-person-needed']);
      expect([dossier, agree('beheerder-2', 'ander')]).toEqual([dossier, 'another-was-proposed']);
      agreeToSuccessor(services, dossier, 'beheerder-2', 'opvolger');
      expect(successionIn(services, dossier)).toMatchObject({ leader: 'opvolger', proposed: null });
    }
    expect(withoutLeader(services)).toEqual([]);
  });

  it('is led by the successor, in fact', () => {
    const services = withoutOfficerNow();
    const [, contract, plan] = services.led;
    const close = { type: 'dossier-closed', payload: { reason: 'Klaar.' } } as const;
    const [contracts, plans] = [
      () => services.contracts.execute(contract!, 'opvolger', { type: 'say', events: [close] }),
      () => services.plans.execute(plan!, 'opvolger', { type: 'say', event: close, version: null }),
    ];
    expect([refusalOf(contracts), refusalOf(plans)]).toEqual(['not-the-officer', 'not-the-planner']);
    for (const dossier of [contract!, plan!]) {
      proposeSuccessor(services, dossier, 'beheerder-1', 'opvolger', 'Is vertrokken.');
      agreeToSuccessor(services, dossier, 'beheerder-2', 'opvolger');
    }
    expect([refusalOf(contracts), refusalOf(plans)]).toEqual([undefined, undefined]);
  });

  it('is proposed to nobody who leads it already', () => {
    const services = withoutOfficerNow();
    for (const dossier of services.led) {
      const { propose } = successionIn(services, dossier);
      expect(refusalOf(() => propose('beheerder-1', 'voorzitter', 'Zomaar.'))).toBe('officer-already');
    }
  });
});
