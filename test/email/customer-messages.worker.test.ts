import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { adjusted } from "../portals/adjusted";
import { cron, inboxOf, stripe } from "../shop/outside";
import { type Checkout, type Customer, DECLINED_CARD } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";
import { kindsOf, onlyMail, providerTurnsAway, switchKind } from "./messages-of";

async function opened(): Promise<{ ana: Customer; checkout: Checkout }> {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  return { ana, checkout: await ana.chooses("Starter Pack") };
}

const paymentOf = async (ana: Customer, { sessionId }: Checkout): Promise<string> => {
  const path = `checkout/sessions/${sessionId}`;
  return (await stripe.read<{ payment_intent: string }>(path, ana.shop.accountId)).payment_intent;
};

/** The page at Stripe ends, as it does by itself after a day. */
const expires = (ana: Customer, sessionId: string) =>
  env.STRIPE.fetch(`http://127.0.0.1:12111/v1/checkout/sessions/${sessionId}/expire`, {
    method: "POST",
    headers: { authorization: "Bearer sk_test_reader_of_tests", "stripe-account": ana.shop.accountId },
  });

/** What the newest event of a type is about. */
const newest = async ({ shop }: Customer, type: string): Promise<string> =>
  (await stripe.events(shop.accountId, type))[0]?.data.object.id ?? "";

/** A partner whose policy takes all credits of money that goes back, with one purchase that is paid. */
async function soldTakingAll() {
  const { ana, checkout } = await opened();
  await env.DB.prepare("UPDATE partners SET refund_policy = 'full' WHERE id = ?")
    .bind(ana.shop.partnerId)
    .run();
  await checkout.pays();
  return { ana, paymentIntent: await paymentOf(ana, checkout) };
}

/** Everything that Stripe has told of this shop, told again. */
async function toldAgain(ana: Customer): Promise<void> {
  const events = await stripe.events(ana.shop.accountId);
  for (const event of events) await stripe.resend(event.id, { times: 2 });
  await ana.walletIsCopied();
}

test("a bank debit: one message that it takes days, and the receipt says that it was confirmed", async () => {
  const { ana, checkout } = await opened();
  await checkout.pays("bank_debit");
  await ana.walletIsCopied();
  const waiting = await onlyMail(ana, "Your payment is being processed");
  expect(waiting.text).toContain("Plan: Starter Pack, 1,000 credits\nAmount: $49.00");
  expect(waiting.links).toEqual([`http://${ana.shop.host}/purchases/${checkout.purchaseId}`]);

  await stripe.settle(await paymentOf(ana, checkout));
  await ana.walletIsCopied();
  await toldAgain(ana);
  expect((await onlyMail(ana, "Receipt")).text).toContain("Your payment was confirmed");
  expect(await kindsOf(ana)).toEqual(["payment_processing", "receipt"]);
});

test("L87 a bank debit that fails: the reason, that nothing was charged, and a way to try again", async () => {
  const { ana, checkout } = await opened();
  await checkout.pays("bank_debit");
  await ana.walletIsCopied();
  await stripe.fail(await paymentOf(ana, checkout));
  await ana.walletIsCopied();
  await toldAgain(ana);

  const mail = await onlyMail(ana, "did not go through");
  expect(mail.text).toContain("Nothing was charged and no credits were added.");
  expect(mail.text).toMatch(/^Reason: .+$/m);
  expect(mail.text).toContain(`Try again: http://${ana.shop.host}/purchases/${checkout.purchaseId}`);
  expect(await kindsOf(ana)).toEqual(["payment_failed", "payment_processing"]);
});

test("L87 who was declined and went away is told when the page has ended; who only left is not", async () => {
  const { ana, checkout } = await opened();
  await checkout.pays(DECLINED_CARD);
  const left = await ana.chooses("Starter Pack");
  await ana.walletIsCopied();
  expect(await kindsOf(ana)).toEqual([]);

  for (const { sessionId } of [checkout, left]) await expires(ana, sessionId);
  await toldAgain(ana);
  expect(await kindsOf(ana)).toEqual(["payment_failed"]);
  expect((await onlyMail(ana, "did not go through")).text).toContain("Reason: Your card was declined.");
});

test("a message that waits is not sent any more when what it would say is not so any more", async () => {
  const { ana, checkout } = await opened();
  await providerTurnsAway(1);
  await checkout.pays("bank_debit");
  await ana.walletIsCopied();
  await stripe.settle(await paymentOf(ana, checkout));
  await ana.walletIsCopied();
  await env.DB.prepare("UPDATE emails SET next_attempt_at = 0 WHERE customer_id = ?").bind(ana.id).run();
  await cron();

  await onlyMail(ana, "Receipt");
  expect(await inboxOf(ana.email, "being processed", 0)).toEqual([]);
  const { results } = await env.DB.prepare(
    "SELECT status, error FROM emails WHERE customer_id = ? AND kind = 'payment_processing'",
  )
    .bind(ana.id)
    .all();
  expect(results).toEqual([{ status: "suppressed", error: "It was not so any more" }]);
});

