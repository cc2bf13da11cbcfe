import { env } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import { listAttempts } from "../../db/attempts.server";
import { type Database, openDatabase } from "../../db/client.server";
import { type CustomerNarrowing, listCustomers } from "../../db/customer-list.server";
import { findCustomerId } from "../../db/customers.server";
import { listCustomerPurchases, listPurchases } from "../../db/sales.server";

const CUSTOMERS = 10_000;
const PURCHASES = 100_000;
const PAGE = 26;
const PARTNER = "partner_of_many";
const ALL: CustomerNarrowing = { search: "", access: null, aiCredits: null, lowOnly: false };

// A neighbour with as many, so that a query which forgot the partner would be seen.
const insertAll = (partner: string) => [
  `INSERT INTO customers (id, partner_id, email, name, company, portal_access, ai_credits_enabled, low_threshold_micros, created_at)
   SELECT '${partner}_c' || value, '${partner}', 'c' || value || '@customer.test', 'Customer ' || value, '',
     iif(value % 100 = 0, 'blocked', 'active'), value % 100 <> 1, iif(value % 100 = 2, 1, NULL), value
   FROM n WHERE value < ${CUSTOMERS}`,
  `INSERT INTO purchases (id, partner_id, customer_id, plan_id, plan_version, plan_name, credits_micros, price_minor,
     currency, platform_fee_minor, state, account_id, opened_at, credited_at, revision)
   SELECT '${partner}_p' || value, '${partner}', '${partner}_c' || (value % ${CUSTOMERS}), 'plan', 1, 'Pack', 1, 100, 'usd', 1,
     iif(value % 100 = 0, 'failed', 'credited'), 'acct', value, iif(value % 100 = 0, NULL, value), 1
   FROM n`,
  `INSERT INTO purchase_attempts (customer_id, id, partner_id, purchase_id, code, message, at)
   SELECT customer_id, 'ch_' || id, partner_id, id, 'expired_card', '', opened_at FROM purchases WHERE partner_id = '${partner}'`,
  `INSERT INTO customer_balances (customer_id, partner_id, balance_micros, last_seq, updated_at)
   SELECT id, partner_id, 1, 1, 1 FROM customers WHERE partner_id = '${partner}'`,
  `INSERT INTO sales_by_customer (partner_id, customer_id, currency, sold, gross_minor, refunded_minor, disputed_minor)
   SELECT partner_id, customer_id, currency, count(*), sum(price_minor), 0, 0 FROM purchases
   WHERE partner_id = '${partner}' AND credited_at IS NOT NULL GROUP BY customer_id`,
];

beforeAll(async () => {
  const numbers = `WITH RECURSIVE n (value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n WHERE value < ${PURCHASES - 1}) `;
  for (const partner of [PARTNER, "partner_next_door"]) {
    await env.DB.prepare("INSERT INTO partners (id, name, tier, created_at) VALUES (?, 'Many', 'pro', 1)")
      .bind(partner)
      .run();
    for (const sql of insertAll(partner)) await env.DB.prepare(numbers + sql).run();
  }
}, 120_000);

/** What D1 itself says that it read for a query, beside what was found. */
async function costOf(ask: (db: Database) => Promise<unknown[] | unknown>) {
  let rowsRead = 0;
  const counted = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get(target, name) {
        if (name === "bind") return (...values: unknown[]) => counted(target.bind(...values));
        if (name !== "raw") return Reflect.get(target, name).bind(target);
        // `raw` answers rows alone: asked as `all`, whose columns come in the same order, D1 says what it read.
        return async () => {
          const { meta } = await target.all();
          rowsRead += meta.rows_read;
          return target.raw();
        };
      },
    });
  const d1 = new Proxy(env.DB, {
    get: (target, name) =>
      name === "prepare"
        ? (sql: string) => counted(target.prepare(sql))
        : Reflect.get(target, name).bind(target),
  });
  const found = await ask(openDatabase(d1));
  return { rowsRead, found: Array.isArray(found) ? found.length : Number(found !== null) };
}

