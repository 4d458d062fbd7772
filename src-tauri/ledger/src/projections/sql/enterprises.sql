-- Enterprises, as first registered.
CREATE TABLE enterprises (
  id       TEXT NOT NULL PRIMARY KEY, -- uuid, as in its stream
  uscc     TEXT NOT NULL,             -- unified social credit code, normalised
  name     TEXT NOT NULL,             -- registered name
  county   TEXT NOT NULL,             -- county or development zone
  filed_on TEXT,                      -- date of filing with the Ministry
  n        INTEGER NOT NULL           -- the entry that registered it: the list's order
) STRICT, WITHOUT ROWID;

-- Suspensions of licence issue (plan §三(一)). Whether one is in force is asked of the clock.
CREATE TABLE suspensions (
  id           TEXT NOT NULL PRIMARY KEY, -- uuid, as its events name it
  enterprise   TEXT NOT NULL,             -- whose licences stop
  drafted_on   TEXT NOT NULL,             -- date
  approved_on  TEXT,                      -- date of the decision by a second person
  delivered_on TEXT,                      -- date of delivery: blocked from this day
  last_day     TEXT,                      -- date: the last day blocked
  rectified_on TEXT,                      -- date the rectification was accepted
  n            INTEGER NOT NULL           -- the entry that drafted it: the list's order
) STRICT, WITHOUT ROWID;

CREATE INDEX suspensions_enterprise ON suspensions (enterprise);
