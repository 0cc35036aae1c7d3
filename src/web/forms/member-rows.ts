import { DomainError } from '../../domain/errors.ts';
import type { Organisation } from '../../domain/rules/bid.ts';
import { enterRegistration, KVK, type Registration } from '../../domain/rules/registration.ts';
import { describeError, type Messages } from '../../messages/messages.ts';
import { asTyped, type FieldProblem, type FormBody, textProblem, typed } from './text.ts';

/** Where a number of an organisation is from: the Dutch trade register, another one that is named beside it, or nowhere. */
export const REGISTER_CHOICES = [KVK, 'other', 'none'] as const;
export type RegisterChoice = (typeof REGISTER_CHOICES)[number];

export const MOST_MEMBERS = 50;
const FIRST_ROWS = 3;
const MAXIMUM_NAME = 200;
const MAXIMUM_NUMBER = 100;
const ROW_FIELD = /^member\.(\d{1,4})\.(name|number|registerName)$/;

/** Names of the fields of a row, counted from 1: "member.2.number". */
export const memberField = (row: number, part: 'name' | 'register' | 'number' | 'registerName'): string =>
  `member.${row}.${part}`;

/** The button that asks for a row more, with everything that was typed. */
export const asksForMoreRows = (body: FormBody): boolean => typed(body, 'intent') === 'more-members';

/** How many rows the form shows: those with something in them, one more where that was asked for, at least a few and at most all. */
export function rowsShown(body: FormBody): number {
  const before = Number(/^\d{1,2}$/.exec(typed(body, 'member-rows'))?.[0] ?? FIRST_ROWS);
  const rows = Math.max(before, FIRST_ROWS, ...filledRows(body)) + (asksForMoreRows(body) ? 1 : 0);
  return Math.min(rows, MOST_MEMBERS);
}

/** The rows, from 1, in which a name or number stands. */
export function filledRows(body: FormBody): number[] {
  const rows = Object.keys(body).flatMap((field) => {
    const row = ROW_FIELD.exec(field)?.[1];
    return row === undefined || typed(body, field) === '' ? [] : [Number(row)];
  });
  return [...new Set(rows)].sort((a, b) => a - b);
}

/** The register that is chosen in a row; the trade register of the Netherlands when nothing is. */
export const registerOf = (body: FormBody, row: number): RegisterChoice =>
  REGISTER_CHOICES.find((one) => one === typed(body, memberField(row, 'register'))) ?? KVK;

/**
 * Reads the organisations of a bid.
 * @param bidder name of the bidder, which is that of its only organisation when that has none of its own; undefined for a consortium
 * @param bid the id that the bid will get; organisations without a KvK number get theirs from it
 */
export function readMembers(
  m: Messages,
  body: FormBody,
  bidder: string | undefined,
  bid: string,
  problem: (field: string, text: string) => void,
): Organisation[] {
  const filled = filledRows(body);
  const rows = filled.length === 0 && bidder !== undefined ? [1] : filled;
  if (rows.length === 0) problem(memberField(1, 'name'), m.bids.form.membersRequired);
  if (rows.some((row) => row > MOST_MEMBERS)) {
    problem(memberField(1, 'name'), m.bids.form.tooManyMembers(MOST_MEMBERS));
    return [];
  }
  return rows.map((row) => readMember(m, body, row, bidder, bid, problem));
}

function readMember(
  m: Messages,
  body: FormBody,
  row: number,
  bidder: string | undefined,
  bid: string,
  problem: (field: string, text: string) => void,
): Organisation {
  const t = m.bids.form;
  const name = typed(body, memberField(row, 'name')) || (bidder ?? '');
  if (bidder === undefined && name === '') problem(memberField(row, 'name'), t.memberNameRequired(row));
  const wrong = textProblem(m, name, t.memberField(row, t.memberName), MAXIMUM_NAME, 'one');
  if (wrong !== undefined && name !== bidder) problem(memberField(row, 'name'), wrong);
  const { registration, problems } = readRegistration(m, body, row);
  for (const one of problems) problem(one.field, one.text);
  const id = registration?.register === KVK ? registration.number : `${bid}-${row}`;
  return { id, name, ...(registration ? { registration } : {}) };
}

function readRegistration(
  m: Messages,
  body: FormBody,
  row: number,
): { readonly registration?: Registration; readonly problems: readonly FieldProblem[] } {
  const t = m.bids.form;
  const number = typed(body, memberField(row, 'number'));
  const registerName = typed(body, memberField(row, 'registerName'));
  // A number is not asked of whoever chose no register either.
  const unasked = number === '' && typed(body, memberField(row, 'register')) === '';
  const choice = unasked ? 'none' : registerOf(body, row);
  const at = (part: 'register' | 'number' | 'registerName', text: string | undefined): FieldProblem[] =>
    text === undefined ? [] : [{ field: memberField(row, part), text }];
  switch (choice) {
    case 'none':
      return { problems: number === '' ? [] : at('register', t.registerRequired(row)) };
    case 'other': {
      const problems = [
        ...at('number', number === '' ? t.numberRequired(row) : wrongText(m, row, t.number, number)),
        ...at(
          'registerName',
          registerName === '' ? t.registerNameRequired(row) : wrongText(m, row, t.registerName, registerName),
        ),
      ];
      return problems.length > 0 ? { problems } : entered(m, row, { register: registerName, number });
    }
    case KVK:
      if (number === '') return { problems: at('number', t.numberRequired(row)) };
      return entered(m, row, { register: KVK, number: asTyped(body, memberField(row, 'number')) });
  }
}

const wrongText = (m: Messages, row: number, field: string, text: string): string | undefined =>
  textProblem(m, text, m.bids.form.memberField(row, field), MAXIMUM_NUMBER, 'one');

function entered(m: Messages, row: number, written: Registration): ReturnType<typeof readRegistration> {
  try {
    return { registration: enterRegistration(written), problems: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { problems: [{ field: memberField(row, 'number'), text: describeError(m, error) }] };
  }
}
