import type { Cell } from './sheet.ts';

/** How a number is shown: as it is, as a percentage, as a moment, or filled up with zeros to so many digits. */
export type CellFormat = 'plain' | 'percentage' | 'date' | 'time' | 'moment' | { readonly digits: number };

/** The formats that a file does not spell out (ECMA-376, part 1, 18.8.30). */
export function builtInFormat(id: number): CellFormat {
  if (id === 9 || id === 10) return 'percentage';
  if (id === 22) return 'moment';
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? 'time' : 'plain';
}

/** A format that a file spells out: "dd-mm-yyyy", "0.0%", "00000000". Of several sections the first, which is that of positive numbers. */
export function formatOfCode(code: string): CellFormat {
  // Texts between quotes, escaped characters, and colours and languages between brackets say nothing of the kind.
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .split(';')[0]!
    .toLowerCase();
  if (bare.includes('%')) return 'percentage';
  const [day, clock] = [/[yd]/.test(bare), /[hs]/.test(bare)];
  if (day && clock) return 'moment';
  if (day || (bare.includes('m') && !clock)) return 'date';
  if (clock) return 'time';
  return /^0{2,}$/.test(bare) ? { digits: bare.length } : 'plain';
}

/**
 * What a person sees of a number that a cell holds. A number has at most fifteen digits that mean something; what a file writes beyond these is
 * the noise of binary fractions.
 * @param from1904 whether days are counted from 1 January 1904
 * @returns undefined for what is no number
 */
export function shownNumber(raw: string, format: CellFormat, from1904: boolean): Cell | undefined {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return undefined;
  switch (format) {
    case 'plain':
      return { kind: 'number', text: decimalOf(value) };
    case 'percentage':
      return { kind: 'percentage', text: `${decimalOf(value, 2)}%` };
    case 'date':
    case 'time':
    case 'moment': {
      const moment = momentOf(value, format, from1904);
      return moment === undefined ? { kind: 'number', text: decimalOf(value) } : { kind: 'date', text: moment };
    }
    default: {
      const isWhole = Number.isInteger(value) && value >= 0;
      // Zeros before it make a code of it: a number in a register.
      return isWhole
        ? { kind: 'text', text: decimalOf(value).padStart(format.digits, '0') }
        : { kind: 'number', text: decimalOf(value) };
    }
  }
}

/** Decimal text of the fifteen digits of a number, as spreadsheet programs show it. @param shift how many places its point goes to the right */
export function decimalOf(value: number, shift = 0): string {
  const [digits, exponent] = value.toExponential(14).split('e') as [string, string];
  const sign = digits.startsWith('-') ? '-' : '';
  const bare = digits.replace(/[-.]/g, '');
  const point = Number(exponent) + 1 + shift;
  const whole = point <= 0 ? '0' : bare.slice(0, point).padEnd(point, '0');
  const decimals = (point <= 0 ? '0'.repeat(-point) + bare : bare.slice(point)).replace(/0+$/, '');
  const trimmed = whole.replace(/^0+(?=\d)/, '');
  const text = decimals === '' ? trimmed : `${trimmed}.${decimals}`;
  return text === '0' ? text : sign + text;
}

const DAY_SECONDS = 86_400;
/** The day before the first of March 1900 in the count of spreadsheets, which has a 29 February 1900 that never was. */
const NEVER_WAS = 60;
const FIRST_DAY = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
/** The last day of the year 9999. */
const LAST_DAY = 2_958_465;

function momentOf(value: number, format: 'date' | 'time' | 'moment', from1904: boolean): string | undefined {
  const seconds = Math.round(value * DAY_SECONDS);
  if (seconds < 0 || value > LAST_DAY) return undefined;
  const clock = new Date((seconds % DAY_SECONDS) * 1000).toISOString().slice(11, 19).replace(/:00$/, '');
  if (format === 'time' && value < 1) return clock;
  const day = Math.floor(seconds / DAY_SECONDS);
  if (!from1904 && day <= NEVER_WAS) return undefined;
  const date = new Date(FIRST_DAY[from1904 ? 1904 : 1900] + day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
  return seconds % DAY_SECONDS === 0 ? date : `${date} ${clock}`;
}
