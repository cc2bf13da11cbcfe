import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { openShop } from "../shop/shop";
import { fieldOf } from "../shop/visitor";
import { listedPlans, NEW_PLAN } from "./credit-plans-page";
import { popularPlans } from "./plan-rows";

const plan = (name: string) => ({ name, credits: "1000", price: "49", active: "on", popular: "on" });

test("L28 creating a popular plan moves the badge from the one that had it", async () => {
  const shop = await openShop();
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  await owner.creates(plan("Alpha"));
  expect(await popularPlans(shop)).toEqual(["Alpha"]);

  await owner.creates({ ...plan("Beta"), price: "99" });
  expect(await popularPlans(shop)).toEqual(["Beta"]);
  expect(await listedPlans(owner)).toEqual([
    expect.stringMatching(/^Beta Popular Active/),
    expect.stringMatching(/^Alpha Active/),
  ]);
  expect((await ana.browser.get("/credits")).text).toMatch(/Beta Popular 1,000 credits.*Alpha 1,000 credits/);
});

test("a plan that is not popular leaves the badge where it is, and so does a form that is refused", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  await owner.creates(plan("Alpha"));
  const { popular: _on, ...ordinary } = plan("Beta");
  await owner.creates(ordinary);
  expect((await owner.creates({ ...plan("Gamma"), price: "" })).status).toBe(422);
  expect(await popularPlans(shop)).toEqual(["Alpha"]);
});

test("a form that is sent again after the badge moved on does not take it back", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const formId = fieldOf(await owner.browser.get(NEW_PLAN), "formId");
  await owner.browser.post(NEW_PLAN, { ...plan("Alpha"), formId });
  await owner.creates(plan("Beta"));
  await owner.browser.post(NEW_PLAN, { ...plan("Alpha"), formId });
  expect(await popularPlans(shop)).toEqual(["Beta"]);
});

test("L59 twenty popular plans at once, from five forms, leave five plans and exactly one of them popular", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const sent = Array.from({ length: 20 }, (_, index) => {
    const form = (index % 5) + 1;
    return owner.browser.post(NEW_PLAN, { ...plan(`Plan of form ${form}`), formId: `form_${form}` });
  });
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array(20).fill(303));
  expect(await listedPlans(owner)).toHaveLength(5);
  expect(await popularPlans(shop)).toHaveLength(1);
});

test("L28 the database itself refuses a second popular plan", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  await owner.creates(plan("Alpha"));
  await owner.creates(plan("Beta"));
  const both = env.DB.prepare("UPDATE credit_plans SET popular = 1 WHERE partner_id = ?").bind(
    shop.partnerId,
  );
  await expect(both.run()).rejects.toThrow("UNIQUE constraint failed");
  expect(await popularPlans(shop)).toEqual(["Beta"]);
});

test("one partner's popular plan leaves another's alone", async () => {
  const [here, there] = [await openShop(), await openShop()];
  await (await here.owner()).creates(plan("Ours"));
  await (await there.owner()).creates(plan("Theirs"));
  expect([await popularPlans(here), await popularPlans(there)]).toEqual([["Ours"], ["Theirs"]]);
});
