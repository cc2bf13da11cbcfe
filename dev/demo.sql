-- The demo: partners in each state that decides whether credits can be sold, two of them open for business.
-- Loaded into an empty database only; every address ends in .test and reaches nobody.

INSERT INTO partners (id, name, tier, support_email, created_at) VALUES
  ('partner_01acme00000000000000000000', 'Acme Agents', 'pro', 'help@acme.test', 1763800000000),
  ('partner_01borealis0000000000000000', 'Borealis Voice', 'starter', 'hello@borealis.test', 1763800000000),
  ('partner_01freebird0000000000000000', 'Freebird Studio', 'free_forever', 'team@freebird.test', 1763800000000),
  ('partner_01newcomer0000000000000000', 'Newcomer Labs', 'starter', 'hi@newcomer.test', 1763800000000),
  ('partner_01halfway00000000000000000', 'Halfway Calls', 'pro', 'desk@halfway.test', 1763800000000),
  ('partner_01paused000000000000000000', 'Paused & Co', 'enterprise', 'care@paused.test', 1763800000000);

INSERT INTO partner_members (id, partner_id, email, name, role, created_at) VALUES
  ('member_01acme00000000000000olivia', 'partner_01acme00000000000000000000', 'olivia@acme.test', 'Olivia Park', 'owner', 1763800000000),
  ('member_01acme0000000000000000mia', 'partner_01acme00000000000000000000', 'mia@acme.test', 'Mia Sato', 'member', 1763800000000),
  ('member_01acme0000000000000000noa', 'partner_01acme00000000000000000000', 'noa@freelance.test', 'Noa Lind', 'member', 1763800000000),
  ('member_01borealis000000000000noa', 'partner_01borealis0000000000000000', 'noa@freelance.test', 'Noa Lind', 'owner', 1763800000001),
  ('member_01borealis000000000000erik', 'partner_01borealis0000000000000000', 'erik@borealis.test', 'Erik Lund', 'owner', 1763800000000),
  ('member_01freebird000000000000faye', 'partner_01freebird0000000000000000', 'faye@freebird.test', 'Faye Moss', 'owner', 1763800000000),
  ('member_01newcomer000000000000nils', 'partner_01newcomer0000000000000000', 'nils@newcomer.test', 'Nils Berg', 'owner', 1763800000000),
  ('member_01halfway0000000000000hana', 'partner_01halfway00000000000000000', 'hana@halfway.test', 'Hana Ito', 'owner', 1763800000000),
  ('member_01paused00000000000000paul', 'partner_01paused000000000000000000', 'paul@paused.test', 'Paul Roy', 'owner', 1763800000000);

INSERT INTO connected_accounts
  (partner_id, account_id, details_submitted, charges_enabled, payouts_enabled, requirements_due, disabled_reason, synced_at) VALUES
  ('partner_01acme00000000000000000000', '{{DEMO_STRIPE_ACCOUNT}}', 1, 1, 1, '[]', NULL, 1763800000000),
  ('partner_01borealis0000000000000000', '{{DEMO_STRIPE_ACCOUNT}}Borealis', 1, 1, 1, '[]', NULL, 1763800000000),
  ('partner_01halfway00000000000000000', '{{DEMO_STRIPE_ACCOUNT}}Halfway', 0, 0, 0, '["business_profile.url","external_account"]', 'requirements.past_due', 1763800000000),
  ('partner_01paused000000000000000000', '{{DEMO_STRIPE_ACCOUNT}}Paused', 1, 0, 0, '["individual.verification.document"]', 'requirements.past_due', 1763800000000);

