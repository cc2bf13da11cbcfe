import { expect, test } from "vitest";
import { openShop, proBundle, starterPack } from "../shop/shop";
import { fieldOf } from "../shop/visitor";
import { listedPlans, PLAN_PAGES } from "./credit-plans-page";
import { auditRecords, pathOf, planRecords, popularPlans, versionRecords } from "./plan-rows";

const STARTER = { name: "Starter Pack", credits: "1000", price: "49.00", description: "", active: "on" };

/** A shop with the Starter Pack, whose owner has opened its form. */
async function openForm() {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, plans] = [await shop.owner(), await planRecords(shop)];
  const planId = String(plans[0]?.id);
  const opens = async () => fieldOf(await owner.browser.get(pathOf(planId)), "version");
  const saves = (changes: Record<string, string>, version: string) =>
    owner.browser.post(pathOf(planId), { ...STARTER, version, ...changes });
  return { shop, owner, planId, opens, saves };
}

/** What the audit log says of the plan before it was ever edited. */
const ORIGINAL = {
  name: "Starter Pack",
  credits: 1_000,
  priceMinor: 4_900,
  currency: "usd",
  unitCostMinorPer1000: null,
  description: "",
  active: true,
  popular: false,
  audience: "all",
};

test("L44 Edit opens the plan with its values, and the focus in Name", async () => {
  const { owner, planId } = await openForm();
  const list = await owner.browser.get(PLAN_PAGES[1]);
  expect(list.html).toMatch(new RegExp(`<a[^>]*href="${pathOf(planId)}"[^>]*aria-label="Edit Starter Pack"`));

  const page = await owner.browser.get(pathOf(planId));
  expect(page.html).toMatch(/<h1[^>]*>Edit Credit Plan<\/h1>/);
  for (const value of ["Starter Pack", "1000", "49.00"]) expect(page.html).toContain(`value="${value}"`);
  expect(page.html).toMatch(/<input[^>]*autofocus[^>]*name="name"/i);
  expect(page.html).toMatch(/<input[^>]*name="active"[^>]*checked/);
  expect(page.html).not.toMatch(/<input[^>]*name="popular"[^>]*checked/);
  expect(page.html).toMatch(/<button[^>]*type="submit"[^>]*>Save changes<\/button>/);
});

test("L45 each field alone, and all together, is the next version with its audit line", async () => {
  const { shop, owner, planId, opens, saves } = await openForm();
  const edits = [
    { name: "Starter" },
    { name: "Starter", credits: "1,500" },
    { name: "Starter", credits: "1500", price: "59.50" },
    { name: "Starter", credits: "1500", price: "59.50", description: "More" },
    { name: "Last", credits: "2", price: "3", description: "All at once", popular: "on" },
  ];
  for (const edit of edits) {
    expect(await saves(edit, await opens())).toMatchObject({
      status: 303,
      location: `${PLAN_PAGES[1]}?saved=${planId}`,
    });
  }
  expect(await planRecords(shop)).toMatchObject([{ version: 6, name: "Last", price_minor: 300, popular: 1 }]);
  expect(
    (await versionRecords(shop)).map((row) => [
      row.version,
      row.name,
      row.credits,
      row.price_minor,
      row.description,
    ]),
  ).toEqual([
    [2, "Starter", 1_000, 4_900, ""],
    [3, "Starter", 1_500, 4_900, ""],
    [4, "Starter", 1_500, 5_950, ""],
    [5, "Starter", 1_500, 5_950, "More"],
    [6, "Last", 2, 300, "All at once"],
  ]);
  const audit = await auditRecords(shop);
  expect(audit).toHaveLength(5);
  expect(audit[0]).toEqual({
    action: "plan.updated",
    planId,
    before: ORIGINAL,
    after: { ...ORIGINAL, name: "Starter" },
  });
  expect((await owner.browser.get(`${PLAN_PAGES[1]}?saved=${planId}`)).text).toContain("Last saved");
});

test("L46 Save changes without a change writes nothing", async () => {
  const { shop, planId, opens, saves } = await openForm();
  const before = await planRecords(shop);
  expect((await saves({}, await opens())).location).toBe(`${PLAN_PAGES[1]}?unchanged=${planId}`);
  expect([await planRecords(shop), await versionRecords(shop), await auditRecords(shop)]).toEqual([
    before,
    [],
    [],
  ]);
});

test("L46 when another tab was faster nothing is saved, and what was typed and what is stored are both shown", async () => {
  const { shop, opens, saves } = await openForm();
  const version = await opens();
  await saves({ name: "The other tab's", price: "77" }, version);

  const page = await saves({ name: "Mine", description: "Typed for an hour" }, version);
  expect(page.status).toBe(409);
  expect(page.text).toContain("This plan was changed in the meantime");
  expect(page.text).toContain("Name The other tab's Credits 1000 Price 77.00 USD");
  expect(page.html).toContain('value="Mine"');
  expect(page.html).toMatch(/<textarea[^>]*>Typed for an hour<\/textarea>/);
  expect(await planRecords(shop)).toMatchObject([{ version: 2, name: "The other tab's" }]);

  const again = await saves({ name: "Mine" }, fieldOf(page, "version"));
  expect(again.status).toBe(303);
  expect(await planRecords(shop)).toMatchObject([{ version: 3, name: "Mine" }]);
});

