import { expect, test } from "vitest";
import { openShop } from "../shop/shop";
import { fieldOf } from "../shop/visitor";
import { listedPlans, NEW_PLAN, PLAN_PAGES } from "./credit-plans-page";
import { auditRecords, planRecords, versionRecords } from "./plan-rows";

const STARTER = "/settings/customer-credit-plans/starter";

test("L119 a partner without plans starts with three, inactive, and customers see none of them", async () => {
  const shop = await openShop();
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  for (const path of PLAN_PAGES) {
    const page = await owner.browser.get(path);
    expect(page.text).toContain("Start with three plans");
    expect(page.html).toContain(`action="${STARTER}"`);
  }
  const formId = fieldOf(await owner.browser.get(PLAN_PAGES[1]), "formId");
  const started = await owner.browser.post(STARTER, { formId });

  expect(started).toMatchObject({ status: 303, location: `${PLAN_PAGES[1]}?started` });
  expect((await owner.browser.get(started.location ?? "")).text).toContain("Three plans to begin with");
  expect(await listedPlans(owner)).toEqual([
    "Enterprise Package Inactive 10,000 $299.00 $0.0299 39 % less 0 0 in 30 days –",
    "Pro Bundle Inactive 5,000 $199.00 $0.0398 19 % less 0 0 in 30 days –",
    "Starter Pack Inactive 1,000 $49.00 $0.049 – 0 0 in 30 days –",
  ]);
  expect((await ana.browser.get("/credits")).text).toContain("No plans are available right now");
  expect((await owner.browser.get(PLAN_PAGES[1])).text).not.toContain("Start with three plans");
});

test("L119 one form that is sent five times at once makes three plans, each with its version and audit line", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const formId = fieldOf(await owner.browser.get(PLAN_PAGES[1]), "formId");
  const sent = await Promise.all(Array.from({ length: 5 }, () => owner.browser.post(STARTER, { formId })));
  expect(sent.map(({ status }) => status)).toEqual(Array(5).fill(303));
  expect(await planRecords(shop)).toHaveLength(3);
  expect(await versionRecords(shop)).toHaveLength(3);
  expect((await auditRecords(shop)).map(({ action }) => action)).toEqual(Array(3).fill("plan.created"));
});

test("another partner's form of the same id makes that partner's plans", async () => {
  const [here, there] = [await openShop(), await openShop()];
  for (const shop of [here, there]) await (await shop.owner()).browser.post(STARTER, { formId: "form_same" });
  expect([(await planRecords(here)).length, (await planRecords(there)).length]).toEqual([3, 3]);
});

test.each([
  [{ tier: "free_forever" }, 403, "Upgrade required"],
  [{ account: "none" }, 409, "Stripe not connected"],
  [{ account: "restricted" }, 409, "Stripe not connected"],
] as const)("with %o the button is not there, and forcing it makes nothing", async (spec, status, title) => {
  const shop = await openShop(spec);
  const owner = await shop.owner();
  expect((await owner.browser.get(PLAN_PAGES[1])).text).not.toContain("Start with three plans");
  const forced = await owner.browser.post(STARTER, { formId: "form_forced" });
  expect(forced.status).toBe(status);
  expect(forced.text).toContain(title);
  expect(await planRecords(shop)).toEqual([]);
});

test("whoever comes by address is shown the list", async () => {
  const owner = await (await openShop()).owner();
  expect(await owner.browser.get(STARTER)).toMatchObject({ status: 302, location: PLAN_PAGES[1] });
  expect((await owner.browser.get(NEW_PLAN)).status).toBe(200);
});
