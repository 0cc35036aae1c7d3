import type { Accounts } from '../../actions/accounts.ts';
import type { AskedEvents, LogEvent, ReadPart, ToldEvent } from '../../actions/read-log.ts';
import { INSTALLATION } from '../../domain/roles.ts';
import type { Table } from '../../exchange/spreadsheet/table.ts';
import { beginningOf, type Passage, type Prose, passagesOf, plain } from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';
import { type SelectField, selectField } from './fields.ts';
import { type Pager, pager } from './pager.ts';
import { type Downloads, downloadsOf } from './sheet.ts';

export const LOG_PAGE_SIZE = 50;
/** What is longer folds. In characters. */
const LONG_LINE = 400;

/** How a kind of dossier is put into words for who reads its log. */
export interface LogWords<State, Event> {
  readonly person: (account: string) => string;
  /** How a type of event is called. */
  readonly event: (type: string) => string;
  /** How a phase is called. */
  readonly phase: (phase: string) => string;
  /** What an event says, with the state before it. */
  readonly told: (state: State | undefined, event: Event) => readonly Prose[];
  /** Why what such an event says cannot be seen yet; null when it can. */
  readonly closed: (event: { readonly type: string; readonly at: string }) => string | null;
}

/** Who did something, by name: also what the installation did by itself. */
export const personIn =
  (m: Messages, { nameOf }: Pick<Accounts, 'nameOf'>) =>
  (account: string): string =>
    account === INSTALLATION ? m.accounts.log.installation : nameOf(account);

type Names = Pick<LogWords<never, never>, 'person' | 'event' | 'phase' | 'closed'>;

export interface LogModel {
  readonly text: Messages['log'];
  /** Null while it could give away what may not be seen yet. */
  readonly head: string | null;
  /** What is said when some events cannot be read yet. */
  readonly closed: string | null;
  readonly filter: {
    readonly action: string;
    readonly fields: readonly SelectField[];
    readonly clear: string | null;
  };
  /** How many events are shown of how many. */
  readonly count: string;
  /** What is said when nothing is found. */
  readonly none: string | null;
  readonly rows: readonly {
    readonly seq: number;
    readonly at: string;
    readonly actor: string;
    readonly phase: string | null;
    readonly event: string;
    /** Why what it says cannot be seen yet. */
    readonly closed: string | null;
    /** What it says, a sentence each; a long one folds behind its beginning. */
    readonly told: readonly { readonly text: readonly Passage[]; readonly whole: readonly Passage[] | null }[];
    /** As it was recorded; null when it cannot be seen yet. */
    readonly payload: string | null;
    /** In groups, to be read and to be compared; null while it may not be seen. */
    readonly hash: readonly string[] | null;
  }[];
  readonly pager: Pager | null;
  readonly downloads: Downloads;
}

/**
 * One page of the log, newest first. What an event says that may not be seen yet is left out. The hash of an event of format 2 tells nothing of
 * it; from an event of format 1 on every hash is left out: a score of few kinds at a known moment can be guessed until the hash fits, through
 * all events that are chained to it.
 * @param base the address of the dossier
 * @param events all of the log
 * @param page from 1
 */
export function logModel(
  m: Messages,
  words: Names,
  base: string,
  events: readonly LogEvent[],
  asked: AskedEvents,
  part: ReadPart,
  page: number,
): LogModel {
  const hashes = hashesShown(words, events);
  const someClosed = events.some(({ event }) => words.closed(event) !== null);
  const isFiltered = Object.values(asked).some((value) => value !== undefined);
  return {
    text: m.log,
    head: hashes === events.length ? (events.at(-1)?.hash ?? '') : null,
    closed: hashes < events.length ? m.log.closed : someClosed ? m.log.closedForNow : null,
    filter: {
      action: `${base}/log`,
      fields: fieldsOf(m, words, asked, part),
      clear: isFiltered ? `${base}/log` : null,
    },
    count: isFiltered ? m.log.found(part.total, events.length) : m.log.all(events.length),
    none: part.total === 0 ? m.log.none : null,
    rows: part.rows.map((row) => ({
      seq: row.event.seq,
      ...inWords(m, words, row),
      told: row.told.map((said) => {
        const passages = passagesOf(said);
        return plain(said).length > LONG_LINE
          ? { text: beginningOf(passages), whole: passages }
          : { text: passages, whole: null };
      }),
      payload: words.closed(row.event) === null ? JSON.stringify(row.event.payload, null, 2) : null,
      hash: row.event.seq <= hashes ? inGroups(row.hash) : null,
    })),
    pager: pager(m, part.total, page, (number) => logAddress(`${base}/log`, asked, number), LOG_PAGE_SIZE),
    downloads: downloadsOf(m, `${base}/log`, logAddress('', asked, 1)),
  };
}

