-- Single tries to pay that did not go through, copied from wallets; and lists of purchases and attempts by what a partner
-- looks for.
CREATE TABLE purchase_attempts (
  customer_id TEXT NOT NULL,
  id TEXT NOT NULL,
  partner_id TEXT NOT NULL,
  purchase_id TEXT NOT NULL,
  code TEXT NOT NULL,
  decline_code TEXT,
  message TEXT NOT NULL,
  payment_intent_id TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (customer_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX purchase_attempts_by_partner ON purchase_attempts (partner_id, at DESC, id DESC);
CREATE INDEX purchase_attempts_by_customer ON purchase_attempts (partner_id, customer_id, at DESC, id DESC);

CREATE INDEX purchases_by_state ON purchases (partner_id, state, opened_at DESC, id DESC);
