import { env } from "cloudflare:test";

/** A partner with much of everything that there are lists of. */
export const PARTNER = "partner_of_many";
const NEIGHBOUR = "partner_next_door";

export const CUSTOMERS = 10_000;
export const PURCHASES = 100_000;
/** On how many days, up to 2026-01-01, each plan was sold ten times in each of two currencies. */
export const SELLING_DAYS = 365;

export const accountOf = (partner: string) => ({ accountId: `acct_${partner}` });

// By statements for all of them at once, which go past no trigger.
const insertAll = (partner: string) => [
  `INSERT INTO partners (id, name, tier, created_at) SELECT '${partner}', 'Many', 'pro', 1 FROM n LIMIT 1`,
  `INSERT INTO partner_members (id, partner_id, email, name, role, created_at)
   SELECT '${partner}_m', '${partner}', '${partner}@partner.test', 'Mo', 'owner', 1 FROM n LIMIT 1`,
  `INSERT INTO connected_accounts (partner_id, account_id, synced_at)
   SELECT '${partner}', 'acct_${partner}', 1 FROM n LIMIT 1`,
  `INSERT INTO customers (id, partner_id, email, name, company, portal_access, ai_credits_enabled, low_threshold_micros, created_at)
   SELECT '${partner}_c' || value, '${partner}', 'c' || value || '@customer.test', 'Customer ' || value,
     iif(value % 100 = 3, 'Rare & Sons', ''), iif(value % 100 = 0, 'blocked', 'active'), value % 100 <> 1,
     iif(value % 100 = 2, 1, NULL), value
   FROM n WHERE value < ${CUSTOMERS}`,
  `INSERT INTO purchases (id, partner_id, customer_id, plan_id, plan_version, plan_name, credits_micros, price_minor,
     currency, platform_fee_minor, state, account_id, opened_at, credited_at, revision)
   SELECT '${partner}_p' || value, '${partner}', '${partner}_c' || (value % ${CUSTOMERS}), 'plan', 1, 'Pack', 1, 100, 'usd', 1,
     iif(value % 100 = 0, 'failed', 'credited'), 'acct', value, iif(value % 100 = 0, NULL, value), 1
   FROM n`,
  // One customer has bought as often as thousands of others together.
  `INSERT INTO purchases (id, partner_id, customer_id, plan_id, plan_version, plan_name, credits_micros, price_minor,
     currency, platform_fee_minor, state, account_id, opened_at, credited_at, revision)
   SELECT '${partner}_q' || value, '${partner}', '${partner}_c1', 'plan', 1, 'Pack', 1, 100, 'usd', 1,
     iif(value < 40, 'expired', 'credited'), 'acct', value, iif(value < 40, NULL, value), 1
   FROM n WHERE value < 5000`,
  `INSERT INTO purchase_attempts (customer_id, id, partner_id, purchase_id, code, message, at)
   SELECT customer_id, 'ch_' || id, partner_id, id, 'expired_card', '', opened_at FROM purchases WHERE partner_id = '${partner}'`,
  `INSERT INTO customer_balances (customer_id, partner_id, balance_micros, last_seq, updated_at)
   SELECT id, partner_id, 1, 1, 1 FROM customers WHERE partner_id = '${partner}'`,
  `INSERT INTO sales_by_customer (partner_id, customer_id, currency, sold, gross_minor, refunded_minor, disputed_minor)
   SELECT partner_id, customer_id, currency, count(*), sum(price_minor), 0, 0 FROM purchases
   WHERE partner_id = '${partner}' AND credited_at IS NOT NULL GROUP BY customer_id`,
  `INSERT INTO refund_cases (purchase_id, partner_id, customer_id, policy, due_micros, taken_micros, kept_micros, refunds,
     disputes, decisions, opened_at, changed_at, revision)
   SELECT '${partner}_p' || value, '${partner}', '${partner}_c' || (value % ${CUSTOMERS}), 'manual', value % 2, 0, 0, '[]',
     '[]', '[]', value, value, 1
   FROM n WHERE value < 1000`,
  `INSERT INTO emails (id, partner_id, customer_id, kind, subject_id, status, next_attempt_at, created_at)
   SELECT '${partner}_e' || value, '${partner}', '${partner}_c' || value, iif(value % 150 = 0, 'low_credits', 'receipt'),
     '${partner}_p' || value, iif(value % 100 = 0, 'failed', 'queued'), 1, value
   FROM n WHERE value < ${CUSTOMERS}`,
  `INSERT INTO webhook_events (event_id, account_id, type, livemode, outcome, detail, payload, received_at,
     last_delivery_at, duration_ms)
   SELECT '${partner}_e' || value, 'acct_${partner}', 'charge.refunded', 0, iif(value % 100 = 0, 'failed', 'processed'), '',
     '{}', value, value, 1
   FROM n WHERE value < ${CUSTOMERS}`,
  // What customers did, and what is about plans, is rare, and both at once even more so.
  `INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, at)
   SELECT '${partner}_a' || value, '${partner}', iif(value % 100 = 0, 'customer', 'member'),
     '${partner}' || iif(value % 100 = 0, '_c1', '_m'), iif(value % 150 = 0, 'plan.moved', 'customer.edited'),
     '${partner}_c' || (value % 50), value
   FROM n WHERE value < ${CUSTOMERS}`,
];

const insertPlans = (partner: string) => [
  // Thirty plans, of which every third is deleted, sold in two currencies each day of a year.
  `INSERT INTO credit_plans (id, partner_id, version, name, credits, price_minor, currency, description, active, popular,
     form_id, created_at, updated_at, deleted_at)
   SELECT '${partner}_plan' || value, '${partner}', 1, 'Pack', 1, 100, 'usd', '', 1, 0, value, 1, 1, iif(value % 3 = 0, 1, NULL)
   FROM n WHERE value < 30`,
  `INSERT INTO sales_by_day (partner_id, day, currency, plan_id, sold, returned, credits_micros, gross_minor, refunded_minor,
     disputed_minor, platform_fee_minor)
   SELECT '${partner}', date('2026-01-01', '-' || (value / 60) || ' days'), iif(value % 2, 'usd', 'eur'),
     '${partner}_plan' || (value / 2 % 30), 10, 0, 1, 1000, 100, 0, 0
   FROM n WHERE value < ${SELLING_DAYS * 60}`,
];

/** The neighbour has fewer, at the same moments: so that a query which forgot the partner would be seen. */
export async function openCrowdedPartner() {
  await open(PARTNER, PURCHASES);
  await open(NEIGHBOUR, PURCHASES / 20);
}

async function open(partner: string, purchases: number) {
  const numbers = `WITH RECURSIVE n (value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n WHERE value < ${purchases - 1}) `;
  for (const sql of [...insertAll(partner), ...insertPlans(partner)])
    await env.DB.prepare(numbers + sql).run();
}
