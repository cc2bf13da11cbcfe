-- A message that somebody has sent again is one more message to the provider, with a key of its own.
ALTER TABLE emails ADD COLUMN resends INTEGER NOT NULL DEFAULT 0;

-- The domain that a partner's e-mails come from, once it has proved to be the partner's. `records` are what the partner
-- is to set, `findings` what was last found of them.
CREATE TABLE email_domains (
  partner_id TEXT PRIMARY KEY REFERENCES partners (id),
  domain TEXT NOT NULL CHECK (domain = lower(domain)),
  from_email TEXT NOT NULL,
  from_name TEXT NOT NULL,
  provider_id TEXT,
  records TEXT NOT NULL CHECK (json_valid(records)),
  findings TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(findings)),
  status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'verified', 'failed')),
  checks INTEGER NOT NULL DEFAULT 0,
  checked_at INTEGER,
  next_check_at INTEGER NOT NULL,
  verified_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX email_domains_verified ON email_domains (domain) WHERE status = 'verified';
CREATE INDEX email_domains_due ON email_domains (next_check_at);
