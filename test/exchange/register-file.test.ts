import { describe, expect, it } from 'vitest';
import { readRegister, writeRegister } from '../../src/exchange/register-file.ts';

const entry = (digit: string): string => digit.repeat(64);

describe('the register as a file', () => {
  it('is read back as it was written, and an earlier one is the beginning of a later one', () => {
    const entries = ['0', 'a', 'f'].map(entry);
    const file = writeRegister(entries);
    expect(readRegister(Buffer.from(file))).toEqual(entries);
    expect(readRegister(Buffer.from(writeRegister([])))).toEqual([]);
    expect(file.startsWith(writeRegister(entries.slice(0, 2)))).toBe(true);
  });

  it.each([
    ['another first line', 'gunwijzer-register/2\n'],
    ['no end', `gunwijzer-register/1\n${entry('0')}`],
    ['an entry that is no hash', `gunwijzer-register/1\n${entry('g')}\n`],
    ['capitals', `gunwijzer-register/1\n${entry('A')}\n`],
    ['an empty line', `gunwijzer-register/1\n\n${entry('0')}\n`],
    ['another line end', `gunwijzer-register/1\r\n${entry('0')}\r\n`],
    ['nothing', ''],
  ])('with %s is refused', (_, text) => {
    expect(() => readRegister(Buffer.from(text))).toThrow('not-a-register');
  });
});
