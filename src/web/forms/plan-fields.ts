import { enterText, type Lines } from '../../domain/text.ts';
import type { Messages } from '../../messages/messages.ts';
import { readDate } from './date.ts';
import { asTyped, type FieldProblem, type FormBody, textProblem, typed } from './text.ts';

/** Reads the fields of a form one by one, and keeps what is wrong with them. */
export interface FieldReader {
  readonly problems: FieldProblem[];
  /** A text; null where nothing was typed. */
  text(name: string, label: string, maximum: number, lines?: Lines): string | null;
  /** A text that must be there. @param missing what is said where it is not */
  required(name: string, label: string, missing: string, maximum: number, lines?: Lines): string;
  /** A date as 2027-12-31; null where nothing was typed. */
  date(name: string, label: string): string | null;
  /** The lines of a field that are not empty, each at most so long. */
  lines(name: string, label: string, most: number, maximum: number): string[];
}

/** What the schema of a date takes: the day exists. */
const isDate = (text: string): boolean => {
  const [year, month, day] = text.split('-').map(Number);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(Date.UTC(year!, month! - 1, day));
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
};

export function fieldReader(m: Messages, body: FormBody): FieldReader {
  const problems: FieldProblem[] = [];
  const refuse = (field: string, text: string): void => void problems.push({ field, text });
  const text: FieldReader['text'] = (name, label, maximum, lines = 'many') => {
    const given = typed(body, name);
    const wrong = textProblem(m, given, label, maximum, lines);
    if (wrong !== undefined) refuse(name, wrong);
    return given === '' ? null : given;
  };
  return {
    problems,
    text,
    required: (name, label, missing, maximum, lines) => {
      const given = text(name, label, maximum, lines);
      if (given === null) refuse(name, missing);
      return given ?? '';
    },
    date: (name, label) => {
      const given = asTyped(body, name).trim();
      if (given === '') return null;
      const date = readDate(given);
      if (!isDate(date)) refuse(name, m.planPages.forms.noDate(label));
      return date;
    },
    lines: (name, label, most, maximum) => {
      const given = typed(body, name)
        .split('\n')
        .map((line) => enterText(line, { lines: 'one' }).text)
        .filter((line) => line !== '');
      if (given.length > most) refuse(name, m.planPages.forms.tooMany(label, most));
      const wrong = given.map((line) => textProblem(m, line, label, maximum, 'one')).find((one) => one !== undefined);
      if (wrong !== undefined) refuse(name, wrong);
      return given;
    },
  };
}

/** A date as it is typed: "31-12-2027"; empty for none. */
export function dateToType(date: string | null): string {
  if (date === null) return '';
  const [year, month, day] = date.split('-').map(Number);
  return `${day}-${month}-${year}`;
}
