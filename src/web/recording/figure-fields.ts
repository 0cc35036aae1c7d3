import { type ReadFigure, readAmount, readPercentage, readQuantity } from '../../domain/figures.ts';
import { compare, exact } from '../../domain/number.ts';
import { dateText } from '../../domain/text.ts';
import type { Messages } from '../../messages/messages.ts';
import { readDate } from '../forms/date.ts';
import { asTyped, type FieldProblem, type FormBody, textProblem, typed } from '../forms/text.ts';

/** Reads the fields of a form one by one; what is wrong is kept, with the field and what mends it. */
export function fieldReader(m: Messages, body: FormBody) {
  const t = m.contractForms.wrong;
  const problems: FieldProblem[] = [];
  const refuse = (field: string, text: string): null => {
    problems.push({ field, text });
    return null;
  };
  const figure = (name: string, label: string, read: (raw: string) => ReadFigure): string | null => {
    const raw = asTyped(body, name).trim();
    if (raw === '') return null;
    const wrong = figureProblem(m, raw, label, read);
    return wrong === undefined ? (read(raw) as { readonly figure: string }).figure : refuse(name, wrong);
  };
  const reader = {
    problems,
    refuse,
    /** An amount in euro; null where nothing is filled in. */
    amount: (name: string, label: string): string | null => figure(name, label, readAmount),
    /** An amount that may be below zero. */
    signedAmount: (name: string, label: string): string | null => {
      const { sign, rest } = signOf(asTyped(body, name));
      if (rest === '') return null;
      const wrong = figureProblem(m, rest, label, readAmount);
      if (wrong !== undefined) return refuse(name, wrong);
      return `${sign}${(readAmount(rest) as { readonly figure: string }).figure}`;
    },
    /** A number that is no amount: a weight, inhabitants. */
    quantity: (name: string, label: string): string | null => figure(name, label, readQuantity),
    /** So many people or things. */
    count: (name: string, label: string): number | null => {
      const raw = asTyped(body, name).trim();
      if (raw === '') return refuse(name, t.missing(label));
      const read = readCount(m, raw, label);
      return 'problem' in read ? refuse(name, read.problem) : read.count;
    },
    /** From 0 up to 100. */
    percentage: (name: string, label: string): string | null => {
      const raw = asTyped(body, name).trim();
      if (raw === '') return null;
      if (signOf(raw).sign === '-') return refuse(name, t.negative(label));
      const read = readPercentage(raw);
      if (read === undefined) return refuse(name, t.percentage(label));
      return compare(exact(read), exact('100')) > 0 ? refuse(name, t.above100(label)) : read;
    },
    /** Also below zero, and above 100. */
    signedPercentage: (name: string, label: string): string | null => {
      const { sign, rest } = signOf(asTyped(body, name));
      if (rest === '') return null;
      const read = readPercentage(rest);
      return read === undefined || !/^\d{1,3}(\.\d{1,6})?$/.test(read)
        ? refuse(name, t.percentage(label))
        : `${read === '0' ? '' : sign}${read}`;
    },
    year: (name: string, label: string): number | null => {
      const text = typed(body, name);
      if (text === '') return refuse(name, t.missing(label));
      const isYear = /^\d{4}$/.test(text) && Number(text) >= 1990 && Number(text) <= 2199;
      return isYear ? Number(text) : refuse(name, t.year(label));
    },
    date: (name: string, label: string): string | null => {
      const text = typed(body, name);
      if (text === '') return refuse(name, t.missing(label));
      const date = readDate(text);
      return dateText.safeParse(date).success ? date : refuse(name, t.date(label));
    },
    /** One of these. @param field where an error leads to: the first answer */
    oneOf: <T extends string>(name: string, label: string, values: readonly T[], field = name): T | null => {
      const text = typed(body, name);
      return values.find((one) => one === text) ?? refuse(field, t.choose(label));
    },
    /** A text that must be there. */
    text: (name: string, label: string, most: number, lines: 'one' | 'many' = 'many'): string | null =>
      typed(body, name) === '' ? refuse(name, t.missing(label)) : reader.optional(name, label, most, lines),
    /** Null where nothing is filled in. */
    optional: (name: string, label: string, most: number, lines: 'one' | 'many' = 'many'): string | null => {
      const text = typed(body, name);
      if (text === '') return null;
      const wrong = textProblem(m, text, label, most, lines);
      return wrong === undefined ? text : refuse(name, wrong);
    },
  };
  return reader;
}

/** More than the users of any area. */
const MOST = exact('1000000');

/** So many people or things, out of a form or a cell. */
export function readCount(
  m: Messages,
  raw: string,
  label: string,
): { readonly count: number } | { readonly problem: string } {
  const t = m.contractForms.wrong;
  const problem = figureProblem(m, raw, label, readQuantity);
  if (problem !== undefined) return { problem };
  const number = exact((readQuantity(raw) as { readonly figure: string }).figure);
  if (number.d !== 1n) return { problem: t.whole(label) };
  return compare(number, MOST) > 0 ? { problem: t.tooLarge(label) } : { count: Number(number.n) };
}

/** What is wrong with a figure that cannot be below zero; undefined when nothing is. */
export function figureProblem(
  m: Messages,
  raw: string,
  label: string,
  read: (raw: string) => ReadFigure,
): string | undefined {
  const t = m.contractForms.wrong;
  const { sign, rest } = signOf(raw);
  if (sign === '-' && typeof read(rest) === 'object') return t.negative(label);
  const found = read(raw);
  return found === undefined ? t.number(label) : found === 'ambiguous' ? t.ambiguous(label) : undefined;
}

/** The sign before a figure, of which there are several in writing, and the rest. */
function signOf(raw: string): { readonly sign: '' | '-'; readonly rest: string } {
  const text = raw.trim();
  return /^[-−–]/.test(text) ? { sign: '-', rest: text.slice(1).trim() } : { sign: '', rest: text };
}
