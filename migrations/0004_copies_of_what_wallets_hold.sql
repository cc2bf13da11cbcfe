-- A projection: each row is a copy of one in a customer's wallet, for lists and search.
-- Nothing here is read to decide about money, and all of it can be rebuilt from the wallets.

CREATE TABLE purchases (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  plan_id TEXT NOT NULL,
  plan_version INTEGER NOT NULL,
  plan_name TEXT NOT NULL,
  credits_micros INTEGER NOT NULL,
  price_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  platform_fee_minor INTEGER NOT NULL,
  state TEXT NOT NULL,
  account_id TEXT NOT NULL,
  checkout_session_id TEXT,
  payment_intent_id TEXT,
  failure_code TEXT,
  failure_message TEXT,
  opened_at INTEGER NOT NULL,
  credited_at INTEGER,
  -- Counted up by the wallet at each change: an older copy never overwrites a newer one.
  revision INTEGER NOT NULL
) STRICT;
CREATE INDEX purchases_by_partner ON purchases (partner_id, opened_at DESC, id DESC);
CREATE INDEX purchases_by_payment_intent ON purchases (payment_intent_id) WHERE payment_intent_id IS NOT NULL;

CREATE TABLE ledger_entries (
  customer_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  partner_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  amount_micros INTEGER NOT NULL,
  balance_after_micros INTEGER NOT NULL,
  idempotency_key TEXT NOT NULL,
  reference TEXT NOT NULL,
  actor TEXT NOT NULL,
  note TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (customer_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE customer_balances (
  customer_id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL,
  balance_micros INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
