-- Milliseconds; null where Stripe sets no date for what it still wants of an account.
ALTER TABLE connected_accounts ADD COLUMN requirements_deadline INTEGER;
