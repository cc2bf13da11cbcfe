import { env } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import { newId } from "../../app/ids";
import { KEPT_TABLES, type KeptTableName } from "../../db/kept-columns";
import { stripe } from "../shop/outside";
import { DECLINED_CARD } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { wholeRun } from "./operator";

let shop: Shop;
let neighbour: Shop;

const run = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

/** A shop of which every list has something: bought, declined and given back, and somebody of the team has gone. */
async function liveADay(): Promise<Shop> {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer("ana");
  const bought = await ana.chooses("Starter Pack");
  await bought.pays();
  await (await ana.chooses("Starter Pack")).pays(DECLINED_CARD);
  const session = await stripe.read<{ payment_intent: string }>(
    `checkout/sessions/${bought.sessionId}`,
    shop.accountId,
  );
  await stripe.refund(session.payment_intent, 1_000);
  await run("UPDATE customers SET low_threshold_micros = 1 WHERE id = ?", ana.id);
  await ana.walletIsCopied();

  const gone = newId("member");
  await run(
    `INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, before, at) VALUES
       (?1, ?3, 'member', ?4, 'member.removed', ?5, '{"name":"","email":"gone@partner.test"}', 2),
       (?2, ?3, 'member', ?5, 'plan.moved', 'plan_1', NULL, 1)`,
    ...[newId("audit"), newId("audit"), shop.partnerId, shop.ownerId, gone],
  );
  await run("UPDATE audit_log SET actor_name = 'gone@partner.test' WHERE actor_id = ?", gone);
  return shop;
}

const ownerOf = (table: string) => (table === "partners" ? "id" : "partner_id");

const rowsOf = async (partnerId: string) => {
  const tables = Object.keys(KEPT_TABLES);
  const answers = await env.DB.batch<Record<string, unknown>>(
    tables.map((table) =>
      env.DB.prepare(`SELECT * FROM ${table} WHERE ${ownerOf(table)} = ? ORDER BY id`).bind(partnerId),
    ),
  );
  return Object.fromEntries(tables.map((table, at) => [table, answers[at]?.results ?? []]));
};

beforeAll(async () => {
  [shop, neighbour] = [await liveADay(), await liveADay()];
});

/** Only the lists, so that nothing else has mended what the run is to mend. */
const verifyLists = (partnerId?: string) => wholeRun("verify", partnerId, "lists");
const rebuildLists = (partnerId?: string) => wholeRun("rebuild", partnerId, "lists");

/** What somebody writes by hand into each column; a number has no source, and is told of below. */
const DAMAGE: {
  [T in KeptTableName]: Record<Exclude<keyof (typeof KEPT_TABLES)[T]["sources"], "number">, string>;
} = {
  customers: {
    balance_micros: "balance_micros + 1",
    is_low: "1 - is_low",
    last_purchase_at: "NULL",
    lifetime_net: `'[{"currency":"usd","netMinor":1}]'`,
  },
  purchases: {
    customer_email: "'somebody@customer.test'",
    receipt_status: "'failed'",
    case_due_micros: "coalesce(case_due_micros, 0) + 1",
    case_opened_at: "1",
  },
  purchase_attempts: {
    customer_email: "''",
    plan_name: "'Another Pack'",
    price_minor: "price_minor + 1",
    currency: "'eur'",
    account_id: "'acct_another'",
    livemode: "1 - livemode",
    purchase_payment_intent_id: "'pi_another'",
  },
  emails: { customer_email: "'somebody@customer.test'", signed_in_id: "'customer_another'" },
  audit_log: { actor_name: "'Somebody'" },
  credit_plans: { sales: `'{"usd":{"sold":7,"netMinor":7}}'`, sold_by_day: "'{}'" },
  partners: { sales: "json_remove(sales, '$.usd.sold')" },
};

const COLUMNS = Object.entries(DAMAGE).flatMap(([table, columns]) =>
  Object.entries(columns).map(([column, value]) => [table, column, value] as const),
);

test.each(COLUMNS)(
  "L149 %s.%s, written by hand, is named in each row and made anew from its source",
  async (table, column, value) => {
    const [before, elsewhere] = [await rowsOf(shop.partnerId), await rowsOf(neighbour.partnerId)];
    await run(`UPDATE ${table} SET ${column} = ${value} WHERE ${ownerOf(table)} = ?`, shop.partnerId);
    await run(`UPDATE ${table} SET ${column} = ${value} WHERE ${ownerOf(table)} = ?`, neighbour.partnerId);
    const damaged = await rowsOf(neighbour.partnerId);

    const findings = (before[table] ?? []).map(({ id }) => ({
      partnerId: shop.partnerId,
      table,
      id,
      columns: [column],
    }));
    expect(findings).not.toEqual([]);
    const named = await verifyLists(shop.partnerId);
    expect(named.findings).toHaveLength(findings.length);
    expect(named.findings).toEqual(expect.arrayContaining(findings));
    expect((await rebuildLists(shop.partnerId)).mended).toEqual(named.findings);

    expect(await rowsOf(shop.partnerId)).toEqual(before);
    expect((await verifyLists(shop.partnerId)).findings).toEqual([]);
    expect(await rowsOf(neighbour.partnerId)).toEqual(damaged);
    await rebuildLists();
    expect(await rowsOf(neighbour.partnerId)).toEqual(elsewhere);
  },
);

