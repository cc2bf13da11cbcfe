-- What a partner's list of customers is read from: what each of them bought, kept together with the copies of purchases
-- like the sales of a day, and whether their balance is low.
CREATE TABLE sales_by_customer (
  partner_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  currency TEXT NOT NULL,
  sold INTEGER NOT NULL,
  gross_minor INTEGER NOT NULL,
  refunded_minor INTEGER NOT NULL,
  disputed_minor INTEGER NOT NULL,
  PRIMARY KEY (partner_id, customer_id, currency)
) STRICT, WITHOUT ROWID;
INSERT INTO sales_by_customer (partner_id, customer_id, currency, sold, gross_minor, refunded_minor, disputed_minor)
  SELECT partner_id, customer_id, currency, count(*), sum(coalesce(paid_minor, price_minor)), sum(refunded_minor),
    sum(disputed_minor)
  FROM purchases WHERE credited_at IS NOT NULL GROUP BY partner_id, customer_id, currency;
-- The last purchase of a customer is the first row of this.
CREATE INDEX purchases_that_were_credited ON purchases (partner_id, customer_id, credited_at DESC)
  WHERE credited_at IS NOT NULL;

CREATE INDEX customers_by_portal_access ON customers (partner_id, portal_access, created_at DESC, id DESC);
CREATE INDEX customers_by_ai_credits ON customers (partner_id, ai_credits_enabled, created_at DESC, id DESC);

-- At or below the threshold. Kept by triggers, because balance and threshold are written by different hands.
ALTER TABLE customers ADD COLUMN is_low INTEGER NOT NULL DEFAULT 0 CHECK (is_low IN (0, 1));
UPDATE customers SET is_low = 1 WHERE low_threshold_micros >= coalesce(
  (SELECT balance_micros FROM customer_balances WHERE customer_id = id), 0);
CREATE INDEX customers_that_are_low ON customers (partner_id, created_at DESC, id DESC) WHERE is_low = 1;

CREATE TRIGGER low_follows_a_first_balance AFTER INSERT ON customer_balances
BEGIN
  UPDATE customers SET is_low = coalesce(NEW.balance_micros <= low_threshold_micros, 0)
  WHERE id = NEW.customer_id AND is_low <> coalesce(NEW.balance_micros <= low_threshold_micros, 0);
END;
CREATE TRIGGER low_follows_the_balance AFTER UPDATE OF balance_micros ON customer_balances
BEGIN
  UPDATE customers SET is_low = coalesce(NEW.balance_micros <= low_threshold_micros, 0)
  WHERE id = NEW.customer_id AND is_low <> coalesce(NEW.balance_micros <= low_threshold_micros, 0);
END;
CREATE TRIGGER low_follows_a_forgotten_balance AFTER DELETE ON customer_balances
BEGIN
  UPDATE customers SET is_low = coalesce(0 <= low_threshold_micros, 0) WHERE id = OLD.customer_id;
END;
CREATE TRIGGER low_follows_a_first_threshold AFTER INSERT ON customers WHEN NEW.low_threshold_micros IS NOT NULL
BEGIN
  UPDATE customers SET is_low = coalesce(
    (SELECT balance_micros FROM customer_balances WHERE customer_id = NEW.id), 0) <= NEW.low_threshold_micros
  WHERE id = NEW.id;
END;
CREATE TRIGGER low_follows_the_threshold AFTER UPDATE OF low_threshold_micros ON customers
BEGIN
  UPDATE customers SET is_low = coalesce(coalesce(
    (SELECT balance_micros FROM customer_balances WHERE customer_id = NEW.id), 0) <= NEW.low_threshold_micros, 0)
  WHERE id = NEW.id;
END;
