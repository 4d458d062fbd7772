-- What may be held by one live stream only: a USCC, a VIN's live licence, a paper number.
CREATE TABLE claims (
  scope  TEXT NOT NULL,    -- what kind of key it is
  key    TEXT NOT NULL,    -- the key
  stream TEXT NOT NULL,    -- the stream that holds it
  n      INTEGER NOT NULL, -- the entry that took it
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;
