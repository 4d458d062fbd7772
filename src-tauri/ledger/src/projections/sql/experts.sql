-- The pool of experts: the latest enrolment stands.
CREATE TABLE experts (
  id        TEXT NOT NULL PRIMARY KEY, -- uuid, as in its stream
  no        TEXT NOT NULL UNIQUE,      -- the pool's number
  name      TEXT NOT NULL,             -- the person's name
  specialty TEXT NOT NULL,             -- as seats are drawn by
  employer  TEXT NOT NULL              -- for recusal
) STRICT, WITHOUT ROWID;
