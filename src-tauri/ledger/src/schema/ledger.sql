-- Ledger: stored bytes, never altered. The hash is over the previous hash and the stored body.
CREATE TABLE entries (
  n       INTEGER PRIMARY KEY,   -- 1, 2, 3 … without gaps
  stream  TEXT NOT NULL,         -- the aggregate: kind/uuid
  version INTEGER NOT NULL,      -- 1, 2, 3 … within the stream
  hash    BLOB NOT NULL,         -- SHA-256(hash of n-1 (32 zero bytes before the first) ‖ body)
  body    BLOB NOT NULL,         -- UTF-8 JSON, as hashed; see entry.rs
  UNIQUE (stream, version)
) STRICT;

CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- The bytes of papers, by their hash; the hash stands in an entry.
CREATE TABLE blobs (
  sha256 TEXT NOT NULL PRIMARY KEY, -- hex
  bytes  BLOB NOT NULL
) STRICT, WITHOUT ROWID;
