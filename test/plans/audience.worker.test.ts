import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { type Customer, clickOn } from "../shop/people";
import { openShop, proBundle, type Shop, starterPack } from "../shop/shop";
import { fieldOf } from "../shop/visitor";
import { auditRecords, pathOf, planRecords } from "./plan-rows";

const STARTER = { name: "Starter Pack", credits: "1000", price: "49.00", description: "", active: "on" };

const except = (shop: Shop, planId: string, customer: Customer, mode: "show" | "hide") =>
  env.DB.prepare("INSERT INTO plan_audience (partner_id, customer_id, plan_id, mode) VALUES (?, ?, ?, ?)")
    .bind(shop.partnerId, customer.id, planId, mode)
    .run();

test("L149 a plan for selected customers is in the portal of those alone, and of nobody until then", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const vip = await shop.offers({ ...proBundle, audience: "selected" });
  const [ana, bo] = [await shop.customer("ana"), await shop.customer("bo")];
  for (const { page } of [await ana.sees(), await bo.sees()]) expect(page.text).not.toContain("Pro Bundle");

  await except(shop, vip, ana, "show");
  expect((await ana.sees()).page.text).toContain("Pro Bundle");
  expect((await bo.sees()).page.text).not.toContain("Pro Bundle");
  await expect(ana.chooses("Pro Bundle")).resolves.toMatchObject({ session: { amount_total: 19_900 } });
});

test("L76 a plan that is hidden from a customer cannot be bought from a page that was open before", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [ana, bo] = [await shop.customer("ana"), await shop.customer("bo")];
  const { page } = await ana.sees();
  const click = clickOn(page, "Starter Pack");
  await except(shop, click.planId, ana, "hide");

  const refused = await ana.browser.post("/credits", click);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("This plan is no longer available");
  expect(await ana.entries().catch(() => [])).toEqual([]);
  expect((await ana.sees()).page.text).toContain("No plans are available right now");
  expect((await bo.sees()).page.text).toContain("Starter Pack");
});

test("L45 the form of a plan says who sees it, and a change of that is no change of what was sold", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const planId = String((await planRecords(shop))[0]?.id);
  const form = await owner.browser.get(pathOf(planId));
  expect(form.html).toMatch(/<input[^>]*name="audience"[^>]*checked[^>]*value="all"/);
  expect(form.text).toContain("All customers");

  const version = fieldOf(form, "version");
  const saves = (audience: string, stamp: string) =>
    owner.browser.post(pathOf(planId), { ...STARTER, audience, version: stamp });
  expect((await saves("selected", version)).status).toBe(303);
  expect(await planRecords(shop)).toMatchObject([{ audience: "selected" }]);
  expect((await ana.sees()).page.text).toContain("No plans are available right now");
  expect(await auditRecords(shop)).toMatchObject([
    { action: "plan.updated", before: { audience: "all" }, after: { audience: "selected" } },
  ]);

  const late = await saves("all", version);
  expect(late.status).toBe(409);
  expect(late.text).toContain("Who sees it Only selected customers");
  expect(await planRecords(shop)).toMatchObject([{ audience: "selected" }]);
});

test("L20 a plan is made for selected customers in one go, and its copy is for nobody either", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  await owner.creates({ ...STARTER, audience: "selected" });
  const planId = String((await planRecords(shop))[0]?.id);
  const list = await owner.browser.get("/settings/customer-credit-plans");
  await owner.browser.post(`${pathOf(planId)}/duplicate`, { formId: fieldOf(list, "formId") });
  expect((await planRecords(shop)).map((plan) => plan.audience)).toEqual(["selected", "selected"]);
});
