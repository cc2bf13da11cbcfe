import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { stripe } from "../shop/outside";
import { clickOn, DECLINED_CARD, GOOD_CARD } from "../shop/people";
import { openShop, proBundle, starterPack } from "../shop/shop";

test("L86 a declined card is told in plain words, with no credits added", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  expect(await checkout.pays(DECLINED_CARD)).toMatchObject({ status: "declined" });

  const page = await ana.browser.get(checkout.session.cancel_url);
  expect(page.text).toContain("Payment didn't go through Your card was declined.");
  expect(page.text).toContain("No credits were added and you can try again.");
  expect(page.html).toContain(`href="${checkout.url}"`);
  expect(page.html).not.toMatch(/topup|card_declined|generic_decline|Error:|\bat \w+ \(/i);
});

test("L88 ten failures leave balance and ledger untouched; L89 the eleventh try on the same page credits once", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  for (let tries = 0; tries < 10; tries += 1) await checkout.pays(DECLINED_CARD);
  expect(await ana.entries()).toEqual([]);
  expect((await ana.sees()).balance).toBe("0");

  await checkout.pays(GOOD_CARD);
  expect((await ana.sees()).balance).toBe("1,000");
  expect(await ana.entries()).toHaveLength(1);
});

test("B6 failed attempts are written down, each once, and do not end the purchase", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  for (let tries = 0; tries < 3; tries += 1) await checkout.pays(DECLINED_CARD);
  const events = await stripe.events(shop.accountId, "payment_intent.payment_failed");
  for (const event of events) await stripe.resend(event.id, { times: 3 });

  const attempts = await ana.wallet((_wallet, { storage }) =>
    storage.sql.exec("SELECT code, message FROM payment_attempts").toArray(),
  );
  expect(attempts).toHaveLength(3);
  expect(attempts[0]).toEqual({ code: "generic_decline", message: "Your card was declined." });
});

test("the failed attempt is known from Stripe itself when its webhook never came", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  await stripe.fault({ action: "drop", type: "payment_intent.payment_failed", times: 1 });
  await checkout.pays(DECLINED_CARD);

  const page = await ana.browser.get(checkout.session.cancel_url);
  expect(page.text).toContain("Your card was declined.");
});

test("a cancelled payment says that nothing was charged, and leads back to the same page of Stripe", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");

  const page = await ana.browser.get(checkout.session.cancel_url);
  expect(page.text).toContain("You cancelled Nothing was charged and no credits were added.");
  expect(page.html).toContain(`href="${checkout.url}"`);
});

test("L80 B5 a bank debit credits nothing until the bank has paid, days later", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  expect(await checkout.pays("bank_debit")).toMatchObject({ status: "processing" });

  expect((await ana.browser.get(checkout.session.success_url)).text).toContain(
    "Payment processing Your bank is still confirming. Credits are added as soon as it does.",
  );
  expect((await ana.sees()).balance).toBe("0");

  const intent = await paymentIntentOf(ana, checkout.purchaseId);
  await stripe.settle(intent);
  expect((await ana.sees()).balance).toBe("1,000");
});

test("L80 B5 a bank debit that fails ends without credits and can be tried again", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  await checkout.pays("bank_debit");
  await stripe.fail(await paymentIntentOf(ana, checkout.purchaseId));

  const page = await ana.browser.get(checkout.session.success_url);
  expect(page.text).toContain("Payment didn't go through");
  expect(page.text).toContain("Try again");
  expect(await ana.entries()).toEqual([]);
});

test("a bank debit is settled by the return page too when no webhook tells of it", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  await stripe.fault({ action: "drop", times: 100 });
  await checkout.pays("bank_debit");
  expect((await ana.browser.get(checkout.session.success_url)).text).toContain("Payment processing");

  await stripe.settle(await paymentIntentOf(ana, checkout.purchaseId));
  expect((await ana.browser.get(checkout.session.success_url)).text).toContain("Credits added");
  await stripe.clearFaults();
});

