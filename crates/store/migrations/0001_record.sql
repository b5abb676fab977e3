-- Who signs in. A person of a household is one membership of an account.
CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  password TEXT NOT NULL,
  made_ms BIGINT NOT NULL
);

-- Recovery codes, by their hash; each works once.
CREATE TABLE recovery (
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  code_hash BYTEA NOT NULL,
  used_ms BIGINT,
  PRIMARY KEY (account, code_hash)
);

-- seq counts the changes of a household; every change that is told to its phones takes the next number.
CREATE TABLE household (
  id TEXT NOT NULL PRIMARY KEY,
  settings TEXT NOT NULL,
  made_ms BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  deleted_ms BIGINT
);

CREATE TABLE person (
  household TEXT NOT NULL REFERENCES household (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  account TEXT REFERENCES account (id),
  document TEXT NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (household, id)
);
CREATE INDEX person_account ON person (account);

CREATE TABLE baby (
  household TEXT NOT NULL REFERENCES household (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (household, id)
);

-- A signed-in browser (it has an account), or a gadget (it has none): the token itself is kept nowhere, only its hash.
CREATE TABLE session (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT REFERENCES account (id) ON DELETE CASCADE,
  household TEXT REFERENCES household (id) ON DELETE CASCADE,
  person TEXT,
  label TEXT NOT NULL,
  made_ms BIGINT NOT NULL,
  seen_ms BIGINT NOT NULL,
  until_ms BIGINT NOT NULL
);
CREATE INDEX session_account ON session (account);
CREATE INDEX session_household ON session (household, person);

CREATE TABLE invitation (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  household TEXT NOT NULL REFERENCES household (id) ON DELETE CASCADE,
  document TEXT NOT NULL,
  until_ms BIGINT NOT NULL,
  used_ms BIGINT
);
CREATE INDEX invitation_household ON invitation (household);

-- Every saving of every entry. Rows are added, never changed.
CREATE TABLE revision (
  household TEXT NOT NULL REFERENCES household (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  entry TEXT NOT NULL,
  seq BIGINT NOT NULL,
  received_ms BIGINT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (household, id)
);
CREATE UNIQUE INDEX revision_seq ON revision (household, seq);
CREATE INDEX revision_entry ON revision (household, entry);

-- Each entry as its revisions make it: follows from them and can be built again. words: what can be searched, in small letters.
CREATE TABLE entry (
  household TEXT NOT NULL REFERENCES household (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  at_ms BIGINT NOT NULL,
  day TEXT NOT NULL,
  binned BOOLEAN NOT NULL,
  open BOOLEAN NOT NULL,
  words TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (household, id)
);
CREATE INDEX entry_time ON entry (household, binned, at_ms, id);
CREATE INDEX entry_kind ON entry (household, binned, kind, at_ms, id);
CREATE INDEX entry_subject ON entry (household, binned, subject, kind, at_ms, id);
CREATE INDEX entry_day ON entry (household, day);
CREATE INDEX entry_open ON entry (household, at_ms) WHERE open = TRUE;

-- What the entries of a day add up to: follows from the entries and can be built again.
CREATE TABLE day_sum (
  household TEXT NOT NULL REFERENCES household (id) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  day TEXT NOT NULL,
  name TEXT NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (household, subject, day, name)
);
CREATE INDEX day_sum_day ON day_sum (household, day);

-- Who read what of hers that is private: a row for each reader, kind and hour.
CREATE TABLE access (
  household TEXT NOT NULL REFERENCES household (id) ON DELETE CASCADE,
  owner TEXT NOT NULL,
  hour_ms BIGINT NOT NULL,
  reader TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (household, owner, hour_ms, reader, kind)
);
