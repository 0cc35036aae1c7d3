-- Tenders that are being set up: outside the log until they are published, when a dossier begins with what they then say.
CREATE TABLE set_ups (
  id TEXT NOT NULL PRIMARY KEY,
  begun_by TEXT NOT NULL REFERENCES accounts (id),
  begun_at TEXT NOT NULL,
  -- What it began from, as JSON.
  origin TEXT NOT NULL,
  -- The dossier that it became; null while it is being set up.
  published_as TEXT,
  -- When it was thrown away; null while it was not.
  removed_at TEXT
) STRICT;

-- Who works on it, besides who began it.
CREATE TABLE set_up_officers (
  set_up TEXT NOT NULL REFERENCES set_ups (id),
  account TEXT NOT NULL REFERENCES accounts (id),
  PRIMARY KEY (set_up, account)
) STRICT, WITHOUT ROWID;

-- What it says, in parts: every change is a row, and nothing that was said is lost. Versions count up over the whole; the set-up at a version is
-- of each part the row with the highest version up to it.
CREATE TABLE set_up_parts (
  set_up TEXT NOT NULL REFERENCES set_ups (id),
  part TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  -- JSON; null for a part that was taken away.
  content TEXT,
  changed_by TEXT NOT NULL REFERENCES accounts (id),
  changed_at TEXT NOT NULL,
  PRIMARY KEY (set_up, part, version)
) STRICT, WITHOUT ROWID;
