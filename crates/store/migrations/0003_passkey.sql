-- Passkeys of an account. credential: the id that a browser knows it by; document: the public key and what it last said of itself.
CREATE TABLE passkey (
  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  credential BYTEA NOT NULL UNIQUE,
  name TEXT NOT NULL,
  document TEXT NOT NULL,
  made_ms BIGINT NOT NULL,
  used_ms BIGINT,
  PRIMARY KEY (account, id)
);
