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
];
