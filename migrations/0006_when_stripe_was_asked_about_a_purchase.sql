-- The sweep's own memory: how often it has asked Stripe about a purchase that still waits, and when it asks again.
CREATE TABLE purchase_checks (
  purchase_id TEXT PRIMARY KEY,
  times INTEGER NOT NULL,
  next_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX purchases_unsettled ON purchases (opened_at) WHERE state IN ('open', 'processing');
