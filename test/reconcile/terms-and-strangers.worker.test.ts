import { env } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { stripe } from "../shop/outside";
import { GOOD_CARD } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";
import { deliver } from "../stripe/deliver";
import { paidEvent } from "../stripe/sample-events";
import { amountsOf, kindsOf, paymentOf, paysUnheard, reconcile } from "./reconcile-shop";

afterEach(() => stripe.clearFaults());

test("B22 plans that were edited or deleted since make no finding: the frozen terms are compared", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await (await ana.chooses("Starter Pack")).pays();
  await env.DB.prepare(
    "UPDATE credit_plans SET price_minor = 1, credits = 9, version = 2, deleted_at = 2 WHERE partner_id = ?",
  )
    .bind(shop.partnerId)
    .run();

  expect(await reconcile(shop, { repairs: true })).toMatchObject({ sessionsRead: 1, found: 0, error: null });
});

test("a payment that was missed is credited by its frozen terms, whatever the plan says today", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await paysUnheard(ana);
  await env.DB.prepare(
    "UPDATE credit_plans SET price_minor = 1, credits = 9, version = 2 WHERE partner_id = ?",
  )
    .bind(shop.partnerId)
    .run();

  expect(await reconcile(shop, { repairs: true })).toMatchObject({ repaired: 1 });
  expect(await amountsOf(ana)).toEqual(["purchase 1000"]);
});

test("a copy in D1 that lags behind its wallet is no finding", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();
  await stripe.refund(await paymentOf(shop, checkout), 490);
  await ana.walletIsCopied();
  await env.DB.batch([
    env.DB.prepare("UPDATE purchases SET state = 'open', payment_intent_id = NULL WHERE id = ?").bind(
      checkout.purchaseId,
    ),
    env.DB.prepare("DELETE FROM refund_cases WHERE purchase_id = ?").bind(checkout.purchaseId),
  ]);

  expect(await reconcile(shop)).toMatchObject({ sessionsRead: 1, refundsRead: 1, found: 0 });
});

test("a payment otherwise than agreed is listed until a person decides, and no run credits it", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  const { purchaseId, sessionId } = checkout;
  await deliver(
    paidEvent({ account: shop.accountId, purchaseId, customerId: ana.id, sessionId, amount: 100 }),
  );
  await stripe.fault({ action: "drop", times: 1_000 });
  await checkout.pays();

  for (let runs = 0; runs < 2; runs += 1) {
    const run = await reconcile(shop, { repairs: true });
    expect(run).toMatchObject({ found: 1, repaired: 0, error: null });
    expect(kindsOf(run)).toEqual(["amount_differs"]);
  }
  expect(await amountsOf(ana)).toEqual([]);
  await ana.wallet((wallet) => wallet.releasePurchase(purchaseId, "member_olivia"));
  expect(await reconcile(shop, { repairs: true })).toMatchObject({ found: 0 });
});

test("credits whose checkout Stripe does not call paid are listed, and never taken by a run", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { purchaseId, sessionId } = await ana.chooses("Starter Pack");
  await deliver(paidEvent({ account: shop.accountId, purchaseId, customerId: ana.id, sessionId }));
  await ana.walletIsCopied();

  const run = await reconcile(shop, { repairs: true });
  expect(run.findings).toMatchObject([
    {
      kind: "credited_not_paid",
      id: sessionId,
      purchaseId,
      customerId: ana.id,
      amountMinor: null,
      outcome: null,
    },
  ]);
  expect(run).toMatchObject({ found: 1, repaired: 0 });
  expect(await amountsOf(ana)).toEqual(["purchase 1000"]);
});

test("what the partner sells without us is no finding, refunded or not", async () => {
  const shop = await openShop();
  for (const metadata of [{}, { purchase_id: "order 17", shop: "elsewhere" }]) {
    const session = await stripe.openPaymentLink(shop.accountId, metadata);
    await stripe.pay(session, GOOD_CARD);
    const { payment_intent } = await stripe.read<{ payment_intent: string }>(
      `checkout/sessions/${session}`,
      shop.accountId,
    );
    await stripe.refund(payment_intent);
    await stripe.dispute(payment_intent);
  }
  expect(await reconcile(shop, { repairs: true })).toMatchObject({
    sessionsRead: 2,
    refundsRead: 2,
    disputesRead: 2,
    found: 0,
  });
});

test("a payment that names another partner's purchase credits nothing and tells nothing of that partner", async () => {
  const [victim, thief] = [await openShop({ plans: [starterPack] }), await openShop()];
  const ana = await victim.customer();
  const { purchaseId } = await ana.chooses("Starter Pack");
  const session = await stripe.openPaymentLink(thief.accountId, {
    purchase_id: purchaseId,
    customer_id: ana.id,
  });
  await stripe.pay(session, GOOD_CARD);
  const { payment_intent } = await stripe.read<{ payment_intent: string }>(
    `checkout/sessions/${session}`,
    thief.accountId,
  );
  await stripe.refund(payment_intent);

  const run = await reconcile(thief, { repairs: true });
  expect(run).toMatchObject({ found: 1, repaired: 0, error: null });
  expect(run.findings).toMatchObject([{ kind: "unknown_payment", id: session, amountMinor: 4_900 }]);
  const told = JSON.stringify(run);
  for (const secret of [purchaseId, ana.id, ana.email, victim.partnerId, victim.accountId, "Starter Pack"]) {
    expect(told).not.toContain(secret);
  }
  expect(await amountsOf(ana)).toEqual([]);
  expect(await reconcile(victim, { repairs: true })).toMatchObject({ found: 0 });
});

test("a payment that names an own customer and a purchase that nobody knows is listed, never credited", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { purchaseId } = await ana.chooses("Starter Pack");
  const unknown = "purchase_00000000000000000000000000";
  const names = [unknown, purchaseId];
  for (const purchase_id of names) {
    await stripe.pay(
      await stripe.openPaymentLink(shop.accountId, { purchase_id, customer_id: ana.id }),
      GOOD_CARD,
    );
  }

  // The second names a real purchase, but is not the session that it opened.
  expect(kindsOf(await reconcile(shop, { repairs: true }))).toEqual(["unknown_payment", "unknown_payment"]);
  expect(await amountsOf(ana)).toEqual([]);
});
