import { expect, test } from "vitest";
import { openShop, type PlanSpec, proBundle, starterPack } from "../shop/shop";
import type { Page } from "../shop/visitor";
import { PLAN_PAGES } from "./credit-plans-page";
import { auditRecords, pathOf, planRecords, popularPlans } from "./plan-rows";

async function openList(plans: PlanSpec[] = [starterPack, proBundle]) {
  const shop = await openShop({ plans });
  const owner = await shop.owner();
  const ids = new Map((await planRecords(shop)).map(({ id, name }) => [String(name), String(id)]));
  const idOf = (name: string) => ids.get(name) ?? "";
  const sets = (name: string, setting: "active" | "popular", to: "on" | "off") =>
    owner.browser.post(`${pathOf(idOf(name))}/${setting}`, { to });
  return { shop, owner, idOf, sets };
}

/** What a switch of the list says of itself and what clicking it would send, without JavaScript. */
function switchOn({ html }: Page, label: string) {
  const [form = ""] = html.split("<form").filter((part) => part.includes(`aria-label="${label}"`));
  const attribute = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(form)?.[1];
  return {
    action: attribute("action"),
    method: attribute("method"),
    role: attribute("role"),
    isOn: attribute("aria-checked"),
    sends: attribute("value"),
  };
}

test("L47 a switch in the list says what it is, and is a form of its own that needs no JavaScript", async () => {
  const { owner, idOf } = await openList();
  const plan = pathOf(idOf("Starter Pack"));
  for (const path of PLAN_PAGES) {
    const page = await owner.browser.get(path);
    const button = { method: "post", role: "switch" };
    const [active, popular] = ["Active: Starter Pack", "Popular: Starter Pack"];
    expect(switchOn(page, active)).toEqual({
      ...button,
      action: `${plan}/active`,
      isOn: "true",
      sends: "off",
    });
    expect(switchOn(page, popular)).toEqual({
      ...button,
      action: `${plan}/popular`,
      isOn: "false",
      sends: "on",
    });
  }
});

test("L48 switched off, and L49 the plan is gone from the portal at the next request and cannot be bought from an old page", async () => {
  const { shop, owner, idOf, sets } = await openList();
  const ana = await shop.customer();
  const old = await ana.browser.get("/credits");
  const clickId = /name="clickId" value="([^"]+)"/.exec(old.html)?.[1] ?? "";

  const answer = await sets("Starter Pack", "active", "off");
  expect(answer).toMatchObject({
    status: 303,
    location: `${PLAN_PAGES[1]}?deactivated=${idOf("Starter Pack")}`,
  });
  const list = await owner.browser.get(answer.location ?? "");
  expect(list.html).toMatch(/role="status".*Starter Pack is off/s);
  expect(switchOn(list, "Active: Starter Pack")).toMatchObject({ isOn: "false", sends: "on" });

  const { text } = await ana.browser.get("/credits");
  expect(text).toContain("Pro Bundle");
  expect(text).not.toContain("Starter Pack");
  const bought = await ana.browser.post("/credits", { planId: idOf("Starter Pack"), clickId });
  expect(bought.status).toBe(409);
  expect(bought.text).toContain("This plan is no longer available");
});

test("L50–51, L53, L54, X6 switched on again, for a season or a trial, it is the same plan with its history", async () => {
  const { shop, idOf, sets } = await openList();
  const ana = await shop.customer();
  await (await ana.chooses("Starter Pack")).pays();
  const before = await ana.sees();
  const plans = ({ page }: typeof before) => /Pro Bundle .*?Starter Pack .*?Purchase/s.exec(page.text)?.[0];

  await sets("Starter Pack", "active", "off");
  const answer = await sets("Starter Pack", "active", "on");
  expect(answer.location).toBe(`${PLAN_PAGES[1]}?activated=${idOf("Starter Pack")}`);
  const after = await ana.sees();
  expect([after.balance, after.history]).toEqual([before.balance, before.history]);
  expect(plans(after)).toBe(plans(before));
  expect((await planRecords(shop)).map(({ version, active }) => [version, active])).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(await auditRecords(shop)).toEqual([
    {
      action: "plan.deactivated",
      planId: idOf("Starter Pack"),
      before: { active: true },
      after: { active: false },
    },
    {
      action: "plan.activated",
      planId: idOf("Starter Pack"),
      before: { active: false },
      after: { active: true },
    },
  ]);
});

