import { describe, expect, it } from 'vitest';
import { readDate } from '../../../src/web/forms/date.ts';

describe('a date in a form', () => {
  it.each([
    '2027-01-04',
    '2027-1-4',
    '4-1-2027',
    '04-01-2027',
    '4/1/2027',
    '4.1.2027',
    ' 4 - 1 - 2027 ',
    '4 januari 2027',
    ' 04  Jan. 2027',
    '4 January 2027',
  ])('%s is 4 January', (text) => {
    expect(readDate(text)).toBe('2027-01-04');
  });

  it.each(['', '4-1/2027', '4 lente 2027', 'januari 2027', '4-1-27'])('“%s” stays as it is', (text) => {
    expect(readDate(text)).toBe(text);
  });
});
