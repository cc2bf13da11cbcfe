-- A challenge is one e-mail with a code and a link; a session is what redeeming it gives.
-- `realm` is 'platform' or 'portal:<id>': nothing of one realm is worth anything in another.
-- Only hashes are kept: a copy of this table signs nobody in.

CREATE TABLE sign_in_challenges (
  id TEXT PRIMARY KEY,
  realm TEXT NOT NULL,
  email TEXT NOT NULL,
  code_mac TEXT NOT NULL,
  link_hash TEXT NOT NULL UNIQUE,
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
CREATE INDEX sign_in_challenges_by_email ON sign_in_challenges (realm, email, created_at);

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  realm TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_subject ON sessions (realm, subject_id);
