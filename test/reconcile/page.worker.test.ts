import { env } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { stripe } from "../shop/outside";
import type { Owner } from "../shop/people";
import { openShop, type PlanSpec, type Shop, starterPack } from "../shop/shop";
import { fieldOf } from "../shop/visitor";
import { deliver } from "../stripe/deliver";
import { paidEvent } from "../stripe/sample-events";
import { amountsOf, paymentOf, paysUnheard } from "./reconcile-shop";

const PAGE = "/billing-and-invoices/reconcile";

afterEach(() => stripe.clearFaults());

async function openWith(plans: PlanSpec[] = [starterPack]) {
  const shop = await openShop({ plans });
  return { shop, owner: await shop.owner(), ana: await shop.customer() };
}

/** Presses "Compare with Stripe" and looks at what comes back. */
async function compares({ browser }: Owner, days = "3") {
  const sent = await browser.post(PAGE, { intent: "compare", days });
  expect([sent.status, sent.location]).toEqual([303, PAGE]);
  return browser.get(PAGE);
}

const repairs = async ({ browser }: Owner, form: Record<string, string>) =>
  browser.post(PAGE, { runId: fieldOf(await browser.get(PAGE), "runId"), ...form });

const auditOf = async ({ partnerId }: Shop) =>
  (
    await env.DB.prepare(
      "SELECT actor_type, action, object_id FROM audit_log WHERE partner_id = ? ORDER BY at, id",
    )
      .bind(partnerId)
      .all()
  ).results;

test("everything agrees: the page says so, with what was compared", async () => {
  const { owner, ana } = await openWith();
  expect((await owner.browser.get(PAGE)).text).not.toContain("Last runs");
  await (await ana.chooses("Starter Pack")).pays();

  const page = await compares(owner);
  expect(page.text).toContain("Everything agrees with Stripe Compared: 1 checkout, 0 refunds, 0 disputes.");
  expect((await owner.browser.get("/billing-and-invoices")).html).toContain(`href="${PAGE}"`);
});

test("L147 a missing payment is shown with its way to Stripe, and one click credits it; what comes late adds nothing", async () => {
  const { shop, owner, ana } = await openWith();
  const { checkout, paymentIntent } = await paysUnheard(ana);

  const page = await compares(owner);
  expect(page.text).toContain(
    "Paid, not credited Stripe received $49.00, as agreed, and no credits were added.",
  );
  expect(page.text).toContain("Repair adds 1,000 credits.");
  expect(page.text).toContain(ana.email);
  expect(page.html).toContain(`/dashboard/${shop.accountId}#pi_`);
  expect(page.text).toContain(paymentIntent);
  expect(await amountsOf(ana)).toEqual([]);

  const form = { intent: "repair", findingId: checkout.sessionId };
  const sent = await repairs(owner, form);
  expect([sent.status, sent.location]).toEqual([303, `${PAGE}?repaired`]);
  expect(await amountsOf(ana)).toEqual(["purchase 1000"]);
  const after = await owner.browser.get(`${PAGE}?repaired`);
  expect(after.text).toContain("Credited 1,000 credits.");
  expect(after.text).not.toContain("Paid, not credited");

  const run = await env.DB.prepare("SELECT id, found, repaired FROM reconcile_runs WHERE partner_id = ?")
    .bind(shop.partnerId)
    .first<{ id: string }>();
  expect(run).toMatchObject({ found: 1, repaired: 1 });
  await owner.browser.post(PAGE, { ...form, runId: run?.id ?? "" });
  await stripe.clearFaults();
  const [late] = await stripe.events(shop.accountId, "checkout.session.completed");
  await stripe.resend(late?.id ?? "", { times: 3, parallel: true });
  expect(await amountsOf(ana)).toEqual(["purchase 1000"]);
  expect(await auditOf(shop)).toEqual([
    { actor_type: "member", action: "reconcile.repaired", object_id: checkout.purchaseId },
  ]);
  expect((await compares(owner)).text).toContain("Everything agrees with Stripe");
});

test("Repair all credits and records everything that is safe, and leaves the rest to be looked at", async () => {
  const { shop, owner, ana } = await openWith();
  const heard = await ana.chooses("Starter Pack");
  await heard.pays();
  await paysUnheard(ana);
  await stripe.refund(await paymentOf(shop, heard), 490);
  const forged = { purchase_id: "purchase_00000000000000000000000000", customer_id: ana.id };
  await stripe.pay(await stripe.openPaymentLink(shop.accountId, forged), "4242424242424242");

  const page = await compares(owner);
  expect(page.text).toContain("A refund of $4.90 at Stripe was not recorded here.");
  expect((await repairs(owner, { intent: "repair_all" })).status).toBe(303);
  expect(await amountsOf(ana)).toEqual(["purchase 1000", "purchase 1000"]);
  const after = (await owner.browser.get(PAGE)).text;
  expect(after).toContain("Recorded; no credits moved.");
  expect(after).toContain("Payment without a purchase");
  expect(await auditOf(shop)).toHaveLength(2);
});

