-- Every event, of every dossier, has a place in one register: a chain over the whole installation. Events of before are ordered once, by
-- their moments. What an event of before says could be tried until its hash fits: it enters under a key that stays here.
-- `parts`: what is said of an event beside its hashed body, in lines (docs/dossier-format.md); null for an event of format 1.
INSERT INTO settings (name, value) VALUES ('register-key', lower(hex(randomblob(32))));

CREATE TABLE ordered (
  position INTEGER NOT NULL PRIMARY KEY,
  dossier TEXT NOT NULL,
  seq INTEGER NOT NULL,
  entry TEXT NOT NULL
) STRICT;

-- A moment that cannot be read is that of the event before it: within a dossier the order is that of its numbers.
INSERT INTO ordered
SELECT row_number() OVER (ORDER BY moment, dossier, seq), dossier, seq,
       register_entry(hash, 1, (SELECT value FROM settings WHERE name = 'register-key'))
FROM (
  SELECT dossier, seq, hash,
         max(CASE WHEN json_valid(body) THEN coalesce(json_extract(body, '$.at'), '') ELSE '' END)
           OVER (PARTITION BY dossier ORDER BY seq) AS moment
  FROM events
);

CREATE TABLE log (
  dossier TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  body TEXT NOT NULL,
  parts TEXT,
  position INTEGER NOT NULL UNIQUE CHECK (position >= 1),
  register TEXT NOT NULL CHECK (length(register) = 64),
  PRIMARY KEY (dossier, seq)
) STRICT, WITHOUT ROWID;

WITH RECURSIVE chain (position, register) AS (
  SELECT 0, '0000000000000000000000000000000000000000000000000000000000000000'
  UNION ALL
  SELECT ordered.position, register_after(chain.register, ordered.entry)
  FROM chain JOIN ordered ON ordered.position = chain.position + 1
)
INSERT INTO log
SELECT events.dossier, events.seq, events.hash, events.body, NULL, chain.position, chain.register
FROM chain
JOIN ordered ON ordered.position = chain.position
JOIN events ON events.dossier = ordered.dossier AND events.seq = ordered.seq;

DROP TABLE ordered;
DROP TABLE events;
ALTER TABLE log RENAME TO events;

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER events_get_the_next_place BEFORE INSERT ON events
WHEN NEW.position IS NOT 1 + (SELECT coalesce(max(position), 0) FROM events)
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
