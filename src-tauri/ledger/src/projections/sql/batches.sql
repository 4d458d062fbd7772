-- Batches of applications, and how far each has come.
CREATE TABLE batches (
  id             TEXT NOT NULL PRIMARY KEY, -- uuid, as in its stream
  name           TEXT NOT NULL,             -- as the office calls it
  policy         TEXT NOT NULL,             -- the policy version its cases are judged by
  opens_on       TEXT NOT NULL,             -- date: first day of receipt
  closes_on      TEXT NOT NULL,             -- date: last day of receipt
  quota          INTEGER,                   -- most that can be selected; NULL = no quota
  meeting        TEXT,                      -- the review meeting it was sent to
  decided_on     TEXT,                      -- date of the bureau's decision
  drafted_on     TEXT,                      -- date the recommendation was drafted
  recommended_on TEXT,                      -- date the recommendation was approved
  answered_on    TEXT,                      -- date of the Ministry's answer
  n              INTEGER NOT NULL           -- the entry that opened it: the list's order
) STRICT, WITHOUT ROWID;
