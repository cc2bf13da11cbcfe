-- What was sold on each day (UTC), kept together with the copies of purchases: every number is the sum over those
-- purchases that were credited on that day, as they stand now.
CREATE TABLE sales_by_day (
  partner_id TEXT NOT NULL,
  day TEXT NOT NULL,
  currency TEXT NOT NULL,
  plan_id TEXT NOT NULL,
  sold INTEGER NOT NULL,
  -- How many of them have gone back whole.
  returned INTEGER NOT NULL,
  credits_micros INTEGER NOT NULL,
  gross_minor INTEGER NOT NULL,
  refunded_minor INTEGER NOT NULL,
  disputed_minor INTEGER NOT NULL,
  platform_fee_minor INTEGER NOT NULL,
  PRIMARY KEY (partner_id, day, currency, plan_id)
) STRICT, WITHOUT ROWID;
