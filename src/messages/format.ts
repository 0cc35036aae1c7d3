import { divide, type Exact, equals, exact, multiply, roundHalfUp, toDecimalText, truncate } from '../domain/number.ts';
import type { Locale } from './language.ts';

/** How numbers and dates are written in a language. Nothing here calculates: it only shows. */
export interface Format {
  /** What stands before decimals. */
  readonly decimalMark: string;
  /** An exact number with a fixed number of decimals: "84,00"; below zero with a real minus, as everywhere here. */
  number(value: Exact | string, decimals: number): string;
  /** The same with its thousands apart: "1.250.000". */
  grouped(value: Exact | string, decimals: number): string;
  /**
   * An exact number in full where its decimals end, else with four of them and an ellipsis: "100,5", "33,3333…".
   * To be read, never to calculate on.
   * @param least decimals that it has in any case
   */
  readable(value: Exact | string, least?: number): string;
  /** A figure as it is written here, back to decimal text: "−€ 1.250,50" is -1250.50; null for any other text, and for one that goes on. */
  readNumber(text: string): SeenNumber | null;
  /** Decimal text as it was announced, in the notation of the language: "22,5". */
  decimal(text: string): string;
  /** The size of a file: "64 MB". */
  size(bytes: number): string;
  /** A date in full: "31 december 2027". */
  date(iso: string): string;
  /** A moment in Dutch time, to the minute: "2 maart 2026 om 14.05 uur". */
  moment(iso: string): string;
  /** The time of day in the Netherlands, to the minute: "14.05". */
  time(iso: string): string;
  /** A moment to the second, for the log: "2 maart 2026, 14:05:09". */
  momentInLog(iso: string): string;
  /** "a, b en c" */
  list(items: readonly string[]): string;
}

/** A figure with the decimals that are seen; a percentage is what is seen: "3,4%" is 3.4. */
export interface SeenNumber {
  readonly number: string;
  readonly decimals: number;
  readonly as?: 'percentage' | 'euro';
}

/** The marks before decimals and between thousands. */
function marksOf(locale: Locale): readonly [decimal: string, thousands: string] {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const mark = (type: 'decimal' | 'group'): string => parts.find((part) => part.type === type)!.value;
  return [mark('decimal'), mark('group')];
}

interface Notation {
  readonly locale: Locale;
  readonly and: string;
  readonly moment: (date: string, time: string) => string;
  /** Between hours and minutes. */
  readonly timeMark: string;
}

const MOST_DECIMALS = 6;
const DECIMALS_WITHOUT_END = 4;

/** How many decimals show a number in full, or undefined when its decimals never end or go on for too long. */
export function decimalsOf(value: Exact | string): number | undefined {
  const whole = exactly(value);
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    if (equals(roundHalfUp(whole, decimals), whole)) return decimals;
  }
  return undefined;
}

export function createFormat({ locale, and, moment, timeMark }: Notation): Format {
  const timeZone = 'Europe/Amsterdam';
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const toTheMinute = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const toTheSecond = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone });
  const [decimalMark, thousandsMark] = marksOf(locale);
  const decimal = (text: string): string => text.replace('.', decimalMark).replace('-', '−');
  const number = (value: Exact | string, decimals: number): string => decimal(toDecimalText(exactly(value), decimals));
  const grouped = (value: Exact | string, decimals: number): string => {
    const [whole, part] = toDecimalText(exactly(value), decimals).split('.');
    const thousands = whole!.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, thousandsMark);
    return part === undefined ? thousands : `${thousands}${decimalMark}${part}`;
  };
  const written = new RegExp(
    `^(−?)(€ ?)?(\\d{1,3}(?:\\${thousandsMark}\\d{3})+|\\d{1,15})(?:\\${decimalMark}(\\d{1,15}))?( ?%)?$`,
  );
  return {
    decimalMark,
    number,
    grouped,
    readNumber: (text) => {
      const [, minus, euro, whole, part = '', percent] = written.exec(text) ?? [];
      if (whole === undefined || (euro && percent)) return null;
      const digits = `${minus ? '-' : ''}${whole.replaceAll(thousandsMark, '')}`;
      return {
        number: part === '' ? digits : `${digits}.${part}`,
        decimals: part.length,
        ...(euro ? { as: 'euro' } : percent ? { as: 'percentage' } : {}),
      };
    },
    readable: (value, least = 0) => {
      const decimals = decimalsOf(value);
      return decimals === undefined
        ? `${grouped(cut(exactly(value)), DECIMALS_WITHOUT_END)}…`
        : grouped(value, Math.max(decimals, least));
    },
    decimal,
    size: (bytes) =>
      bytes < MEGABYTE
        ? `${Math.ceil(bytes / KILOBYTE)} kB`
        : `${decimal(String(Math.floor((bytes * 10) / MEGABYTE) / 10))} MB`,
    date: (iso) => date.format(new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso)),
    moment: (iso) => moment(date.format(new Date(iso)), toTheMinute.format(new Date(iso)).replace(':', timeMark)),
    time: (iso) => toTheMinute.format(new Date(iso)).replace(':', timeMark),
    momentInLog: (iso) => `${date.format(new Date(iso))}, ${toTheSecond.format(new Date(iso))}`,
    list: (items) =>
      items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items[items.length - 1]}`,
  };
}
const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

const exactly = (value: Exact | string): Exact => (typeof value === 'string' ? exact(value) : value);

/** The digits that an ellipsis follows are not rounded. */
function cut(value: Exact): Exact {
  const scale = exact(`1${'0'.repeat(DECIMALS_WITHOUT_END)}`);
  return divide(truncate(multiply(value, scale)), scale);
}

/** A figure that was typed with one mark in it, read as decimals: "980.000" is "980,00", "1.250" is "1,25". @param mark before decimals */
export function twoDecimals(typed: string, mark: string): string {
  const [whole = '', part = ''] = typed.split(/[.,]/);
  return `${whole}${mark}${part.replace(/0+$/, '').padEnd(2, '0')}`;
}
