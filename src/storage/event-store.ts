import type Database from 'better-sqlite3';
import { GENESIS, type SealedEvent, seal } from '../chain/chain.ts';
import { REGISTER_START, registerAfter, registerEntry } from '../chain/register.ts';
import type { PartsOfType } from '../domain/disclosure/parts.ts';

export interface NewEvent {
  readonly type: string;
  readonly payload: unknown;
}

/** An event to append: who caused it, and what its type is cut into. */
export interface EventToAppend extends NewEvent {
  readonly actor: string;
  readonly parts: PartsOfType;
}

export interface StoredEvent extends SealedEvent {
  readonly seq: number;
}

/** A place in the register: from 1, with the head of the register as it stood after it. */
export interface RegisterPlace {
  readonly position: number;
  readonly register: string;
}

/** What the register knows of an event. */
export interface RegisteredEvent extends RegisterPlace {
  readonly dossier: string;
  readonly seq: number;
  /** What the event adds to the register. */
  readonly entry: string;
}

interface RegisteredRow extends RegisterPlace {
  readonly seq: number;
  readonly hash: string;
  readonly isOpen: number;
  readonly before: string | null;
}

/** The append-only log of all dossiers, and the register over it. @param registerKey hides what events of format 1 add to the register */
export function createEventStore(database: Database.Database, registerKey: string) {
  const last = database.prepare('SELECT seq, hash, parts FROM events WHERE dossier = ? ORDER BY seq DESC LIMIT 1');
  const after = database.prepare(
    'SELECT seq, hash, body, parts FROM events WHERE dossier = ? AND seq > ? ORDER BY seq',
  );
  const insert = database.prepare(
    'INSERT INTO events (dossier, seq, hash, body, parts, position, register) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  // From one dossier to the next by the primary key; DISTINCT would read the whole log.
  const dossiers = database.prepare(`
    WITH RECURSIVE known (dossier) AS (
      SELECT min(dossier) FROM events
      UNION ALL
      SELECT (SELECT min(dossier) FROM events WHERE dossier > known.dossier) FROM known WHERE known.dossier IS NOT NULL
    )
    SELECT dossier FROM known WHERE dossier IS NOT NULL`);
  const lastPlace = database.prepare('SELECT position, register FROM events ORDER BY position DESC LIMIT 1');
  const placeOfEvent = database.prepare('SELECT position, register FROM events WHERE dossier = ? AND seq = ?');
  const registered = database.prepare(
    'SELECT position, register, dossier, seq, hash, parts IS NULL AS isOpen FROM events WHERE position > ? ORDER BY position LIMIT ?',
  );
  const registeredOf = database.prepare(`
    SELECT event.seq, event.position, event.register, event.hash, event.parts IS NULL AS isOpen, before.register AS before
    FROM events AS event LEFT JOIN events AS before ON before.position = event.position - 1
    WHERE event.dossier = ? ORDER BY event.seq`);
  const count = database.prepare('SELECT count(*) AS count FROM events');

  const ofType = database.prepare('SELECT parts FROM events WHERE instr(body, \'"type":\' || ?) > 0');
  const entryOf = (hash: string, isOpen: number): string => registerEntry(hash, isOpen === 1, registerKey);
  const head = (dossier: string): { seq: number; hash: string; format: 1 | 2 | null } => {
    const row = last.get(dossier) as { seq: number; hash: string; parts: string | null } | undefined;
    if (!row) return { seq: 0, hash: GENESIS, format: null };
    return { seq: row.seq, hash: row.hash, format: row.parts === null ? 1 : 2 };
  };
  const registerHead = (): RegisterPlace =>
    (lastPlace.get() as RegisterPlace | undefined) ?? { position: 0, register: REGISTER_START };

  return {
    /** Where a dossier stands; its format is null before its first event. */
    head,
    /** The events of a dossier with a sequence number above `seq`, in order. */
    since: (dossier: string, seq: number): StoredEvent[] => after.all(dossier, seq) as StoredEvent[],
    dossiers: (): string[] => (dossiers.all() as { dossier: string }[]).map((row) => row.dossier),
    /** What stands beside the hashed bodies of all events of a type, of every dossier; perhaps of others as well. The whole log is read. */
    partsOfType: (type: string): string[] =>
      (ofType.all(JSON.stringify(type)) as { parts: string | null }[]).map(({ parts }) => parts ?? ''),
    /** How many events there are, by counting them. */
    count: (): number => (count.get() as { count: number }).count,

    registerHead,
    /** The place of an event in the register. */
    registerPlace: (dossier: string, seq: number): RegisterPlace | undefined =>
      placeOfEvent.get(dossier, seq) as RegisterPlace | undefined,
    /**
     * The first event of a dossier that does not follow in the register from the one before it; undefined when all do.
     * @param behindGaps whether an event of which the one before is missing passes: it may be right, and cannot be proven
     */
    notRegistered: (dossier: string, behindGaps: boolean): number | undefined =>
      (registeredOf.all(dossier) as RegisteredRow[]).find(({ position, register, hash, isOpen, before }) => {
        const head = position === 1 ? REGISTER_START : before;
        return head === null ? !behindGaps : registerAfter(head, entryOf(hash, isOpen)) !== register;
      })?.seq,
    /** What the register holds after a position, in order, at most so many. */
    registeredAfter: (position: number, most: number): RegisteredEvent[] =>
      (registered.all(position, most) as (RegisteredEvent & { hash: string; isOpen: number })[]).map(
        ({ hash, isOpen, ...event }) => ({ ...event, entry: entryOf(hash, isOpen) }),
      ),

    /**
     * Seals events onto the end of a dossier and of the register. Call it inside a transaction.
     * @param admission the version of the procedure that admitted them
     * @param at ISO 8601 in UTC; an earlier time than that of the last event is the caller's error
     */
    append: (dossier: string, at: string, events: readonly EventToAppend[], admission: number): StoredEvent[] => {
      let { seq, hash } = head(dossier);
      let { position, register } = registerHead();
      return events.map(({ type, payload, actor, parts }) => {
        seq += 1;
        position += 1;
        const sealed = seal({ dossier, seq, type, at, actor, payload, previous: hash, admission }, parts);
        hash = sealed.hash;
        register = registerAfter(register, registerEntry(hash, false, registerKey));
        // A trigger that nobody of us made could leave it out without a word.
        const { changes } = insert.run(dossier, seq, sealed.hash, sealed.body, sealed.parts, position, register);
        if (changes !== 1) throw new Error('the event was not stored');
        return { seq, ...sealed };
      });
    },
  };
}