INSERT INTO portals (id, partner_id, subdomain, title, brand_color, created_at) VALUES
  ('portal_01acme00000000000000000000', 'partner_01acme00000000000000000000', 'acme', 'Acme Agents', '#0f766e', 1763800000000),
  ('portal_01borealis0000000000000000', 'partner_01borealis0000000000000000', 'borealis', 'Borealis Voice', '#facc15', 1763800000000),
  ('portal_01freebird0000000000000000', 'partner_01freebird0000000000000000', 'freebird', 'Freebird Studio', NULL, 1763800000000),
  ('portal_01newcomer0000000000000000', 'partner_01newcomer0000000000000000', 'newcomer', 'Newcomer Labs', NULL, 1763800000000),
  ('portal_01halfway00000000000000000', 'partner_01halfway00000000000000000', 'halfway', 'Halfway Calls', NULL, 1763800000000),
  ('portal_01paused000000000000000000', 'partner_01paused000000000000000000', 'paused', 'Paused & Co', '#be123c', 1763800000000);

-- Borealis has a domain of its own, which browsers find on this machine by themselves.
UPDATE portals SET custom_host = 'credits.borealis.localhost' WHERE subdomain = 'borealis';
INSERT INTO portal_domains (id, partner_id, portal_id, host, status, token, provider_id, created_at) VALUES
  ('domain_01borealis0000000000000000', 'partner_01borealis0000000000000000', 'portal_01borealis0000000000000000', 'credits.borealis.localhost', 'active', 'claim_demo_borealis', 'hostname_demo_borealis', 1763800000000);

INSERT INTO customers (id, partner_id, email, name, portal_access, email_verified_at, created_at) VALUES
  ('customer_01acme00000000000000000ana', 'partner_01acme00000000000000000000', 'ana@customer.test', 'Ana Silva', 'active', 1763800000000, 1763800000000),
  ('customer_01acme00000000000000000ben', 'partner_01acme00000000000000000000', 'ben@customer.test', 'Ben Adeyemi', 'invited', NULL, 1763800000000),
  ('customer_01borealis0000000000000ana', 'partner_01borealis0000000000000000', 'ana@customer.test', 'Ana Silva', 'active', 1763800000000, 1763800000000),
  ('customer_01paused000000000000000pia', 'partner_01paused000000000000000000', 'pia@customer.test', 'Pia Conti', 'active', 1763800000000, 1763800000000);

INSERT INTO credit_plans
  (id, partner_id, version, name, credits, price_minor, currency, description, active, popular, form_id, created_at, updated_at) VALUES
  ('plan_01acme0000000000000starter', 'partner_01acme00000000000000000000', 1, 'Starter Pack', 1000, 4900, 'usd', 'About eleven hours of calls at the usual rate.', 1, 0, 'demo-1', 1763800000000, 1763800000000),
  ('plan_01acme00000000000000000pro', 'partner_01acme00000000000000000000', 1, 'Pro Bundle', 5000, 19900, 'usd', 'For teams that call every day.', 1, 1, 'demo-2', 1763800000000, 1763800000000),
  ('plan_01acme0000000000enterprise', 'partner_01acme00000000000000000000', 1, 'Enterprise Package', 10000, 34900, 'usd', 'The lowest price per credit.', 1, 0, 'demo-3', 1763800000000, 1763800000000),
  ('plan_01borealis0000000000little', 'partner_01borealis0000000000000000', 1, 'Little Light', 500, 2500, 'usd', '', 1, 0, 'demo-1', 1763800000000, 1763800000000),
  ('plan_01borealis00000000northern', 'partner_01borealis0000000000000000', 1, 'Northern Sky', 5000, 19900, 'usd', 'For the long winter.', 1, 1, 'demo-2', 1763800000000, 1763800000000),
  ('plan_01paused0000000000standard', 'partner_01paused000000000000000000', 1, 'Standard', 1000, 5000, 'usd', '', 1, 0, 'demo-1', 1763800000000, 1763800000000);

INSERT INTO credit_plan_versions (plan_id, version, name, credits, price_minor, currency, description, created_by, created_at)
  SELECT id, version, name, credits, price_minor, currency, description, 'demo', created_at FROM credit_plans;
