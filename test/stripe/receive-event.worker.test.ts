import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { createContext } from "../../app/context.server";
import { receiveEvent } from "../../app/stripe/receive-event.server";
import type { Checkout, Customer } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { deliver, signedRequest } from "./deliver";
import { never, observed } from "./observed-binding";
import { paidEvent } from "./sample-events";

async function waitingPurchase(): Promise<{
  shop: Shop;
  ana: Customer;
  checkout: Checkout;
  paid: Parameters<typeof paidEvent>[0];
}> {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  const { purchaseId, sessionId } = checkout;
  return {
    shop,
    ana,
    checkout,
    paid: { account: shop.accountId, customerId: ana.id, purchaseId, sessionId },
  };
}

const logOf = (eventId: string) =>
  env.DB.prepare("SELECT outcome, detail, purchase_id, deliveries FROM webhook_events WHERE event_id = ?")
    .bind(eventId)
    .first();

const stateOf = async (ana: Customer, purchaseId: string) =>
  (await ana.wallet((wallet) => wallet.purchase(purchaseId)))?.purchase.state;

test("a payment is credited with one call to the wallet, and no query to D1 is waited for", async () => {
  const { ana, paid } = await waitingPurchase();
  const queries: string[] = [];
  const calls: string[] = [];
  const d1ThatNeverAnswers = observed(env.DB, (name) => {
    queries.push(name);
    return { prepare: () => ({ bind: () => ({ run: never, all: never, raw: never }) }), batch: never }[name];
  });
  const wallets = observed(env.WALLET, (name) => void (name === "get" && calls.push(name)));
  const context = createContext({ ...env, DB: d1ThatNeverAnswers, WALLET: wallets }, () => {});

  const response = await receiveEvent(context, await signedRequest(paidEvent(paid)));

  expect(response.status).toBe(200);
  expect(calls).toEqual(["get"]);
  // The row of the webhook log is written after a moment, together with others.
  expect(queries).toEqual([]);
  expect(await ana.entries()).toHaveLength(1);
});

test("a payment is credited while D1 is away, and Stripe hears 200", async () => {
  const { ana, paid } = await waitingPurchase();
  const later: Promise<unknown>[] = [];
  const downDb = new Proxy(env.DB, {
    get() {
      throw new Error("D1_ERROR: Network connection lost.");
    },
  });
  const context = createContext({ ...env, DB: downDb }, (work) => later.push(work));

  const response = await receiveEvent(context, await signedRequest(paidEvent(paid)));
  await Promise.all(later);
  expect(response.status).toBe(200);
  expect(await ana.entries()).toHaveLength(1);
});

test("what was not credited is recorded before Stripe hears 200; with D1 away Stripe is asked to come again", async () => {
  const { paid } = await waitingPurchase();
  const downDb = new Proxy(env.DB, {
    get() {
      throw new Error("D1_ERROR: Network connection lost.");
    },
  });
  const context = createContext({ ...env, DB: downDb }, () => {});

  const response = await receiveEvent(context, await signedRequest(paidEvent({ ...paid, amount: 1 })));
  expect(response.status).toBe(503);
});

test("B3 an event that could not be handled is answered 503, logged as failed, and credited when it comes again", async () => {
  const { ana, paid } = await waitingPurchase();
  const event = paidEvent(paid);
  const brokenWallets = new Proxy(env.WALLET, {
    get() {
      throw new Error("The wallet is away");
    },
  });
  const context = createContext({ ...env, WALLET: brokenWallets }, () => {});

  expect((await receiveEvent(context, await signedRequest(event))).status).toBe(503);
  expect(await logOf(event.id)).toMatchObject({ outcome: "failed" });

  expect((await deliver(event)).status).toBe(200);
  expect(await ana.entries()).toHaveLength(1);
});

const MISMATCHES: [what: string, change: object, reason: RegExp][] = [
  ["an amount that was not agreed", { amount: 100 }, /paid 100, expected 4900/],
  ["a currency that was not agreed", { currency: "eur" }, /paid in eur, agreed was usd/],
  ["no payment at all", { payment_status: "no_payment_required" }, /without a payment/],
];

for (const [what, change, reason] of MISMATCHES) {
  test(`L102 ${what}: nothing is credited, and the purchase waits for a person`, async () => {
    const { ana, checkout, paid } = await waitingPurchase();
    const event = paidEvent({ ...paid, ...change });

    expect(await deliver(event)).toEqual({ status: 200, body: { received: true, outcome: "quarantined" } });
    expect(await ana.entries()).toEqual([]);
    expect(await stateOf(ana, checkout.purchaseId)).toBe("quarantined");
    expect(await logOf(event.id)).toMatchObject({
      outcome: "quarantined",
      detail: expect.stringMatching(reason),
    });
    const page = await ana.browser.get(checkout.session.success_url);
    expect(page.text).toContain("We are checking your payment");
  });
}

