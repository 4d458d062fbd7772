-- Departments asked about applicants, and what they answered.
CREATE TABLE consultations (
  id            TEXT NOT NULL PRIMARY KEY, -- uuid, as in its stream
  application   TEXT NOT NULL,             -- the application asked about
  department    TEXT NOT NULL,             -- the department's id in the policy
  own           INTEGER NOT NULL,          -- 1 = the bureau's own record, no letter
  letter_no     TEXT,                      -- number of the letter that asks
  asked_on      TEXT NOT NULL,             -- date of the letter; of the look-up where own = 1
  working_days  INTEGER,                   -- the time limit; NULL where own = 1
  due           TEXT,                      -- date; NULL = own, or a holiday table was missing
  state         TEXT NOT NULL,             -- waiting, no_reply, answered, withdrawn
  reminders     INTEGER NOT NULL,          -- how many
  reminded_on   TEXT,                      -- date of the last
  no_reply_on   TEXT,                      -- date the silence was recorded; stays when a late reply comes
  no_reply_rule TEXT,                      -- what it means: stays_to_verify, no_objection
  answered_on   TEXT,                      -- date the reply was received
  replied_on    TEXT,                      -- date the reply bears
  document_no   TEXT,                      -- number of the reply
  record        TEXT,                      -- none, serious, cannot_say; NULL = no reply
  late          INTEGER,                   -- 1 = after the due date; NULL = no reply, or no due date
  applied       INTEGER,                   -- 1 = the case's fact follows; NULL = no reply and no silence recorded
  corrections   INTEGER NOT NULL,          -- how many
  n             INTEGER NOT NULL           -- the entry that began it: the order
) STRICT, WITHOUT ROWID;

CREATE INDEX consultations_application ON consultations (application, n);

CREATE INDEX consultations_awaited ON consultations (due, n) WHERE state IN ('waiting', 'no_reply');
