-- The list of customers reads the rows that it shows and no others, also when it is searched and narrowed: balance, last
-- purchase and lifetime net are kept beside each customer by triggers, and an index of three letters each finds any part
-- of a name, an address or a company.

-- Where a customer stands in the lists, the newest highest. Those of one partner lie together: the first customer of a
-- partner begins a new stretch of 2^32, and every other one comes behind the partner's last.
ALTER TABLE customers ADD COLUMN number INTEGER;
ALTER TABLE customers ADD COLUMN balance_micros INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customers ADD COLUMN last_purchase_at INTEGER;
ALTER TABLE customers ADD COLUMN lifetime_net TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(lifetime_net));
-- Two marks stand before each word, so that one or two letters with a mark before them are three letters too: the
-- beginning of a word. Another mark stands between the fields, and what is searched for has none of them.
ALTER TABLE customers ADD COLUMN search_text TEXT GENERATED ALWAYS AS (
  char(2, 2) || replace(name, ' ', ' ' || char(2, 2)) || char(3) ||
  char(2, 2) || email || char(3) ||
  char(2, 2) || replace(company, ' ', ' ' || char(2, 2))) VIRTUAL;
-- What the list is narrowed by, in three letters each.
ALTER TABLE customers ADD COLUMN search_marks TEXT GENERATED ALWAYS AS (
  CASE portal_access WHEN 'none' THEN 'a0a' WHEN 'invited' THEN 'a1a' WHEN 'active' THEN 'a2a' ELSE 'a3a' END ||
  iif(ai_credits_enabled, ' i1i', ' i0i') || iif(is_low, ' l1l', ' l0l')) VIRTUAL;

UPDATE customers SET number = placed.number FROM (
  SELECT id, (dense_rank() OVER (ORDER BY partner_id) << 32)
    + row_number() OVER (PARTITION BY partner_id ORDER BY created_at, id) - 1 AS number
  FROM customers) AS placed
WHERE placed.id = customers.id;
UPDATE customers SET
  balance_micros = coalesce((SELECT copied.balance_micros FROM customer_balances AS copied
    WHERE copied.customer_id = customers.id AND copied.partner_id = customers.partner_id), 0),
  last_purchase_at = (SELECT max(credited_at) FROM purchases
    WHERE purchases.partner_id = customers.partner_id AND customer_id = customers.id AND credited_at IS NOT NULL),
  lifetime_net = (SELECT json_group_array(json_object('currency', currency, 'netMinor',
      gross_minor - refunded_minor - disputed_minor)) FROM sales_by_customer AS sales
    WHERE sales.partner_id = customers.partner_id AND sales.customer_id = customers.id AND sold <> 0);

CREATE UNIQUE INDEX customers_by_number ON customers (number);
CREATE INDEX customers_in_their_order ON customers (partner_id, number DESC);
DROP INDEX customers_by_partner;
DROP INDEX customers_by_portal_access;
DROP INDEX customers_by_ai_credits;
DROP INDEX customers_that_are_low;
-- Whether anybody has access is asked of this one, which has to be better for it than the order.
DROP INDEX customers_with_access;
CREATE INDEX customers_with_access ON customers (partner_id, portal_access)
  WHERE portal_access IN ('invited', 'active');

CREATE VIRTUAL TABLE customer_search USING fts5(search_text, search_marks, id UNINDEXED, partner_id UNINDEXED,
  name UNINDEXED, company UNINDEXED, email UNINDEXED, email_verified_at UNINDEXED, portal_access UNINDEXED,
  ai_credits_enabled UNINDEXED, balance_micros UNINDEXED, is_low UNINDEXED, last_purchase_at UNINDEXED,
  lifetime_net UNINDEXED, content='customers', content_rowid='number', tokenize='trigram', columnsize=0);
INSERT INTO customer_search (customer_search) VALUES ('rebuild');

CREATE TRIGGER customers_get_their_place AFTER INSERT ON customers
BEGIN
  UPDATE customers SET
    number = coalesce((SELECT max(number) + 1 FROM customers WHERE partner_id = NEW.partner_id),
      (SELECT (coalesce(max(number), 0) >> 32) + 1 << 32 FROM customers)),
    balance_micros = coalesce((SELECT copied.balance_micros FROM customer_balances AS copied
      WHERE copied.customer_id = NEW.id AND copied.partner_id = NEW.partner_id), 0),
    last_purchase_at = (SELECT max(credited_at) FROM purchases
      WHERE purchases.partner_id = NEW.partner_id AND customer_id = NEW.id AND credited_at IS NOT NULL),
    lifetime_net = (SELECT json_group_array(json_object('currency', currency, 'netMinor',
        gross_minor - refunded_minor - disputed_minor)) FROM sales_by_customer AS sales
      WHERE sales.partner_id = NEW.partner_id AND sales.customer_id = NEW.id AND sold <> 0)
  WHERE id = NEW.id;
