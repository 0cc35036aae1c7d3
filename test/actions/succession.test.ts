import { describe, expect, it } from 'vitest';
import { agreeToSuccessor, proposeSuccessor, withoutChair } from '../../src/actions/succession.ts';
import { withChair, withoutChairNow } from '../support/chairless.ts';
import { refusalOf } from '../support/refusal.ts';

describe('a tender whose chair is gone', () => {
  it('is known as such once the account of the chair is closed', () => {
    expect(withoutChair(withChair())).toEqual([]);
    const services = withoutChairNow();
    expect(withoutChair(services).map(({ dossier }) => dossier)).toEqual([services.dossier]);
  });

  it('gets another by two administrators, not by one', () => {
    const services = withoutChairNow();
    const { dossier } = services;
    proposeSuccessor(services, dossier, 'beheerder-1', 'opvolger', 'De voorzitter is vertrokken.');
    expect(services.tenders.get(dossier).chair).toBe('voorzitter');
    expect(refusalOf(() => agreeToSuccessor(services, dossier, 'beheerder-1', 'opvolger'))).toBe(
      'second-person-needed',
    );
    expect(refusalOf(() => agreeToSuccessor(services, dossier, 'beheerder-2', 'ander'))).toBe('another-was-proposed');
    agreeToSuccessor(services, dossier, 'beheerder-2', 'opvolger');
    expect(services.tenders.get(dossier).chair).toBe('opvolger');
    expect(withoutChair(services)).toEqual([]);
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
