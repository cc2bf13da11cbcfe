import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { asksForMail } from "../auth/sign-in-mail";
import { openShop, proBundle, starterPack } from "../shop/shop";
import { at, auditOf, FEATURES, opens, openWith, pageOf, rowOf, seen, shopsPlans } from "./manage";

test("purchases are blocked for a reason: the plans stay in sight, the button is off, and so is the door behind it", async () => {
  const { owner, ana } = await openWith();
  const { page } = await ana.sees();
  const planId = /name="planId" value="([^"]+)"/.exec(page.html)?.[1] ?? "";
  const blocks = (reason: string) => owner.browser.post(at(ana, "purchases"), { to: "block", reason });
  const without = await blocks(" ");
  expect([without.status, without.text.includes("Add a reason")]).toEqual([422, true]);

  await blocks("A disputed payment");
  await blocks("A disputed payment");
  const paused = await ana.sees();
  expect(paused.page.text).toContain("Starter Pack");
  expect(paused.page.html).toMatch(/<button[^>]*disabled[^>]*aria-label="Purchase Starter Pack"/);
  expect(paused.page.text).not.toContain("disputed");
  expect((await ana.browser.post("/credits", { planId, clickId: "click_x" })).status).toBe(409);
  const told = await opens(owner, ana);
  expect(told.text).toContain("Reason: A disputed payment");
  expect(seen(told)[0]).toMatch(/Yes .*No .*Purchases of this customer are blocked · Allow purchases$/);

  await owner.browser.post(at(ana, "purchases"), { to: "allow" });
  await expect(ana.chooses("Starter Pack")).resolves.toMatchObject({ session: { amount_total: 4_900 } });
  expect((await auditOf(ana)).map(({ action, after }) => [action, after])).toEqual([
    ["customer.purchases_blocked", { purchasesBlocked: true, purchasesBlockedReason: "A disputed payment" }],
    ["customer.purchases_allowed", { purchasesBlocked: false, purchasesBlockedReason: "" }],
  ]);
});

test("L134 a plan is hidden from one customer, and one for selected customers is shown to them", async () => {
  const { shop, owner, ana } = await openWith();
  const bo = await shop.customer("bo");
  const vip = await shop.offers({ ...proBundle, audience: "selected" });
  const page = await opens(owner, ana);
  const starter =
    /\/plans\/([^"]+)"(?:(?!<tr).)*Shown to this customer: Starter Pack/s.exec(page.html)?.[1] ?? "";
  expect(seen(page)).toEqual([
    expect.stringMatching(/^Pro Bundle .*only selected customers.*The plan is not shown to this customer/),
    expect.stringMatching(/^Starter Pack .*Yes .*Yes .*–$/),
  ]);

  const switches = (planId: string, to: string) => owner.browser.post(at(ana, `plans/${planId}`), { to });
  expect((await switches(starter, "off")).location).toBe(`${pageOf(ana)}?hidden`);
  await switches(starter, "off");
  await switches(vip, "on");
  expect(await shopsPlans(ana)).toMatch(/^(?!.*Starter Pack).*Pro Bundle/);
  expect(await shopsPlans(bo)).toMatch(/^(?!.*Pro Bundle).*Starter Pack/);

  await switches(starter, "on");
  await switches(vip, "off");
  expect(await shopsPlans(ana)).toMatch(/^(?!.*Pro Bundle).*Starter Pack/);
  expect(await auditOf(ana)).toEqual(
    [
      ["customer.plan_hidden", starter, false],
      ["customer.plan_shown", vip, true],
      ["customer.plan_shown", starter, true],
      ["customer.plan_hidden", vip, false],
    ].map(([action, planId, isSeen]) => ({
      action,
      before: { planId, isSeen: !isSeen },
      after: { planId, isSeen },
    })),
  );
});

test("L135 every reason at once is told, in the order in which a person would mend it", async () => {
  const shop = await openShop({ account: "none", plans: [{ ...starterPack, active: false }] });
  const owner = await shop.owner();
  const id = await shop.invites("ben@customer.test");
  await env.DB.prepare("UPDATE portals SET enabled = 0 WHERE partner_id = ?").bind(shop.partnerId).run();
  const page = await opens(owner, { id });
  expect(seen(page)[0]).toMatch(
    /Your portal is missing or off · Open portal settings They were let in .* Their mailbox is not proven.* The plan is inactive · Edit plan Stripe is not connected · Connect Stripe$/,
  );
  expect(page.html).toContain('href="/settings/stripe-connect"');
});

test("L138 whose mailbox is not proven sees no plans and is told nothing, the partner reads why, and a sign-in proves it", async () => {
  const { owner, ana } = await openWith();
  await env.DB.prepare("UPDATE customers SET email_verified_at = NULL WHERE id = ?").bind(ana.id).run();
  const { page } = await ana.sees();
  expect(page.text).toContain("No plans are available right now");
  expect(page.text).not.toMatch(/mailbox|verif/i);
  expect(seen(await opens(owner, ana))).toEqual([
    expect.stringMatching(
      /^Starter Pack .*No .*No .*Their mailbox is not proven; their first sign-in does it$/,
    ),
  ]);

  await ana.browser.post((await asksForMail(ana.browser, ana.email)).link, {});
  expect(await shopsPlans(ana)).toContain("Starter Pack");
  expect(seen(await opens(owner, ana))[0]).toMatch(/Yes .*Yes .*–$/);
});

test("another partner finds no such customer, and can change nothing of them", async () => {
  const { owner: ours, ana } = await openWith();
  const rival = await (await openShop({ plans: [starterPack] })).owner();
  const own = await env.DB.prepare("SELECT id FROM credit_plans WHERE partner_id = ?")
    .bind(rival.shop.partnerId)
    .first<string>("id");
  const before = await rowOf(ana);
  expect((await opens(rival, ana)).status).toBe(404);
  for (const [path, form] of [
    ["features", FEATURES],
    ["access", { change: "block" }],
    ["purchases", { to: "block", reason: "Not mine" }],
    [`plans/${own}`, { to: "off" }],
    ["edit", { name: "Not mine", email: "x@customer.test" }],
  ] as const) {
    expect((await rival.browser.post(at(ana, path), form)).status, path).toBe(404);
  }
  const theirs = await (await openShop()).customer();
  expect((await ours.browser.post(at(ana, `plans/${own}`), { to: "off" })).status).toBe(404);
  expect((await ours.browser.post(at(theirs, `plans/${own}`), { to: "off" })).status).toBe(404);
  expect(await rowOf(ana)).toEqual(before);
  expect(await auditOf(ana)).toEqual([]);
  expect(
    await env.DB.prepare("SELECT count(*) AS n FROM plan_audience WHERE customer_id = ?")
      .bind(ana.id)
      .first("n"),
  ).toBe(0);
});