const numbersOf = async (partnerId: string) => {
  const { results } = await env.DB.prepare(
    "SELECT number FROM customers WHERE partner_id = ? ORDER BY number",
  )
    .bind(partnerId)
    .all<{ number: number | null }>();
  return results.map(({ number }) => number);
};

const stretchesOf = async (partnerId: string) =>
  new Set((await numbersOf(partnerId)).map((number) => number && Math.floor(number / 2 ** 32)));

test.each([
  ["is gone", "NULL"],
  ["is nobody's", "99"],
  ["is one of another partner's", "(SELECT max(number) + 1 FROM customers WHERE partner_id = ?2)"],
])(
  "L149 a customer's place in the list that %s is named, and made anew among the partner's own",
  async (_, value) => {
    const open = await openShop();
    const ids = [
      await open.invites("a@customer.test"),
      await open.invites("b@customer.test"),
      await open.invites("c@customer.test"),
    ];
    const untouched = await rowsOf(neighbour.partnerId);
    await run(
      `UPDATE customers SET number = ${value} WHERE id = ?1 AND ?2 <> ''`,
      ids[1],
      neighbour.partnerId,
    );

    const isNamed = expect.objectContaining({ table: "customers", columns: ["number"] });
    expect((await verifyLists(open.partnerId)).findings).toContainEqual(isNamed);
    expect((await verifyLists(neighbour.partnerId)).findings).not.toContainEqual(isNamed);
    await rebuildLists(open.partnerId);
    expect((await verifyLists(open.partnerId)).findings).toEqual([]);
    expect(new Set(await numbersOf(open.partnerId))).toHaveLength(3);
    expect(await stretchesOf(open.partnerId)).not.toContain(null);
    expect(await stretchesOf(open.partnerId)).toHaveLength(1);
    const found = (await (await open.owner()).browser.get("/customers?q=@customer.test")).text;
    for (const letter of ["a", "b", "c"]) expect(found).toContain(`${letter}@customer.test`);
    expect(await rowsOf(neighbour.partnerId)).toEqual(untouched);
  },
);

test("L149 a search index that has forgotten a customer, or knows an old name, is named, and finds everybody again", async () => {
  const open = await openShop();
  await open.invites("zoe@customer.test", "Zoe");
  const tell = (told: string) =>
    run(
      `INSERT INTO customer_search (customer_search, rowid, search_text, search_marks)
       SELECT 'delete', number, ${told}, search_marks FROM customers WHERE partner_id = ?`,
      open.partnerId,
    );
  const owner = await open.owner();
  const findsZoe = async () =>
    (await owner.browser.get("/customers?q=Zoe")).text.includes("zoe@customer.test");
  expect(await findsZoe()).toBe(true);

  await tell("search_text");
  expect(await findsZoe()).toBe(false);
  const finding = {
    partnerId: null,
    table: "customer_search",
    id: null,
    columns: ["search_text", "search_marks"],
  };
  expect((await verifyLists(open.partnerId)).findings).toEqual([finding]);
  expect((await rebuildLists(open.partnerId)).mended).toEqual([finding]);
  expect(await findsZoe()).toBe(true);

  await tell("'Somebody else'");
  expect((await verifyLists(open.partnerId)).findings).toEqual([finding]);
  await rebuildLists(open.partnerId);
  expect((await verifyLists(open.partnerId)).findings).toEqual([]);
});

test("a run begins with the wallets and goes on with the lists, in pages, and sees each row once", async () => {
  const crowd = await openShop();
  await run(
    `WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 450)
     INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, at)
     SELECT 'audit_crowd' || value, ?, 'member', ?, 'plan.moved', 'plan_1', value / 3 FROM n`,
    ...[crowd.partnerId, crowd.ownerId],
  );
  await crowd.invites("first@customer.test");
  const all = Object.values(await rowsOf(crowd.partnerId)).flat().length;
  expect(await wholeRun("verify", crowd.partnerId)).toMatchObject({
    customers: 1,
    rows: all,
    pages: 4,
    findings: [],
  });

  await run("UPDATE audit_log SET actor_name = 'Somebody' WHERE id IN ('audit_crowd1', 'audit_crowd450')");
  const { mended } = await wholeRun("rebuild", crowd.partnerId);
  expect(mended).toMatchObject([{ id: "audit_crowd450" }, { id: "audit_crowd1" }]);
  expect((await wholeRun("verify")).findings).toEqual([]);
});
