import { addDays } from '../domain/procedure/calendar.ts';

export interface CalendarEntry {
  /** Unique in the calendar; part of the entry's UID, so that an import again replaces it. */
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  /** First and last day, "2027-01-31". */
  readonly start: string;
  readonly end: string;
}

const LINE_OCTETS = 75;

/**
 * An iCalendar file (RFC 5545) with an all-day entry per step. Deterministic: the stamp is the start of the first entry, never the clock.
 * @param name the calendar's name; `id` makes its UIDs unique
 */
export function calendarFile(id: string, name: string, entries: readonly CalendarEntry[]): string {
  const stamp = `${compact(entries[0]?.start ?? '1970-01-01')}T000000Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gunwijzer//NL',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${id}-${entry.id}@gunwijzer`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(entry.start)}`,
      // The end of an all-day entry is the day after its last one (RFC 5545, 3.6.1).
      `DTEND;VALUE=DATE:${compact(addDays(entry.end, 1))}`,
      `SUMMARY:${escaped(entry.summary)}`,
      `DESCRIPTION:${escaped(entry.description)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const compact = (date: string): string => date.replaceAll('-', '');

/** RFC 5545, 3.3.11: back slash, semicolon, comma and line break. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n');

/** RFC 5545, 3.1: lines of at most 75 octets; what goes on starts with a space. No character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
