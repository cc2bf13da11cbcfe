-- The order in which a portal shows its plans: its partner's choice.
ALTER TABLE partners ADD COLUMN plan_order TEXT NOT NULL DEFAULT 'dearest_first'
  CHECK (plan_order IN ('dearest_first', 'cheapest_first', 'custom'));

-- A plan's place in the partner's own order. NULL until a plan was moved; such plans come last, dearest first.
ALTER TABLE credit_plans ADD COLUMN sort_order INTEGER CHECK (sort_order >= 1);

-- The checkouts that end when their plan goes off offer.
CREATE INDEX purchases_open_by_plan ON purchases (partner_id, plan_id) WHERE state = 'open';
