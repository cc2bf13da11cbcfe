-- Who looks for a customer's purchases or failed attempts types an address: both are found by it, without a look at customers.
-- A customer's own page asks for no state, so that index has nothing left to do. An address is set right after a row is
-- there, and an index that knows no empty one is written once.
DROP INDEX purchases_of_a_customer_by_state;
CREATE INDEX purchases_by_address ON purchases (partner_id, customer_email, opened_at DESC, id DESC)
  WHERE customer_email <> '';
CREATE INDEX purchases_by_address_and_state ON purchases (partner_id, customer_email, state, opened_at DESC, id DESC)
  WHERE customer_email <> '';
CREATE INDEX purchase_attempts_by_address ON purchase_attempts (partner_id, customer_email, at DESC, id DESC)
  WHERE customer_email <> '';
