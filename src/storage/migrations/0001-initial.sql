-- The log: events of all dossiers. `body` is the canonical JSON that is hashed; the other columns are read from it.
CREATE TABLE events (
  dossier TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  body TEXT NOT NULL,
  PRIMARY KEY (dossier, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- People: names and passwords, which may be corrected or removed. Who has which role stands in the log.
CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL
) STRICT;

-- A session is known by the sha256 of its token, so that a copy of the database opens no session.
CREATE TABLE sessions (
  token_sha256 TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  expires_at TEXT NOT NULL
) STRICT;

CREATE INDEX sessions_by_account ON sessions (account);

-- What this installation needs to remember about itself, such as the secret behind its forms.
CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
