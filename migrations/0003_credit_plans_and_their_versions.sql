CREATE TABLE credit_plans (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL REFERENCES partners (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  credits INTEGER NOT NULL CHECK (credits BETWEEN 1 AND 1000000),
  price_minor INTEGER NOT NULL CHECK (price_minor BETWEEN 1 AND 99999999),
  currency TEXT NOT NULL CHECK (currency = lower(currency) AND length(currency) = 3),
  description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 500),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  popular INTEGER NOT NULL CHECK (popular IN (0, 1)),
  form_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  -- One submitted form makes one plan, however often it is sent.
  UNIQUE (partner_id, form_id)
) STRICT;

-- "Only one plan can be popular" is a promise of the product; the database keeps it.
CREATE UNIQUE INDEX one_popular_plan_per_partner ON credit_plans (partner_id)
  WHERE popular = 1 AND deleted_at IS NULL;
CREATE INDEX credit_plans_by_price ON credit_plans (partner_id, price_minor DESC) WHERE deleted_at IS NULL;

-- What a plan said at each version. Purchases name the version that they froze.
CREATE TABLE credit_plan_versions (
  plan_id TEXT NOT NULL REFERENCES credit_plans (id),
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  credits INTEGER NOT NULL,
  price_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  description TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (plan_id, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER credit_plan_versions_are_never_changed BEFORE UPDATE ON credit_plan_versions
BEGIN SELECT RAISE(ABORT, 'a plan version is never changed; write the next version'); END;
-- INSERT OR REPLACE deletes without a DELETE trigger, so it is stopped on its way in.
CREATE TRIGGER credit_plan_versions_are_never_replaced BEFORE INSERT ON credit_plan_versions
WHEN EXISTS (SELECT 1 FROM credit_plan_versions WHERE plan_id = NEW.plan_id AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a plan version is never replaced; write the next version'); END;
CREATE TRIGGER credit_plan_versions_are_never_deleted BEFORE DELETE ON credit_plan_versions
BEGIN SELECT RAISE(ABORT, 'a plan version is never deleted'); END;

CREATE TABLE audit_log (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL REFERENCES partners (id),
  actor_type TEXT NOT NULL CHECK (actor_type IN ('member', 'customer', 'system')),
  actor_id TEXT NOT NULL,
  action TEXT NOT NULL,
  object_id TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX audit_log_by_partner ON audit_log (partner_id, at DESC, id DESC);
