-- A member who was invited and has not come yet. Null for whoever came, and for those whom nobody had to invite.
ALTER TABLE partner_members ADD COLUMN invited_at INTEGER;

-- The audit log is looked through by who did something, and by what it was done to.
CREATE INDEX audit_log_by_actor ON audit_log (partner_id, actor_id, at DESC, id DESC);
CREATE INDEX audit_log_by_object ON audit_log (partner_id, object_id, at DESC, id DESC);
-- "plan.created" belongs to "plan".
CREATE INDEX audit_log_by_group ON audit_log (partner_id, substr(action, 1, instr(action, '.') - 1), at DESC, id DESC);
