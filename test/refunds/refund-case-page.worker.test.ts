import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { stripe } from "../shop/outside";
import { openShop, starterPack } from "../shop/shop";
import { fieldOf } from "../shop/visitor";

/** Ana bought the Starter Pack, has used some of it, and the partner refunded her in Stripe. */
async function refundedSale({ used = 0, amount }: { used?: number; amount?: number } = {}) {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();
  const spent = {
    partnerId: shop.partnerId,
    customerId: ana.id,
    formId: "used",
    note: "Used",
    actor: "test",
  };
  if (used > 0) await ana.wallet((wallet) => wallet.adjust({ ...spent, amountMicros: -used * 1_000_000 }));
  const path = `checkout/sessions/${checkout.sessionId}`;
  const { payment_intent } = await stripe.read<{ payment_intent: string }>(path, shop.accountId);
  await stripe.refund(payment_intent, amount);
  await ana.walletIsCopied();
  const page = `/customers/${ana.id}/refund-cases/${checkout.purchaseId}`;
  return { shop, owner, ana, page, purchaseId: checkout.purchaseId };
}

type Sale = Awaited<ReturnType<typeof refundedSale>>;

async function answers({ owner, page }: Sale, choice: string, note = "Refund re_1") {
  const form = await owner.browser.get(page);
  const [formId, due] = [fieldOf(form, "formId"), fieldOf(form, "due")];
  return owner.browser.post(page, { formId, due, choice, note });
}

test("L108 a refund appears in Billing & Invoices with what is due, and leads to its case", async () => {
  const { owner, ana, page } = await refundedSale();
  const billing = await owner.browser.get("/billing-and-invoices");
  expect(billing.text).toContain("Refund of $49.00 for Starter Pack: deduct 1,000 credits");
  expect(billing.html).toContain(page);
  const tab = await owner.browser.get(`/customers/${ana.id}/billing`);
  expect(tab.text).toContain("Refunded");
  expect(tab.text).toContain("1,000 credits to decide about");
});

test("L110 the case is decided with one button: credits deducted, note in the customer's history", async () => {
  const sale = await refundedSale();
  const sent = await answers(sale, "deduct", "Refund re_1, as agreed");
  expect([sent.status, sent.location]).toEqual([303, `${sale.page}?decided`]);

  const page = await sale.owner.browser.get(`${sale.page}?decided`);
  expect(page.text).toContain("Deducted 1,000 credits");
  expect(page.text).not.toContain("to decide about");
  const { balance, history } = await sale.ana.sees();
  expect(balance).toBe("0");
  expect(history[0]).toContain("Refund re_1, as agreed");
});

test("L110 where credits were used, only what is left can be deducted, and the page says how much", async () => {
  const sale = await refundedSale({ used: 700 });
  const page = await sale.owner.browser.get(sale.page);
  expect(page.text).toContain("Deduct only what is left (300)");
  expect(page.text).not.toContain("Deduct 1,000 credits");

  const refused = await answers(sale, "deduct");
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("needs 1,000, available 300; nothing was taken");
  expect((await answers(sale, "deduct_available")).status).toBe(303);
  expect((await sale.ana.sees()).balance).toBe("0");
});

test("L111 a decision without a note is not taken, and nothing typed is lost", async () => {
  const sale = await refundedSale({ amount: 2_450 });
  const refused = await answers(sale, "keep", "  ");
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("Add a note");
  expect(refused.text).toContain("500 credits to decide about");
});

test("a page that has grown old decides nothing: it says how the case stands now", async () => {
  const sale = await refundedSale({ amount: 1_000 });
  const form = await sale.owner.browser.get(sale.page);
  const fields = { formId: fieldOf(form, "formId"), due: fieldOf(form, "due"), choice: "deduct", note: "-" };
  const [refund] = await stripe.events(sale.shop.accountId, "refund.created");
  await stripe.refund(refund?.data.object.payment_intent ?? "", 1_000);

  const refused = await sale.owner.browser.post(sale.page, fields);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("This case has changed");
  expect((await sale.ana.sees()).balance).toBe("1,000");
});

test("another partner finds neither the case nor the billing of this customer", async () => {
  const sale = await refundedSale();
  const thief = await (await openShop()).owner();
  expect((await thief.browser.get(sale.page)).status).toBe(404);
  expect((await thief.browser.get(`/customers/${sale.ana.id}/billing`)).status).toBe(404);
  expect(
    (await thief.browser.post(sale.page, { choice: "deduct", due: "1", formId: "-", note: "-" })).status,
  ).toBe(404);
  expect((await sale.ana.sees()).balance).toBe("1,000");
});

test("the refund policy is chosen in Settings, holds from then on, and the audit log says who changed it", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const owner = await shop.owner();
  const page = await owner.browser.get("/settings/refund-policy");
  expect(page.html).toMatch(/checked=""[^>]*value="manual"|value="manual"[^>]*checked=""/);
  const sent = await owner.browser.post("/settings/refund-policy", { policy: "full" });
  expect([sent.status, sent.location]).toEqual([303, "/settings/refund-policy?saved"]);

  const policy = env.DB.prepare("SELECT refund_policy FROM partners WHERE id = ?").bind(shop.partnerId);
  expect(await policy.first("refund_policy")).toBe("full");
  const audited = env.DB.prepare("SELECT action, before, after FROM audit_log WHERE object_id = ?");
  expect(await audited.bind(shop.partnerId).first()).toEqual({
    action: "partner.refund_policy_changed",
    before: '{"refundPolicy":"manual"}',
    after: '{"refundPolicy":"full"}',
  });
  expect((await owner.browser.post("/settings/refund-policy", { policy: "all" })).status).toBe(422);
});
