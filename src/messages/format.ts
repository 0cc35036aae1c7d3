import { type Exact, exact, toDecimalText } from '../domain/number.ts';

/** How numbers and dates are written in a language. Nothing here calculates: it only shows. */
export interface Format {
  /** An exact number with a fixed number of decimals: "84,00"; below zero with a real minus, as everywhere here. */
  number(value: Exact | string, decimals: number): string;
  /** The same with its thousands apart: "1.250.000". */
  grouped(value: Exact | string, decimals: number): string;
  /** Decimal text as it was announced, in the notation of the language: "22,5". */
  decimal(text: string): string;
  /** A date in full: "31 december 2027". */
  date(iso: string): string;
  /** A moment in Dutch time: "2 maart 2026, 14:05:09". */
  moment(iso: string): string;
  /** "a, b en c" */
  list(items: readonly string[]): string;
}

/** @param locale a BCP 47 tag of the languages of the product */
export function createFormat(locale: 'nl-NL' | 'en-GB', and: string): Format {
  const timeZone = 'Europe/Amsterdam';
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone });
  const comma = locale === 'nl-NL';
  const decimal = (text: string): string => (comma ? text.replace('.', ',') : text).replace('-', '−');
  return {
    number: (value, decimals) => decimal(toDecimalText(typeof value === 'string' ? exact(value) : value, decimals)),
    grouped: (value, decimals) => {
      const [whole, part] = toDecimalText(typeof value === 'string' ? exact(value) : value, decimals).split('.');
      const thousands = whole!.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, comma ? '.' : ',');
      return part === undefined ? thousands : `${thousands}${comma ? ',' : '.'}${part}`;
    },
    decimal,
    date: (iso) => date.format(new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso)),
    moment: (iso) => `${date.format(new Date(iso))}, ${time.format(new Date(iso))}`,
    list: (items) =>
      items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items[items.length - 1]}`,
  };
}
