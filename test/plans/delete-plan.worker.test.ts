import { expect, test } from "vitest";
import { openShop, type PlanSpec, proBundle, starterPack } from "../shop/shop";
import { fieldOf } from "../shop/visitor";
import { linksNamed, listedPlans, NEW_PLAN, PLAN_PAGES } from "./credit-plans-page";
import { auditRecords, pathOf, planRecords } from "./plan-rows";

const warning = (purchases: string) =>
  `Deletion is permanent and cannot be undone. ${purchases} in customer history.`;

async function openWith(plan: PlanSpec) {
  const shop = await openShop({ plans: [plan] });
  const owner = await shop.owner();
  const planId = String((await planRecords(shop))[0]?.id);
  const deletes = () => owner.browser.post(`${pathOf(planId)}/delete`, {});
  return { shop, owner, planId, deletes };
}

test("L60 a trash can in the list, named after its plan, leads to the question", async () => {
  const { owner, planId } = await openWith(starterPack);
  for (const path of PLAN_PAGES) {
    const { html } = await owner.browser.get(path);
    expect(html).toMatch(
      new RegExp(`<a[^>]*href="${pathOf(planId)}/delete"[^>]*aria-label="Delete Starter Pack"[^>]*><svg`),
    );
  }
});

test("L62 deleting asks first: reading the question deletes nothing, and there are two other ways out", async () => {
  const { shop, owner, planId } = await openWith(starterPack);
  const before = await planRecords(shop);
  const page = await owner.browser.get(`${pathOf(planId)}/delete`);
  expect(page.text).toContain(
    `Delete Starter Pack? ${warning("0 existing purchases remain")} Delete Deactivate instead Cancel`,
  );
  expect(linksNamed(page, "Cancel")).toEqual([PLAN_PAGES[1]]);
  expect(page.html).toContain(`action="${pathOf(planId)}/active"`);
  expect(await planRecords(shop)).toEqual(before);

  await owner.browser.post(`${pathOf(planId)}/active`, { to: "off" });
  expect((await owner.browser.get(`${pathOf(planId)}/delete`)).text).not.toContain("Deactivate instead");
});

test("L62 only a form of our own page deletes", async () => {
  const { shop, owner, planId } = await openWith(starterPack);
  const forged = { origin: "https://evil.test" };
  expect((await owner.browser.post(`${pathOf(planId)}/delete`, {}, forged)).status).toBe(403);
  expect(await planRecords(shop)).toMatchObject([{ deleted_at: null }]);
});

test("X8 a deleted plan is off every page, and what was bought of it remains", async () => {
  const { shop, owner, planId, deletes } = await openWith({ ...proBundle, name: "Starter Pack" });
  const ana = await shop.customer();
  const bought = await ana.chooses("Starter Pack");
  await bought.pays();
  const before = await ana.sees();

  const answer = await deletes();
  expect(answer).toMatchObject({ status: 303, location: `${PLAN_PAGES[1]}?deleted=` });
  expect((await owner.browser.get(answer.location ?? "")).text).toContain("Plan deleted");
  expect(await listedPlans(owner)).toEqual([]);
  const after = await ana.sees();
  expect([after.balance, after.history]).toEqual([before.balance, before.history]);
  expect(after.page.text).toContain("No plans are available right now");
  await ana.walletIsCopied();
  for (const page of [`/purchases/${bought.purchaseId}`, `/purchases/${bought.purchaseId}/receipt`]) {
    expect((await ana.browser.get(page)).text, page).toContain("Starter Pack");
  }
  for (const page of ["/billing-and-invoices", `/customers/${ana.id}/billing`]) {
    expect((await owner.browser.get(page)).text, page).toMatch(/Starter Pack.*\$199\.00/);
  }

  expect(await planRecords(shop)).toMatchObject([
    { id: planId, name: "Starter Pack", active: 0, popular: 0, version: 1 },
  ]);
  expect(await auditRecords(shop)).toMatchObject([
    {
      action: "plan.deleted",
      planId,
      before: { name: "Starter Pack", credits: 5_000, active: true, popular: true },
      after: null,
    },
  ]);
});

test("X8 no route brings a deleted plan back", async () => {
  const { shop, owner, planId, deletes } = await openWith(starterPack);
  const version = fieldOf(await owner.browser.get(pathOf(planId)), "version");
  await deletes();
  const before = await planRecords(shop);
  const edit = { version, name: "Back", credits: "1", price: "1", active: "on" };

  for (const path of [pathOf(planId), `${pathOf(planId)}/delete`]) {
    expect((await owner.browser.get(path)).status).toBe(404);
  }
  const tries = [
    owner.browser.post(pathOf(planId), edit),
    owner.browser.post(`${pathOf(planId)}/active`, { to: "on" }),
    owner.browser.post(`${pathOf(planId)}/popular`, { to: "on" }),
    owner.browser.post(`${pathOf(planId)}/delete`, {}),
    owner.browser.post(`${pathOf(planId)}/move`, { place: "1" }),
    owner.browser.post(`${pathOf(planId)}/duplicate`, { formId: "form_of_a_copy" }),
  ];
  expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(Array(6).fill(404));
  await owner.browser.post(NEW_PLAN, { ...edit, formId: String(before[0]?.form_id) });
  expect(await planRecords(shop)).toEqual(before);
  expect(await auditRecords(shop)).toHaveLength(1);
});

test("L63 a plan that nobody bought is deleted, also without an open gate, and once however often it is sent", async () => {
  const shop = await openShop({ tier: "free_forever", account: "none", plans: [starterPack] });
  const owner = await shop.owner();
  const path = `${pathOf(String((await planRecords(shop))[0]?.id))}/delete`;
  const sent = await Promise.all(Array.from({ length: 5 }, () => owner.browser.post(path, {})));
  expect(sent.map(({ status }) => status).sort()).toEqual([303, 404, 404, 404, 404]);
  expect(await auditRecords(shop)).toHaveLength(1);
});

test("another partner's plan cannot be deleted, nor is its question asked", async () => {
  const { shop, planId } = await openWith(starterPack);
  const { browser } = await (await openShop()).owner();
  expect((await browser.get(`${pathOf(planId)}/delete`)).status).toBe(404);
  expect((await browser.post(`${pathOf(planId)}/delete`, {})).status).toBe(404);
  expect(await planRecords(shop)).toMatchObject([{ deleted_at: null, active: 1 }]);
});