test("L83 3-D Secure: abandoned it credits nothing, completed it credits once", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  expect(await checkout.pays("4000002760003184")).toMatchObject({ status: "requires_action" });
  expect(await ana.entries()).toEqual([]);
  expect((await ana.browser.get(checkout.session.success_url)).text).not.toContain("Credits added");
  const left = await ana.browser.get(checkout.session.cancel_url);
  expect(left.text).toContain("Nothing was charged and no credits were added.");
  expect(left.html).toContain(`href="${checkout.url}"`);

  await checkout.pays("4000002760003184", { authentication: "complete" });
  expect(await ana.entries()).toHaveLength(1);
});

test("an expired payment page says so, and the plan can be bought anew", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  await stripe.clock(25 * 3_600);

  const page = await ana.browser.get(checkout.session.cancel_url);
  expect(page.text).toContain("The payment page expired Nothing was charged and no credits were added.");
  await (await ana.chooses("Starter Pack")).pays();
  expect((await ana.sees()).balance).toBe("1,000");
});

test("B7 an edit, a deactivation and a deletion during the checkout change nothing of what was agreed", async () => {
  const changes = ["price_minor = 1, credits = 1, name = 'Cheap'", "active = 0", "deleted_at = 1"];
  for (const change of changes) {
    const shop = await openShop({ plans: [starterPack] });
    const ana = await shop.customer();
    const checkout = await ana.chooses("Starter Pack");
    await env.DB.prepare(`UPDATE credit_plans SET ${change} WHERE partner_id = ?`).bind(shop.partnerId).run();
    await checkout.pays();

    expect(await ana.sees()).toMatchObject({
      balance: "1,000",
      history: [expect.stringContaining("Starter Pack")],
    });
  }
});

test("L49 a plan that was switched off while its page was open cannot be bought", async () => {
  const shop = await openShop({ plans: [starterPack, proBundle] });
  const ana = await shop.customer();
  const page = await ana.browser.get("/credits");
  await env.DB.prepare("UPDATE credit_plans SET active = 0 WHERE partner_id = ? AND name = 'Starter Pack'")
    .bind(shop.partnerId)
    .run();

  const answer = await ana.browser.post("/credits", clickOn(page, "Starter Pack"));
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("This plan is no longer available Nothing was charged.");
  // What can be bought instead stands below.
  expect(answer.html).toContain('aria-label="Purchase Pro Bundle"');
  expect(answer.html).not.toContain('aria-label="Purchase Starter Pack"');
  expect(await ana.entries().catch(() => "no wallet")).toBe("no wallet");
});

test("L76 T16 another partner's plan is not found, whoever asks for it", async () => {
  const [shop, other] = [await openShop({ plans: [starterPack] }), await openShop()];
  const planId = await other.offers(starterPack);
  const ana = await shop.customer();

  const answer = await ana.browser.post("/credits", { planId, clickId: "click" });
  expect(answer.status).toBe(404);
  expect(await ana.entries().catch(() => "no wallet")).toBe("no wallet");
});

test("L140 with charges switched off the plans stay visible and nothing can be bought", async () => {
  const shop = await openShop({ plans: [starterPack], account: "restricted" });
  const planId = await shop.offers({ ...starterPack, name: "Second Pack" });
  const ana = await shop.customer();

  const { page } = await ana.sees();
  expect(page.text).toContain("Purchases are paused");
  expect(page.html).toMatch(/<button[^>]*disabled[^>]*>Purchase/);
  expect((await ana.browser.post("/credits", { planId, clickId: "click" })).status).toBe(409);
});

test("B14 a price in yen is asked as it is, without a hundredfold", async () => {
  const shop = await openShop({
    plans: [{ name: "日本パック", credits: 1_000, priceMinor: 4_900, currency: "jpy" }],
  });
  const ana = await shop.customer();
  expect((await ana.sees()).page.text).toContain("¥4,900");

  const checkout = await ana.chooses("日本パック");
  expect(checkout.session).toMatchObject({ amount_total: 4_900, currency: "jpy" });
  await checkout.pays();
  expect((await ana.sees()).balance).toBe("1,000");
});

async function paymentIntentOf(
  customer: Awaited<ReturnType<Awaited<ReturnType<typeof openShop>>["customer"]>>,
  purchaseId: string,
): Promise<string> {
  const found = await customer.wallet((wallet) => wallet.purchase(purchaseId));
  return found?.purchase.paymentIntentId ?? "";
}
