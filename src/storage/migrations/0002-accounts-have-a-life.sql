-- An account can be there before its password is: that is set with a link, by the person.
CREATE TABLE passwords (
  account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  hash TEXT NOT NULL
) STRICT;

INSERT INTO passwords (account, hash) SELECT id, password_hash FROM accounts;

ALTER TABLE accounts DROP COLUMN password_hash;

-- A link with which a person sets a password, known by the sha256 of its token. The newest is the only one of an account.
CREATE TABLE password_links (
  account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  token_sha256 TEXT NOT NULL UNIQUE,
  expires_at TEXT NOT NULL
) STRICT;

-- A session stays for a while after it ended, so that what was typed meanwhile can be kept for whose it was. Open sessions of before end.
DROP TABLE sessions;

CREATE TABLE sessions (
  token_sha256 TEXT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  begun_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  ended_at TEXT,
  told_of_others INTEGER NOT NULL DEFAULT 0,
  address TEXT NOT NULL,
  browser TEXT NOT NULL
) STRICT;

CREATE INDEX sessions_by_account ON sessions (account);

-- What somebody sent when the session had ended, until it is sent after all, thrown away, or a day old.
CREATE TABLE kept_forms (
  id TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  fields TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;

CREATE INDEX kept_forms_by_account ON kept_forms (account, kept_at);

-- Signing in, as it went: the newest only. The name is there when it is that of an account; people type passwords in the wrong field.
CREATE TABLE sign_ins (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  account TEXT,
  address TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('signed-in', 'wrong-password', 'no-password', 'closed', 'unknown'))
) STRICT;

CREATE INDEX sign_ins_by_moment ON sign_ins (at);

-- Failed tries per kind and key; times in milliseconds since 1970.
CREATE TABLE sign_in_counters (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  level REAL NOT NULL,
  at INTEGER NOT NULL,
  free_at INTEGER NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_in_counters_by_level ON sign_in_counters (kind, level, at);

-- From which browsers and addresses an account signed in before, by their sha256.
CREATE TABLE known_places (
  account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  place TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (account, place)
) STRICT, WITHOUT ROWID;
