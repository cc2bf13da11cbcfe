/**
 * What decision 0032 keeps beside a row for its list, and what the source of each such column says. Triggers keep them;
 * this is what they must come to, and what compares them, mends them and tests them.
 */
export interface KeptTable {
  /** A partner's rows lie in an index in this order, backwards, and are looked through in it. */
  order: readonly string[];
  /** By column, what its source says: SQL about a row of the table, which goes by the table's own name. */
  sources: Readonly<Record<string, string>>;
  /** Sums for all of a partner's rows at once, which the sources may name; `?1` is the partner. */
  sums?: string;
  /** Columns that are objects of JSON: their names may stand in any order. */
  objects?: readonly string[];
  /** Which column says whose the row is, where it is another. */
  partner?: string;
}

const ADDRESS_OF = (table: string) => `
  (SELECT email FROM customers AS owner WHERE owner.id = ${table}.customer_id AND owner.partner_id = ${table}.partner_id)`;

const BALANCE = `
  coalesce((SELECT copied.balance_micros FROM customer_balances AS copied
    WHERE copied.customer_id = customers.id AND copied.partner_id = customers.partner_id), 0)`;

const NEWEST = "(SELECT max(number) FROM customers AS own WHERE own.partner_id = customers.partner_id)";

/** Whether the stretch of numbers in which the partner's newest customer is began with a customer of the same partner. */
const IN_OWN_STRETCH = `
  (SELECT first.partner_id FROM customers AS first WHERE first.number >= ${NEWEST} >> 32 << 32
    ORDER BY first.number LIMIT 1) IS customers.partner_id`;

// A number has no source: it is right where it is, if that is where the partner's newest is. One that was lost comes
// behind the newest.
const NUMBER = `
  CASE WHEN ${IN_OWN_STRETCH} AND customers.number >> 32 = ${NEWEST} >> 32 THEN customers.number
    WHEN ${IN_OWN_STRETCH} AND ${NEWEST} IS NOT NULL THEN ${NEWEST} + 1
    ELSE (SELECT (coalesce(max(number), 0) >> 32) + 1 << 32 FROM customers AS anybody) END`;

const ofThePurchase = (column: string) => `
  coalesce((SELECT ${column} FROM purchases AS bought WHERE bought.id = purchase_attempts.purchase_id),
    purchase_attempts.${column})`;

const SOLD = "json_object('sold', sold, 'netMinor', net_minor)";
const SOLD_SUMS = "sum(sold) AS sold, sum(gross_minor - refunded_minor - disputed_minor) AS net_minor";

const SUMS_OF_PLANS = `
  sold_of_plan AS MATERIALIZED (
    SELECT plan_id, json_group_object(currency, ${SOLD}) AS sales FROM (
      SELECT plan_id, currency, ${SOLD_SUMS} FROM sales_by_day WHERE partner_id = ?1 GROUP BY plan_id, currency)
    GROUP BY plan_id),
  lately_of_plan AS MATERIALIZED (
    SELECT plan_id, json_group_object(day, sold) AS sold_by_day FROM (
      SELECT plan_id, day, sum(sold) AS sold, max(day) OVER (PARTITION BY plan_id) AS last_day
      FROM sales_by_day WHERE partner_id = ?1 GROUP BY plan_id, day)
    WHERE day > date(last_day, '-30 days') GROUP BY plan_id)`;

const NAME = "coalesce(nullif(name, ''), email)";

// Of somebody who has gone, as it was last; and where nobody wrote down that they went, as it is in the row.
const ACTOR_NAME = `
  CASE WHEN audit_log.actor_type <> 'system' THEN coalesce(
    (SELECT ${NAME} FROM partner_members AS member
     WHERE member.id = audit_log.actor_id AND member.partner_id = audit_log.partner_id),
    (SELECT ${NAME} FROM customers AS customer
     WHERE customer.id = audit_log.actor_id AND customer.partner_id = audit_log.partner_id),
    (SELECT coalesce(nullif(gone.before->>'name', ''), gone.before->>'email') FROM audit_log AS gone
     WHERE gone.partner_id = audit_log.partner_id AND gone.object_id = audit_log.actor_id
       AND gone.action = 'member.removed' ORDER BY gone.at DESC, gone.id DESC LIMIT 1),
    audit_log.actor_name) END`;

