-- An e-mail that signs somebody in leaves a row like any other: to whom, and what became of it. It is sent at once and
-- never from its row, which is 'sending' meanwhile, and holds neither code nor link.
CREATE TABLE emails_and_sign_ins (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL,
  -- Null for a message to somebody who is no customer, or who is yet to sign in; `recipient` is their address then.
  customer_id TEXT,
  recipient TEXT,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)),
  status TEXT NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'sending', 'sent', 'failed', 'suppressed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  provider_id TEXT,
  error TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  resends INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kind, subject_id),
  CHECK ((customer_id IS NULL) <> (recipient IS NULL)),
  CHECK (kind NOT IN ('sign_in', 'member_sign_in') OR (details = '{}' AND status <> 'queued'))
) STRICT;
INSERT INTO emails_and_sign_ins (id, partner_id, customer_id, recipient, kind, subject_id, details, status, attempts,
    next_attempt_at, provider_id, error, created_at, sent_at, resends)
  SELECT id, partner_id, customer_id, recipient, kind, subject_id, details, status, attempts,
    next_attempt_at, provider_id, error, created_at, sent_at, resends FROM emails;
DROP TABLE emails;
ALTER TABLE emails_and_sign_ins RENAME TO emails;
CREATE INDEX emails_due ON emails (next_attempt_at) WHERE status = 'queued';
CREATE INDEX emails_by_partner ON emails (partner_id, created_at DESC, id DESC);
CREATE INDEX emails_by_customer ON emails (customer_id, kind, created_at) WHERE customer_id IS NOT NULL;
-- What waits for the partner: a code that did not go out waits for nobody.
CREATE INDEX emails_failed ON emails (partner_id, created_at DESC, id DESC)
  WHERE status = 'failed' AND kind NOT IN ('sign_in', 'member_sign_in');
CREATE INDEX emails_of_sign_ins ON emails (created_at) WHERE kind IN ('sign_in', 'member_sign_in');
