import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { type Bindings, createContext, type PartnerContext } from "../../app/context.server";
import { releasePurchase } from "../../app/purchases/release-purchase.server";
import { decideRefundCase } from "../../app/refunds/decide-case.server";
import { stripe } from "../shop/outside";
import type { Customer } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { deliver } from "../stripe/deliver";
import { paidEvent } from "../stripe/sample-events";

/** What a signed-in member's action is given. */
const memberOf = (shop: Shop): PartnerContext =>
  ({
    ...createContext(env as unknown as Bindings, () => {}),
    partner: { id: shop.partnerId },
    member: { id: "member_olivia" },
  }) as PartnerContext;

/** A purchase that was refunded whole, with so many of its 1,000 credits left. */
async function refunded(left = 1_000) {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();
  const path = `checkout/sessions/${checkout.sessionId}`;
  const { payment_intent } = await stripe.read<{ payment_intent: string }>(path, shop.accountId);
  await stripe.refund(payment_intent);
  const spent = {
    partnerId: shop.partnerId,
    customerId: ana.id,
    formId: "spent",
    note: "Spent",
    actor: "test",
  };
  if (left < 1_000) {
    await ana.wallet((wallet) => wallet.adjust({ ...spent, amountMicros: (left - 1_000) * 1_000_000 }));
  }
  const { purchaseId } = checkout;
  const answer = { purchaseId, formId: "form_1", dueMicros: 1_000_000_000, note: "Refund re_1" };
  return { shop, ana, purchaseId, paymentIntent: payment_intent, member: memberOf(shop), answer };
}

const balanceOf = (ana: Customer) => ana.wallet((wallet) => wallet.summary(0).balanceMicros / 1_000_000);

const auditOf = async (objectId: string) =>
  (
    await env.DB.prepare("SELECT action, actor_id, after FROM audit_log WHERE object_id = ?")
      .bind(objectId)
      .all()
  ).results;

test("L110 a person deducts what is due: the entry names the purchase, and the audit log the person", async () => {
  const { ana, member, answer, purchaseId } = await refunded();
  const decided = await decideRefundCase(member, ana.id, { ...answer, choice: "deduct" });

  expect(decided).toEqual({ outcome: "decided", takenMicros: 1_000_000_000, balanceMicros: 0 });
  expect(await ana.entries()).toMatchObject([
    { kind: "purchase", amount_micros: 1_000_000_000 },
    { kind: "refund_clawback", amount_micros: -1_000_000_000, balance_after_micros: 0 },
  ]);
  expect(await auditOf(purchaseId)).toEqual([
    { action: "refund.decided", actor_id: "member_olivia", after: expect.stringContaining("Refund re_1") },
  ]);
});

test("a deduction that the balance does not cover is refused whole; what is left can be taken instead", async () => {
  const { ana, member, answer } = await refunded(300);
  expect(await decideRefundCase(member, ana.id, { ...answer, choice: "deduct" })).toEqual({
    outcome: "insufficient_credits",
    dueMicros: 1_000_000_000,
    balanceMicros: 300_000_000,
  });
  expect(await balanceOf(ana)).toBe(300);

  const some = await decideRefundCase(member, ana.id, { ...answer, choice: "deduct_available" });
  expect(some).toEqual({ outcome: "decided", takenMicros: 300_000_000, balanceMicros: 0 });
});

test("a partner lets the customer keep the credits: nothing moves, and the case is closed with its note", async () => {
  const { ana, member, answer, purchaseId } = await refunded();
  expect(await decideRefundCase(member, ana.id, { ...answer, choice: "keep" })).toMatchObject({
    takenMicros: 0,
  });
  expect(await balanceOf(ana)).toBe(1_000);
  expect(await ana.wallet((wallet) => wallet.refundCase(purchaseId)?.standing.dueMicros)).toBe(0);
  expect(await auditOf(purchaseId)).toHaveLength(1);
});

test("a form that is sent twenty times at once decides once; with another answer it is refused", async () => {
  const { ana, member, answer, purchaseId } = await refunded();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => decideRefundCase(member, ana.id, { ...answer, choice: "deduct" })),
  );
  expect(answers.filter(({ outcome }) => outcome === "decided")).toHaveLength(1);
  expect(answers.filter(({ outcome }) => outcome === "repeated")).toHaveLength(19);
  expect(await balanceOf(ana)).toBe(0);
  expect(await auditOf(purchaseId)).toHaveLength(1);

  expect(await decideRefundCase(member, ana.id, { ...answer, choice: "keep" })).toEqual({
    outcome: "key_reused",
  });
});

test("what the person saw is not due any more: nothing is taken, and the answer says what is due now", async () => {
  const { ana, member, answer } = await refunded();
  const outdated = { ...answer, dueMicros: 500_000_000, choice: "deduct" as const };
  expect(await decideRefundCase(member, ana.id, outdated)).toEqual({
    outcome: "due_changed",
    dueMicros: 1_000_000_000,
  });
  expect(await balanceOf(ana)).toBe(1_000);
});

test("a case of another partner's customer is not found", async () => {
  const [{ answer }, thief] = [await refunded(), await openShop()];
  const eve = await thief.customer("eve");
  const stolen = await decideRefundCase(memberOf(thief), eve.id, { ...answer, choice: "deduct" });
  expect(stolen).toEqual({ outcome: "unknown_purchase" });
});

test("a refund that was deducted by hand and then fails is given back by itself", async () => {
  const { shop, ana, member, answer } = await refunded();
  await decideRefundCase(member, ana.id, { ...answer, choice: "deduct" });
  const [created] = await stripe.events(shop.accountId, "refund.created");
  await stripe.endRefund(created?.data.object.id ?? "", "fail");
  expect(await balanceOf(ana)).toBe(1_000);
});

test("a payment that differs waits for a person, who gives what was promised once", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { purchaseId, sessionId } = await ana.chooses("Starter Pack");
  await deliver(
    paidEvent({ account: shop.accountId, purchaseId, sessionId, customerId: ana.id, amount: 4_000 }),
  );
  expect(await balanceOf(ana)).toBe(0);

  const member = memberOf(shop);
  const released = await releasePurchase(member, ana.id, purchaseId, "Agreed by phone");
  expect(released).toEqual({ outcome: "credited", balanceMicros: 1_000_000_000 });
  expect(await releasePurchase(member, ana.id, purchaseId, "Again")).toEqual({ outcome: "repeated" });
  await deliver(
    paidEvent({ account: shop.accountId, purchaseId, sessionId, customerId: ana.id, amount: 4_000 }),
  );
  expect(await balanceOf(ana)).toBe(1_000);
  expect(await auditOf(purchaseId)).toEqual([
    {
      action: "purchase.released",
      actor_id: "member_olivia",
      after: expect.stringContaining("Agreed by phone"),
    },
  ]);
});

test("a purchase that does not wait for a person cannot be released", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { purchaseId } = await ana.chooses("Starter Pack");
  expect(await releasePurchase(memberOf(shop), ana.id, purchaseId, "-")).toEqual({
    outcome: "not_quarantined",
  });
  const unknown = await releasePurchase(memberOf(shop), ana.id, "purchase_01k9zx3m8ye4rtqf5c6h7j8k9m", "-");
  expect(unknown).toEqual({ outcome: "unknown_purchase" });
});
