import { env } from "cloudflare:test";

/** What was sold by currency, as the daily sums say it. */
const salesOf = (which: string) => `(
  SELECT json_group_object(currency, json_object('sold', sold, 'netMinor', net_minor)) FROM (
    SELECT currency, sum(sold) AS sold, sum(gross_minor - refunded_minor - disputed_minor) AS net_minor
    FROM sales_by_day WHERE ${which} GROUP BY currency ORDER BY currency))`;

/** The same object with its names in order. */
const inOrder = (object: string) => `(
  SELECT json_group_object(key, iif(type = 'object', json(value), value)) FROM (
    SELECT key, value, type FROM json_each(${object}) ORDER BY key))`;

/** For each table with kept columns, the rows in which one is not what its source says. */
const UNEQUAL = {
  customers: `
    SELECT id FROM customers WHERE number IS NULL
      OR balance_micros <> coalesce((SELECT balance_micros FROM customer_balances WHERE customer_id = customers.id), 0)
      OR is_low <> coalesce(balance_micros <= low_threshold_micros, 0)
      OR last_purchase_at IS NOT (SELECT max(credited_at) FROM purchases WHERE customer_id = customers.id)
      OR lifetime_net <> (SELECT json_group_array(json_object('currency', currency, 'netMinor',
        gross_minor - refunded_minor - disputed_minor)) FROM sales_by_customer AS sales
        WHERE sales.customer_id = customers.id AND sold <> 0)`,
  purchases: `
    SELECT purchases.id FROM purchases
      LEFT JOIN customers ON customers.id = purchases.customer_id AND customers.partner_id = purchases.partner_id
      LEFT JOIN emails ON emails.kind = 'receipt' AND emails.subject_id = purchases.id
      LEFT JOIN refund_cases ON refund_cases.purchase_id = purchases.id
    WHERE purchases.customer_email <> coalesce(customers.email, '') OR receipt_status IS NOT emails.status
      OR case_due_micros IS NOT refund_cases.due_micros OR case_opened_at IS NOT refund_cases.opened_at`,
  attempts: `
    SELECT attempt.id FROM purchase_attempts AS attempt
      JOIN purchases ON purchases.id = attempt.purchase_id
      LEFT JOIN customers ON customers.id = attempt.customer_id AND customers.partner_id = attempt.partner_id
    WHERE attempt.customer_email <> coalesce(customers.email, '') OR attempt.plan_name <> purchases.plan_name
      OR attempt.price_minor <> purchases.price_minor OR attempt.currency <> purchases.currency
      OR attempt.account_id <> purchases.account_id OR attempt.livemode <> purchases.livemode
      OR purchase_payment_intent_id IS NOT purchases.payment_intent_id`,
  emails: `
    SELECT emails.id FROM emails
      LEFT JOIN customers ON customers.id = emails.customer_id AND customers.partner_id = emails.partner_id
      LEFT JOIN customers AS visitors ON emails.kind = 'sign_in' AND visitors.partner_id = emails.partner_id
        AND visitors.email = emails.recipient
    WHERE emails.customer_email IS NOT customers.email OR emails.signed_in_id IS NOT visitors.id`,
  // Of whoever has gone the last name stays.
  audit_log: `
    SELECT log.id FROM audit_log AS log
      LEFT JOIN partner_members AS member ON member.id = log.actor_id AND member.partner_id = log.partner_id
      LEFT JOIN customers AS customer ON customer.id = log.actor_id AND customer.partner_id = log.partner_id
    WHERE actor_name <> coalesce(nullif(member.name, ''), member.email, nullif(customer.name, ''), customer.email)
      OR actor_name IS NULL AND (member.id IS NOT NULL OR customer.id IS NOT NULL)`,
  plans: `
    SELECT id FROM credit_plans AS plan WHERE ${inOrder("sales")} <> ${salesOf("plan_id = plan.id")}
      OR ${inOrder("sold_by_day")} <> (SELECT json_group_object(day, sold) FROM (
        SELECT day, sum(sold) AS sold, max(day) OVER () AS last_day FROM sales_by_day WHERE plan_id = plan.id
        GROUP BY day ORDER BY day) WHERE day > date(last_day, '-30 days'))`,
  partners: `SELECT id FROM partners WHERE ${inOrder("sales")} <> ${salesOf("partner_id = partners.id")}`,
  // Within one partner the numbers say who came after whom, and no stretch has customers of two.
  numbers: `
    SELECT id FROM customers WHERE number >> 32 IN (SELECT number >> 32 FROM customers AS other
      WHERE other.partner_id <> customers.partner_id)`,
};

/** The rows of all partners that are not as they must be; and fails where the search index is not what it is made of. */
export async function unequalRows(): Promise<Record<string, unknown[]>> {
  const names = Object.keys(UNEQUAL);
  const answers = await env.DB.batch(Object.values(UNEQUAL).map((sql) => env.DB.prepare(sql)));
  await env.DB.prepare(
    "INSERT INTO customer_search (customer_search, rank) VALUES ('integrity-check', 1)",
  ).run();
  return Object.fromEntries(names.map((name, at) => [name, answers[at]?.results ?? []]));
}

export const NONE = Object.fromEntries(Object.keys(UNEQUAL).map((name) => [name, []]));
