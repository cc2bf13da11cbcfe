-- A partner's list of customers is read page by page, the newest first.
CREATE INDEX customers_by_partner ON customers (partner_id, created_at DESC, id DESC);
