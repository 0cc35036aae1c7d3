import type Database from 'better-sqlite3';
import type { Group, Listing } from '../domain/listing.ts';
import { foldedText } from '../domain/text.ts';

/** The version of what lists say: a list that was made by another is made anew. */
const MADE_BY = 5;

/** Who reads a list: an account, and by their ranks the capacities that its roles allow. */
export interface ListReader {
  readonly account: string;
  readonly ranks: readonly number[];
  /** The rank in which it sees dossiers in which it has no seat of its own; null where it sees none of those. */
  readonly elsewhere: number | null;
}

export interface ListQuery {
  readonly kind: string;
  /** "2027-03-10": dates before it have passed. */
  readonly today: string;
  readonly archived: boolean;
  /** Only where there is something in this group. */
  readonly group?: Group | undefined;
  readonly phase?: string | undefined;
  readonly year?: number | undefined;
  /** Part of the title. */
  readonly title?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** What stands in a list of one dossier; texts of JSON are as they were put. */
export interface ListedRow {
  readonly dossier: string;
  readonly title: string;
  readonly phase: string;
  readonly words: string;
  readonly view: string;
  /** The next date of the dossier; the last one where all have passed and it is not over. */
  readonly date: string | null;
  readonly what: string | null;
}

export interface ListCount {
  readonly archived: boolean;
  readonly year: number | null;
  readonly count: number;
}

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

/** The parts of what is stored of a dossier besides its own row, and what a row is known by. */
const PARTS = {
  listed_dates: { keys: ['date', 'place'], columns: ['what'] },
  listed_seats: { keys: ['account', 'rank'], columns: ['kind', 'shown', 'todo', 'waits', 'heeds', 'due', 'view'] },
  listed_people: { keys: ['account'], columns: ['kept_from_register', 'leaves'] },
  listed_links: { keys: ['follows'], columns: [] },
} as const;
type Part = keyof typeof PARTS;
const PART_NAMES = Object.keys(PARTS) as Part[];

const OWN_COLUMNS = [
  'kind',
  'seq',
  'made_by',
  'title',
  'folded',
  'year',
  'phase',
  'archived',
  'leader',
  'over',
  'words',
] as const;

/** What lists say of dossiers. Everything in it follows from the log. */
export function createListStore(database: Database.Database) {
  const own = database.prepare(`SELECT ${OWN_COLUMNS.join(', ')} FROM listed_dossiers WHERE dossier = ?`);
  const putOwn = database.prepare(
    `INSERT INTO listed_dossiers (dossier, ${OWN_COLUMNS.join(', ')}) VALUES (@dossier, ${OWN_COLUMNS.map((name) => `@${name}`).join(', ')})
     ON CONFLICT (dossier) DO UPDATE SET ${OWN_COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  );
  const remove = database.prepare('DELETE FROM listed_dossiers WHERE dossier = ?');
  const parts = Object.fromEntries(PART_NAMES.map((name) => [name, partOf(database, name)])) as Readonly<
    Record<Part, ReturnType<typeof partOf>>
  >;
  // From one dossier to the next by the primary key, and from each to its last event.
  const outdated = database.prepare(`
    WITH RECURSIVE known (dossier) AS (
      SELECT min(dossier) FROM events
      UNION ALL
      SELECT (SELECT min(dossier) FROM events WHERE dossier > known.dossier) FROM known WHERE known.dossier IS NOT NULL
    )
    SELECT known.dossier FROM known LEFT JOIN listed_dossiers AS listed ON listed.dossier = known.dossier
    WHERE known.dossier IS NOT NULL
      AND (listed.seq IS NOT (SELECT max(seq) FROM events WHERE events.dossier = known.dossier) OR listed.made_by IS NOT ${MADE_BY})`);
  const unlogged = database.prepare(
    'SELECT dossier FROM listed_dossiers AS listed WHERE NOT EXISTS (SELECT 1 FROM events WHERE events.dossier = listed.dossier)',
  );
  const pages = new Map<Group | 'all', Database.Statement>();
  const pageOf = (group: Group | undefined): Database.Statement => {
    const known = pages.get(group ?? 'all') ?? database.prepare(pageSql(group));
    pages.set(group ?? 'all', known);
    return known;
  };
  const parted = database.prepare(
    `${mineSql(undefined)} SELECT own.archived, own.year, count(*) AS count
     FROM mine JOIN listed_dossiers AS own ON own.dossier = mine.dossier GROUP BY own.archived, own.year`,
  );
  const leaders = database.prepare('SELECT DISTINCT leader FROM listed_dossiers WHERE leader IS NOT NULL').pluck();
  const ledBy = database.prepare(
    'SELECT dossier, title FROM listed_dossiers WHERE leader = ? ORDER BY folded, dossier',
  );
  const chairedBy = database.prepare(
    `SELECT dossier, title FROM listed_dossiers WHERE leader = ? AND kind = 'tender' ORDER BY folded, dossier`,
  );
  const kept = database
    .prepare('SELECT 1 FROM listed_people WHERE account = ? AND kept_from_register = 1 LIMIT 1')
    .pluck();
  const leaves = database.prepare(
    `SELECT own.title, leaves FROM listed_people JOIN listed_dossiers AS own USING (dossier)
     WHERE account = ? AND leaves <> '[]' ORDER BY own.folded, dossier`,
  );
  const following = database.prepare('SELECT dossier FROM listed_links WHERE follows = ? ORDER BY dossier').pluck();
  const bound = ({ account, ranks, elsewhere }: ListReader) => ({
    account,
    mask: ranks.reduce((mask, rank) => mask | bit(rank), 0),
    elsewhere: elsewhere === null ? 0 : bit(elsewhere),
  });

  return {
    /** Writes what lists say of a dossier, and of it only what changed. Call it inside the transaction that appends. @param seq of its last event */
    put: (dossier: string, kind: string, seq: number, listing: Listing): void => {
      putOwn.run({ dossier, ...ownRow(kind, seq, listing) });
      const rows = partRows(kind, listing);
      for (const name of PART_NAMES) parts[name].put(dossier, rows[name]);
    },
    remove: (dossier: string): void => {
      remove.run(dossier);
    },
    /** Whether something else is stored than what follows from the log. */
    differs: (dossier: string, kind: string, seq: number, listing: Listing): boolean => {
      const rows = partRows(kind, listing);
      return (
        JSON.stringify(own.get(dossier)) !== JSON.stringify(ownRow(kind, seq, listing)) ||
        PART_NAMES.some((name) => parts[name].differs(dossier, rows[name]))
      );
    },
    /** Dossiers of which lists do not say what the last event made of them. */
    outdated: (): string[] => (outdated.all() as { dossier: string }[]).map(({ dossier }) => dossier),
    /** Dossiers of which lists say something, and that have no log. */
    unlogged: (): string[] => (unlogged.all() as { dossier: string }[]).map(({ dossier }) => dossier),

    /** A part of a list, with how many there are in all: by the next date, then by title. */
    page: (reader: ListReader, query: ListQuery): { readonly rows: readonly ListedRow[]; readonly total: number } => {
      const { kind, today, archived, group, phase, year, title, limit, offset } = query;
      const found = pageOf(group).all({
        ...bound(reader),
        kind,
        today,
        archived: Number(archived),
        phase: phase ?? null,
        year: year ?? null,
        title: title === undefined ? null : foldedText(title),
        limit,
        offset,
      }) as (ListedRow & { readonly total: number })[];
      return { rows: found.map(({ total: _, ...row }) => row), total: found[0]?.total ?? 0 };
    },
    /** How many dossiers somebody sees, in the archive and not, by the year in which they were opened. */
    counts: (reader: ListReader, kind: string): ListCount[] =>
      (parted.all({ ...bound(reader), kind }) as { archived: number; year: number | null; count: number }[]).map(
        ({ archived, year, count }) => ({ archived: archived === 1, year, count }),
      ),
    /** Who leads a dossier that needs somebody who does. */
    leaders: (): string[] => leaders.all() as string[],
    /** What somebody leads, of whatever kind. */
    ledBy: (account: string): { dossier: string; title: string }[] =>
      ledBy.all(account) as { dossier: string; title: string }[],
    /** The tenders that somebody chairs. */
    chairedBy: (account: string): { dossier: string; title: string }[] =>
      chairedBy.all(account) as { dossier: string; title: string }[],
    /** The dossiers that follow from this one. */
    following: (dossier: string): string[] => following.all(dossier) as string[],
    isKeptFromRegister: (account: string): boolean => kept.get(account) !== undefined,
    /** What dossiers are left without when an account closes. */
    leftBy: (account: string): { readonly title: string; readonly leaves: string }[] =>
      leaves.all(account) as { title: string; leaves: string }[],
  };
}

const bit = (rank: number): number => 1 << rank;

const ownRow = (kind: string, seq: number, listing: Listing): Row => ({
  kind,
  seq,
  made_by: MADE_BY,
  title: listing.title,
  folded: foldedText(listing.title),
  year: listing.year,
  phase: listing.phase,
  archived: Number(listing.archived),
  leader: listing.leader,
  over: Number(listing.over),
  words: JSON.stringify(listing.words),
});

const partRows = (
  kind: string,
  { dates, seats, people, follows }: Listing,
): Readonly<Record<Part, readonly Row[]>> => ({
  listed_dates: dates.map(({ date, what }, place) => ({ date, place, what: JSON.stringify(what) })),
  listed_seats: seats.map(({ account, rank, shown, groups, due, view }) => ({
    account: account ?? '',
    rank: bit(rank),
    kind,
    shown: Number(shown),
    todo: Number(groups.todo),
    waits: Number(groups.waits),
    heeds: Number(groups.heeds),
    due,
    view: JSON.stringify(view),
  })),
  listed_people: people.map(({ account, keptFromRegister, leaves }) => ({
    account,
    kept_from_register: Number(keptFromRegister),
    leaves: JSON.stringify(leaves),
  })),
  listed_links: follows.map((dossier) => ({ follows: dossier })),
});

/** One part of what is stored of dossiers: rows are written, and removed, where they differ. */
function partOf(database: Database.Database, name: Part) {
  const { keys, columns } = PARTS[name];
  const all = [...keys, ...columns];
  const isKey = keys.map((key) => `${key} = @${key}`).join(' AND ');
  const stored = database.prepare(`SELECT ${all.join(', ')} FROM ${name} WHERE dossier = ?`);
  const put = database.prepare(
    `INSERT INTO ${name} (dossier, ${all.join(', ')}) VALUES (@dossier, ${all.map((column) => `@${column}`).join(', ')})
     ON CONFLICT DO ${columns.length === 0 ? 'NOTHING' : `UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`}`,
  );
  const remove = database.prepare(`DELETE FROM ${name} WHERE dossier = @dossier AND ${isKey}`);
  const byKey = (rows: readonly Row[]): Map<string, Row> =>
    new Map(rows.map((row) => [JSON.stringify(keys.map((key) => row[key])), row]));
  const textOf = (row: Row | undefined): string => JSON.stringify(all.map((column) => row?.[column]));
  const changes = (dossier: string, rows: readonly Row[]) => {
    const [before, after] = [byKey(stored.all(dossier) as Row[]), byKey(rows)];
    return {
      put: [...after].flatMap(([key, row]) => (textOf(row) === textOf(before.get(key)) ? [] : [row])),
      remove: [...before].flatMap(([key, row]) => (after.has(key) ? [] : [row])),
    };
  };
  return {
    put: (dossier: string, rows: readonly Row[]): void => {
      const changed = changes(dossier, rows);
      for (const row of changed.remove) remove.run({ dossier, ...row });
      for (const row of changed.put) put.run({ dossier, ...row });
    },
    differs: (dossier: string, rows: readonly Row[]): boolean => {
      const changed = changes(dossier, rows);
      return changed.put.length + changed.remove.length > 0;
    },
  };
}

/** The seats that count for who reads: of each dossier the first of his or her own, else that of everybody in that capacity. */
const mineSql = (group: Group | undefined): string => {
  const shown = (seat: string): string => `${seat}.shown = 1${group ? ` AND ${seat}.${group} = 1` : ''}`;
  return `
    WITH mine (id, dossier, due) AS (
      SELECT seat.id, seat.dossier, seat.due FROM listed_seats AS seat
      WHERE seat.account = :account AND seat.kind = :kind AND seat.rank & :mask AND ${shown('seat')}
        AND NOT EXISTS (
          SELECT 1 FROM listed_seats AS first
          WHERE first.account = :account AND first.kind = :kind AND first.dossier = seat.dossier AND first.rank < seat.rank AND first.rank & :mask)
      UNION ALL
      SELECT seat.id, seat.dossier, seat.due FROM listed_seats AS seat
      WHERE seat.account = '' AND seat.kind = :kind AND seat.rank = :elsewhere AND ${shown('seat')}
        AND NOT EXISTS (SELECT 1 FROM listed_seats AS own WHERE own.account = :account AND own.kind = :kind AND own.dossier = seat.dossier)
    )`;
};

/** What is read of the parts in JSON is read of the rows of one page. What somebody waits for has days of its own. */
const pageSql = (group: Group | undefined): string => `
  ${mineSql(group)}, found AS (
    SELECT mine.id, mine.dossier, own.folded, count(*) OVER () AS total, mine.due,
      coalesce(
        (SELECT min(date) FROM listed_dates AS dates WHERE dates.dossier = mine.dossier AND date >= :today),
        CASE WHEN own.over THEN NULL ELSE (SELECT max(date) FROM listed_dates AS dates WHERE dates.dossier = mine.dossier) END
      ) AS date
    FROM mine JOIN listed_dossiers AS own ON own.dossier = mine.dossier
    WHERE own.archived = :archived
      AND (:phase IS NULL OR own.phase = :phase)
      AND (:year IS NULL OR own.year = :year)
      AND (:title IS NULL OR instr(own.folded, :title) > 0)
    ORDER BY ${group === 'waits' ? 'coalesce(min(mine.due, date), mine.due, date)' : 'date'} NULLS LAST, own.folded, mine.dossier
    LIMIT :limit OFFSET :offset
  )
  SELECT found.dossier, own.title, own.phase, own.words, seat.view, found.date, found.total,
    (SELECT what FROM listed_dates AS dates WHERE dates.dossier = found.dossier AND dates.date = found.date ORDER BY place LIMIT 1) AS what
  FROM found JOIN listed_seats AS seat ON seat.id = found.id JOIN listed_dossiers AS own ON own.dossier = found.dossier
  ORDER BY ${group === 'waits' ? 'coalesce(min(found.due, found.date), found.due, found.date)' : 'found.date'} NULLS LAST, found.folded, found.dossier`;