const STRANGERS: [what: string, change: object][] = [
  ["a test-mode purchase paid in live mode", { livemode: true }],
  ["a session that this purchase did not open", { sessionId: "cs_test_somebody_elses" }],
  ["another partner's account", { account: "acct_of_a_stranger" }],
  ["no account", { account: "" }],
];

for (const [what, change] of STRANGERS) {
  test(`L104 T17 ${what}: nothing is credited and the purchase is not touched`, async () => {
    const { ana, checkout, paid } = await waitingPurchase();
    const event = paidEvent({ ...paid, ...change });

    expect(await deliver(event)).toEqual({ status: 200, body: { received: true, outcome: "quarantined" } });
    expect(await ana.entries()).toEqual([]);
    expect(await stateOf(ana, checkout.purchaseId)).toBe("open");

    await deliver(paidEvent(paid));
    expect(await ana.entries()).toHaveLength(1);
  });
}

test("a partner that names another's customer in its own payment links leaves no trace in that wallet", async () => {
  const { shop } = await waitingPurchase();
  const victim = await (await openShop({ plans: [starterPack] })).customer();
  const forged = paidEvent({
    account: shop.accountId,
    customerId: victim.id,
    purchaseId: `purchase_${"0".repeat(26)}`,
    sessionId: "cs_test_payment_link",
  });

  expect(await deliver(forged)).toMatchObject({ status: 200, body: { outcome: "quarantined" } });
  const tables = await victim.wallet((_, { storage }) =>
    storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'entries'").toArray(),
  );
  expect(tables).toEqual([]);
});

test("a checkout without our metadata, and a type that we do not use, are recorded and answered 200", async () => {
  const { shop } = await waitingPurchase();
  const foreign = paidEvent({
    account: shop.accountId,
    customerId: "x",
    purchaseId: "y",
    sessionId: "cs_test_1",
  });
  const unused = { ...foreign, id: "evt_unused", type: "invoice.paid" };

  expect(await deliver(foreign)).toMatchObject({ status: 200, body: { outcome: "ignored" } });
  expect(await deliver(unused)).toMatchObject({ status: 200, body: { outcome: "ignored" } });
  expect(await logOf("evt_unused")).toMatchObject({
    outcome: "ignored",
    detail: "Topup does not use this type of event",
  });
});

test("every delivery is counted in the log", async () => {
  const { paid } = await waitingPurchase();
  const event = paidEvent(paid);
  for (let times = 0; times < 3; times += 1) await deliver(event);

  await expect
    .poll(() => logOf(event.id))
    .toMatchObject({ outcome: "processed", detail: "Credited before", deliveries: 3 });
});

test("B4 both secrets verify, and nothing else does", async () => {
  const { ana, paid } = await waitingPurchase();
  const now = Math.floor(Date.now() / 1000);
  const event = paidEvent(paid);
  const refused = [
    await deliver(event, { secret: "whsec_of_somebody_else" }),
    await deliver(event, { signature: "" }),
    await deliver(event, { signature: "t=1,v1=00" }),
    await deliver(event, { signedAt: now - 301 }),
    await deliver(event, { signedAt: now + 120 }),
    await deliver(event, { tamperedBody: JSON.stringify({ ...event, id: "evt_other" }) }),
    await deliver(event, { tamperedBody: `${JSON.stringify(event)} ` }),
  ];
  for (const answer of refused)
    expect(answer).toMatchObject({ status: 400, body: { error: { code: "bad_signature" } } });
  expect(await ana.entries()).toEqual([]);

  expect((await deliver(event, { secret: "whsec_platform_development" })).status).toBe(200);
  expect((await deliver(event)).status).toBe(200);
  expect(await ana.entries()).toHaveLength(1);
});

test("T25 a body that is too large is turned away before it is read", async () => {
  const answer = await deliver({ padding: "x".repeat(600 * 1024) });
  expect(answer.status).toBe(413);
});

test("T22 expiry, failure and processing that arrive after the payment change nothing", async () => {
  const { ana, checkout, paid } = await waitingPurchase();
  await deliver(paidEvent(paid));
  for (const type of [
    "checkout.session.async_payment_failed",
    "checkout.session.expired",
    "checkout.session.completed",
  ]) {
    await deliver(paidEvent({ ...paid, type, payment_status: "unpaid" }));
  }
  expect(await stateOf(ana, checkout.purchaseId)).toBe("credited");
  expect(await ana.entries()).toHaveLength(1);
});

test("T22 a payment that arrives after an expiry or a failure is credited all the same", async () => {
  for (const type of ["checkout.session.async_payment_failed", "checkout.session.expired"]) {
    const { ana, paid } = await waitingPurchase();
    await deliver(paidEvent({ ...paid, type, payment_status: "unpaid" }));
    await deliver(paidEvent({ ...paid, type: "checkout.session.async_payment_succeeded" }));
    expect(await ana.entries()).toHaveLength(1);
  }
});
