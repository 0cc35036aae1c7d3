import type Database from 'better-sqlite3';

/** How a try to sign in went. */
export type SignInOutcome = 'signed-in' | 'wrong-password' | 'no-password' | 'closed' | 'unknown';

/** A try to sign in. */
export interface SignIn {
  readonly at: string;
  /** Null for a name that no account has: people type passwords in the wrong field. */
  readonly account: string | null;
  readonly address: string;
  readonly outcome: SignInOutcome;
}

/** Failed tries that count together; times in milliseconds since 1970. */
export interface StoredTries {
  readonly level: number;
  readonly at: number;
  readonly freeAt: number;
}

/** The newest tries to sign in stay; and of counters those that count most. */
const MOST_SIGN_INS = 10_000;
const MOST_COUNTERS = 20_000;
const MOST_PLACES = 20;

/** How signing in went, what failed tries add up to, and where accounts signed in before. All of it is bounded. */
export function createSignInStore(database: Database.Database) {
  const record = database.prepare(
    'INSERT INTO sign_ins (at, account, address, outcome) VALUES (@at, @account, @address, @outcome)',
  );
  const forget = database.prepare('DELETE FROM sign_ins WHERE at < ? OR id <= (SELECT max(id) FROM sign_ins) - ?');
  const page = database.prepare('SELECT at, account, address, outcome FROM sign_ins ORDER BY id DESC LIMIT ? OFFSET ?');
  const count = database.prepare('SELECT count(*) FROM sign_ins').pluck();

  const tries = database.prepare(
    'SELECT level, at, free_at AS freeAt FROM sign_in_counters WHERE kind = ? AND key = ?',
  );
  const put = database.prepare(
    'INSERT OR REPLACE INTO sign_in_counters (kind, key, level, at, free_at) VALUES (?, ?, ?, ?, ?)',
  );
  const drop = database.prepare('DELETE FROM sign_in_counters WHERE kind = ? AND key = ?');
  const counters = database.prepare('SELECT count(*) FROM sign_in_counters WHERE kind = ?').pluck();
  const dropLeast = database.prepare(
    `DELETE FROM sign_in_counters WHERE kind = @kind AND key IN
     (SELECT key FROM sign_in_counters WHERE kind = @kind ORDER BY level, at LIMIT @surplus)`,
  );

  const know = database.prepare('INSERT OR REPLACE INTO known_places (account, place, seen_at) VALUES (?, ?, ?)');
  const isKnown = database
    .prepare('SELECT 1 FROM known_places WHERE account = ? AND place = ? AND seen_at >= ?')
    .pluck();
  const forgetPlaces = database.prepare(
    `DELETE FROM known_places WHERE account = @account AND (seen_at < @before OR place NOT IN
     (SELECT place FROM known_places WHERE account = @account ORDER BY seen_at DESC, place LIMIT @most))`,
  );

  return {
    /** @param before tries of before this moment are forgotten */
    record: (signIn: SignIn, before: string): void => {
      record.run(signIn);
      forget.run(before, MOST_SIGN_INS);
    },
    /** So many tries, the newest first, after passing over some. */
    page: (size: number, passOver: number): SignIn[] => page.all(size, passOver) as SignIn[],
    count: (): number => count.get() as number,

    tries: (kind: string, key: string): StoredTries | undefined => tries.get(kind, key) as StoredTries | undefined,
    putTries: (kind: string, key: string, { level, at, freeAt }: StoredTries): void => {
      put.run(kind, key, level, at, freeAt);
      const surplus = (counters.get(kind) as number) - MOST_COUNTERS;
      if (surplus > 0) dropLeast.run({ kind, surplus });
    },
    dropTries: (kind: string, key: string): void => {
      drop.run(kind, key);
    },

    know: (account: string, place: string, now: string, before: string): void => {
      know.run(account, place, now);
      forgetPlaces.run({ account, before, most: MOST_PLACES });
    },
    isKnown: (account: string, place: string, since: string): boolean =>
      isKnown.get(account, place, since) !== undefined,
  };
}
