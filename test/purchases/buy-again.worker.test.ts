import { expect, test } from "vitest";
import { stripe } from "../shop/outside";
import { type Customer, clickOn } from "../shop/people";
import { openShop, proBundle, starterPack } from "../shop/shop";
import { fieldOf } from "../shop/visitor";

const clicksPurchase = async (ana: Customer, plan = "Starter Pack") =>
  ana.browser.post("/credits", clickOn(await ana.browser.get("/credits"), plan));

test("B24 a second purchase asks first while the bank is confirming the first one", async () => {
  const shop = await openShop({ plans: [starterPack, proBundle] });
  const ana = await shop.customer();
  const first = await ana.chooses("Starter Pack");
  await first.pays("bank_debit");

  const { status, location } = await clicksPurchase(ana);
  expect([status, location]).toEqual([303, `/purchases/${first.purchaseId}/again`]);
  const question = await ana.browser.get(location ?? "");
  expect(question.text).toContain(
    "You have a payment for Starter Pack that is still being confirmed. Its credits are added as soon as it is. Buy another?",
  );
  expect(question.html).toMatch(/href="\/credits"[^>]*>Back</);
  expect((await ana.wallet((wallet) => wallet.purchases(null, 10))).purchases).toHaveLength(1);

  const sure = await ana.clicks({
    planId: fieldOf(question, "planId"),
    clickId: fieldOf(question, "clickId"),
    another: fieldOf(question, "another"),
  });
  await sure.pays();
  expect((await ana.sees()).balance).toBe("1,000");
  expect((await clicksPurchase(ana, "Pro Bundle")).location).toContain("cs_test_");
});

test("B24 a payment of which nobody told us is found by asking Stripe, and credited before the question", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const first = await ana.chooses("Starter Pack");
  await stripe.fault({ action: "drop", type: "checkout.session.completed", times: 1 });
  await first.pays();

  const { location } = await clicksPurchase(ana);
  expect((await ana.browser.get(location ?? "")).text).toContain(
    "Your payment for Starter Pack was confirmed, and 1,000 credits went to your balance. Buy another?",
  );
  expect((await ana.sees()).balance).toBe("1,000");
  expect((await clicksPurchase(ana)).location).toContain("cs_test_");
});

test("B24 a page of Stripe that was left without paying is in nobody's way, nor is a credited purchase", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const left = await ana.chooses("Starter Pack");
  const paid = await ana.chooses("Starter Pack");
  await paid.pays();
  const next = await ana.chooses("Starter Pack");

  expect(new Set([left, paid, next].map(({ sessionId }) => sessionId)).size).toBe(3);
});

test("B24 a double click on a purchase that is being confirmed leads to it and asks nothing", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const click = clickOn(await ana.browser.get("/credits"), "Starter Pack");
  const first = await ana.clicks(click);
  await first.pays("bank_debit");

  expect((await ana.browser.post("/credits", click)).location).toBe(`/purchases/${first.purchaseId}`);
});