test("L46 a form that was opened before a switch was used does not set the switch back", async () => {
  const { shop, owner, planId, opens, saves } = await openForm();
  const version = await opens();
  await owner.browser.post(`${pathOf(planId)}/active`, { to: "off" });
  const page = await saves({ name: "Mine" }, version);
  expect(page.status).toBe(409);
  expect(page.text).toContain("Active Off");
  expect(await planRecords(shop)).toMatchObject([{ version: 1, active: 0 }]);
});

test("L46 ten tabs that save different names at once are one version and nine conflicts", async () => {
  const { shop, opens, saves } = await openForm();
  const version = await opens();
  const sent = await Promise.all(
    Array.from({ length: 10 }, (_, index) => saves({ name: `Tab ${index}` }, version)),
  );
  expect(sent.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(409)]);
  expect(await versionRecords(shop)).toHaveLength(1);
  expect(await auditRecords(shop)).toHaveLength(1);
});

test("L46 a mistake is answered under its field, and the form keeps its text and its version", async () => {
  const { shop, opens, saves } = await openForm();
  const version = await opens();
  const page = await saves({ name: "Kept", price: "free" }, version);
  expect(page.status).toBe(422);
  expect(page.text).toContain("Price must be an amount such as 49 or 49.90");
  expect(page.html).toContain('value="Kept"');
  expect(fieldOf(page, "version")).toBe(version);
  expect(await versionRecords(shop)).toEqual([]);
});

test("X5 an edit leaves what was bought as it is, and a checkout that is open settles at the old terms", async () => {
  const { shop, opens, saves } = await openForm();
  const ana = await shop.customer();
  await (await ana.chooses("Starter Pack")).pays();
  const before = await ana.sees();
  const open = await ana.chooses("Starter Pack");

  expect((await saves({ name: "Renamed", credits: "5", price: "99" }, await opens())).status).toBe(303);
  const after = await ana.sees();
  expect([after.balance, after.history]).toEqual([before.balance, before.history]);
  expect(after.page.text).toContain("Renamed 5 credits $99");

  await open.pays();
  expect((await ana.sees()).balance).toBe("2,000");
});

test("L45 what is bought after an edit is sold for the new price, with the new credits and the new name", async () => {
  const { shop, opens, saves } = await openForm();
  const ana = await shop.customer();
  await saves({ name: "Renamed", credits: "5", price: "99" }, await opens());

  const checkout = await ana.chooses("Renamed");
  expect(checkout.session).toMatchObject({ amount_total: 9_900, currency: "usd" });
  await checkout.pays();
  const { balance, history } = await ana.sees();
  expect(balance).toBe("5");
  expect(history).toEqual([expect.stringMatching(/^Added \+5 Balance 5 Note Renamed /)]);
});

test("L28 an edit that makes a plan popular takes the badge from the other", async () => {
  const shop = await openShop({ plans: [starterPack, proBundle] });
  const owner = await shop.owner();
  const planId = String((await planRecords(shop)).find(({ name }) => name === "Starter Pack")?.id);
  const version = fieldOf(await owner.browser.get(pathOf(planId)), "version");
  await owner.browser.post(pathOf(planId), { ...STARTER, version, popular: "on" });
  expect(await popularPlans(shop)).toEqual(["Starter Pack"]);
});

test("L45 an edit needs no gate, except to put a plan on offer; then what was typed is kept", async () => {
  const shop = await openShop({ account: "none", plans: [{ ...starterPack, active: false }] });
  const owner = await shop.owner();
  const planId = String((await planRecords(shop))[0]?.id);
  const { active: _on, ...off } = STARTER;
  const version = fieldOf(await owner.browser.get(pathOf(planId)), "version");
  expect((await owner.browser.post(pathOf(planId), { ...off, version, name: "Quiet" })).status).toBe(303);

  const next = fieldOf(await owner.browser.get(pathOf(planId)), "version");
  const page = await owner.browser.post(pathOf(planId), { ...STARTER, version: next, name: "Loud" });
  expect(page.status).toBe(409);
  expect(page.text).toContain("Stripe not connected Complete Stripe Connect setup first. Connect Stripe");
  expect(page.html).toContain('value="Loud"');
  expect(await listedPlans(owner)).toEqual(["Quiet Inactive 1,000 $49.00 $0.049 – 0 0 in 30 days –"]);
});

test("another partner's plan, and one that is not there, can be neither opened nor saved", async () => {
  const { shop, planId, opens } = await openForm();
  const version = await opens();
  const rival = await (await openShop()).owner();
  for (const path of [pathOf(planId), pathOf("plan_of_nobody")]) {
    expect((await rival.browser.get(path)).status).toBe(404);
    expect((await rival.browser.post(path, { ...STARTER, version, name: "Taken" })).status).toBe(404);
  }
  expect(await planRecords(shop)).toMatchObject([{ version: 1, name: "Starter Pack" }]);
});
