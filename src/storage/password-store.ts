import type Database from 'better-sqlite3';

/** Passwords as hashes, and the links to set one by the sha256 of their token. Times are ISO 8601 in UTC. */
export function createPasswordStore(database: Database.Database) {
  const find = database.prepare('SELECT hash FROM passwords WHERE account = ?').pluck();
  const owners = database.prepare('SELECT account FROM passwords ORDER BY account').pluck();
  const set = database.prepare('INSERT OR REPLACE INTO passwords (account, hash) VALUES (?, ?)');
  const putLink = database.prepare(
    'INSERT OR REPLACE INTO password_links (account, token_sha256, expires_at) VALUES (?, ?, ?)',
  );
  const findLink = database
    .prepare('SELECT account FROM password_links WHERE token_sha256 = ? AND expires_at > ?')
    .pluck();
  const dropLink = database.prepare('DELETE FROM password_links WHERE account = ?');
  const liveLink = database
    .prepare('SELECT expires_at FROM password_links WHERE account = ? AND expires_at > ?')
    .pluck();

  return {
    /** The accounts that have a password. */
    accounts: (): string[] => owners.all() as string[],
    /** The hash of an account's password; undefined while it has none. */
    hashOf: (account: string): string | undefined => find.get(account) as string | undefined,
    set: (account: string, hash: string): void => {
      set.run(account, hash);
    },
    /** Puts a link in the place of the one before. */
    putLink: (account: string, tokenSha256: string, expiresAt: string): void => {
      putLink.run(account, tokenSha256, expiresAt);
    },
    accountOfLink: (tokenSha256: string, now: string): string | undefined =>
      findLink.get(tokenSha256, now) as string | undefined,
    dropLinkOf: (account: string): void => {
      dropLink.run(account);
    },
    /** Until when the link of an account works; undefined when it has none. */
    linkUntil: (account: string, now: string): string | undefined => liveLink.get(account, now) as string | undefined,
  };
}
