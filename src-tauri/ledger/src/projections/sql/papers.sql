-- The register of papers.
CREATE TABLE papers (
  id     TEXT NOT NULL PRIMARY KEY, -- uuid, as in its stream
  kind   TEXT NOT NULL,             -- memo, recommendation
  title  TEXT NOT NULL,             -- as printed
  series TEXT NOT NULL,             -- 代字
  year   INTEGER NOT NULL,          -- in full
  no     INTEGER NOT NULL,          -- gapless within series and year
  about  TEXT NOT NULL,             -- the case: batch/…, meeting/…
  dated  TEXT NOT NULL,             -- date printed on it
  issued INTEGER NOT NULL,          -- the entry that numbered it
  sha256 TEXT,                      -- of its bytes, in hex; they lie in blobs
  pages  INTEGER,                   -- number of pages
  UNIQUE (series, year, no)
) STRICT, WITHOUT ROWID;

CREATE INDEX papers_about ON papers (about, issued);
