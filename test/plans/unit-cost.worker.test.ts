import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { appRoutes, doorsOf } from "../http/app-routes";
import { inboxOf, stripe } from "../shop/outside";
import { openShop, type Shop } from "../shop/shop";
import { fieldOf } from "../shop/visitor";
import { auditRecords, pathOf, planRecords, versionRecords } from "./plan-rows";

const PACK = { name: "Starter Pack", credits: "1000", price: "49", description: "", active: "on" };

/** A cost that appears nowhere else, in each way in which it could be written. */
const COST = { typed: "7654.32", minor: 765_432 };
const TRACES = ["7654.32", "7,654.32", "765432", "unitCost", "unit_cost"];

const costOf = async (shop: Shop) => (await planRecords(shop)).map((plan) => plan.unit_cost_minor_per_1000);

test("L31 the cost is kept with the plan, shown in its form, and may be taken away again", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  expect((await owner.creates({ ...PACK, unitCost: "30" })).status).toBe(303);
  expect(await costOf(shop)).toEqual([3_000]);

  const planId = String((await planRecords(shop))[0]?.id);
  const form = await owner.browser.get(pathOf(planId));
  expect(form.html).toMatch(/<input[^>]*name="unitCost"[^>]*value="30.00"/);

  const saves = async (unitCost: string) => {
    const version = fieldOf(await owner.browser.get(pathOf(planId)), "version");
    return owner.browser.post(pathOf(planId), { ...PACK, version, unitCost });
  };
  expect((await saves("30")).location).toContain("?unchanged=");
  expect((await saves("31.50")).location).toContain("?saved=");
  expect(await costOf(shop)).toEqual([3_150]);
  expect((await saves("")).location).toContain("?saved=");
  expect(await costOf(shop)).toEqual([null]);

  const changes = (await auditRecords(shop)).slice(1);
  expect(
    changes.map(({ before, after }) => [before.unitCostMinorPer1000, after.unitCostMinorPer1000]),
  ).toEqual([
    [3_000, 3_150],
    [3_150, null],
  ]);
  expect(Object.keys((await versionRecords(shop))[0] ?? {})).not.toContain("unit_cost_minor_per_1000");
});

test("L31 a cost that is none is told with the other mistakes, and nothing is created", async () => {
  const shop = await openShop();
  const page = await (await shop.owner()).creates({ ...PACK, name: "", unitCost: "a lot" });
  expect(page.status).toBe(422);
  expect(page.text).toContain(
    "Check the highlighted fields Name is required Cost must be an amount like 30 or 30.00",
  );
  expect(page.html).toContain('value="a lot"');
  expect(await planRecords(shop)).toEqual([]);
});

test("the database takes no cost below zero", async () => {
  const shop = await openShop({ plans: [{ name: "Pack", credits: 1, priceMinor: 100 }] });
  const write = env.DB.prepare("UPDATE credit_plans SET unit_cost_minor_per_1000 = -1 WHERE partner_id = ?");
  await expect(write.bind(shop.partnerId).run()).rejects.toThrow(/CHECK/);
});

test("L31 no customer learns the cost: not through any door of the portal, nor from Stripe, wallet or receipt", async () => {
  const shop = await openShop();
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  await owner.creates({ ...PACK, unitCost: COST.typed, margin: "60" });
  expect(await costOf(shop)).toEqual([COST.minor]);

  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();
  await ana.walletIsCopied();
  const planId = String((await planRecords(shop))[0]?.id);
  const routes = appRoutes({
    ":purchaseId": checkout.purchaseId,
    ":planId": planId,
    ":customerId": ana.id,
  });
  const told: string[] = [];
  for (const route of routes.filter(({ site }) => site !== "dashboard")) {
    for (const { path } of doorsOf(route)) {
      const { html, headers } = await ana.browser.get(path);
      told.push([path, html, ...headers.values()].join("\n"));
    }
  }
  const session = await stripe.read(`checkout/sessions/${checkout.sessionId}`, shop.accountId);
  const held = await ana.wallet((_wallet, { storage }) =>
    storage.sql.exec("SELECT * FROM purchases").toArray(),
  );
  told.push(JSON.stringify([session, held, await inboxOf(ana.email, "Receipt")]));

  expect(told.join("\n")).toContain("Starter Pack");
  for (const trace of TRACES) {
    expect(told.filter((text) => text.includes(trace)).map((text) => text.split("\n")[0])).toEqual([]);
  }
});
