-- The partner's own note for pricing. No customer reads it, and no purchase copies it.
ALTER TABLE credit_plans ADD COLUMN unit_cost_minor_per_1000 INTEGER CHECK (unit_cost_minor_per_1000 >= 0);
