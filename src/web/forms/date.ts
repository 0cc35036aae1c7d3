/** "2027-01-04", "4-1-2027", "04/01/2027", "4.1.2027", "4 januari 2027": the day before the month, unless the year comes first. */
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const IN_WORDS = /^(\d{1,2})\s+(\p{L}+)\.?\s+(\d{4})$/u;

/** The months as they are called in both languages, in full and in short, with their numbers. */
const MONTHS: ReadonlyMap<string, string> = new Map(
  (['nl-NL', 'en-GB'] as const).flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, index): [string, string] => [
        format
          .format(new Date(Date.UTC(2027, index, 15)))
          .replace('.', '')
          .toLowerCase(),
        String(index + 1),
      ]);
    }),
  ),
);

/** A date as people write it, as 2027-01-04; what is no such date stays as it was typed. Whether the day exists is not looked at. */
export function readDate(text: string): string {
  const plain = text.replace(/\s/g, '');
  const first = YEAR_FIRST.exec(plain);
  if (first) return iso(first[1]!, first[2]!, first[3]!);
  const last = DAY_FIRST.exec(plain);
  if (last) return iso(last[4]!, last[3]!, last[1]!);
  const [, day, name, year] = IN_WORDS.exec(text.trim()) ?? [];
  const month = name === undefined ? undefined : MONTHS.get(name.toLowerCase());
  return month === undefined ? text : iso(year!, month, day!);
}

const iso = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
