-- What lists say of dossiers, so that no list reads logs. Made of the log alone: written with each event, and made anew at any time.
CREATE TABLE listed_dossiers (
  dossier TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  -- Up to which event, and by which version of what lists say.
  seq INTEGER NOT NULL,
  made_by INTEGER NOT NULL,
  title TEXT NOT NULL,
  -- The title without capitals and accents: what is searched and ordered by.
  folded TEXT NOT NULL,
  year INTEGER,
  phase TEXT NOT NULL,
  archived INTEGER NOT NULL,
  leader TEXT,
  over INTEGER NOT NULL,
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX listed_by_leader ON listed_dossiers (leader, dossier) WHERE leader IS NOT NULL;

CREATE TABLE listed_dates (
  dossier TEXT NOT NULL REFERENCES listed_dossiers (dossier) ON DELETE CASCADE,
  date TEXT NOT NULL,
  place INTEGER NOT NULL,
  what TEXT NOT NULL,
  PRIMARY KEY (dossier, date, place)
) STRICT, WITHOUT ROWID;

-- What an account sees of a dossier in one capacity; the account is '' for everybody who has no seat of their own in it. The rank is a bit: of
-- several capacities the lowest counts.
CREATE TABLE listed_seats (
  id INTEGER PRIMARY KEY,
  dossier TEXT NOT NULL REFERENCES listed_dossiers (dossier) ON DELETE CASCADE,
  account TEXT NOT NULL,
  kind TEXT NOT NULL,
  rank INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  todo INTEGER NOT NULL,
  waits INTEGER NOT NULL,
  heeds INTEGER NOT NULL,
  due TEXT,
  view TEXT NOT NULL,
  UNIQUE (dossier, account, rank)
) STRICT;

CREATE INDEX listed_seats_by_account ON listed_seats (account, kind, dossier, rank, shown, todo, waits, heeds, due);

CREATE TABLE listed_people (
  account TEXT NOT NULL,
  dossier TEXT NOT NULL REFERENCES listed_dossiers (dossier) ON DELETE CASCADE,
  kept_from_register INTEGER NOT NULL,
  leaves TEXT NOT NULL,
  PRIMARY KEY (account, dossier)
) STRICT, WITHOUT ROWID;

CREATE INDEX listed_people_by_dossier ON listed_people (dossier);
