-- Sign-in counts requests by network and by site too, and a session says where somebody is signed in. `client` is a
-- keyed hash of the asking network, so that no address is kept; null where none was told.
ALTER TABLE sign_in_challenges ADD COLUMN client TEXT;
CREATE INDEX sign_in_challenges_by_client ON sign_in_challenges (client, created_at) WHERE client IS NOT NULL;
CREATE INDEX sign_in_challenges_by_realm ON sign_in_challenges (realm, created_at);
CREATE INDEX sign_in_challenges_by_age ON sign_in_challenges (created_at);

-- The name by which a page ends a session; its token's hash never leaves the database.
ALTER TABLE sessions ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN last_seen_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN user_agent TEXT NOT NULL DEFAULT '';
UPDATE sessions SET id = 'session_' || lower(hex(randomblob(13))), last_seen_at = created_at;
CREATE UNIQUE INDEX sessions_by_id ON sessions (id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
