-- Review meetings.
CREATE TABLE meetings (
  id           TEXT NOT NULL PRIMARY KEY, -- uuid, as in its stream
  batch        TEXT NOT NULL,             -- the batch under review
  held_on      TEXT NOT NULL,             -- date it is called for
  drawn_on     TEXT,                      -- date the panel was drawn
  concluded_on TEXT,                      -- date of the result
  n            INTEGER NOT NULL           -- the entry that called it: the list's order
) STRICT, WITHOUT ROWID;

-- Sheets signed: who and what, never a score.
CREATE TABLE sheets (
  id          TEXT NOT NULL PRIMARY KEY, -- uuid, as in its stream
  meeting     TEXT NOT NULL,             -- where it was signed
  application TEXT NOT NULL,             -- what it is about
  expert      TEXT NOT NULL,             -- who signed it: the pool's number
  n           INTEGER NOT NULL           -- the entry that signed it
) STRICT, WITHOUT ROWID;

CREATE INDEX sheets_meeting ON sheets (meeting, application, expert);
