-- Which dossiers a dossier follows from: a tender from a choice, contracts from an award, a plan from an evaluation. Made of the log alone.
CREATE TABLE listed_links (
  dossier TEXT NOT NULL REFERENCES listed_dossiers (dossier) ON DELETE CASCADE,
  follows TEXT NOT NULL,
  PRIMARY KEY (dossier, follows)
) STRICT, WITHOUT ROWID;

CREATE INDEX listed_links_by_follows ON listed_links (follows, dossier);
