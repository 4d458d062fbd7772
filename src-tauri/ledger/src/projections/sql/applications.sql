-- Applications, as the lists show them.
CREATE TABLE applications (
  id          TEXT NOT NULL PRIMARY KEY, -- uuid, as in its stream
  batch       TEXT NOT NULL,             -- the batch it was received in
  enterprise  TEXT NOT NULL,             -- the enterprise that applies
  name        TEXT NOT NULL,             -- the applicant, as its form names it
  uscc        TEXT NOT NULL,             -- the applicant's code, as its form gives it
  county      TEXT NOT NULL,             -- the county office that forwarded it
  stage       TEXT NOT NULL,             -- code of where it stands
  verdict     TEXT,                      -- on the conditions: met, to_verify, not_met; NULL = not judged yet
  not_met     INTEGER NOT NULL,          -- conditions not met
  to_verify   INTEGER NOT NULL,          -- conditions to be verified
  score       INTEGER,                   -- hundredths of a point
  rank        INTEGER,                   -- from 1
  passed      INTEGER,                   -- 1 = reached the pass line; NULL = not reviewed yet
  received_on TEXT NOT NULL,             -- date
  n           INTEGER NOT NULL           -- the entry that received it: the list's order
) STRICT, WITHOUT ROWID;

CREATE INDEX applications_batch ON applications (batch, n);

CREATE INDEX applications_enterprise ON applications (enterprise, n);
