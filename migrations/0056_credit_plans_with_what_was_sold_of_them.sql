-- The list of credit plans reads its plans and no daily sums: what was sold of each plan is kept beside it by triggers, and
-- of all that a partner sold beside the partner, which tells what was sold of plans that are deleted by now.

-- By currency: how many were sold, and what was paid and did not go back.
ALTER TABLE credit_plans ADD COLUMN sales TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(sales));
-- Of the 30 days up to the last one on which anything was sold. Older ones are left out whenever a newer day comes.
ALTER TABLE credit_plans ADD COLUMN sold_by_day TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(sold_by_day));
ALTER TABLE partners ADD COLUMN sales TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(sales));

UPDATE credit_plans SET sales = summed.sales FROM (
  SELECT partner_id, plan_id,
    json_group_object(currency, json_object('sold', sold, 'netMinor', net_minor)) AS sales
  FROM (SELECT partner_id, plan_id, currency, sum(sold) AS sold,
      sum(gross_minor - refunded_minor - disputed_minor) AS net_minor
    FROM sales_by_day GROUP BY partner_id, plan_id, currency)
  GROUP BY partner_id, plan_id) AS summed
WHERE summed.plan_id = credit_plans.id AND summed.partner_id = credit_plans.partner_id;
UPDATE credit_plans SET sold_by_day = summed.sold_by_day FROM (
  SELECT partner_id, plan_id, json_group_object(day, sold) AS sold_by_day
  FROM (SELECT partner_id, plan_id, day, sum(sold) AS sold,
      max(day) OVER (PARTITION BY partner_id, plan_id) AS last_day
    FROM sales_by_day GROUP BY partner_id, plan_id, day)
  WHERE day > date(last_day, '-30 days')
  GROUP BY partner_id, plan_id) AS summed
WHERE summed.plan_id = credit_plans.id AND summed.partner_id = credit_plans.partner_id;
UPDATE partners SET sales = summed.sales FROM (
  SELECT partner_id, json_group_object(currency, json_object('sold', sold, 'netMinor', net_minor)) AS sales
  FROM (SELECT partner_id, currency, sum(sold) AS sold,
      sum(gross_minor - refunded_minor - disputed_minor) AS net_minor
    FROM sales_by_day GROUP BY partner_id, currency)
  GROUP BY partner_id) AS summed
WHERE summed.partner_id = partners.id;

-- Nothing is ever in it: whatever changes a daily sum tells it here by how much.
CREATE VIEW sales_differences (partner_id, plan_id, day, currency, sold, net_minor) AS
  SELECT '', '', '', '', 0, 0 WHERE 0;
CREATE TRIGGER plans_and_partners_follow_their_sales INSTEAD OF INSERT ON sales_differences
BEGIN
  UPDATE credit_plans SET
    sales = json_set(sales, '$.' || NEW.currency, json_object(
      'sold', coalesce(sales ->> ('$.' || NEW.currency || '.sold'), 0) + NEW.sold,
      'netMinor', coalesce(sales ->> ('$.' || NEW.currency || '.netMinor'), 0) + NEW.net_minor)),
    sold_by_day = (
      SELECT json_group_object(key, value) FROM json_each(json_set(sold_by_day, '$."' || NEW.day || '"',
        coalesce(sold_by_day ->> ('$."' || NEW.day || '"'), 0) + NEW.sold))
      WHERE key > date(max(NEW.day, coalesce((SELECT max(key) FROM json_each(sold_by_day)), '')), '-30 days'))
  WHERE id = NEW.plan_id AND partner_id = NEW.partner_id;
  UPDATE partners SET
    sales = json_set(sales, '$.' || NEW.currency, json_object(
      'sold', coalesce(sales ->> ('$.' || NEW.currency || '.sold'), 0) + NEW.sold,
      'netMinor', coalesce(sales ->> ('$.' || NEW.currency || '.netMinor'), 0) + NEW.net_minor))
  WHERE id = NEW.partner_id;
END;

CREATE TRIGGER sales_of_a_first_day AFTER INSERT ON sales_by_day
BEGIN
  INSERT INTO sales_differences VALUES (NEW.partner_id, NEW.plan_id, NEW.day, NEW.currency, NEW.sold,
    NEW.gross_minor - NEW.refunded_minor - NEW.disputed_minor);
END;
CREATE TRIGGER sales_of_a_day AFTER UPDATE ON sales_by_day
WHEN (NEW.partner_id, NEW.plan_id, NEW.day, NEW.currency) = (OLD.partner_id, OLD.plan_id, OLD.day, OLD.currency)
BEGIN
  INSERT INTO sales_differences VALUES (NEW.partner_id, NEW.plan_id, NEW.day, NEW.currency, NEW.sold - OLD.sold,
    NEW.gross_minor - NEW.refunded_minor - NEW.disputed_minor
      - (OLD.gross_minor - OLD.refunded_minor - OLD.disputed_minor));
END;
CREATE TRIGGER sales_of_a_day_that_is_another AFTER UPDATE ON sales_by_day
WHEN (NEW.partner_id, NEW.plan_id, NEW.day, NEW.currency) <> (OLD.partner_id, OLD.plan_id, OLD.day, OLD.currency)
BEGIN
  INSERT INTO sales_differences VALUES (OLD.partner_id, OLD.plan_id, OLD.day, OLD.currency, -OLD.sold,
    -(OLD.gross_minor - OLD.refunded_minor - OLD.disputed_minor));
  INSERT INTO sales_differences VALUES (NEW.partner_id, NEW.plan_id, NEW.day, NEW.currency, NEW.sold,
    NEW.gross_minor - NEW.refunded_minor - NEW.disputed_minor);
END;
CREATE TRIGGER sales_of_a_forgotten_day AFTER DELETE ON sales_by_day
BEGIN
  INSERT INTO sales_differences VALUES (OLD.partner_id, OLD.plan_id, OLD.day, OLD.currency, -OLD.sold,
    -(OLD.gross_minor - OLD.refunded_minor - OLD.disputed_minor));
END;

-- Plans of one price have an order too, so that none of them is read to be sorted.
DROP INDEX credit_plans_by_price;
CREATE INDEX credit_plans_by_price ON credit_plans (partner_id, price_minor DESC, id) WHERE deleted_at IS NULL;
