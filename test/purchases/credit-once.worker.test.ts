import { expect, test } from "vitest";
import { adjusted } from "../portals/adjusted";
import { inboxOf, stripe } from "../shop/outside";
import { clickOn } from "../shop/people";
import { openShop, proBundle, starterPack } from "../shop/shop";

const ONE_ENTRY = [
  { seq: 1, kind: "purchase", amount_micros: 1_000_000_000, balance_after_micros: 1_000_000_000 },
];

test("L78 credits are added automatically, exactly as many as the plan promised", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();

  const checkout = await ana.chooses("Starter Pack");
  expect(await checkout.pays()).toMatchObject({ status: "paid" });

  const { balance, history } = await ana.sees();
  expect(balance).toBe("1,000");
  expect(history).toEqual([expect.stringMatching(/^Added \+1,000 Balance 1,000 Note Starter Pack Date /)]);
});

test("L5b nobody has to lift a finger: the entry's actor is the system", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await (await ana.chooses("Starter Pack")).pays();

  const [entry] = await ana.wallet((wallet) => wallet.history(null, 1).entries);
  expect(entry).toMatchObject({
    actor: "system",
    note: "Starter Pack",
    idempotencyKey: expect.stringMatching(/^purchase:/),
  });
});

test("L105 what is added is the plan's credits to the last one, and no more", async () => {
  const shop = await openShop({ plans: [{ name: "Odd Pack", credits: 777_777, priceMinor: 1_299 }] });
  const ana = await shop.customer();
  await (await ana.chooses("Odd Pack")).pays();

  expect(await ana.entries()).toMatchObject([{ kind: "purchase", amount_micros: 777_777_000_000 }]);
});

test("L5c a second purchase a moment later gives a second credit", async () => {
  const shop = await openShop({ plans: [starterPack, proBundle] });
  const ana = await shop.customer();
  await (await ana.chooses("Starter Pack")).pays();
  await (await ana.chooses("Starter Pack")).pays();
  await (await ana.chooses("Pro Bundle")).pays();

  expect((await ana.sees()).balance).toBe("7,000");
});

test("B1 Stripe delivers one payment a hundred times at once; the customer is credited once", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await (await ana.chooses("Starter Pack")).pays();

  const [completed] = await stripe.events(shop.accountId, "checkout.session.completed");
  await stripe.resend(completed?.id ?? "", { times: 100, parallel: true });

  expect(await ana.entries()).toEqual(ONE_ENTRY);
});

test("a hundred first deliveries at once credit once", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  await stripe.fault({ action: "drop", type: "checkout.session.completed", times: 1 });
  await checkout.pays();
  expect(await ana.entries()).toEqual([]);

  const [completed] = await stripe.events(shop.accountId, "checkout.session.completed");
  await stripe.resend(completed?.id ?? "", { times: 100, parallel: true });

  expect(await ana.entries()).toEqual(ONE_ENTRY);
});

test("L78, L84 B4 the webhook never comes: the page that the customer returns to asks Stripe and credits", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  await stripe.fault({ action: "drop", type: "checkout.session.completed", times: 1 });
  const { redirect_url } = await checkout.pays();

  const page = await ana.browser.get(redirect_url ?? "");
  expect(page.text).toContain("Credits added +1,000 credits. Your balance is 1,000 credits.");
  expect(await ana.entries()).toEqual(ONE_ENTRY);
});

test("L84 B2 return page and webhook both tell of the payment, in either order; it is credited once", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [ana, ben] = [await shop.customer("ana"), await shop.customer("ben")];

  const first = await ana.chooses("Starter Pack");
  const paid = await first.pays();
  await ana.browser.get(paid.redirect_url ?? "");
  expect(await ana.entries()).toEqual(ONE_ENTRY);

  const second = await ben.chooses("Starter Pack");
  await stripe.fault({ action: "hold", type: "checkout.session.completed", times: 1 });
  await ben.browser.get((await second.pays()).redirect_url ?? "");
  await stripe.deliver();
  expect(await ben.entries()).toEqual(ONE_ENTRY);
});

test("L76 a double click opens one session; the next page view opens another", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const page = await ana.browser.get("/credits");
  const click = clickOn(page, "Starter Pack");

  const clicks = await Promise.all([ana.clicks(click), ana.clicks(click), ana.clicks(click)]);
  expect(new Set(clicks.map(({ sessionId }) => sessionId)).size).toBe(1);

  const later = await ana.chooses("Starter Pack");
  expect(later.sessionId).not.toBe(clicks[0]?.sessionId);
});

