import { plainName } from '../../domain/ids.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { KVK } from '../../domain/rules/registration.ts';
import { biddable, type TenderRules } from '../../domain/rules/rules.ts';
import { refusalsOf } from '../../domain/tender/refusals.ts';
import type { NewTenderEvent } from '../../domain/tender/state/events.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import {
  isWholeIn,
  type KnownColumn,
  recordsOf,
  type SheetRecord,
  type SheetRecords,
} from '../../exchange/spreadsheet/records.ts';
import type { Sheet } from '../../exchange/spreadsheet/sheet.ts';
import { describeError, forRules, type Messages, messagesIn } from '../../messages/messages.ts';
import { type BidColumn, bidColumns, FORM, LOT } from './bid-columns.ts';
import { fieldOfRefusal, freeBidIds, readBidForm } from './bid-form.ts';
import { MOST_MEMBERS, memberField } from './member-rows.ts';
import { cellAsTyped, othersGo, placeIn } from './sheet-cells.ts';
import { faultProblems, type SheetPlace, type SheetProblem, sheetProblems } from './sheet-faults.ts';
import { type FieldProblem, type FormBody, typed } from './text.ts';

/** A bid out of a sheet, and why it is registered though it came too late; empty where it did not. */
export interface SheetBid {
  readonly bid: Bid;
  readonly late: string;
}

/** More bids than that are offered in parts: they are shown, and registered, in one go. */
const MOST_BIDS = 300;

/** The names of the sheet, in every language. */
export const BIDS_SHEET: readonly string[] = (['nl', 'en'] as const).map((one) => messagesIn(one).sheets.bids.sheet);

/**
 * Reads every bid of a sheet as if its form had been filled in: a row is a bid in a lot, and rows with the same bidder are one bid. Nothing is
 * taken of a sheet in which something is wrong, and everything that is wrong is said.
 * @param actor who would register them
 */
export async function readBidsSheet(
  given: Messages,
  state: Readonly<TenderState>,
  actor: string,
  sheet: Sheet,
): Promise<{ readonly bids: readonly SheetBid[] } | { readonly problems: readonly FieldProblem[] }> {
  const m = forRules(given, state.rules);
  const columns = bidColumns(m, state.rules);
  const records = recordsOf(sheet, knownColumns(state.rules, columns));
  const wrong: SheetProblem[] = [];
  const reading = { m, rules: state.rules, columns, records, wrong };
  const grouped = bidsIn(reading);
  if (grouped.length === 0 && wrong.length === 0 && records.faults.length === 0) {
    return { problems: faultProblems(m, [{ kind: 'nothing-in-it', sheet: sheet.name, row: null, column: null }]) };
  }
  if (grouped.length > MOST_BIDS) {
    wrong.push({ sheet: sheet.name, row: null, column: null, head: null, text: m.sheets.bids.tooMany(MOST_BIDS) });
    return { problems: sheetProblems(m, records, wrong) };
  }
  const ids = freeBidIds(state, grouped.length);
  const read: (SheetBid & ReturnType<typeof formOf>)[] = [];
  for (const [index, rows] of grouped.entries()) {
    const { body, at, isRead } = formOf(reading, rows);
    const form = readBidForm(m, state.rules, body, ids[index]!);
    if ('bid' in form) read.push({ bid: form.bid, late: typed(body, 'late'), body, at, isRead });
    // That it has no lots was said where its rows name them.
    else {
      const problems = form.problems.filter(({ field }) => field !== 'lots' && isRead(field));
      wrong.push(...problems.map(({ field, text }) => ({ ...at(field), text })));
    }
    await othersGo();
  }
  const names = namesOf(state.rules, state.bids.values());
  for (const [index, refusal] of refusalsOf(state, actor, registering(read)).entries()) {
    if (!refusal) continue;
    const { bid, body, at, isRead } = read[index]!;
    const field = fieldOfRefusal(refusal, state.rules, bid, body);
    if (!isRead(field)) continue;
    wrong.push({
      ...at(field),
      text: describeError(m, refusal, names),
    });
  }
  const problems = sheetProblems(m, records, wrong);
  return problems.length > 0 ? { problems } : { bids: read };
}

/** What is said to register these bids. */
export const registering = (bids: readonly SheetBid[]): NewTenderEvent[] =>
  bids.map(({ bid, late }) => ({
    type: 'bid-registered',
    payload: { bid, ...(late === '' ? {} : { late: { reason: late } }) },
  }));

interface Reading {
  readonly m: Messages;
  readonly rules: TenderRules;
  readonly columns: readonly BidColumn[];
  readonly records: SheetRecords;
  readonly wrong: SheetProblem[];
}

/** Heads are known in every language, whoever reads the sheet. */
function knownColumns(rules: TenderRules, own: readonly BidColumn[]): KnownColumn[] {
  const all = (['nl', 'en'] as const).map((one) => bidColumns(messagesIn(one), rules));
  return own.map(({ key, head, isNeeded }, index) => ({
    key,
    heads: [head, ...all.map((columns) => columns[index]!.head)],
    isNeeded,
  }));
}

const placeOf = ({ records }: Reading, row: number | null, key: string): SheetPlace => placeIn(records, row, key);

/** The rows of each bid, in the order of the sheet. */
function bidsIn(reading: Reading): SheetRecord[][] {
  const bids = new Map<string, SheetRecord[]>();
  for (const record of reading.records.records) {
    const name = record.cells.get('name')?.text.trim() ?? '';
    if (name === '') {
      reading.wrong.push({ ...placeOf(reading, record.row, 'name'), text: reading.m.sheets.bids.nameMissing });
      continue;
    }
    const key = plainName(name);
    bids.set(key, [...(bids.get(key) ?? []), record]);
  }
  return [...bids.values()];
}

