import { expect, test } from "vitest";
import { openShop, type PlanSpec, proBundle, starterPack } from "../shop/shop";
import { PLAN_PAGES } from "./credit-plans-page";
import { auditRecords, pathOf, planRecords, popularPlans, versionRecords } from "./plan-rows";

async function openWith(plan: PlanSpec) {
  const shop = await openShop({ plans: [plan] });
  const owner = await shop.owner();
  const path = pathOf(String((await planRecords(shop))[0]?.id));
  const duplicates = (formId: string) => owner.browser.post(`${path}/duplicate`, { formId });
  const copies = async () => (await planRecords(shop)).filter(({ name }) => String(name).startsWith("Copy"));
  return { shop, owner, path, duplicates, copies };
}

test("X9 Duplicate makes a copy that no customer sees, and opens it", async () => {
  const { shop, owner, path, duplicates, copies } = await openWith({
    ...proBundle,
    description: "For teams",
  });
  const list = await owner.browser.get(PLAN_PAGES[1]);
  expect(list.html).toMatch(new RegExp(`<form method="post" action="${path}/duplicate"`));
  expect(list.html).toContain('aria-label="Duplicate Pro Bundle"');

  const answer = await duplicates("form_1");
  const [copy] = await copies();
  expect(answer).toMatchObject({ status: 303, location: `${pathOf(String(copy?.id))}?copied` });
  expect(copy).toMatchObject({
    name: "Copy of Pro Bundle",
    credits: 5_000,
    price_minor: 19_900,
    description: "For teams",
    active: 0,
    popular: 0,
    version: 1,
  });
  expect(await popularPlans(shop)).toEqual(["Pro Bundle"]);
  expect(await versionRecords(shop)).toMatchObject([{ plan_id: copy?.id, name: "Copy of Pro Bundle" }]);
  expect(await auditRecords(shop)).toMatchObject([{ action: "plan.created", planId: copy?.id }]);

  const edit = await owner.browser.get(answer.location ?? "");
  expect(edit.text).toContain("This is the copy It is inactive");
  expect(edit.html).toContain('value="Copy of Pro Bundle"');
  expect((await (await shop.customer()).browser.get("/credits")).text).not.toContain("Copy of");
});

test("a form that is sent five times at once makes one copy, and another form another", async () => {
  const { duplicates, copies } = await openWith(starterPack);
  const sent = await Promise.all(Array.from({ length: 5 }, () => duplicates("form_1")));
  expect(new Set(sent.map(({ location }) => location)).size).toBe(1);
  expect(await copies()).toHaveLength(1);
  await duplicates("form_2");
  expect(await copies()).toHaveLength(2);
});

test("a copy is priced in its plan's own currency", async () => {
  const { duplicates, copies } = await openWith({ ...starterPack, currency: "jpy" });
  await duplicates("form_1");
  expect(await copies()).toMatchObject([{ currency: "jpy", price_minor: 4_900 }]);
});

test.each([
  ["x".repeat(100), `Copy of ${"x".repeat(92)}`],
  [`${"x".repeat(91)}👩‍👩‍👧‍👧`, `Copy of ${"x".repeat(91)}`],
  [`${"x".repeat(91)} y`, `Copy of ${"x".repeat(91)}`],
])("a name that is too long for a copy loses whole characters: %s", async (name, copied) => {
  const { duplicates, copies } = await openWith({ ...starterPack, name });
  expect((await duplicates("form_1")).status).toBe(303);
  expect(await copies()).toMatchObject([{ name: copied }]);
});

test.each([
  [{ tier: "free_forever" }, 403],
  [{ account: "none" }, 409],
  [{ account: "restricted" }, 409],
] as const)("with %j nothing is copied, and no button asks for it", async (closed, status) => {
  const shop = await openShop({ ...closed, plans: [starterPack] });
  const owner = await shop.owner();
  expect((await owner.browser.get(PLAN_PAGES[1])).html).not.toContain("Duplicate");
  const path = pathOf(String((await planRecords(shop))[0]?.id));
  expect((await owner.browser.post(`${path}/duplicate`, { formId: "form_1" })).status).toBe(status);
  expect(await planRecords(shop)).toHaveLength(1);
});

test("another partner's plan, and a deleted one, cannot be copied", async () => {
  const { shop, owner, path, duplicates, copies } = await openWith(starterPack);
  const { browser } = await (await openShop()).owner();
  expect((await browser.post(`${path}/duplicate`, { formId: "form_1" })).status).toBe(404);
  await owner.browser.post(`${path}/delete`, {});
  expect((await duplicates("form_1")).status).toBe(404);
  expect(await copies()).toEqual([]);
  expect(await planRecords(shop)).toHaveLength(1);
});
