-- What a clinician sets for a parent. A row is added, and ended once; never changed otherwise, never taken away.
CREATE TABLE override (
  household TEXT NOT NULL REFERENCES household (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  person TEXT NOT NULL,
  made_ms BIGINT NOT NULL,
  ended_ms BIGINT,
  ended_by TEXT,
  document TEXT NOT NULL,
  PRIMARY KEY (household, id)
);
CREATE INDEX override_person ON override (household, person);