/**
 * The form of a bid as its rows fill it in.
 * @returns `at` where in the sheet a field of it stands; `isRead` whether enough could be read to say what is wrong with a field: of one that has no
 * place in the sheet that is all of the bid
 */
function formOf(
  reading: Reading,
  rows: readonly SheetRecord[],
): {
  readonly body: FormBody;
  readonly at: (field: string) => SheetPlace;
  readonly isRead: (field: string) => boolean;
} {
  const { m, columns, records } = reading;
  const isWhole = rows.every((row) => isWholeIn(records, row));
  const first = rows[0]!.row;
  const body = new Map<string, string | string[]>();
  const places = new Map<string, SheetPlace>();
  for (const column of columns) {
    if (column.isOfLot) continue;
    const { row, text } = ofWholeBid(reading, rows, column);
    const value = filledIn(reading, column, text, row ?? first);
    const field = column.field?.('') ?? column.key;
    places.set(field, placeOf(reading, row ?? first, column.key));
    if (value.length > 0) body.set(field, value);
  }
  const lots = new Map<string, number>();
  for (const record of rows) {
    const lot = lotOf(reading, record, lots);
    if (lot === undefined) continue;
    lots.set(lot, record.row);
    for (const column of columns) {
      if (!column.isOfLot || !column.field) continue;
      places.set(column.field(lot), placeOf(reading, record.row, column.key));
      body.set(column.field(lot), cellAsTyped(m, record.cells.get(column.key)));
    }
  }
  body.set('lots', [...lots.keys()]);
  for (let row = 1; row <= MOST_MEMBERS; row++) {
    if (body.has(memberField(row, 'registerName'))) body.set(memberField(row, 'register'), 'other');
    else if (body.has(memberField(row, 'number'))) body.set(memberField(row, 'register'), KVK);
  }
  return {
    body: Object.fromEntries(body),
    at: (field) => places.get(field) ?? placeOf(reading, first, field === 'lots' ? LOT : 'name'),
    // How many take part hangs on every column.
    isRead: (field) => isWhole || (field !== FORM && places.has(field)),
  };
}

/** What is said once of a bid: on any of its rows, and nowhere otherwise. */
function ofWholeBid(
  reading: Reading,
  rows: readonly SheetRecord[],
  { key }: BidColumn,
): { readonly row: number | null; readonly text: string } {
  const { m, wrong } = reading;
  let found: { row: number; text: string } | null = null;
  for (const { row, cells } of rows) {
    if (cells.get(key)?.kind === 'unread') return { row, text: '' };
    const text = cellAsTyped(m, cells.get(key)).trim();
    if (text === '') continue;
    if (found && plainName(found.text) !== plainName(text)) {
      wrong.push({ ...placeOf(reading, row, key), text: m.sheets.bids.differs(found.row) });
    }
    found ??= { row, text };
  }
  return found ?? { row: null, text: '' };
}

/** What a cell of the whole bid says, as its form would have been filled in. */
function filledIn(reading: Reading, { key }: BidColumn, text: string, row: number): string | string[] {
  const { m, rules, wrong } = reading;
  const parts = (): string[] =>
    text
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  if (key === FORM) {
    if (text === '') return '';
    const forms = [m, messagesIn('nl'), messagesIn('en')].map(({ bids }) => bids.form);
    const form = (['single', 'consortium'] as const).find((one) =>
      forms.some((words) => plainName(words[one]) === plainName(text)),
    );
    const { single, consortium } = m.bids.form;
    if (!form) wrong.push({ ...placeOf(reading, row, key), text: m.sheets.bids.formUnknown(single, consortium) });
    // What is wrong was said; the form of the bid asks nothing more of it.
    return form ?? 'consortium';
  }
  if (key === 'subcontractors') return parts().join('\n');
  if (!/^discount\.\d+\.lots$/.test(key)) return text;
  return parts().flatMap((name) => {
    const lot = rules.lots.find((one) => one.id === name || plainName(one.name) === plainName(name));
    if (lot) return [lot.id];
    const names = rules.lots.map((one) => one.name);
    wrong.push({ ...placeOf(reading, row, key), text: m.sheets.bids.lotUnknown(name, m.format.list(names)) });
    return [];
  });
}

/** The lot of a row; undefined where what is wrong with it was said. */
function lotOf(reading: Reading, { row, cells }: SheetRecord, seen: ReadonlyMap<string, number>): string | undefined {
  const { m, rules, columns, wrong } = reading;
  const t = m.sheets.bids;
  const given = cells.get(LOT)?.text.trim() ?? '';
  const refuse = (key: string, text: string): undefined => {
    wrong.push({ ...placeOf(reading, row, key), text });
  };
  if (given === '') return refuse(LOT, t.lotMissing);
  const lots = biddable(rules);
  const lot = lots.find(({ id, name }) => plainName(name) === plainName(given) || id === given);
  if (!lot) return refuse(LOT, t.lotUnknown(given, m.format.list(lots.slice(0, MOST_NAMED).map(({ name }) => name))));
  const earlier = seen.get(lot.id);
  if (earlier !== undefined) return refuse(LOT, t.lotTwice(earlier));
  for (const { key, isAskedIn } of columns) {
    if (isAskedIn && cells.has(key) && !isAskedIn(lot.id)) refuse(key, t.notHere(lot.name));
  }
  return lot.id;
}
const MOST_NAMED = 20;
