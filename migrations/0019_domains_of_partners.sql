-- The claim of a partner on a domain of its own, one a portal. Anybody may claim; whoever proves it by a record that
-- carries the claim's token has the host, and then nobody else. `checks` is what was found at the last look.
CREATE TABLE portal_domains (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL REFERENCES partners (id),
  portal_id TEXT NOT NULL UNIQUE REFERENCES portals (id),
  host TEXT NOT NULL CHECK (host = lower(host)),
  status TEXT NOT NULL DEFAULT 'pending'
    CHECK (status IN ('pending', 'verifying', 'issuing', 'active', 'moved', 'failed')),
  token TEXT NOT NULL UNIQUE,
  provider_id TEXT,
  checks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(checks)),
  attempts INTEGER NOT NULL DEFAULT 0,
  misses INTEGER NOT NULL DEFAULT 0,
  last_checked_at INTEGER,
  next_check_at INTEGER,
  failure_reason TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX portal_domains_proved ON portal_domains (host)
  WHERE status IN ('verifying', 'issuing', 'active', 'moved');
CREATE INDEX portal_domains_due ON portal_domains (next_check_at) WHERE next_check_at IS NOT NULL;
