-- Why the partner blocks the purchases of a customer; read by the partner alone.
ALTER TABLE customers ADD COLUMN purchases_blocked_reason TEXT NOT NULL DEFAULT '';