test("L110 a refund is told once, with what it means for the balance; the credits when a person takes them", async () => {
  const { ana, checkout } = await opened();
  await checkout.pays();
  await stripe.refund(await paymentOf(ana, checkout), 2_450);
  await ana.walletIsCopied();
  await toldAgain(ana);
  const refund = await onlyMail(ana, "Refund of $24.50");
  expect(refund.text).toContain("Your balance has not changed.");
  expect(refund.text).toContain("Amount paid: $49.00\nRefunded: $24.50\nBalance: 1,000 credits");

  await ana.wallet((wallet) =>
    wallet.decideCase({
      purchaseId: checkout.purchaseId,
      formId: "form_1",
      choice: "deduct",
      dueMicros: 500_000_000,
      note: "As agreed",
      actor: "member_olivia",
    }),
  );
  await ana.walletIsCopied();
  const removed = await onlyMail(ana, "500 credits removed");
  expect(removed.text).toContain("Removed: 500 credits\nNew balance: 500 credits\nNote: As agreed");
  expect(await kindsOf(ana)).toEqual(["credits_removed", "receipt", "refund_recorded"]);
});

test("L110 what the policy takes with a refund stands in the one message about the refund", async () => {
  const { ana, paymentIntent } = await soldTakingAll();
  await stripe.refund(paymentIntent, 2_450);
  await ana.walletIsCopied();

  const refund = await onlyMail(ana, "Refund of $24.50");
  expect(refund.text).toContain("500 credits");
  expect(refund.text).toContain("Balance: 500 credits");
  expect(await kindsOf(ana)).toEqual(["receipt", "refund_recorded"]);
});

test("credits that were taken for a refund are told of once more when the refund fails and they are given again", async () => {
  const { ana, paymentIntent } = await soldTakingAll();
  await stripe.refund(paymentIntent, 2_450, "refund_pending");
  await ana.walletIsCopied();
  await stripe.endRefund(await newest(ana, "refund.created"), "fail");
  await ana.walletIsCopied();
  await toldAgain(ana);

  const mail = await onlyMail(ana, "500 credits returned");
  expect(mail.text).toContain("The payment that they were bought with stands after all.");
  expect(mail.text).toContain("Returned: 500 credits\nNew balance: 1,000 credits\nDate: ");
  expect(await kindsOf(ana)).toEqual(["credits_returned", "receipt", "refund_recorded"]);
});

test("a dispute that is won returns its credits with a message in the customer's language, which names nothing of Stripe's", async () => {
  const { ana, paymentIntent } = await soldTakingAll();
  await env.DB.prepare("UPDATE customers SET locale = 'de' WHERE id = ?").bind(ana.id).run();
  await stripe.dispute(paymentIntent);
  await ana.walletIsCopied();
  const removed = await onlyMail(ana, "abgezogen");
  await stripe.endDispute(await newest(ana, "charge.dispute.created"), "win");
  await toldAgain(ana);

  const returned = await onlyMail(ana, "wieder gutgeschrieben: 1.000 Credits");
  expect(returned.text).toContain("Die Zahlung, mit der sie gekauft wurden, gilt nun doch.");
  for (const { text } of [removed, returned]) expect(text).not.toMatch(/Notiz|Dispute|du_|dp_/);
  expect(await kindsOf(ana)).toEqual(["credits_removed", "credits_returned", "credits_used_up", "receipt"]);
});

test("a partner who has switched it off returns credits without a message", async () => {
  const { ana, paymentIntent } = await soldTakingAll();
  await switchKind(ana, "credits_returned", false);
  await stripe.dispute(paymentIntent);
  await ana.walletIsCopied();
  await stripe.endDispute(await newest(ana, "charge.dispute.created"), "win");
  await ana.walletIsCopied();
  expect(await kindsOf(ana)).toEqual(["credits_removed", "credits_used_up", "receipt"]);
});

test("what a person adds or deducts is told only by a partner who wants it", async () => {
  const { ana } = await opened();
  await adjusted(ana, 12.5, "Welcome");
  await ana.walletIsCopied();
  expect(await kindsOf(ana)).toEqual([]);

  await switchKind(ana, "credits_added", true);
  await switchKind(ana, "credits_deducted", true);
  await adjusted(ana, 10, "A gift <3");
  await adjusted(ana, -5, "Correction");
  await ana.walletIsCopied();
  const gift = await onlyMail(ana, "10 credits added");
  expect(gift.text).toContain("Added: 10 credits\nNew balance: 22.5 credits\nNote: A gift <3");
  expect(gift.html).toContain("A gift &lt;3");
  expect((await onlyMail(ana, "5 credits deducted")).text).toContain("New balance: 17.5 credits");
});

test("a wallet that tells everything again sends nobody anything", async () => {
  const { ana, checkout } = await opened();
  await checkout.pays();
  await stripe.refund(await paymentOf(ana, checkout));
  await ana.walletIsCopied();
  await env.DB.prepare("DELETE FROM emails WHERE customer_id = ?").bind(ana.id).run();
  await ana.wallet((wallet) => wallet.retell());
  await ana.walletIsCopied();
  expect(await kindsOf(ana)).toEqual([]);
});
