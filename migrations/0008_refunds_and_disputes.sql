-- Money that went back, copied from wallets like everything about purchases.
ALTER TABLE purchases ADD COLUMN livemode INTEGER NOT NULL DEFAULT 0 CHECK (livemode IN (0, 1));
ALTER TABLE purchases ADD COLUMN paid_minor INTEGER;
ALTER TABLE purchases ADD COLUMN refunded_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE purchases ADD COLUMN disputed_minor INTEGER NOT NULL DEFAULT 0;
CREATE INDEX purchases_by_customer ON purchases (partner_id, customer_id, opened_at DESC, id DESC);

-- One row per purchase with a refund or a dispute, whole: a wallet can be put together again from it.
CREATE TABLE refund_cases (
  purchase_id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  policy TEXT NOT NULL,
  due_micros INTEGER NOT NULL,
  taken_micros INTEGER NOT NULL,
  kept_micros INTEGER NOT NULL,
  refunds TEXT NOT NULL CHECK (json_valid(refunds)),
  disputes TEXT NOT NULL CHECK (json_valid(disputes)),
  decisions TEXT NOT NULL CHECK (json_valid(decisions)),
  opened_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  -- That of the purchase: an older copy never overwrites a newer one.
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX refund_cases_by_partner ON refund_cases (partner_id, opened_at DESC, purchase_id DESC);
CREATE INDEX refund_cases_that_wait ON refund_cases (partner_id, opened_at DESC, purchase_id DESC)
  WHERE due_micros > 0;
