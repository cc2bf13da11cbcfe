import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { adjusted } from "../portals/adjusted";
import { inboxOf, stripe } from "../shop/outside";
import { type Customer, DECLINED_CARD } from "../shop/people";
import { kindsOf, onlyMail, providerTurnsAway, switchKind, whatWaitsIsSent } from "./messages-of";
import { newest, opened, paymentOf, sold, toldAgain } from "./purchases-of";

/** The page at Stripe ends, as it does by itself after a day. */
const expires = (ana: Customer, sessionId: string) =>
  env.STRIPE.fetch(`http://127.0.0.1:12111/v1/checkout/sessions/${sessionId}/expire`, {
    method: "POST",
    headers: { authorization: "Bearer sk_test_reader_of_tests", "stripe-account": ana.shop.accountId },
  });

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
  await whatWaitsIsSent(ana);

  await onlyMail(ana, "Receipt");
  expect(await inboxOf(ana.email, "being processed", 0)).toEqual([]);
  const { results } = await env.DB.prepare(
    "SELECT status, error FROM emails WHERE customer_id = ? AND kind = 'payment_processing'",
  )
    .bind(ana.id)
    .all();
  expect(results).toEqual([{ status: "suppressed", error: "It was not so any more" }]);
});

test("a dispute that is won returns its credits with a message in the customer's language, which names nothing of Stripe's", async () => {
  const { ana, paymentIntent } = await sold("full");
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
  const { ana, paymentIntent } = await sold("full");
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