test.each([
  ["the tier", { tier: "free_forever" }, 403, "Upgrade required"],
  ["Stripe", { account: "restricted" }, 409, "Stripe not connected"],
] as const)(
  "X6 switching on asks %s again; switching off asks nobody",
  async (_gate, closed, status, title) => {
    const shop = await openShop({ ...closed, plans: [starterPack] });
    const owner = await shop.owner();
    const path = `${pathOf(String((await planRecords(shop))[0]?.id))}/active`;
    expect((await owner.browser.post(path, { to: "off" })).status).toBe(303);
    expect(await planRecords(shop)).toMatchObject([{ active: 0 }]);

    const refused = await owner.browser.post(path, { to: "on" });
    expect(refused.status).toBe(status);
    expect(refused.text).toContain(title);
    expect(await planRecords(shop)).toMatchObject([{ active: 0 }]);
  },
);

test("L56 Popular moves from one plan to the other, says so, and Undo moves it back", async () => {
  const { shop, owner, idOf, sets } = await openList();
  const answer = await sets("Starter Pack", "popular", "on");
  const [starter, pro] = [idOf("Starter Pack"), idOf("Pro Bundle")];
  expect(answer).toMatchObject({
    status: 303,
    location: `${PLAN_PAGES[1]}?popular=${starter}&from=${pro}`,
  });
  expect(await popularPlans(shop)).toEqual(["Starter Pack"]);

  const list = await owner.browser.get(answer.location ?? "");
  expect(list.text).toContain("Popular moved from Pro Bundle to Starter Pack Undo");
  expect(list.html).toMatch(new RegExp(`action="${pathOf(pro)}/popular"[^>]*><button[^>]*>Undo<`));
  expect((await (await shop.customer()).browser.get("/credits")).text).toContain("Starter Pack Popular");
  expect(await auditRecords(shop)).toEqual([
    {
      action: "plan.made_popular",
      planId: starter,
      before: { popularPlanId: pro },
      after: { popularPlanId: starter },
    },
  ]);
});

test("L57 Popular can be switched off, and then no plan has it", async () => {
  const { shop, idOf, sets } = await openList();
  const answer = await sets("Pro Bundle", "popular", "off");
  expect(answer.location).toBe(`${PLAN_PAGES[1]}?ordinary=${idOf("Pro Bundle")}`);
  expect(await popularPlans(shop)).toEqual([]);
});

test("L59 twenty switches at once on five plans leave exactly one popular", async () => {
  const names = ["One", "Two", "Three", "Four", "Five"];
  const { shop, sets } = await openList(names.map((name) => ({ ...starterPack, name })));
  const sent = await Promise.all(
    Array.from({ length: 20 }, (_, index) => sets(names[index % 5] ?? "", "popular", "on")),
  );
  expect(sent.map(({ status }) => status)).toEqual(Array(20).fill(303));
  expect(await popularPlans(shop)).toHaveLength(1);
});

test("a switch that stands so already writes nothing, and a form that says neither is refused", async () => {
  const { shop, owner, idOf, sets } = await openList();
  const before = await planRecords(shop);
  await sets("Starter Pack", "active", "on");
  await sets("Pro Bundle", "popular", "on");
  for (const setting of ["active", "popular"]) {
    const page = await owner.browser.post(`${pathOf(idOf("Starter Pack"))}/${setting}`, { to: "maybe" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Nothing was changed");
  }
  expect(await planRecords(shop)).toEqual(before);
  expect(await auditRecords(shop)).toEqual([]);
});

test("another partner's switches are a 404 and stay where they are", async () => {
  const { shop, idOf } = await openList();
  const before = await planRecords(shop);
  const rival = await openShop({ plans: [{ ...proBundle, name: "Theirs" }] });
  const { browser } = await rival.owner();
  for (const setting of ["active", "popular"]) {
    for (const to of ["on", "off"]) {
      const path = `${pathOf(idOf("Starter Pack"))}/${setting}`;
      expect((await browser.post(path, { to })).status).toBe(404);
    }
  }
  expect(await planRecords(shop)).toEqual(before);
  expect(await popularPlans(rival)).toEqual(["Theirs"]);
});

test("an address puts no words on the list: it names plans, and only those that are there", async () => {
  const { owner } = await openList();
  const page = await owner.browser.get(`${PLAN_PAGES[1]}?activated=Call+us&popular=Call&from=us&saved=x`);
  expect(page.text).not.toContain("Call us");
  expect(page.html).not.toMatch(/role="status"[^>]*>(?!<\/div>)/);
});
