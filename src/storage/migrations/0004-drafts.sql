-- What somebody is working on and has not handed in yet: outside the log, for whom it belongs to. Of one thing the row with the highest
-- version is the draft; rows below it are what another window had there, until they are thrown away or the draft is handed in.
CREATE TABLE drafts (
  account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  about TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  fields TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (account, about, version)
) STRICT, WITHOUT ROWID;
