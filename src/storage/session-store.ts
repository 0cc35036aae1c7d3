import type Database from 'better-sqlite3';

/** Sessions by the sha256 of their token. Times are ISO 8601 in UTC. */
export function createSessionStore(database: Database.Database) {
  const insert = database.prepare('INSERT INTO sessions (token_sha256, account, expires_at) VALUES (?, ?, ?)');
  const find = database.prepare('SELECT account FROM sessions WHERE token_sha256 = ? AND expires_at > ?');
  const remove = database.prepare('DELETE FROM sessions WHERE token_sha256 = ?');
  const removeOf = database.prepare('DELETE FROM sessions WHERE account = ?');
  const purge = database.prepare('DELETE FROM sessions WHERE expires_at <= ?');

  return {
    /** Opens a session and drops the expired ones of everybody. */
    open: (tokenSha256: string, account: string, now: string, expiresAt: string): void => {
      purge.run(now);
      insert.run(tokenSha256, account, expiresAt);
    },
    accountOf: (tokenSha256: string, now: string): string | undefined =>
      (find.get(tokenSha256, now) as { account: string } | undefined)?.account,
    close: (tokenSha256: string): void => {
      remove.run(tokenSha256);
    },
    closeAllOf: (account: string): void => {
      removeOf.run(account);
    },
  };
}
