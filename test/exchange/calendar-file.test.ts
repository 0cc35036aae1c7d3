import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../src/exchange/calendar-file.ts';

const entry = {
  id: 'a',
  summary: 'Stap, één; twee\\drie',
  description: 'Regel\ntwee',
  start: '2027-01-04',
  end: '2027-01-17',
};

describe('a calendar file (RFC 5545)', () => {
  const file = calendarFile('bcf', 'Planning', [entry]);

  it('has all-day entries whose end is the day after the last one', () => {
    expect(file).toContain('DTSTART;VALUE=DATE:20270104\r\nDTEND;VALUE=DATE:20270118\r\n');
    expect(file).toContain('UID:bcf-a@gunwijzer\r\nDTSTAMP:20270104T000000Z\r\n');
  });

  it('escapes commas, semicolons, back slashes and line breaks', () => {
    expect(file).toContain('SUMMARY:Stap\\, één\\; twee\\\\drie\r\n');
    expect(file).toContain('DESCRIPTION:Regel\\ntwee\r\n');
  });

  it('folds lines at 75 octets without cutting a character, and unfolds to what was written', () => {
    const summary = 'é'.repeat(200);
    const long = calendarFile('x', 'x', [{ ...entry, summary }]);
    for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(long.replaceAll('\r\n ', '')).toContain(`SUMMARY:${summary}\r\n`);
    expect(long).not.toMatch(/[^\r]\n/);
  });

  it('is the same every time', () => expect(calendarFile('bcf', 'Planning', [entry])).toBe(file));
});
