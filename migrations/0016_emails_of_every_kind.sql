-- An e-mail may be of any kind that the code knows, to a customer or to somebody of the partner, and carry what its
-- text is made of where nothing else keeps it.
CREATE TABLE emails_of_every_kind (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL,
  -- Null for a message to somebody who is no customer; `recipient` is their address then.
  customer_id TEXT,
  recipient TEXT,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)),
  status TEXT NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'sent', 'failed', 'suppressed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  provider_id TEXT,
  error TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  UNIQUE (kind, subject_id),
  CHECK ((customer_id IS NULL) <> (recipient IS NULL))
) STRICT;
INSERT INTO emails_of_every_kind (id, partner_id, customer_id, kind, subject_id, status, attempts, next_attempt_at,
    provider_id, error, created_at, sent_at)
  SELECT id, partner_id, customer_id, kind, subject_id, status, attempts, next_attempt_at, provider_id, error,
    created_at, sent_at FROM emails;
DROP TABLE emails;
ALTER TABLE emails_of_every_kind RENAME TO emails;
CREATE INDEX emails_due ON emails (next_attempt_at) WHERE status = 'queued';
CREATE INDEX emails_by_partner ON emails (partner_id, created_at DESC, id DESC);
