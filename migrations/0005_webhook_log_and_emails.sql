-- Every delivery from Stripe that was proven to be Stripe's, and what became of it.
CREATE TABLE webhook_events (
  event_id TEXT NOT NULL,
  account_id TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL,
  livemode INTEGER NOT NULL CHECK (livemode IN (0, 1)),
  outcome TEXT NOT NULL CHECK (outcome IN ('processed', 'ignored', 'quarantined', 'failed')),
  detail TEXT NOT NULL,
  purchase_id TEXT,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  deliveries INTEGER NOT NULL DEFAULT 1,
  received_at INTEGER NOT NULL,
  last_delivery_at INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  PRIMARY KEY (event_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_events_by_purchase ON webhook_events (purchase_id) WHERE purchase_id IS NOT NULL;

-- One row per message. The text is made from its subject (a purchase) when it is sent; the pair of kind and
-- subject makes a message that is asked for twice go out once.
CREATE TABLE emails (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('receipt')),
  subject_id TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'sent', 'failed', 'suppressed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  provider_id TEXT,
  error TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  UNIQUE (kind, subject_id)
) STRICT;
CREATE INDEX emails_due ON emails (next_attempt_at) WHERE status = 'queued';
