-- Kinds of e-mail that a partner has switched, for as long as that differs from how they come.
CREATE TABLE email_switches (
  partner_id TEXT NOT NULL REFERENCES partners (id),
  kind TEXT NOT NULL,
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  PRIMARY KEY (partner_id, kind)
) STRICT, WITHOUT ROWID;
-- When a customer was last told of low credits.
CREATE INDEX emails_by_customer ON emails (customer_id, kind, created_at) WHERE customer_id IS NOT NULL;