/** A cell of a spreadsheet holds 32,767 characters; what is longer goes on in the next. */
const LONGEST_CELL = 32_000;
const inCells = (text: string): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(text.length / LONGEST_CELL)) }, (_, part) =>
    text.slice(part * LONGEST_CELL, (part + 1) * LONGEST_CELL),
  );

/** The same as a table, all that is asked for: with no more in it than the page. */
export function logTable(m: Messages, words: Names, events: readonly LogEvent[], { rows }: ReadPart): Table {
  const t = m.log;
  const hashes = hashesShown(words, events);
  const hasPhases = rows.some(({ phase }) => phase !== null);
  const told = (row: ToldEvent): string[] => inCells(inWords(m, words, row).closed ?? row.told.map(plain).join(' '));
  const texts = rows.reduce((most, row) => Math.max(most, told(row).length), 1);
  const columnsOfText = Array.from({ length: texts }, (_, place) => place);
  return {
    name: t.title,
    columns: [
      { header: t.seq, width: 8 },
      { header: t.at, width: 28 },
      { header: t.actor, width: 24 },
      ...(hasPhases ? [{ header: t.phase, width: 24 }] : []),
      { header: t.event, width: 32 },
      ...columnsOfText.map((place) => ({ header: place === 0 ? t.what : `${t.what} (${place + 1})`, width: 80 })),
      { header: t.hash, width: 66 },
    ],
    rows: rows.map((row) => {
      const { at, actor, phase, event } = inWords(m, words, row);
      return [
        { number: String(row.event.seq), decimals: 0 },
        at,
        actor,
        ...(hasPhases ? [phase] : []),
        event,
        ...columnsOfText.map((place) => told(row)[place] ?? null),
        row.event.seq <= hashes ? row.hash : t.hashLater,
      ];
    }),
  };
}

const inWords = (m: Messages, words: Names, { event, phase }: ToldEvent) => ({
  at: m.format.momentInLog(event.at),
  actor: words.person(event.actor),
  phase: phase === null ? null : words.phase(phase),
  event: words.event(event.type),
  closed: words.closed(event),
});

/** Up to which event the hashes are shown. */
function hashesShown({ closed }: Names, events: readonly LogEvent[]): number {
  const first = events.findIndex(({ event, isOpen }) => isOpen && closed(event) !== null);
  return first === -1 ? events.length : first;
}

function fieldsOf(m: Messages, words: Names, asked: AskedEvents, part: ReadPart): SelectField[] {
  const t = m.log.filter;
  const select = (
    name: keyof AskedEvents,
    label: string,
    values: readonly string[],
    call: (value: string) => string,
  ) => {
    const named = values.map((value) => ({ value, label: call(value), selected: asked[name] === value }));
    const options = [
      { value: '', label: t.all, selected: asked[name] === undefined },
      ...named.sort((one, other) => one.label.localeCompare(other.label, m.locale)),
    ];
    return selectField({ name, label, options, asks: 'open' }, [], m.app);
  };
  return [
    select('person', t.person, part.people, words.person),
    select('kind', t.kind, part.kinds, words.event),
    // Phases stand in the order in which they came.
    ...(part.phases.length === 0 ? [] : [select('phase', t.phase, part.phases, words.phase)]),
  ];
}

function logAddress(path: string, asked: AskedEvents, page: number): string {
  const given = Object.entries({ ...asked, page: page === 1 ? undefined : String(page) });
  const query = new URLSearchParams(
    given.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] satisfies [string, string]])),
  ).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Eight characters together, as people read a number aloud. */
const inGroups = (hash: string): string[] => hash.match(/.{1,8}/g) ?? [];
