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