test("an amount that differs is credited as agreed, with a note that says why", async () => {
  const { shop, owner, ana } = await openWith();
  const checkout = await ana.chooses("Starter Pack");
  const { purchaseId, sessionId } = checkout;
  const paid = { account: shop.accountId, purchaseId, customerId: ana.id, sessionId };
  await deliver(paidEvent({ ...paid, amount: 100 }));
  await checkout.pays();
  expect((await compares(owner)).text).toContain("Amount differs");

  const form = { intent: "release", findingId: sessionId };
  const unsaid = await repairs(owner, { ...form, note: " " });
  expect(unsaid.status).toBe(422);
  expect(unsaid.text).toContain("Add a note");
  expect((await repairs(owner, { intent: "repair", findingId: sessionId })).status).toBe(303);
  expect(await amountsOf(ana)).toEqual([]);

  expect((await repairs(owner, { ...form, note: "Paid the rest in cash" })).status).toBe(303);
  expect(await amountsOf(ana)).toEqual(["purchase 1000"]);
  expect((await owner.browser.get(PAGE)).text).toContain("Credited as agreed.");
  expect(await auditOf(shop)).toEqual([
    { actor_type: "member", action: "purchase.released", object_id: purchaseId },
  ]);
});

test("Stripe does not answer: the page says what is missing, and keeps what was compared", async () => {
  const { owner, ana } = await openWith();
  await paysUnheard(ana);
  await stripe.clearFaults();
  await stripe.fault({ action: "status", status: 503, path: "/v1/disputes", times: 3 });

  const page = await compares(owner);
  expect(page.text).toContain(
    "The last run is not complete Stripe did not answer while its disputes were read.",
  );
  expect(page.text).toContain("Paid, not credited");
  expect(await amountsOf(ana)).toEqual([]);
});

test("a repair that Stripe does not answer says so, and the button stays", async () => {
  const { owner, ana } = await openWith();
  const { checkout } = await paysUnheard(ana);
  await compares(owner);
  const path = `/v1/checkout/sessions/${checkout.sessionId}`;
  await stripe.clearFaults();
  await stripe.fault({ action: "status", status: 503, path, times: 3 });

  const sent = await repairs(owner, { intent: "repair", findingId: checkout.sessionId });
  expect(sent.status).toBe(409);
  expect(sent.text).toContain("Stripe did not answer, so nothing more was changed.");
  expect(sent.html).toContain(checkout.sessionId);
  expect((await repairs(owner, { intent: "repair", findingId: checkout.sessionId })).status).toBe(303);
  expect(await amountsOf(ana)).toEqual(["purchase 1000"]);
});

test.each(["0", "31", "-1", "2.5", "all", ""])(
  "%s days are refused, and nothing is compared",
  async (days) => {
    const { owner } = await openWith([]);
    const sent = await owner.browser.post(PAGE, { intent: "compare", days });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain("Days must be a whole number from 1 to 30");
    expect((await owner.browser.get(PAGE)).text).not.toContain("Last runs");
  },
);

test("another partner's run and findings are a 404, and nothing is repaired", async () => {
  const { owner, ana } = await openWith();
  const { checkout } = await paysUnheard(ana);
  const runId = fieldOf(await compares(owner), "runId");
  const rival = await (await openShop()).owner();
  const form = { runId, findingId: checkout.sessionId };
  for (const intent of ["repair", "repair_all", "release"]) {
    expect((await rival.browser.post(PAGE, { ...form, intent, note: "Mine" })).status).toBe(404);
    expect(
      (await owner.browser.post(PAGE, { intent: "repair", runId, findingId: "cs_test_other" })).status,
    ).toBe(404);
  }
  expect(await amountsOf(ana)).toEqual([]);
});

test("without a Stripe account there is nothing to compare, and the page leads to the mending of it", async () => {
  const owner = await (await openShop({ account: "none" })).owner();
  const page = await owner.browser.get(PAGE);
  expect(page.text).toContain("Stripe not connected");
  expect(page.html).toContain('href="/settings/stripe-connect"');
  expect((await owner.browser.post(PAGE, { intent: "compare", days: "3" })).status).toBe(409);
});