END;

-- The index takes out what it was told, word for word, before it is told anew.
CREATE TRIGGER customer_search_follows_customers AFTER UPDATE ON customers
WHEN NEW.number IS NOT NULL AND (OLD.number IS NOT NEW.number OR OLD.search_text IS NOT NEW.search_text
  OR OLD.search_marks IS NOT NEW.search_marks)
BEGIN
  INSERT INTO customer_search (customer_search, rowid, search_text, search_marks)
    SELECT 'delete', OLD.number, OLD.search_text, OLD.search_marks WHERE OLD.number IS NOT NULL;
  INSERT INTO customer_search (rowid, search_text, search_marks)
    VALUES (NEW.number, NEW.search_text, NEW.search_marks);
END;
CREATE TRIGGER customer_search_forgets_customers AFTER DELETE ON customers WHEN OLD.number IS NOT NULL
BEGIN
  INSERT INTO customer_search (customer_search, rowid, search_text, search_marks)
    VALUES ('delete', OLD.number, OLD.search_text, OLD.search_marks);
END;

CREATE TRIGGER customers_follow_a_first_balance AFTER INSERT ON customer_balances
BEGIN
  UPDATE customers SET balance_micros = NEW.balance_micros
  WHERE id = NEW.customer_id AND partner_id = NEW.partner_id;
END;
CREATE TRIGGER customers_follow_the_balance AFTER UPDATE OF balance_micros ON customer_balances
WHEN NEW.balance_micros <> OLD.balance_micros
BEGIN
  UPDATE customers SET balance_micros = NEW.balance_micros
  WHERE id = NEW.customer_id AND partner_id = NEW.partner_id;
END;
CREATE TRIGGER customers_follow_a_forgotten_balance AFTER DELETE ON customer_balances
BEGIN
  UPDATE customers SET balance_micros = 0 WHERE id = OLD.customer_id AND partner_id = OLD.partner_id;
END;

CREATE TRIGGER customers_follow_a_purchase_that_comes_credited AFTER INSERT ON purchases
WHEN NEW.credited_at IS NOT NULL
BEGIN
  UPDATE customers SET last_purchase_at = max(coalesce(last_purchase_at, 0), NEW.credited_at)
  WHERE id = NEW.customer_id AND partner_id = NEW.partner_id;
END;
CREATE TRIGGER customers_follow_a_purchase AFTER UPDATE OF credited_at ON purchases
WHEN NEW.credited_at IS NOT OLD.credited_at
BEGIN
  UPDATE customers SET last_purchase_at = (SELECT max(credited_at) FROM purchases
    WHERE partner_id = NEW.partner_id AND customer_id = NEW.customer_id AND credited_at IS NOT NULL)
  WHERE id = NEW.customer_id AND partner_id = NEW.partner_id;
END;
CREATE TRIGGER customers_follow_a_forgotten_purchase AFTER DELETE ON purchases WHEN OLD.credited_at IS NOT NULL
BEGIN
  UPDATE customers SET last_purchase_at = (SELECT max(credited_at) FROM purchases
    WHERE partner_id = OLD.partner_id AND customer_id = OLD.customer_id AND credited_at IS NOT NULL)
  WHERE id = OLD.customer_id AND partner_id = OLD.partner_id AND last_purchase_at = OLD.credited_at;
END;

CREATE TRIGGER customers_follow_their_first_sales AFTER INSERT ON sales_by_customer
BEGIN
  UPDATE customers SET lifetime_net = (SELECT json_group_array(json_object('currency', currency, 'netMinor',
      gross_minor - refunded_minor - disputed_minor)) FROM sales_by_customer AS sales
    WHERE sales.partner_id = NEW.partner_id AND sales.customer_id = NEW.customer_id AND sold <> 0)
  WHERE id = NEW.customer_id AND partner_id = NEW.partner_id;
END;
CREATE TRIGGER customers_follow_their_sales AFTER UPDATE ON sales_by_customer
BEGIN
  UPDATE customers SET lifetime_net = (SELECT json_group_array(json_object('currency', currency, 'netMinor',
      gross_minor - refunded_minor - disputed_minor)) FROM sales_by_customer AS sales
    WHERE sales.partner_id = NEW.partner_id AND sales.customer_id = NEW.customer_id AND sold <> 0)
  WHERE id = NEW.customer_id AND partner_id = NEW.partner_id;
END;
CREATE TRIGGER customers_follow_their_forgotten_sales AFTER DELETE ON sales_by_customer
BEGIN
  UPDATE customers SET lifetime_net = (SELECT json_group_array(json_object('currency', currency, 'netMinor',
      gross_minor - refunded_minor - disputed_minor)) FROM sales_by_customer AS sales
    WHERE sales.partner_id = OLD.partner_id AND sales.customer_id = OLD.customer_id AND sold <> 0)
  WHERE id = OLD.customer_id AND partner_id = OLD.partner_id;
END;