const customers = (
  narrowing: Partial<CustomerNarrowing>,
  after: { createdAt: number; id: string } | null = null,
) => costOf((db) => listCustomers(db, PARTNER, { ...ALL, ...narrowing }, after, PAGE));

/** A page of rows from each table, and one row more where a page begins in the middle. */
const pageOf = (tables: number) => PAGE * tables + 1;

// Customers, balances, last purchases, sums in each currency, and the row from which the sums become JSON.
const CUSTOMER_PAGE = pageOf(5);

test("L149 a page of 10,000 customers costs a page: the first, one in the middle, and by each filter", async () => {
  const middle = { createdAt: CUSTOMERS / 2, id: `${PARTNER}_c${CUSTOMERS / 2}` };
  const costs = [
    await customers({}),
    await customers({}, middle),
    await customers({ access: "active" }),
    await customers({ access: "blocked" }, middle),
    await customers({ aiCredits: false }),
    await customers({ lowOnly: true }),
  ];
  for (const { rowsRead } of costs) expect(rowsRead).toBeLessThanOrEqual(CUSTOMER_PAGE);
  expect(costs.map(({ found }) => found)).toEqual([PAGE, PAGE, PAGE, PAGE, PAGE, PAGE]);
});

test("L149 a search, and two filters at once, read on until the page is full: at most this partner's customers once", async () => {
  const costs = [
    await customers({ search: "nobody" }),
    await customers({ search: "customer 7.", access: "blocked" }),
    await customers({ access: "blocked", aiCredits: false }),
  ];
  for (const { rowsRead } of costs) expect(rowsRead).toBeLessThanOrEqual(CUSTOMERS + CUSTOMER_PAGE);
  // What is found at once ends at once.
  expect((await customers({ search: "customer" })).rowsRead).toBeLessThanOrEqual(CUSTOMER_PAGE);
});

test("L94 a page of 100,000 purchases costs a page, by state, by customer and for one customer", async () => {
  const before = { at: PURCHASES / 2, id: `${PARTNER}_p${PURCHASES / 2}` };
  const none = { state: null, customerId: null };
  const ana = `${PARTNER}_c1`;
  const costs = [
    await costOf((db) => listPurchases(db, PARTNER, none, null, PAGE)),
    await costOf((db) => listPurchases(db, PARTNER, none, before, PAGE)),
    await costOf((db) => listPurchases(db, PARTNER, { ...none, state: "failed" }, before, PAGE)),
    await costOf((db) => listPurchases(db, PARTNER, { ...none, customerId: ana }, null, PAGE)),
    await costOf((db) => listPurchases(db, PARTNER, { state: "failed", customerId: ana }, null, PAGE)),
    await costOf((db) => listCustomerPurchases(db, PARTNER, ana, null, PAGE)),
    await costOf((db) => findCustomerId(db, PARTNER, "c1@customer.test")),
  ];
  for (const { rowsRead } of costs) expect(rowsRead).toBeLessThanOrEqual(pageOf(2));
  expect(costs.map(({ found }) => found)).toEqual([PAGE, PAGE, PAGE, 10, 0, 10, 1]);
});

test("L90 a page of 100,000 attempts costs a page, of all customers and of one", async () => {
  const before = { at: PURCHASES / 2, id: `ch_${PARTNER}_p${PURCHASES / 2}` };
  const costs = [
    await costOf((db) => listAttempts(db, PARTNER, null, null, PAGE)),
    await costOf((db) => listAttempts(db, PARTNER, null, before, PAGE)),
    await costOf((db) => listAttempts(db, PARTNER, `${PARTNER}_c1`, null, PAGE)),
  ];
  for (const { rowsRead } of costs) expect(rowsRead).toBeLessThanOrEqual(pageOf(3));
  expect(costs.map(({ found }) => found)).toEqual([PAGE, PAGE, 10]);
});
