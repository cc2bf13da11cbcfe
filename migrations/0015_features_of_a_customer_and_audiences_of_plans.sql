-- What a partner sets for one customer. A price per minute that is not set is null: use is recorded at no cost then.
ALTER TABLE customers ADD COLUMN company TEXT NOT NULL DEFAULT '';
ALTER TABLE customers ADD COLUMN external_id TEXT;
ALTER TABLE customers ADD COLUMN credits_per_minute_micros INTEGER
  CHECK (credits_per_minute_micros BETWEEN 0 AND 1000000000000);
ALTER TABLE customers ADD COLUMN grace_seconds INTEGER NOT NULL DEFAULT 0 CHECK (grace_seconds BETWEEN 0 AND 86400);
ALTER TABLE customers ADD COLUMN low_threshold_micros INTEGER
  CHECK (low_threshold_micros BETWEEN 0 AND 9007199254740991);
ALTER TABLE customers ADD COLUMN low_alert_enabled INTEGER NOT NULL DEFAULT 1 CHECK (low_alert_enabled IN (0, 1));
-- The language that the customer chose in the portal; null until they choose one.
ALTER TABLE customers ADD COLUMN locale TEXT;
ALTER TABLE customers ADD COLUMN invited_at INTEGER;
CREATE UNIQUE INDEX customers_by_external_id ON customers (partner_id, external_id) WHERE external_id IS NOT NULL;

-- A plan is for all customers but those it is hidden from, or for the selected ones it is shown to.
ALTER TABLE credit_plans ADD COLUMN audience TEXT NOT NULL DEFAULT 'all' CHECK (audience IN ('all', 'selected'));
CREATE TABLE plan_audience (
  partner_id TEXT NOT NULL REFERENCES partners (id),
  customer_id TEXT NOT NULL REFERENCES customers (id),
  plan_id TEXT NOT NULL REFERENCES credit_plans (id),
  mode TEXT NOT NULL CHECK (mode IN ('show', 'hide')),
  PRIMARY KEY (partner_id, customer_id, plan_id)
) STRICT, WITHOUT ROWID;
