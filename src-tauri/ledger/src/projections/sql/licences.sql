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
