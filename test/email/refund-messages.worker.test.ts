import { expect, test } from "vitest";
import type { RefundPolicy } from "../../app/refunds/reversal";
import { inboxOf, stripe } from "../shop/outside";
import { kindsOf, onlyMail, providerTurnsAway, whatWaitsIsSent } from "./messages-of";
import { newest, sold, toldAgain } from "./purchases-of";

type Sale = Awaited<ReturnType<typeof sold>>;

/** Half of the money goes back, and the customer is told. */
async function refundsHalf({ ana, paymentIntent }: Sale, how: "refund" | "refund_pending" = "refund") {
  await stripe.refund(paymentIntent, 2_450, how);
  await ana.walletIsCopied();
  return newest(ana, "refund.created");
}

/** The bank turns a refund down. */
async function fails({ ana }: Sale, refundId: string) {
  await stripe.endRefund(refundId, "fail");
  await ana.walletIsCopied();
}

async function deductsByHand({ ana, purchaseId }: Sale) {
  const answer = { purchaseId, formId: "form_1", choice: "deduct", dueMicros: 500_000_000 } as const;
  await ana.wallet((wallet) => wallet.decideCase({ ...answer, note: "As agreed", actor: "member_olivia" }));
  await ana.walletIsCopied();
}

const FAILED = "Your refund of $24.50 did not go through";
const NO_MONEY =
  "The money did not reach the card or account that you paid with. If you still expect it, contact";

test("L110 a refund is told once, with what it means for the balance; the credits when a person takes them", async () => {
  const sale = await sold("manual");
  await refundsHalf(sale);
  await toldAgain(sale.ana);
  const refund = await onlyMail(sale.ana, "Refund of $24.50");
  expect(refund.text).toContain("Your balance has not changed.");
  expect(refund.text).toContain("Amount paid: $49.00\nRefunded: $24.50\nBalance: 1,000 credits");

  await deductsByHand(sale);
  const removed = await onlyMail(sale.ana, "500 credits removed");
  expect(removed.text).toContain("Removed: 500 credits\nNew balance: 500 credits\nNote: As agreed");
  expect(await kindsOf(sale.ana)).toEqual(["credits_removed", "receipt", "refund_recorded"]);
});

test("L110 what the policy takes with a refund stands in the one message about the refund", async () => {
  const sale = await sold("full");
  await refundsHalf(sale);

  const refund = await onlyMail(sale.ana, "Refund of $24.50");
  expect(refund.text).toContain("500 credits");
  expect(refund.text).toContain("Balance: 500 credits");
  expect(await kindsOf(sale.ana)).toEqual(["receipt", "refund_recorded"]);
});

test("a refund that was pending and arrives is told once, at its beginning", async () => {
  const sale = await sold("full");
  const refundId = await refundsHalf(sale, "refund_pending");
  await stripe.endRefund(refundId, "complete");
  await sale.ana.walletIsCopied();
  await toldAgain(sale.ana);
  expect(await kindsOf(sale.ana)).toEqual(["receipt", "refund_recorded"]);
});

test.each(["refund", "refund_pending"] as const)(
  "who was told that money goes back is told once when it does not arrive, be it said at first to be there or not (%s)",
  async (how) => {
    const sale = await sold("manual");
    await fails(sale, await refundsHalf(sale, how));
    await toldAgain(sale.ana);

    const mail = await onlyMail(sale.ana, FAILED);
    expect(mail.text).toContain(`${NO_MONEY} ${sale.ana.shop.title}.\n\nYour balance has not changed.`);
    expect(mail.text).toContain("Amount paid: $49.00\nRefunded: $0.00\nBalance: 1,000 credits");
    expect(mail.links).toEqual([`http://${sale.ana.shop.host}/purchases/${sale.purchaseId}`]);
    expect(await kindsOf(sale.ana)).toEqual(["receipt", "refund_failed", "refund_recorded"]);
  },
);

test("what the policy had taken for a refund that fails is given again in the message about its failing", async () => {
  const sale = await sold("full");
  await fails(sale, await refundsHalf(sale, "refund_pending"));
  await toldAgain(sale.ana);

  const { text } = await onlyMail(sale.ana, FAILED);
  expect(text).toContain("What was taken from your balance for it is back: 500 credits.");
  expect(text).toContain("Balance: 1,000 credits");
  expect(await kindsOf(sale.ana)).toEqual(["receipt", "refund_failed", "refund_recorded"]);
});

test("what a person had taken for a refund that fails is given again in the message about its failing", async () => {
  const sale = await sold("manual");
  const refundId = await refundsHalf(sale, "refund_pending");
  await deductsByHand(sale);
  await fails(sale, refundId);

  const { text } = await onlyMail(sale.ana, FAILED);
  expect(text).toContain("What was taken from your balance for it is back: 500 credits.");
  expect(await kindsOf(sale.ana)).toEqual(["credits_removed", "receipt", "refund_failed", "refund_recorded"]);
});

test("of two refunds the one that fails is told of, with what of the money still goes back", async () => {
  const sale = await sold("full");
  const first = await refundsHalf(sale, "refund_pending");
  await stripe.refund(sale.paymentIntent, 490);
  await sale.ana.walletIsCopied();
  await fails(sale, first);

  const { text } = await onlyMail(sale.ana, FAILED);
  expect(text).toContain("What was taken from your balance for it is back: 500 credits.");
  expect(text).toContain("Refunded: $4.90\nBalance: 900 credits");
});

test.each<RefundPolicy>(["manual", "full"])(
  "who was never told of a refund hears nothing of its failing (%s)",
  async (policy) => {
    const sale = await sold(policy);
    await sale.ana.walletIsCopied();
    await providerTurnsAway(1);
    await fails(sale, await refundsHalf(sale, "refund_pending"));
    await whatWaitsIsSent(sale.ana);

    const subjects = (await inboxOf(sale.ana.email)).map(({ subject }) => subject);
    expect(subjects).toEqual([expect.stringContaining("Receipt"), expect.stringContaining("sign-in code")]);
    expect(await kindsOf(sale.ana)).toEqual(["receipt", "refund_failed", "refund_recorded"]);
  },
);
