-- Holiday tables adopted by an act: the latest of a year stands.
CREATE TABLE calendar_years (
  year       INTEGER NOT NULL PRIMARY KEY, -- in full
  body       TEXT NOT NULL,                -- the table, JSON as in its entry
  adopted_on TEXT NOT NULL,                -- date
  by         TEXT NOT NULL,                -- who adopted it, by name
  reason     TEXT NOT NULL,                -- why it replaced another; empty = it did not
  version    INTEGER NOT NULL,             -- of its stream
  n          INTEGER NOT NULL              -- the entry that adopted it
) STRICT;
