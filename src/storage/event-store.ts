import type Database from 'better-sqlite3';
import { GENESIS, type SealedEvent, seal } from '../chain/chain.ts';

export interface NewEvent {
  readonly type: string;
  readonly payload: unknown;
}

export interface StoredEvent extends SealedEvent {
  readonly seq: number;
}

/** The append-only log of all dossiers. */
export function createEventStore(database: Database.Database) {
  const last = database.prepare('SELECT seq, hash FROM events WHERE dossier = ? ORDER BY seq DESC LIMIT 1');
  const after = database.prepare('SELECT seq, hash, body FROM events WHERE dossier = ? AND seq > ? ORDER BY seq');
  const insert = database.prepare('INSERT INTO events (dossier, seq, hash, body) VALUES (?, ?, ?, ?)');
  // From one dossier to the next by the primary key; DISTINCT would read the whole log.
  const dossiers = database.prepare(`
    WITH RECURSIVE known (dossier) AS (
      SELECT min(dossier) FROM events
      UNION ALL
      SELECT (SELECT min(dossier) FROM events WHERE dossier > known.dossier) FROM known WHERE known.dossier IS NOT NULL
    )
    SELECT dossier FROM known WHERE dossier IS NOT NULL`);

  const head = (dossier: string): { seq: number; hash: string } =>
    (last.get(dossier) as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: GENESIS };

  return {
    head,
    /** The events of a dossier with a sequence number above `seq`, in order. */
    since: (dossier: string, seq: number): StoredEvent[] => after.all(dossier, seq) as StoredEvent[],
    dossiers: (): string[] => (dossiers.all() as { dossier: string }[]).map((row) => row.dossier),
    /**
     * Seals events onto the end of a dossier. Call it inside a transaction.
     * @param admission the version of the procedure that admitted them
     * @param at ISO 8601 in UTC; an earlier time than that of the last event is the caller's error
     */
    append: (dossier: string, actor: string, at: string, events: readonly NewEvent[], admission = 1): StoredEvent[] => {
      let { seq, hash } = head(dossier);
      return events.map(({ type, payload }) => {
        seq += 1;
        const body = { dossier, seq, type, at, actor, payload, previous: hash };
        const sealed = seal(admission > 1 ? { ...body, admission } : body);
        hash = sealed.hash;
        insert.run(dossier, seq, sealed.hash, sealed.body);
        return { seq, ...sealed };
      });
    },
  };
}
