-- What comparisons with Stripe found and repaired. A run reads one connected account; it is complete when `error` is
-- NULL. The newest of each partner are kept.
CREATE TABLE reconcile_runs (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL REFERENCES partners (id),
  account_id TEXT NOT NULL,
  actor_type TEXT NOT NULL CHECK (actor_type IN ('member', 'system')),
  actor_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER,
  sessions_read INTEGER NOT NULL,
  refunds_read INTEGER NOT NULL,
  disputes_read INTEGER NOT NULL,
  found INTEGER NOT NULL,
  repaired INTEGER NOT NULL,
  error TEXT,
  findings TEXT NOT NULL CHECK (json_valid(findings))
) STRICT;
CREATE INDEX reconcile_runs_by_partner ON reconcile_runs (partner_id, started_at DESC, id DESC);

-- The cron's own memory: when it compares an account again.
CREATE TABLE reconcile_checks (
  account_id TEXT PRIMARY KEY,
  next_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
