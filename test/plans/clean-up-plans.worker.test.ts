import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { openShop, proBundle, starterPack } from "../shop/shop";
import { listedPlans } from "./credit-plans-page";
import { auditRecords, planRecords } from "./plan-rows";

const PAGE = "/settings/customer-credit-plans/clean-up";

/** Starter Pack was bought in test mode, Pro Bundle for real, Draft never. */
async function openAfterTesting() {
  const shop = await openShop({ plans: [starterPack, proBundle, { ...starterPack, name: "Draft" }] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  for (const name of ["Starter Pack", "Pro Bundle"]) await (await ana.chooses(name)).pays();
  await ana.walletIsCopied();
  await env.DB.prepare("UPDATE purchases SET livemode = 1 WHERE partner_id = ? AND plan_name = 'Pro Bundle'")
    .bind(shop.partnerId)
    .run();
  const ids = new Map((await planRecords(shop)).map(({ id, name }) => [String(name), String(id)]));
  const sends = (plans: string[], sure = true) =>
    owner.browser.post(PAGE, [
      ...plans.map((name): [string, string] => ["plan", ids.get(name) ?? name]),
      ...(sure ? [["sure", "on"] satisfies [string, string]] : []),
    ]);
  return { shop, owner, ana, ids, sends };
}

test("X9 test plans are listed with how they were sold, and a plan with a real sale is not among them", async () => {
  const { owner } = await openAfterTesting();
  const { text } = await owner.browser.get(PAGE);
  expect(text).toContain("Starter Pack $49 · 1 sold in test mode · Active");
  expect(text).toContain("Draft $49 · never sold · Active");
  expect(text).not.toContain("Pro Bundle $");
});

test("X9 the chosen test plans go together, live plans stay whatever is sent, and purchases remain", async () => {
  const { shop, owner, ana, sends } = await openAfterTesting();
  const before = await ana.sees();
  const answer = await sends(["Starter Pack", "Draft", "Pro Bundle", "plan_of_nobody"]);
  expect(answer).toMatchObject({ status: 303, location: "/settings/customer-credit-plans?cleaned" });
  expect((await owner.browser.get(answer.location ?? "")).text).toContain("Plans deleted");
  expect((await listedPlans(owner)).map((row) => row.split(" Popular")[0])).toEqual(["Pro Bundle"]);
  const after = await ana.sees();
  expect([after.balance, after.history]).toEqual([before.balance, before.history]);
  expect((await auditRecords(shop)).map(({ action }) => action)).toEqual(["plan.deleted", "plan.deleted"]);
  expect((await sends(["Starter Pack"])).status).toBe(303);
});

test("X9 nothing goes unless plans are chosen and somebody says that they are sure; another's plans never", async () => {
  const { shop, ids, sends } = await openAfterTesting();
  const before = await planRecords(shop);
  expect((await sends([])).text).toContain("Choose the plans that are to go. Nothing was deleted.");
  const unsure = await sends(["Draft"], false);
  expect(unsure.status).toBe(422);
  expect(unsure.text).toContain("Say below the list that you are sure. Nothing was deleted.");
  expect(unsure.html).toMatch(
    new RegExp(`value="${ids.get("Draft")}" checked=""|checked="" value="${ids.get("Draft")}"`),
  );

  const stranger = await (await openShop()).owner();
  await stranger.browser.post(PAGE, { plan: ids.get("Draft") ?? "", sure: "on" });
  expect(await planRecords(shop)).toEqual(before);
});
