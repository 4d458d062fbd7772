-- Local tables, version 1: accounts, drafts, sealed sheets, settings. Not official, not in the ledger; migrated.
CREATE TABLE accounts (
  name         TEXT NOT NULL PRIMARY KEY, -- sign-in name, as in the key file
  display_name TEXT NOT NULL,
  roles        TEXT NOT NULL,             -- role codes, comma-separated
  expert       TEXT                       -- the pool's number, for an expert's account
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  account    TEXT NOT NULL,  -- whose draft it is
  scope      TEXT NOT NULL,  -- the form, e.g. sheet
  key        TEXT NOT NULL,  -- the case, e.g. meeting/application/expert
  body       TEXT NOT NULL,  -- JSON
  saved_at   TEXT NOT NULL,  -- RFC 3339, UTC
  PRIMARY KEY (account, scope, key)
) STRICT, WITHOUT ROWID;

-- A meeting's key: sheets lie encrypted under it until the reveal.
CREATE TABLE meeting_keys (
  meeting TEXT NOT NULL PRIMARY KEY,
  key     BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed_sheets (
  sheet   TEXT NOT NULL PRIMARY KEY, -- the sheet's id, as in its stream
  meeting TEXT NOT NULL,
  nonce   BLOB NOT NULL,
  sealed  BLOB NOT NULL              -- XChaCha20-Poly1305 over {salt, body} as JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which shape each projection has, and how far it is folded.
CREATE TABLE projections (
  name    TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  folded  INTEGER NOT NULL           -- the last entry folded
) STRICT, WITHOUT ROWID;
