import { describe, expect, it } from 'vitest';
import { composedPassword, passwordFaults } from '../../../src/domain/accounts/password-rules.ts';

const subject = { id: 'j-de-vries', name: 'Jeanne de Vries-Jansen' };
const often = new Set(['welkom', 'password1234', 'computer']);
const codes = (password: string) =>
  passwordFaults(password, subject, 'gunwijzer-demo', (text) => often.has(text)).map(({ code }) => code);

describe('a password', () => {
  it.each([
    ['fiets lamp zeven kaas', []],
    ['twaalf tekens', []],
    ['elf tekens!', ['password-too-short']],
    ['kort', ['password-too-short']],
    ['PassWord1234', ['password-often-used']],
    ['Welkom2027!!!', ['password-often-used']],
    ['123computer456', ['password-often-used']],
    ['aaaaaaaaaaaaa', ['password-often-used']],
    ['J-de-Vries-2027', ['password-is-name']],
    ['jeannedevriesjansen', ['password-is-name']],
    ['vriesjansen1990', ['password-is-name']],
    ['Gunwijzer-Demo', ['password-is-demo']],
    ['gunwijzer demo 1', ['password-is-demo']],
    ['welkom', ['password-too-short', 'password-often-used']],
  ])('%j: %j', (password, faults) => expect(codes(password)).toEqual(faults));

  it('is counted in characters, not in bytes or halves of pairs', () => {
    expect(codes('🦉🦊🐺🦋🐝🐢🐙🦀🐬🦢🦩🦔')).toEqual([]);
    expect(codes('🦉🦊🐺🦋🐝🐢🐙🦀🐬🦢🦩')).toEqual(['password-too-short']);
    expect(codes('é'.normalize('NFD').repeat(11))).toContain('password-too-short');
  });

  it('has one longest length, at setting and at signing in', () => {
    const longest = 'abcdefgh'.repeat(16);
    expect(codes(longest)).toEqual([]);
    expect(composedPassword(longest)).toBe(longest);
    expect(codes(`${longest}x`)).toEqual(['password-too-long']);
    expect(composedPassword(`${longest}x`)).toBeNull();
    expect(composedPassword('x'.repeat(10_000_000))).toBeNull();
  });

  it('is the same however its letters were composed', () => {
    expect(composedPassword('cafe\u0301 cre\u0300me brule\u0301e')).toBe(composedPassword('café crème brulée'));
  });
});
