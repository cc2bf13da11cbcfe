import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { inboxOf, stripe } from "../shop/outside";
import type { Checkout, Customer } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";
import { Visitor } from "../shop/visitor";
import { adjusted } from "./adjusted";

async function bought(customer: Customer): Promise<Checkout & { payment: string }> {
  const checkout = await customer.chooses("Starter Pack");
  await checkout.pays();
  const payment = await customer.wallet(
    (wallet) => wallet.purchase(checkout.purchaseId)?.purchase.paymentIntentId ?? "",
  );
  return Object.assign(checkout, { payment });
}

test("L85 the mail, the purchase and the history lead to the receipt", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { purchaseId } = await bought(ana);
  await ana.walletIsCopied();
  const path = `/purchases/${purchaseId}/receipt`;

  const [mail] = await inboxOf(ana.email, "Receipt");
  expect(mail?.text).toContain(`http://${shop.host}${path}`);
  expect(mail?.html).toContain(`href="http://${shop.host}${path}"`);
  for (const page of [`/purchases/${purchaseId}`, "/history", "/billing/purchases"]) {
    expect((await ana.browser.get(page)).html, page).toContain(`href="${path}"`);
  }
});

test("a receipt says who sold what to whom, and proves the credits with one line", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await adjusted(ana, 250, "Welcome");
  const { purchaseId, payment } = await bought(ana);

  const { text, html } = await ana.browser.get(`/purchases/${purchaseId}/receipt`);
  expect(text).toContain(`Sold by ${shop.title} help@${shop.name}.test Sold to ana ${ana.email}`);
  expect(text).toContain(`Receipt number ${purchaseId} Plan Starter Pack Credits 1,000 credits`);
  expect(text).toContain("Amount paid $49.00");
  expect(text).toContain(`$49.00, Stripe ${payment} → 1,000 credits, entry 2, balance 1,250`);
  expect(html).not.toMatch(/<script|Topup/);
});

test("X5 a receipt keeps the plan's words of the day, whatever the plan says now", async () => {
  const shop = await openShop({ plans: [{ ...starterPack, description: "As it was sold" }] });
  await env.DB.prepare(
    `INSERT INTO credit_plan_versions (plan_id, version, name, credits, price_minor, currency, description, created_by, created_at)
     SELECT id, version, name, credits, price_minor, currency, description, 'member', 1 FROM credit_plans WHERE partner_id = ?`,
  )
    .bind(shop.partnerId)
    .run();
  const ana = await shop.customer();
  const { purchaseId } = await bought(ana);
  await env.DB.prepare(
    "UPDATE credit_plans SET version = 2, name = 'Other', description = 'New words', deleted_at = 1 WHERE partner_id = ?",
  )
    .bind(shop.partnerId)
    .run();

  const { text } = await ana.browser.get(`/purchases/${purchaseId}/receipt`);
  expect(text).toContain("Plan Starter Pack As it was sold Credits");
  expect(text).not.toMatch(/Other|New words/);
});

test("a refund afterwards is on the receipt, and the proof stays", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { purchaseId, payment } = await bought(ana);
  await stripe.refund(payment, 1_000);

  const { text } = await ana.browser.get(`/purchases/${purchaseId}/receipt`);
  expect(text).toContain("Partially refunded. $10.00 of $49.00 went back to you.");
  expect(text).toContain("Amount paid $49.00 Went back $10.00");
  expect(text).toContain("entry 1, balance 1,000");
});

test("a receipt leads to Stripe's own of the same payment, and is whole without it when Stripe does not answer", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { purchaseId, payment } = await bought(ana);
  const path = `/purchases/${purchaseId}/receipt`;
  const { latest_charge } = await stripe.read<{ latest_charge: string }>(
    `payment_intents/${payment}`,
    shop.accountId,
  );
  expect((await ana.browser.get(path)).html).toMatch(
    new RegExp(`<a[^>]* href="http://127\\.0\\.0\\.1:12111/receipts/${latest_charge}"[^>]*>Stripe’s receipt`),
  );

  await stripe.fault({ action: "status", status: 503, path: "/v1/payment_intents", times: 1 });
  const without = await ana.browser.get(path);
  expect(without.status).toBe(200);
  expect(without.text).toContain("Amount paid $49.00");
  expect(without.html).not.toContain("/receipts/");
  expect(await stripe.faultsLeft()).toBe(0);
});

test("what was not credited has no receipt, and the page says why", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { purchaseId } = await ana.chooses("Starter Pack");

  const { status, text } = await ana.browser.get(`/purchases/${purchaseId}/receipt`);
  expect(status).toBe(200);
  expect(text).toContain("There is no receipt for this purchase");
  expect(text).toContain("Not paid: we have not heard of a payment yet.");
});

test("another customer's receipt is not found, and another portal's session is nothing here", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [ana, ben] = [await shop.customer("ana"), await shop.customer("ben")];
  const bo = await (await openShop()).customer("bo");
  const { purchaseId } = await bought(ana);
  await bought(ben);

  for (const page of ["receipt", "again"]) {
    const path = `/purchases/${purchaseId}/${page}`;
    expect((await ben.browser.get(path)).status).toBe(404);
    expect((await bo.browser.get(path)).status).toBe(404);
    expect((await new Visitor(shop.host).steal(bo.browser.cookie).get(path)).status).toBe(302);
  }
});
