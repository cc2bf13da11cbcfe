-- A member may look at a portal as one of its customers. Such a session names who looks, and the member's own session
-- that it was opened from, with which it ends. A ticket to one is a session of the realm `preview:<portal>`.
ALTER TABLE sessions ADD COLUMN previewed_by TEXT REFERENCES partner_members (id);
ALTER TABLE sessions ADD COLUMN opened_from TEXT REFERENCES sessions (token_hash) ON DELETE CASCADE;
CREATE INDEX sessions_by_opener ON sessions (opened_from) WHERE opened_from IS NOT NULL;
