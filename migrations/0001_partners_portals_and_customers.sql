-- Who sells (partners and their people), where they sell (portals) and to whom (customers).
-- Times are milliseconds since 1970 UTC. Booleans are 0 or 1.

CREATE TABLE partners (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  tier TEXT NOT NULL CHECK (tier IN ('free_forever', 'starter', 'pro', 'enterprise')),
  default_currency TEXT NOT NULL DEFAULT 'usd',
  platform_fee_bps INTEGER NOT NULL DEFAULT 250 CHECK (platform_fee_bps BETWEEN 0 AND 10000),
  refund_policy TEXT NOT NULL DEFAULT 'manual' CHECK (refund_policy IN ('manual', 'available', 'full')),
  support_email TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE partner_members (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL REFERENCES partners (id),
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('owner', 'member')),
  created_at INTEGER NOT NULL,
  UNIQUE (partner_id, email)
) STRICT;
CREATE INDEX partner_members_by_email ON partner_members (email);

CREATE TABLE connected_accounts (
  partner_id TEXT PRIMARY KEY REFERENCES partners (id),
  account_id TEXT NOT NULL UNIQUE,
  livemode INTEGER NOT NULL DEFAULT 0 CHECK (livemode IN (0, 1)),
  details_submitted INTEGER NOT NULL DEFAULT 0 CHECK (details_submitted IN (0, 1)),
  charges_enabled INTEGER NOT NULL DEFAULT 0 CHECK (charges_enabled IN (0, 1)),
  payouts_enabled INTEGER NOT NULL DEFAULT 0 CHECK (payouts_enabled IN (0, 1)),
  requirements_due TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(requirements_due)),
  disabled_reason TEXT,
  deauthorized_at INTEGER,
  synced_at INTEGER NOT NULL
) STRICT;

CREATE TABLE portals (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL UNIQUE REFERENCES partners (id),
  subdomain TEXT NOT NULL UNIQUE CHECK (subdomain = lower(subdomain)),
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  title TEXT NOT NULL,
  brand_color TEXT CHECK (brand_color IS NULL OR brand_color GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
  locale TEXT NOT NULL DEFAULT 'en-US',
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE customers (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL REFERENCES partners (id),
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  portal_access TEXT NOT NULL DEFAULT 'none' CHECK (portal_access IN ('none', 'invited', 'active', 'blocked')),
  ai_credits_enabled INTEGER NOT NULL DEFAULT 1 CHECK (ai_credits_enabled IN (0, 1)),
  purchases_blocked INTEGER NOT NULL DEFAULT 0 CHECK (purchases_blocked IN (0, 1)),
  email_verified_at INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (partner_id, email)
) STRICT;
