import { describe, expect, it } from 'vitest';
import type { DomainError } from '../../../src/domain/errors.ts';
import { enterRegistration, registrationKey } from '../../../src/domain/rules/registration.ts';

const entered = (number: string, register = 'kvk') => enterRegistration({ register, number });
function refusal(number: string): unknown {
  try {
    return entered(number);
  } catch (error) {
    return (error as DomainError).details;
  }
}

describe('a number of the Chamber of Commerce', () => {
  it.each([
    '01234567',
    '0123 4567',
    '01.23.45.67',
    '0123.4567',
    ' 01234567\n',
    'KvK 01234567',
    'KVK-nummer: 0123 4567',
    '0123\u00a04567',
  ])('has eight digits and keeps its leading zero: %j', (written) => {
    expect(entered(written)).toEqual({ register: 'kvk', number: '01234567' });
  });

  it.each([
    ['1234567', 7],
    ['123456789', 9],
    ['012345670000', 12],
    ['01234567 89012345', 16],
    ['12-345-678', null],
    ['NL01234567', null],
    ['1122\t3344', null],
    ['1122\n3344', null],
    ['', null],
  ])('is refused as %j', (number, digits) => {
    expect(refusal(number)).toEqual({ number: expect.any(String), digits });
  });

  it.each(['KvK', 'KVK', 'k.v.k.', 'Kamer van Koophandel'])('goes by one name: %s', (register) => {
    expect(entered('0123 4567', register)).toEqual({ register: 'kvk', number: '01234567' });
  });
});

describe('a number of another register', () => {
  it('stays as it is', () => {
    expect(entered('HRB 1234 B', 'Amtsgericht Kleve')).toEqual({ register: 'Amtsgericht Kleve', number: 'HRB 1234 B' });
  });

  it('is compared without spaces, points, hyphens and capitals, and only within its register', () => {
    const key = (register: string, number: string) => registrationKey({ register, number });
    expect(key('Amtsgericht  Kleve', 'hrb-1234 b')).toBe(key('amtsgericht kleve', 'HRB 1234 B'));
    expect(key('Amtsgericht Kleve', 'HRB 1234')).not.toBe(key('Amtsgericht Aachen', 'HRB 1234'));
    expect(key('KvK', '0123 4567')).toBe(key('kvk', '01234567'));
  });
});