test("a click that is sent again after its purchase was paid leads to the purchase and charges nothing", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const page = await ana.browser.get("/credits");
  const click = clickOn(page, "Starter Pack");
  const checkout = await ana.clicks(click);
  await checkout.pays();

  const again = await ana.browser.post("/credits", click);
  expect(again.location).toBe(`/purchases/${checkout.purchaseId}`);
});

test("L85 the receipt arrives once, with plan, credits, amount and balance, however often Stripe repeats itself", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  await adjusted(ana, 250.5, "Welcome");
  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays();
  const [completed] = await stripe.events(shop.accountId, "checkout.session.completed");
  await stripe.resend(completed?.id ?? "", { times: 5, parallel: true });
  await ana.walletIsCopied();

  const mails = await inboxOf(ana.email, "Receipt");
  expect(mails).toHaveLength(1);
  expect(mails[0]?.from).toContain(shop.title);
  for (const fact of [
    "Plan: Starter Pack",
    "Added: 1,000 credits",
    "Amount paid: $49.00",
    "New balance: 1,250.5 credits",
    checkout.purchaseId,
  ]) {
    expect(mails[0]?.text).toContain(fact);
  }
  expect(mails[0]?.links).toContain(`http://${shop.host}/purchases/${checkout.purchaseId}`);
});

test("L94 the partner's list shows the sale", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const owner = await shop.owner();
  expect((await owner.browser.get("/billing-and-invoices")).text).toContain("No sales yet");

  const ana = await shop.customer();
  await (await ana.chooses("Starter Pack")).pays();
  await ana.walletIsCopied();

  const { text } = await owner.browser.get("/billing-and-invoices");
  for (const fact of [ana.email, "Starter Pack", "$49.00", "1,000", "Credited"]) expect(text).toContain(fact);
});

test("L77 the session is on the partner's own account, for the plan's price, with our fee and the portal's address", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const { session, purchaseId } = await ana.chooses("Starter Pack");

  expect(session).toMatchObject({
    amount_total: 4_900,
    currency: "usd",
    client_reference_id: purchaseId,
    metadata: { purchase_id: purchaseId, customer_id: ana.id },
    success_url: `http://${shop.host}/purchases/${purchaseId}`,
    cancel_url: `http://${shop.host}/purchases/${purchaseId}?cancelled`,
  });
  const { purchase } = (await ana.wallet((wallet) => wallet.purchase(purchaseId))) ?? {};
  expect(purchase).toMatchObject({ platformFeeMinor: 122, accountId: shop.accountId, state: "open" });
});

test("L77, L82 Stripe itself has the customer, the fee and the purchase, and no other account has the payment", async () => {
  const [shop, other] = [await openShop({ plans: [starterPack] }), await openShop()];
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  expect(checkout.session).toMatchObject({ mode: "payment", customer_email: ana.email });
  await checkout.pays();

  const { payment_intent } = await stripe.read<{ payment_intent: string }>(
    `checkout/sessions/${checkout.sessionId}`,
    shop.accountId,
  );
  const path = `payment_intents/${payment_intent}`;
  expect(await stripe.read(path, shop.accountId)).toMatchObject({
    amount: 4_900,
    currency: "usd",
    application_fee_amount: 122,
    metadata: { purchase_id: checkout.purchaseId, customer_id: ana.id },
  });
  expect(await stripe.read(path, other.accountId)).toMatchObject({ error: { code: "resource_missing" } });
});

test("T14 a form that names its own price, credits or customer changes nothing of the purchase", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [ana, ben] = [await shop.customer("ana"), await shop.customer("ben")];
  const page = await ana.browser.get("/credits");
  const answer = await ana.browser.post("/credits", {
    ...clickOn(page, "Starter Pack"),
    price: "1",
    priceMinor: "1",
    credits: "1000000",
    customerId: ben.id,
    partnerId: "partner_other",
    currency: "jpy",
  });

  const sessionId = /cs_[A-Za-z0-9_]+/.exec(answer.location ?? "")?.[0];
  const session = await stripe.read(`checkout/sessions/${sessionId}`, shop.accountId);
  expect(session).toMatchObject({ amount_total: 4_900, currency: "usd", metadata: { customer_id: ana.id } });
});
