import type Database from 'better-sqlite3';

/** A session, open or ended. Times are ISO 8601 in UTC. */
export interface StoredSession {
  readonly tokenSha256: string;
  /** To name it by on a page; opens nothing. */
  readonly id: string;
  readonly account: string;
  readonly begunAt: string;
  /** Written at most once a minute. */
  readonly seenAt: string;
  /** The absolute limit. */
  readonly expiresAt: string;
  /** When somebody ended it; null while nobody did. */
  readonly endedAt: string | null;
  /** 0 while the person was not told yet of other open sessions. */
  readonly toldOfOthers: 0 | 1;
  readonly address: string;
  readonly browser: string;
}

/** Sessions by the sha256 of their token. They stay for a while after they ended. */
export function createSessionStore(database: Database.Database) {
  const columns =
    'token_sha256 AS tokenSha256, id, account, begun_at AS begunAt, seen_at AS seenAt, expires_at AS expiresAt, ended_at AS endedAt, told_of_others AS toldOfOthers, address, browser';
  const insert = database.prepare(
    `INSERT INTO sessions (token_sha256, id, account, begun_at, seen_at, expires_at, ended_at, told_of_others, address, browser)
     VALUES (@tokenSha256, @id, @account, @begunAt, @seenAt, @expiresAt, @endedAt, @toldOfOthers, @address, @browser)`,
  );
  const find = database.prepare(`SELECT ${columns} FROM sessions WHERE token_sha256 = ?`);
  const of = database.prepare(`SELECT ${columns} FROM sessions WHERE account = ? ORDER BY begun_at DESC, id`);
  const see = database.prepare('UPDATE sessions SET seen_at = ? WHERE token_sha256 = ?');
  const tell = database.prepare('UPDATE sessions SET told_of_others = 1 WHERE token_sha256 = ?');
  const end = database.prepare('UPDATE sessions SET ended_at = ? WHERE token_sha256 = ? AND ended_at IS NULL');
  const endById = database.prepare(
    'UPDATE sessions SET ended_at = ? WHERE id = ? AND account = ? AND ended_at IS NULL',
  );
  const endOthers = database.prepare(
    'UPDATE sessions SET ended_at = ? WHERE account = ? AND token_sha256 <> ? AND ended_at IS NULL',
  );
  const purge = database.prepare('DELETE FROM sessions WHERE seen_at < ?');

  return {
    /** @param seenBefore sessions that were last seen before this moment are forgotten, whoever's they are */
    open: (session: StoredSession, seenBefore: string): void => {
      purge.run(seenBefore);
      insert.run(session);
    },
    find: (tokenSha256: string): StoredSession | undefined => find.get(tokenSha256) as StoredSession | undefined,
    /** All sessions of an account that are still remembered, the newest first. */
    of: (account: string): StoredSession[] => of.all(account) as StoredSession[],
    see: (tokenSha256: string, now: string): void => {
      see.run(now, tokenSha256);
    },
    tell: (tokenSha256: string): void => {
      tell.run(tokenSha256);
    },
    end: (tokenSha256: string, now: string): void => {
      end.run(now, tokenSha256);
    },
    /** Ends one session of this account; what is not there, or another's, stays as it is. */
    endById: (account: string, id: string, now: string): void => {
      endById.run(now, id, account);
    },
    /** Ends every session of an account, but for the one with this token. */
    endAllOf: (account: string, now: string, exceptSha256 = ''): void => {
      endOthers.run(now, account, exceptSha256);
    },
  };
}