export const KEPT_TABLES = {
  customers: {
    order: ["email"],
    sources: {
      number: NUMBER,
      balance_micros: BALANCE,
      is_low: `coalesce(${BALANCE} <= customers.low_threshold_micros, 0)`,
      last_purchase_at: `
        (SELECT max(credited_at) FROM purchases AS bought WHERE bought.partner_id = customers.partner_id
          AND bought.customer_id = customers.id AND bought.credited_at IS NOT NULL)`,
      lifetime_net: `
        (SELECT json_group_array(json_object('currency', currency, 'netMinor',
          gross_minor - refunded_minor - disputed_minor)) FROM sales_by_customer AS sales
          WHERE sales.partner_id = customers.partner_id AND sales.customer_id = customers.id AND sold <> 0)`,
    },
  },
  purchases: {
    order: ["opened_at", "id"],
    sources: {
      customer_email: `coalesce(${ADDRESS_OF("purchases")}, '')`,
      receipt_status: `
        (SELECT status FROM emails AS receipt WHERE receipt.kind = 'receipt' AND receipt.subject_id = purchases.id)`,
      case_due_micros: `
        (SELECT due_micros FROM refund_cases AS opened WHERE opened.purchase_id = purchases.id)`,
      case_opened_at: `
        (SELECT opened.opened_at FROM refund_cases AS opened WHERE opened.purchase_id = purchases.id)`,
    },
  },
  purchase_attempts: {
    order: ["at", "id"],
    sources: {
      customer_email: `coalesce(${ADDRESS_OF("purchase_attempts")}, '')`,
      plan_name: ofThePurchase("plan_name"),
      price_minor: ofThePurchase("price_minor"),
      currency: ofThePurchase("currency"),
      account_id: ofThePurchase("account_id"),
      livemode: ofThePurchase("livemode"),
      purchase_payment_intent_id: `
        (SELECT payment_intent_id FROM purchases AS bought WHERE bought.id = purchase_attempts.purchase_id)`,
    },
  },
  emails: {
    order: ["created_at", "id"],
    sources: {
      customer_email: ADDRESS_OF("emails"),
      signed_in_id: `
        CASE WHEN emails.kind = 'sign_in' THEN (SELECT visitor.id FROM customers AS visitor
          WHERE visitor.partner_id = emails.partner_id AND visitor.email = emails.recipient) END`,
    },
  },
  audit_log: { order: ["at", "id"], sources: { actor_name: ACTOR_NAME } },
  credit_plans: {
    order: ["form_id"],
    objects: ["sales", "sold_by_day"],
    sums: SUMS_OF_PLANS,
    sources: {
      sales: "coalesce((SELECT sales FROM sold_of_plan WHERE plan_id = credit_plans.id), '{}')",
      sold_by_day: "coalesce((SELECT sold_by_day FROM lately_of_plan WHERE plan_id = credit_plans.id), '{}')",
    },
  },
  partners: {
    order: ["id"],
    partner: "id",
    objects: ["sales"],
    sources: {
      sales: `
        (SELECT json_group_object(currency, ${SOLD}) FROM (
          SELECT currency, ${SOLD_SUMS} FROM sales_by_day WHERE partner_id = ?1 GROUP BY currency))`,
    },
  },
} as const satisfies Record<string, KeptTable>;

export type KeptTableName = keyof typeof KEPT_TABLES;

export const KEPT_TABLE_NAMES = Object.keys(KEPT_TABLES) as KeptTableName[];
