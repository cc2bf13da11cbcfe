-- The home page asks at once whether a partner is set up and what waits for it. Each question finds its rows here,
-- however many others a partner has.
CREATE INDEX purchases_quarantined ON purchases (partner_id, opened_at DESC, id DESC) WHERE state = 'quarantined';
CREATE INDEX emails_failed ON emails (partner_id, created_at DESC, id DESC) WHERE status = 'failed';
CREATE INDEX customers_with_access ON customers (partner_id) WHERE portal_access IN ('invited', 'active');
