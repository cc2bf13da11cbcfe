-- A page of purchases or attempts reads their own rows and no others: what it shows of customers, receipts, refund cases
-- and terms is kept beside them by triggers, so that whoever writes those has nothing to remember.
ALTER TABLE purchases ADD COLUMN customer_email TEXT NOT NULL DEFAULT '';
ALTER TABLE purchases ADD COLUMN receipt_status TEXT;
ALTER TABLE purchases ADD COLUMN case_due_micros INTEGER;
ALTER TABLE purchases ADD COLUMN case_opened_at INTEGER;
ALTER TABLE purchase_attempts ADD COLUMN customer_email TEXT NOT NULL DEFAULT '';
ALTER TABLE purchase_attempts ADD COLUMN plan_name TEXT NOT NULL DEFAULT '';
ALTER TABLE purchase_attempts ADD COLUMN price_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE purchase_attempts ADD COLUMN currency TEXT NOT NULL DEFAULT 'usd';
ALTER TABLE purchase_attempts ADD COLUMN account_id TEXT NOT NULL DEFAULT '';
ALTER TABLE purchase_attempts ADD COLUMN livemode INTEGER NOT NULL DEFAULT 0 CHECK (livemode IN (0, 1));
-- The last payment of the purchase, whose page at Stripe is opened where the attempt does not know its own.
ALTER TABLE purchase_attempts ADD COLUMN purchase_payment_intent_id TEXT;

UPDATE purchases SET
  customer_email = coalesce((SELECT email FROM customers
    WHERE customers.id = customer_id AND customers.partner_id = purchases.partner_id), ''),
  receipt_status = (SELECT status FROM emails WHERE kind = 'receipt' AND subject_id = purchases.id),
  (case_due_micros, case_opened_at) =
    (SELECT due_micros, opened_at FROM refund_cases WHERE purchase_id = purchases.id);
UPDATE purchase_attempts SET
  (customer_email, plan_name, price_minor, currency, account_id, livemode, purchase_payment_intent_id) =
    (SELECT customer_email, plan_name, price_minor, currency, account_id, livemode, payment_intent_id
     FROM purchases WHERE purchases.id = purchase_id)
  WHERE EXISTS (SELECT 1 FROM purchases WHERE purchases.id = purchase_id);

-- By customer and state at once, and the refund cases that wait.
CREATE INDEX purchases_of_a_customer_by_state ON purchases (partner_id, customer_id, state, opened_at DESC, id DESC);
CREATE INDEX purchases_with_a_case_that_waits ON purchases (partner_id, case_opened_at DESC, id DESC)
  WHERE case_due_micros > 0;
CREATE INDEX purchase_attempts_by_purchase ON purchase_attempts (purchase_id);

CREATE TRIGGER purchases_begin_with_what_lists_show AFTER INSERT ON purchases
BEGIN
  UPDATE purchases SET
    customer_email = coalesce((SELECT email FROM customers
      WHERE customers.id = NEW.customer_id AND customers.partner_id = NEW.partner_id), ''),
    receipt_status = (SELECT status FROM emails WHERE kind = 'receipt' AND subject_id = NEW.id),
    (case_due_micros, case_opened_at) =
      (SELECT due_micros, refund_cases.opened_at FROM refund_cases WHERE purchase_id = NEW.id)
  WHERE id = NEW.id;
END;
-- An attempt is told together with its purchase and after it, and its terms are frozen.
CREATE TRIGGER attempts_begin_with_what_lists_show AFTER INSERT ON purchase_attempts
BEGIN
  UPDATE purchase_attempts SET
    (customer_email, plan_name, price_minor, currency, account_id, livemode, purchase_payment_intent_id) =
      (SELECT customer_email, plan_name, price_minor, currency, account_id, livemode, payment_intent_id
       FROM purchases WHERE purchases.id = NEW.purchase_id)
  WHERE customer_id = NEW.customer_id AND id = NEW.id
    AND EXISTS (SELECT 1 FROM purchases WHERE purchases.id = NEW.purchase_id);
END;
CREATE TRIGGER attempts_follow_the_payment AFTER UPDATE OF payment_intent_id ON purchases
WHEN NEW.payment_intent_id IS NOT OLD.payment_intent_id
BEGIN
  UPDATE purchase_attempts SET purchase_payment_intent_id = NEW.payment_intent_id WHERE purchase_id = NEW.id;
END;

CREATE TRIGGER purchases_follow_a_first_receipt AFTER INSERT ON emails WHEN NEW.kind = 'receipt'
BEGIN
  UPDATE purchases SET receipt_status = NEW.status WHERE id = NEW.subject_id;
END;
CREATE TRIGGER purchases_follow_the_receipt AFTER UPDATE OF status ON emails
WHEN NEW.kind = 'receipt' AND NEW.status <> OLD.status
BEGIN
  UPDATE purchases SET receipt_status = NEW.status WHERE id = NEW.subject_id;
END;
CREATE TRIGGER purchases_follow_a_forgotten_receipt AFTER DELETE ON emails WHEN OLD.kind = 'receipt'
BEGIN
  UPDATE purchases SET receipt_status = NULL WHERE id = OLD.subject_id;
END;

CREATE TRIGGER purchases_follow_a_first_case AFTER INSERT ON refund_cases
BEGIN
  UPDATE purchases SET case_due_micros = NEW.due_micros, case_opened_at = NEW.opened_at WHERE id = NEW.purchase_id;
END;
CREATE TRIGGER purchases_follow_the_case AFTER UPDATE OF due_micros ON refund_cases
WHEN NEW.due_micros <> OLD.due_micros
BEGIN
  UPDATE purchases SET case_due_micros = NEW.due_micros WHERE id = NEW.purchase_id;
END;
CREATE TRIGGER purchases_follow_a_forgotten_case AFTER DELETE ON refund_cases
BEGIN
  UPDATE purchases SET case_due_micros = NULL, case_opened_at = NULL WHERE id = OLD.purchase_id;
END;

CREATE TRIGGER purchases_follow_a_first_address AFTER INSERT ON customers
BEGIN
  UPDATE purchases SET customer_email = NEW.email WHERE partner_id = NEW.partner_id AND customer_id = NEW.id;
  UPDATE purchase_attempts SET customer_email = NEW.email WHERE partner_id = NEW.partner_id AND customer_id = NEW.id;
END;
CREATE TRIGGER purchases_follow_the_address AFTER UPDATE OF email ON customers WHEN NEW.email <> OLD.email
BEGIN
  UPDATE purchases SET customer_email = NEW.email WHERE partner_id = NEW.partner_id AND customer_id = NEW.id;
  UPDATE purchase_attempts SET customer_email = NEW.email WHERE partner_id = NEW.partner_id AND customer_id = NEW.id;
END;
