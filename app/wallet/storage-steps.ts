/**
 * The schema of a wallet's own SQLite, as steps that each wallet runs when it next wakes.
 * Append only: a step that has shipped is never edited, because some customer's wallet has already run it.
 */
export const STORAGE_STEPS: readonly string[] = [
  `
  CREATE TABLE owner (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    partner_id TEXT NOT NULL,
    customer_id TEXT NOT NULL
  ) STRICT;

  CREATE TABLE purchases (
    purchase_id TEXT PRIMARY KEY,
    click_key TEXT NOT NULL UNIQUE,
    partner_id TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    plan_version INTEGER NOT NULL,
    plan_name TEXT NOT NULL,
    credits_micros INTEGER NOT NULL CHECK (credits_micros BETWEEN 1 AND 9007199254740991),
    price_minor INTEGER NOT NULL CHECK (price_minor BETWEEN 1 AND 9007199254740991),
    currency TEXT NOT NULL,
    platform_fee_minor INTEGER NOT NULL CHECK (platform_fee_minor BETWEEN 0 AND price_minor),
    account_id TEXT NOT NULL,
    livemode INTEGER NOT NULL CHECK (livemode IN (0, 1)),
    state TEXT NOT NULL,
    checkout_session_id TEXT,
    checkout_url TEXT,
    payment_intent_id TEXT,
    failure_code TEXT,
    failure_message TEXT,
    opened_at INTEGER NOT NULL,
    credited_at INTEGER,
    revision INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER terms_are_frozen BEFORE UPDATE OF plan_id, plan_version, plan_name, credits_micros,
    price_minor, currency, account_id, livemode ON purchases
  BEGIN SELECT RAISE(ABORT, 'the terms of a purchase are never changed'); END;

  CREATE TABLE payment_attempts (
    attempt_id TEXT PRIMARY KEY,
    purchase_id TEXT NOT NULL REFERENCES purchases (purchase_id),
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE entries (
    seq INTEGER PRIMARY KEY,
    idempotency_key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    amount_micros INTEGER NOT NULL
      CHECK (amount_micros <> 0 AND amount_micros BETWEEN -9007199254740991 AND 9007199254740991),
    balance_after_micros INTEGER NOT NULL
      CHECK (balance_after_micros BETWEEN -9007199254740991 AND 9007199254740991),
    reference TEXT NOT NULL,
    actor TEXT NOT NULL,
    note TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;

  -- The key is asked for here too: INSERT OR REPLACE would delete the entry that has it, past the triggers below.
  CREATE TRIGGER entries_follow_each_other BEFORE INSERT ON entries
  WHEN NEW.seq <> coalesce((SELECT max(seq) FROM entries), 0) + 1
    OR EXISTS (SELECT 1 FROM entries WHERE idempotency_key = NEW.idempotency_key)
    OR NEW.balance_after_micros <> NEW.amount_micros
      + coalesce((SELECT balance_after_micros FROM entries ORDER BY seq DESC LIMIT 1), 0)
  BEGIN SELECT RAISE(ABORT, 'an entry must continue the ledger'); END;

  CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
  BEGIN SELECT RAISE(ABORT, 'a ledger entry is never changed; post a correction'); END;

  CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries
  BEGIN SELECT RAISE(ABORT, 'a ledger entry is never deleted; post a correction'); END;

  -- What D1 has not been told yet. A row names what changed; the drain copies its newest state.
  CREATE TABLE outbox (
    position INTEGER PRIMARY KEY,
    purchase_id TEXT,
    entry_seq INTEGER,
    CHECK (purchase_id IS NOT NULL OR entry_seq IS NOT NULL)
  ) STRICT;
  `,
  `
  -- What Stripe says was paid; it equals the price, save where a person released a payment that differs.
  ALTER TABLE purchases ADD COLUMN paid_minor INTEGER CHECK (paid_minor BETWEEN 0 AND 9007199254740991);

  -- What Stripe says of money that went back, also before the payment itself was told of.
  CREATE TABLE refunds (
    refund_id TEXT PRIMARY KEY,
    purchase_id TEXT NOT NULL REFERENCES purchases (purchase_id),
    payment_intent_id TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN 0 AND 9007199254740991),
    status TEXT NOT NULL CHECK (status IN ('pending', 'succeeded', 'failed', 'canceled'))
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX refunds_by_purchase ON refunds (purchase_id);

  CREATE TABLE disputes (
    dispute_id TEXT PRIMARY KEY,
    purchase_id TEXT NOT NULL REFERENCES purchases (purchase_id),
    payment_intent_id TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN 0 AND 9007199254740991),
    status TEXT NOT NULL,
    moves INTEGER NOT NULL CHECK (moves >= 0)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX disputes_by_purchase ON disputes (purchase_id);

  -- One per purchase whose money went back, with the partner's policy when Stripe last told something new of it.
  CREATE TABLE refund_cases (
    purchase_id TEXT PRIMARY KEY REFERENCES purchases (purchase_id),
    policy TEXT NOT NULL CHECK (policy IN ('manual', 'available', 'full')),
    opened_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE case_decisions (
    purchase_id TEXT NOT NULL REFERENCES refund_cases (purchase_id),
    number INTEGER NOT NULL,
    up_to_micros INTEGER NOT NULL CHECK (up_to_micros BETWEEN 0 AND 9007199254740991),
    taken_micros INTEGER NOT NULL CHECK (taken_micros BETWEEN -9007199254740991 AND 9007199254740991),
    choice TEXT NOT NULL,
    -- The form that a person sent: however often it arrives, it is one decision.
    form_id TEXT UNIQUE,
    actor TEXT NOT NULL,
    note TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (purchase_id, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER case_decisions_follow_each_other BEFORE INSERT ON case_decisions
  WHEN NEW.number <> 1 + (SELECT count(*) FROM case_decisions WHERE purchase_id = NEW.purchase_id)
    OR EXISTS (SELECT 1 FROM case_decisions WHERE form_id = NEW.form_id)
  BEGIN SELECT RAISE(ABORT, 'a decision must follow the one before'); END;

  CREATE TRIGGER case_decisions_are_never_changed BEFORE UPDATE ON case_decisions
  BEGIN SELECT RAISE(ABORT, 'a decision about a refund is never changed; decide again'); END;

  CREATE TRIGGER case_decisions_are_never_deleted BEFORE DELETE ON case_decisions
  BEGIN SELECT RAISE(ABORT, 'a decision about a refund is never deleted'); END;

  -- Told again, to make D1's copy anew: no message is sent a second time for it.
  ALTER TABLE outbox ADD COLUMN is_retold INTEGER NOT NULL DEFAULT 0 CHECK (is_retold IN (0, 1));

  -- When this wallet was lost, and put together again from copies.
  CREATE TABLE restorations (
    at INTEGER PRIMARY KEY,
    purchases INTEGER NOT NULL,
    entries INTEGER NOT NULL
  ) STRICT;
  `,
  `
  -- What the bank said, and of which payment it was; null in attempts of before. One that names no payment is a checkout
  -- that Stripe did not open.
  ALTER TABLE payment_attempts ADD COLUMN decline_code TEXT;
  ALTER TABLE payment_attempts ADD COLUMN payment_intent_id TEXT;
  CREATE INDEX payment_attempts_by_purchase ON payment_attempts (purchase_id);

  CREATE TRIGGER attempts_are_never_changed BEFORE UPDATE ON payment_attempts
  BEGIN SELECT RAISE(ABORT, 'an attempt to pay is never changed'); END;

  CREATE TRIGGER attempts_are_never_deleted BEFORE DELETE ON payment_attempts
  BEGIN SELECT RAISE(ABORT, 'an attempt to pay is never deleted'); END;
  `,
  `
  -- What Stripe's page was asked to show, until there is one: whoever asks again asks for the same. Null in purchases of
  -- before, and where there is a page.
  ALTER TABLE purchases ADD COLUMN checkout_page TEXT;
  `,
];
