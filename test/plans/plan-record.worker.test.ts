import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { openShop, type Shop } from "../shop/shop";
import { fieldOf } from "../shop/visitor";
import { listedPlans, NEW_PLAN } from "./credit-plans-page";

const STARTER = { name: "Starter Pack", credits: "1000", price: "49", description: "Best", active: "on" };

const rowsOf = async ({ partnerId }: Shop, sql: string) =>
  (await env.DB.prepare(sql).bind(partnerId).all<Record<string, unknown>>()).results;

const versionsOf = (shop: Shop) =>
  rowsOf(
    shop,
    "SELECT v.* FROM credit_plan_versions v JOIN credit_plans p ON p.id = v.plan_id WHERE p.partner_id = ?",
  );

const auditOf = (shop: Shop) => rowsOf(shop, "SELECT * FROM audit_log WHERE partner_id = ?");
const plansOf = (shop: Shop) => rowsOf(shop, "SELECT * FROM credit_plans WHERE partner_id = ?");

test("a created plan leaves one version and one line in the audit log, by the member who made it", async () => {
  const shop = await openShop();
  await (await shop.owner()).creates(STARTER);
  const member = await env.DB.prepare("SELECT id FROM partner_members WHERE partner_id = ?")
    .bind(shop.partnerId)
    .first<string>("id");
  const [plan] = await plansOf(shop);

  expect(await versionsOf(shop)).toEqual([
    {
      plan_id: plan?.id,
      version: 1,
      name: "Starter Pack",
      credits: 1_000,
      price_minor: 4_900,
      currency: "usd",
      description: "Best",
      created_by: member,
      created_at: plan?.created_at,
    },
  ]);
  const [audit, ...more] = await auditOf(shop);
  expect(more).toEqual([]);
  expect(audit).toMatchObject({
    actor_type: "member",
    actor_id: member,
    action: "plan.created",
    object_id: plan?.id,
    before: null,
  });
  expect(JSON.parse(String(audit?.after))).toEqual({
    name: "Starter Pack",
    credits: 1_000,
    priceMinor: 4_900,
    currency: "usd",
    unitCostMinorPer1000: null,
    description: "Best",
    active: true,
    popular: false,
    audience: "all",
  });
});

test("L29 one form that is sent ten times at once is one plan, one version and one audit line", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const formId = fieldOf(await owner.browser.get(NEW_PLAN), "formId");
  const sent = await Promise.all(
    Array.from({ length: 10 }, () => owner.browser.post(NEW_PLAN, { ...STARTER, formId })),
  );

  expect(sent.map(({ status }) => status)).toEqual(Array(10).fill(303));
  expect(await listedPlans(owner)).toHaveLength(1);
  expect(await versionsOf(shop)).toHaveLength(1);
  expect(await auditOf(shop)).toHaveLength(1);
});

test("two partners whose forms carry the same id have a plan each", async () => {
  const shops = [await openShop(), await openShop()];
  for (const shop of shops) {
    const owner = await shop.owner();
    await owner.browser.post(NEW_PLAN, { ...STARTER, formId: "form_of_both" });
    expect(await plansOf(shop)).toHaveLength(1);
  }
});

test("what a plan said at a version can be neither changed, removed nor written over", async () => {
  const shop = await openShop();
  await (await shop.owner()).creates(STARTER);
  const before = await versionsOf(shop);
  const planId = String(before[0]?.plan_id);
  const run = (sql: string) => env.DB.prepare(sql).bind(planId).run();

  await expect(run("UPDATE credit_plan_versions SET price_minor = 1 WHERE plan_id = ?")).rejects.toThrow(
    "a plan version is never changed; write the next version",
  );
  await expect(run("DELETE FROM credit_plan_versions WHERE plan_id = ?")).rejects.toThrow(
    "a plan version is never deleted",
  );
  await expect(
    run("INSERT OR REPLACE INTO credit_plan_versions VALUES (?, 1, 'Forged', 1, 1, 'usd', '', 'nobody', 1)"),
  ).rejects.toThrow("a plan version is never");
  expect(await versionsOf(shop)).toEqual(before);
});

test("the database itself refuses a plan that breaks the rules of a plan", async () => {
  const shop = await openShop();
  await (await shop.owner()).creates(STARTER);
  for (const broken of [
    "credits = 0",
    "credits = 1000001",
    "credits = 1.5",
    "price_minor = 0",
    "price_minor = 49.5",
    "currency = 'USD'",
    "name = ''",
    "active = 2",
    "version = 0",
  ]) {
    const update = env.DB.prepare(`UPDATE credit_plans SET ${broken} WHERE partner_id = ?`).bind(
      shop.partnerId,
    );
    await expect(update.run(), broken).rejects.toThrow(/constraint failed|cannot store REAL/);
  }
});
