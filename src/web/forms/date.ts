/** "2027-01-04", "4-1-2027", "04/01/2027", "4.1.2027": the day before the month, unless the year comes first. */
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/** A date as people write it, as 2027-01-04; what is no such date stays as it was typed. Whether the day exists is not looked at. */
export function readDate(text: string): string {
  const plain = text.replace(/\s/g, '');
  const first = YEAR_FIRST.exec(plain);
  if (first) return iso(first[1]!, first[2]!, first[3]!);
  const last = DAY_FIRST.exec(plain);
  return last ? iso(last[4]!, last[3]!, last[1]!) : text;
}

const iso = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
