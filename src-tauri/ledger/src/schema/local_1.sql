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
