-- The schema of books.db. Made by `cargo run -p ledger --example schema`; edit the parts, not this.

-- Ledger: stored bytes, never altered. The hash is over the previous hash and the stored body.
CREATE TABLE entries (
  n       INTEGER PRIMARY KEY, -- 1, 2, 3 … without gaps
  stream  TEXT NOT NULL,       -- the aggregate: kind/uuid
  version INTEGER NOT NULL,    -- 1, 2, 3 … within the stream
  hash    BLOB NOT NULL,       -- SHA-256(hash of n-1 (32 zero bytes before the first) ‖ body)
  body    BLOB NOT NULL,       -- UTF-8 JSON, as hashed; see entry.rs
  UNIQUE (stream, version)
) STRICT;

CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- INSERT OR REPLACE removes a row without the trigger on DELETE: so a new entry must be the next one.
CREATE TRIGGER entries_follow_each_other BEFORE INSERT ON entries
WHEN NEW.n IS NOT (SELECT coalesce(max(n), 0) + 1 FROM entries)
  OR NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM entries WHERE stream = NEW.stream)
BEGIN SELECT RAISE(ABORT, 'an entry follows the last one, of the ledger and of its stream'); END;

-- The bytes of papers, by their hash; the hash stands in an entry.
CREATE TABLE blobs (
  sha256 TEXT NOT NULL PRIMARY KEY, -- of the bytes, in hex
  bytes  BLOB NOT NULL              -- the paper as it was made
) STRICT, WITHOUT ROWID;

CREATE TRIGGER blobs_are_never_changed BEFORE UPDATE ON blobs
BEGIN SELECT RAISE(ABORT, 'stored bytes are never altered'); END;

CREATE TRIGGER blobs_are_never_deleted BEFORE DELETE ON blobs
BEGIN SELECT RAISE(ABORT, 'stored bytes are never altered'); END;

-- Storing bytes again changes nothing, OR REPLACE or not.
CREATE TRIGGER blobs_are_stored_once BEFORE INSERT ON blobs
WHEN EXISTS (SELECT 1 FROM blobs WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(IGNORE); END;

-- Local tables, version 1. Not official, not in the ledger; migrated.

-- Accounts and what they may do.
CREATE TABLE accounts (
  name         TEXT NOT NULL PRIMARY KEY, -- sign-in name, as in the key file
  display_name TEXT NOT NULL,             -- the person's name, as shown
  roles        TEXT NOT NULL,             -- role codes, comma-separated
  expert       TEXT                       -- the pool's number, for an expert's account
) STRICT, WITHOUT ROWID;

-- Unsent forms and unsigned sheets.
CREATE TABLE drafts (
  account  TEXT NOT NULL, -- whose draft it is
  scope    TEXT NOT NULL, -- the form, e.g. sheet
  key      TEXT NOT NULL, -- the case, e.g. meeting/application/expert
  body     TEXT NOT NULL, -- JSON
  saved_at TEXT NOT NULL, -- RFC 3339, UTC
  PRIMARY KEY (account, scope, key)
) STRICT, WITHOUT ROWID;

-- A meeting's key: sheets lie encrypted under it until the reveal.
CREATE TABLE meeting_keys (
  meeting TEXT NOT NULL PRIMARY KEY, -- the meeting's id
  key     BLOB NOT NULL              -- 32 random bytes
) STRICT, WITHOUT ROWID;

-- Signed sheets before the reveal; the ledger holds only their commitments.
CREATE TABLE sealed_sheets (
  sheet   TEXT NOT NULL PRIMARY KEY, -- the sheet's id, as in its stream
  meeting TEXT NOT NULL,             -- the meeting whose key seals it
  nonce   BLOB NOT NULL,             -- 24 random bytes
  sealed  BLOB NOT NULL              -- XChaCha20-Poly1305 over the sheet as handed in, bound to its id
) STRICT, WITHOUT ROWID;

-- Settings of these books.
CREATE TABLE settings (
  name  TEXT NOT NULL PRIMARY KEY, -- the setting
  value TEXT NOT NULL              -- as text
) STRICT, WITHOUT ROWID;

-- Which shape each projection has, and how far it is folded.
CREATE TABLE projections (
  name    TEXT NOT NULL PRIMARY KEY, -- the projection
  version INTEGER NOT NULL,          -- its shape; another than the program's is folded anew
  folded  INTEGER NOT NULL           -- the last entry folded: always the ledger's last
) STRICT, WITHOUT ROWID;

-- What may be held by one live stream only: a USCC, a VIN's live licence, a paper number.
CREATE TABLE claims (
  scope  TEXT NOT NULL,    -- what kind of key it is
  key    TEXT NOT NULL,    -- the key
  stream TEXT NOT NULL,    -- the stream that holds it
  n      INTEGER NOT NULL, -- the entry that took it
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;

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

-- The pool of experts: the latest enrolment stands.
CREATE TABLE experts (
  id        TEXT NOT NULL PRIMARY KEY, -- uuid, as in its stream
  no        TEXT NOT NULL UNIQUE,      -- the pool's number
  name      TEXT NOT NULL,             -- the person's name
  specialty TEXT NOT NULL,             -- as seats are drawn by
  employer  TEXT NOT NULL              -- for recusal
) STRICT, WITHOUT ROWID;

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

-- Licences, as the enterprise's page lists them.
CREATE TABLE licences (
  id          TEXT NOT NULL PRIMARY KEY, -- uuid, as in its stream
  enterprise  TEXT NOT NULL,             -- the exporter
  vin         TEXT NOT NULL,             -- the car
  state       TEXT NOT NULL,             -- drafted, issued, refused
  number      TEXT,                      -- the licence's number, once issued
  drafted_on  TEXT NOT NULL,             -- date it was drafted or refused
  issued_on   TEXT,                      -- date
  valid_until TEXT,                      -- date: its last day
  n           INTEGER NOT NULL           -- the entry that drafted or refused it: the list's order
) STRICT, WITHOUT ROWID;

CREATE INDEX licences_enterprise ON licences (enterprise, n);

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
